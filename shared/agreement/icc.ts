import jstat from 'jstat';
import { at } from '../base/at.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { mean, sum } from './moments.ts';
import { completeRows, type ScoreTable } from './score-table.ts';
import type { AgreementCode } from './sentences.ts';

/**
 * An estimate with its 95 % confidence interval. Null where the formula leaves what a correlation can be (above 1, or
 * not above −1 / (k − 1)): for a value or lower limit that is "no agreement at all", for an upper limit "cannot be told".
 */
export type Interval = { readonly value: number | null; readonly low: number | null; readonly high: number | null };

/** Intraclass correlation, two-way random effects, absolute agreement. */
export type Icc = {
  /** ICC(2,1): how far a single expert's points can stand for the panel's. */
  readonly single: Interval;
  /** ICC(2,k): how reliable the mean of all k experts is. */
  readonly average: Interval;
  /** Test of "candidates do not differ": F = MS between candidates / MS of the residual; null without any residual. */
  readonly f: number | null;
  readonly df: readonly [number, number];
  /** Null where F is. */
  readonly p: number | null;
  /** Candidates that every expert scored; only these count. */
  readonly candidates: number;
  readonly experts: number;
};

/**
 * ICC(2,1) and ICC(2,k) over the candidates that every expert scored.
 * Estimates: P. E. Shrout & J. L. Fleiss, "Intraclass Correlations: Uses in Assessing Rater Reliability", Psychological
 * Bulletin 86 (1979) 420–428. Interval of the single measure: K. O. McGraw & S. P. Wong, "Forming Inferences About Some
 * Intraclass Correlation Coefficients", Psychological Methods 1 (1996) 30–46, table 7, with Satterthwaite's degrees of
 * freedom; that of the average measure by Spearman–Brown from it, as Shrout & Fleiss do.
 */
export function intraclassCorrelation(table: Pick<ScoreTable, 'rows'>): Result<Icc, AgreementCode> {
  const rows = completeRows(table);
  const experts = table.rows[0]?.length ?? 0;
  if (experts === 0) return fail('agreement.no-sheets');
  if (experts < 2) return fail('agreement.one-expert');
  if (table.rows.length < 2) return fail('agreement.few-candidates', { count: table.rows.length, minimum: 2 });
  if (rows.length < 2) return fail('agreement.incomplete');
  const squares = meanSquares(rows);
  if (squares.between + squares.residual === 0)
    return fail(squares.experts === 0 ? 'agreement.no-variance' : 'agreement.no-contrast');
  return ok(estimate(squares, rows.length, experts));
}

type Squares = { readonly between: number; readonly experts: number; readonly residual: number };

/** Two-way analysis of variance with one observation per cell. */
function meanSquares(rows: readonly (readonly number[])[]): Squares {
  const [n, k] = [rows.length, at(rows, 0).length];
  const grand = mean(rows.flat());
  const ofRows = k * sum(rows.map((row) => (mean(row) - grand) ** 2));
  const columns = Array.from({ length: k }, (_, column) => mean(rows.map((row) => at(row, column))));
  const ofColumns = n * sum(columns.map((value) => (value - grand) ** 2));
  // From the residuals themselves, so that perfect agreement leaves exactly nothing.
  const rest = sum(
    rows.map((row) => {
      const own = mean(row);
      return sum(row.map((value, column) => (value - own - at(columns, column) + grand) ** 2));
    }),
  );
  const scale = sum(rows.flat().map((value) => value ** 2));
  const clean = (value: number): number => (value < scale * 1e-24 ? 0 : value);
  return {
    between: clean(ofRows) / (n - 1),
    experts: clean(ofColumns) / (k - 1),
    residual: clean(rest) / ((n - 1) * (k - 1)),
  };
}

function estimate({ between, experts, residual }: Squares, n: number, k: number): Icc {
  const value = (between - residual) / (between + (k - 1) * residual + (k * (experts - residual)) / n);
  const [low, high] = singleLimits({ between, experts, residual }, n, k, value);
  const df = [n - 1, (n - 1) * (k - 1)] as const;
  const f = residual === 0 ? null : between / residual;
  return {
    single: { value: possible(value, k), low: possible(low, k), high: possible(high, k) },
    average: { value: averageOf(value, k), low: averageOf(low, k), high: averageOf(high, k) },
    f,
    df,
    p: f === null ? null : Math.max(0, 1 - jstat.centralF.cdf(f, ...df)),
    candidates: n,
    experts: k,
  };
}

/** A correlation of single measures among k experts, if it is one: above −1 / (k − 1) and at most 1. */
function possible(single: number, k: number): number | null {
  return 1 + (k - 1) * single > 1e-9 && single <= 1 + 1e-9 ? Math.min(1, single) : null;
}

/** Spearman–Brown: the correlation of the mean of k experts. The same as (BMS − EMS) / (BMS + (JMS − EMS) / n). */
function averageOf(single: number, k: number): number | null {
  const checked = possible(single, k);
  return checked === null ? null : (k * checked) / (1 + (k - 1) * checked);
}

/** 95 % limits of ICC(2,1); NaN where there are none. In perfect agreement both are 1. */
function singleLimits({ between, experts, residual }: Squares, n: number, k: number, rho: number): [number, number] {
  if (experts === 0 && residual === 0) return [1, 1];
  const a = (k * rho) / (n * (1 - rho));
  const b = 1 + (k * rho * (n - 1)) / (n * (1 - rho));
  const v =
    (a * experts + b * residual) ** 2 / ((a * experts) ** 2 / (k - 1) + (b * residual) ** 2 / ((n - 1) * (k - 1)));
  const lower = jstat.centralF.inv(0.975, n - 1, v);
  const upper = jstat.centralF.inv(0.975, v, n - 1);
  const rest = k * experts + (k * n - k - n) * residual;
  // With next to no degrees of freedom the quantile of F passes what can be written down: then its limit holds.
  const low = Number.isFinite(lower)
    ? (n * (between - lower * residual)) / (lower * rest + n * between)
    : (-n * residual) / rest;
  const high = (n * (upper * between - residual)) / (rest + n * upper * between);
  // The approximation is made for positive correlations; below 0 its limits can pass the estimate.
  return [low <= rho ? low : NaN, high >= rho ? high : NaN];
}
