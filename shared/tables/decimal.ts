/** An exact decimal number: digits × 10^−scale. */
export type Decimal = { readonly digits: bigint; readonly scale: number };

const plainNumber = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/** Reads plain digits with an optional sign and point; null for anything else. */
export function parseDecimal(text: string): Decimal | null {
  const match = plainNumber.exec(text);
  const [, sign = '', whole = '', decimals = ''] = match ?? [];
  if (match === null || whole + decimals === '') return null;
  const digits = BigInt(whole + decimals);
  return { digits: sign === '-' ? -digits : digits, scale: decimals.length };
}

/** The decimal that a spreadsheet shows for its binary number: 15 significant digits. */
export function decimalOf(value: number): Decimal | null {
  if (!Number.isFinite(value)) return null;
  const [mantissa = '0', exponent = '0'] = value.toExponential(14).split('e');
  const parsed = parseDecimal(mantissa);
  if (parsed === null) return null;
  const scale = parsed.scale - Number(exponent);
  return scale >= 0
    ? trimDecimal({ digits: parsed.digits, scale })
    : { digits: parsed.digits * 10n ** BigInt(-scale), scale: 0 };
}

/** A decimal times 10^exponent. */
export function shiftDecimal({ digits, scale }: Decimal, exponent: number): Decimal {
  const moved = scale - exponent;
  return moved >= 0 ? trimDecimal({ digits, scale: moved }) : { digits: digits * 10n ** BigInt(-moved), scale: 0 };
}

/** A decimal times numerator / denominator, half-up to `decimals` places. */
export function scaleDecimal(value: Decimal, numerator: bigint, denominator: bigint, decimals: number): Decimal {
  const top = value.digits * numerator * 10n ** BigInt(decimals) * 2n;
  const bottom = denominator * 10n ** BigInt(value.scale);
  const half = top < 0n ? -bottom : bottom;
  return trimDecimal({ digits: (top + half) / (bottom * 2n), scale: decimals });
}

/** Plain digits without needless zeros: 12500, −5.2, 0.125. */
export function formatDecimal(value: Decimal): string {
  const { digits, scale } = trimDecimal(value);
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

/** For rough comparisons only. */
export function approximate(value: Decimal): number {
  return Number(formatDecimal(value));
}

function trimDecimal({ digits, scale }: Decimal): Decimal {
  let trimmed = digits;
  let places = scale;
  while (places > 0 && trimmed % 10n === 0n) {
    trimmed /= 10n;
    places -= 1;
  }
  return { digits: trimmed, scale: places };
}
