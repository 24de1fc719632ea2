import jstat from 'jstat';
import { at } from '../base/at.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { sum } from './moments.ts';
import { completeRows, type ScoreTable } from './score-table.ts';
import type { AgreementCode } from './sentences.ts';

/** Kendall's coefficient of concordance: 0 no common order, 1 the same order by all. */
export type Concordance = {
  readonly w: number;
  readonly chiSquare: number;
  readonly df: number;
  /** Chance of so much concordance among experts who order at random; rough for fewer than 8 candidates. */
  readonly p: number;
  readonly ties: boolean;
  readonly candidates: number;
  readonly experts: number;
};

/**
 * Kendall's W with correction for ties over the candidates that every expert scored.
 * M. G. Kendall & J. D. Gibbons, "Rank Correlation Methods", 5th edition (1990), chapter 6:
 * W = (12 Σ Rᵢ² − 3 m² n (n + 1)²) / (m² n (n² − 1) − m Σ (t³ − t)), χ² = m (n − 1) W with n − 1 degrees of freedom.
 */
export function kendallsW(table: Pick<ScoreTable, 'rows'>): Result<Concordance, AgreementCode> {
  const rows = completeRows(table);
  const m = table.rows[0]?.length ?? 0;
  const n = rows.length;
  if (m === 0) return fail('agreement.no-sheets');
  if (m < 2) return fail('agreement.one-expert');
  if (table.rows.length < 2) return fail('agreement.few-candidates', { count: table.rows.length, minimum: 2 });
  if (n < 2) return fail('agreement.incomplete');
  const columns = Array.from({ length: m }, (_, column) => rankColumn(rows.map((row) => at(row, column))));
  const sums = rows.map((_, row) => sum(columns.map(({ ranks }) => at(ranks, row))));
  const correction = sum(columns.map(({ ties }) => ties));
  const most = m ** 2 * n * (n ** 2 - 1) - m * correction;
  if (most === 0) return fail(new Set(rows.flat()).size === 1 ? 'agreement.no-variance' : 'agreement.no-contrast');
  const w = Math.min(1, Math.max(0, (12 * sum(sums.map((rank) => rank ** 2)) - 3 * m ** 2 * n * (n + 1) ** 2) / most));
  const chiSquare = m * (n - 1) * w;
  const p = Math.max(0, 1 - jstat.chisquare.cdf(chiSquare, n - 1));
  return ok({ w, chiSquare, df: n - 1, p, ties: correction > 0, candidates: n, experts: m });
}

/** Mid-ranks of a list, 1 for the least, and Σ (t³ − t) over its groups of equals. */
export function rankColumn(values: readonly number[]): { readonly ranks: number[]; readonly ties: number } {
  const order = values.map((_, index) => index).toSorted((a, b) => at(values, a) - at(values, b));
  const ranks = values.map(() => 0);
  let ties = 0;
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && at(values, at(order, to + 1)) === at(values, at(order, from))) to += 1;
    const size = to - from + 1;
    ties += size ** 3 - size;
    for (let place = from; place <= to; place += 1) ranks[at(order, place)] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return { ranks, ties };
}
