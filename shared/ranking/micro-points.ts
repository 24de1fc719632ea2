/** Normalised totals are whole millionths of a point, rounded half-up by magnitude: the same on every machine. */
export const microPerPoint = 1_000_000;

/** Millionths of a point in a unit of which `perPoint` make a point. */
export function microPerUnit(perPoint: number): bigint {
  return BigInt(microPerPoint / perPoint);
}

/** `dividend / divisor` (divisor positive) as an integer, rounded half-up by magnitude. */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}
