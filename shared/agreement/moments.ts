import { at } from '../base/at.ts';

/** Arithmetic mean; the list must not be empty. */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Sum of squared deviations from the mean. */
export function scatter(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((total, value) => total + (value - centre) ** 2, 0);
}

/** Sample standard deviation (n − 1); null for fewer than two values. */
export function deviation(values: readonly number[]): number | null {
  return values.length < 2 ? null : Math.sqrt(scatter(values) / (values.length - 1));
}

/**
 * Quantile of ordered values by linear interpolation, type 7 of Hyndman & Fan, "Sample Quantiles in Statistical
 * Packages", The American Statistician 50 (1996): what spreadsheets (QUARTILE.INC) and R use. Not for an empty list.
 */
export function quantile(ordered: readonly number[], share: number): number {
  const place = (ordered.length - 1) * share;
  const low = Math.floor(place);
  const from = at(ordered, low);
  return from + (place - low) * (at(ordered, Math.min(low + 1, ordered.length - 1)) - from);
}

/** Middle of a list in any order; not for an empty one. */
export function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

/** Pearson's product-moment correlation; null with fewer than three pairs or without variance on a side. */
export function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  if (pairs.length < 3) return null;
  const [left, right] = [pairs.map(([value]) => value), pairs.map(([, value]) => value)];
  const product = Math.sqrt(scatter(left) * scatter(right));
  if (product === 0) return null;
  const [a, b] = [mean(left), mean(right)];
  return pairs.reduce((total, [x, y]) => total + (x - a) * (y - b), 0) / product;
}
