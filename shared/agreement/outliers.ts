import { at } from '../base/at.ts';
import type { Hundredths } from '../base/points.ts';
import { fitAdditive } from './additive-effects.ts';
import { mean, median } from './moments.ts';
import type { ScoreTable } from './score-table.ts';

/** A sheet far from what the panel and the expert's own severity would let one expect. */
export type Outlier = {
  readonly candidateId: string;
  readonly expertId: string;
  readonly total: Hundredths;
  /** Median of all valid totals of the candidate, hundredths. */
  readonly median: number;
  /** The expert's usual distance from candidates' medians, hundredths. */
  readonly usual: number;
  /** Modified z-score of the distance that is left. */
  readonly z: number;
};

/** What was found, and among how many sheets. */
export type Judged = { readonly outliers: readonly Outlier[]; readonly judged: number };

/** Sheets beyond this modified z-score are pointed out. */
export const outlierLimit = 3.5;
/** … if they are also off by this share of the maximum: among experts of one mind a single point is far, yet means nothing. */
const worthNaming = 0.05;

/**
 * Sheets whose distance from the candidate's median, less the expert's own usual distance, is out of line.
 * Modified z-scores with median and MAD: B. Iglewicz & D. C. Hoaglin, "How to Detect and Handle Outliers" (1993),
 * M = 0.6745 (x − median) / MAD, pointed out beyond 3.5; with MAD = 0 the mean absolute deviation stands in
 * (divisor 1.253314 · MeanAD). Candidates with fewer than three sheets have no median to be far from and are left out.
 * @returns the farthest first, and how many sheets were judged; none when there are fewer than eight distances to judge by
 */
export function findOutliers(table: ScoreTable, maximum: Hundredths): Judged {
  const { effects } = fitAdditive(table);
  const distances = table.rows.flatMap((row, candidate) => {
    const given = row.flatMap((value, expert) => (value === null ? [] : [{ expert, total: value }]));
    if (given.length < 3) return [];
    const middle = median(given.map(({ total }) => total));
    // The candidate's level is the median of totals freed from severity, so that one wild sheet moves nobody else's.
    const level = median(given.map(({ total, expert }) => total - at(effects, expert)));
    return given.map(({ expert, total }) => ({ candidate, expert, total, middle, distance: total - level }));
  });
  if (distances.length < 8) return { outliers: [], judged: 0 };
  const usual = table.expertIds.map((_, expert) => {
    const own = distances.filter((each) => each.expert === expert).map(({ distance }) => distance);
    return own.length === 0 ? 0 : median(own);
  });
  const left = distances.map(({ distance, expert }) => distance - at(usual, expert));
  const scores = modifiedZScores(left);
  const outliers = distances
    .map(({ candidate, expert, total, middle }, index) => ({
      candidateId: at(table.candidateIds, candidate),
      expertId: at(table.expertIds, expert),
      total,
      median: middle,
      usual: at(usual, expert),
      z: at(scores, index),
    }))
    .filter(({ z }, index) => Math.abs(z) > outlierLimit && Math.abs(at(left, index)) >= worthNaming * maximum)
    .toSorted((a, b) => Math.abs(b.z) - Math.abs(a.z));
  return { outliers, judged: distances.length };
}

/** Modified z-scores; all 0 when the values do not spread at all. */
export function modifiedZScores(values: readonly number[]): number[] {
  const middle = median(values);
  const distances = values.map((value) => Math.abs(value - middle));
  const mad = median(distances);
  const scale = mad > 0 ? mad / 0.6745 : 1.253314 * mean(distances);
  return values.map((value) => (scale === 0 ? 0 : (value - middle) / scale));
}
