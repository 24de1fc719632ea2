/**
 * An exact figure as people write it: a decimal where one says all of it ("349/4" → "87.25"), else the fraction.
 * @param exact in lowest terms
 */
export function showExact(exact: string): string {
  const [numerator = '', denominator] = exact.split('/');
  if (denominator === undefined) return exact;
  const decimals = countDecimals(BigInt(denominator));
  if (decimals === null) return exact;
  const shifted = (BigInt(numerator) * 10n ** BigInt(decimals)) / BigInt(denominator);
  const digits = String(shifted < 0n ? -shifted : shifted).padStart(decimals + 1, '0');
  return `${shifted < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Digits after the point: a fraction in lowest terms ends when its denominator holds no factor but 2 and 5; six at most. */
function countDecimals(denominator: bigint): number | null {
  for (let decimals = 1; decimals <= 6; decimals += 1)
    if (10n ** BigInt(decimals) % denominator === 0n) return decimals;
  return null;
}
