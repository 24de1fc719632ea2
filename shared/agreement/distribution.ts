import { at } from '../base/at.ts';
import { deviation, mean, quantile } from './moments.ts';

/** How points lie: the five figures of a box, mean, deviation and counts in bins. Hundredths of a point. */
export type Distribution = {
  readonly count: number;
  readonly least: number;
  readonly quartiles: readonly [first: number, median: number, third: number];
  readonly most: number;
  readonly mean: number;
  /** Sample standard deviation; null for a single value. */
  readonly deviation: number | null;
  /** Values in ten equal bins from 0 to the maximum; the last one includes it. */
  readonly bins: readonly number[];
};

const binCount = 10;

/** Describes a list of points; null for an empty one. `maximum`: most points possible. */
export function describeDistribution(values: readonly number[], maximum: number): Distribution | null {
  if (values.length === 0) return null;
  const ordered = values.toSorted((a, b) => a - b);
  const bins = Array.from({ length: binCount }, () => 0);
  for (const value of ordered) {
    const bin = Math.min(binCount - 1, Math.max(0, Math.floor((value / maximum) * binCount)));
    bins[bin] = at(bins, bin) + 1;
  }
  return {
    count: ordered.length,
    least: at(ordered, 0),
    quartiles: [quantile(ordered, 0.25), quantile(ordered, 0.5), quantile(ordered, 0.75)],
    most: at(ordered, ordered.length - 1),
    mean: mean(ordered),
    deviation: deviation(ordered),
    bins,
  };
}
