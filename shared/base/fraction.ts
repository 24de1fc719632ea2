/**
 * An exact rational number in lowest terms with a positive denominator.
 * Both parts are safe integers; whatever would pass 2^53 on the way is computed with BigInt.
 */
export type Fraction = { readonly numerator: number; readonly denominator: number };

/** `numerator / denominator` in lowest terms. Both must be safe integers, the denominator not 0. */
export function makeFraction(numerator: number, denominator = 1): Fraction {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator === 0) {
    throw new RangeError(`not a fraction of safe integers: ${numerator}/${denominator}`);
  }
  const divisor = greatestCommonDivisor(Math.abs(numerator), Math.abs(denominator));
  const sign = denominator < 0 ? -divisor : divisor;
  return { numerator: numerator / sign || 0, denominator: denominator / sign };
}

/** Below 0, 0 or above 0 as `left` is smaller than, equal to or greater than `right`; exact. */
export function compareFractions(left: Fraction, right: Fraction): number {
  return compareQuotients(left.numerator, left.denominator, right.numerator, right.denominator);
}

/** Compares `a / b` with `c / d` for safe integers, `b` and `d` positive: below 0, 0 or above 0; exact. */
export function compareQuotients(a: number, b: number, c: number, d: number): number {
  if (b === d) return a - c;
  const left = a * d;
  const right = c * b;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right;
  const exact = BigInt(a) * BigInt(d) - BigInt(c) * BigInt(b);
  return exact === 0n ? 0 : exact > 0n ? 1 : -1;
}

/** `left − right`, in lowest terms. */
export function subtractFractions(left: Fraction, right: Fraction): Fraction {
  const common = greatestCommonDivisor(left.denominator, right.denominator);
  const [a, b] = [right.denominator / common, left.denominator / common];
  return makeFraction(left.numerator * a - right.numerator * b, left.denominator * a);
}

/** `fraction / divisor` for a positive integer divisor, in lowest terms. */
export function divideFraction(fraction: Fraction, divisor: number): Fraction {
  const common = greatestCommonDivisor(Math.abs(fraction.numerator), divisor);
  return makeFraction(fraction.numerator / common, fraction.denominator * (divisor / common));
}

/** The fraction rounded half-up by magnitude to so many decimals, exact: what `formatFraction` shows. */
export function roundFraction({ numerator, denominator }: Fraction, decimals: number): Fraction {
  return makeFraction(roundQuotient(numerator, denominator, decimals), 10 ** decimals);
}

/** `numerator / denominator` (positive) in units of the last of so many decimals, rounded half-up by magnitude; exact. */
export function roundQuotient(numerator: number, denominator: number, decimals: number): number {
  const digits = Number(roundedDigits({ numerator, denominator }, decimals));
  return numerator < 0 ? -digits || 0 : digits;
}

/** Lowest terms as text: "349/4"; "/1" is omitted. */
export function exactText({ numerator, denominator }: Fraction): string {
  return denominator === 1 ? String(numerator) : `${numerator}/${denominator}`;
}

/**
 * A decimal with exactly `decimals` places, rounded half-up by magnitude as offices and spreadsheets do
 * (87.245 → "87.25", −0.005 → "-0.01"); never "-0.00".
 */
export function formatFraction(fraction: Fraction, decimals: number): string {
  const digits = roundedDigits(fraction, decimals);
  const sign = fraction.numerator < 0 && /[1-9]/.test(digits) ? '-' : '';
  if (decimals === 0) return sign + digits;
  const padded = digits.padStart(decimals + 1, '0');
  return `${sign}${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
}

/** Digits of |fraction| · 10^decimals, rounded half-up. */
function roundedDigits({ numerator, denominator }: Fraction, decimals: number): string {
  const scaled = Math.abs(numerator) * 10 ** decimals * 2 + denominator;
  if (Number.isSafeInteger(scaled)) return String(divideDown(scaled, 2 * denominator));
  const exact = BigInt(Math.abs(numerator)) * 10n ** BigInt(decimals) * 2n + BigInt(denominator);
  return String(exact / (2n * BigInt(denominator)));
}

/** Floor of the quotient of two non-negative safe integers, exact where a rounded quotient might not be. */
function divideDown(dividend: number, divisor: number): number {
  return (dividend - (dividend % divisor)) / divisor;
}

/** Of two non-negative safe integers. */
export function greatestCommonDivisor(left: number, right: number): number {
  let dividend = left;
  let divisor = right;
  while (divisor !== 0) {
    const rest = dividend % divisor;
    dividend = divisor;
    divisor = rest;
  }
  return dividend;
}
