import { at } from '../base/at.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { scatter, sum } from './moments.ts';
import { rankColumn } from './kendall.ts';
import type { ScoreTable } from './score-table.ts';
import type { AgreementCode } from './sentences.ts';

/** Krippendorff's alpha: 1 perfect agreement, 0 what chance would give; missing sheets are allowed. */
export type Alpha = {
  /** Differences of points count by their squares. */
  readonly interval: number;
  /** Only the order of points counts. */
  readonly ordinal: number;
  /** Candidates with at least two sheets; only these can be compared. */
  readonly candidates: number;
  /** Sheets that could be paired. */
  readonly sheets: number;
};

/**
 * Krippendorff's alpha for the interval and the ordinal metric, for incomplete data.
 * K. Krippendorff, "Content Analysis", 3rd edition (2013), chapter 12; worked example in his "Computing Krippendorff's
 * Alpha-Reliability" (2011). α = 1 − D_o / D_e, where for squared differences D_o is the mean over pairs within
 * candidates, each weighted 1 / (sheets − 1), and D_e that over all pairs. The ordinal metric is the squared difference of
 * mid-ranks among all paired values: Σ n_g between two values less half of their own counts is just that.
 */
export function krippendorffsAlpha({ rows }: Pick<ScoreTable, 'rows'>): Result<Alpha, AgreementCode> {
  const units = rows.map((row) => row.filter((value) => value !== null)).filter((unit) => unit.length > 1);
  if (!rows.some((row) => row.some((value) => value !== null))) return fail('agreement.no-sheets');
  if ((rows[0]?.length ?? 0) < 2) return fail('agreement.one-expert');
  if (rows.length < 2) return fail('agreement.few-candidates', { count: rows.length, minimum: 2 });
  if (units.length < 2) return fail('agreement.no-pairs');
  const interval = alphaOf(units);
  if (interval === null) return fail('agreement.no-variance');
  const { ranks } = rankColumn(units.flat());
  let place = 0;
  const ranked = units.map((unit) => unit.map(() => at(ranks, place++)));
  const ordinal = alphaOf(ranked) ?? interval;
  return ok({ interval, ordinal, candidates: units.length, sheets: ranks.length });
}

/** 1 − D_o / D_e with D_o = 2/n Σ mᵤ Sᵤ / (mᵤ − 1) and D_e = 2 S / (n − 1), S the scatter; null when all are equal. */
function alphaOf(units: readonly (readonly number[])[]): number | null {
  const values = units.flat();
  const all = scatter(values);
  if (all === 0 || values.every((value) => value === values[0])) return null;
  const observed = sum(units.map((unit) => (unit.length * scatter(unit)) / (unit.length - 1))) / values.length;
  return 1 - observed / (all / (values.length - 1));
}
