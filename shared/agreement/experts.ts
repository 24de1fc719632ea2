import { at } from '../base/at.ts';
import type { Hundredths } from '../base/points.ts';
import { fitAdditive, type AdditiveFit } from './additive-effects.ts';
import { describeDistribution, type Distribution } from './distribution.ts';
import { correlation, deviation, mean, median } from './moments.ts';
import { columnValues, type ScoreTable } from './score-table.ts';

/** What stands out about an expert; to be looked at, never a verdict by itself. */
export type ExpertFlag =
  /** Gives clearly more points than the panel to the same candidates. */
  | 'lenient'
  | 'severe'
  /** Hardly tells candidates apart. */
  | 'flat'
  /** Orders candidates unlike the others. */
  | 'apart';

/** How an expert scored beside the panel. Points in hundredths. */
export type ExpertProfile = {
  readonly expertId: string;
  readonly sheets: number;
  readonly distribution: Distribution;
  /** Mean difference from the means of the candidates he scored (his own sheet included). */
  readonly meanDeviation: number;
  /** Severity by least squares: above 0 lenient. Compares inside a `part` only. */
  readonly effect: number;
  /** Rough standard error of `effect`; null where it cannot be told. */
  readonly standardError: number | null;
  /** 1-based connected part of the design. */
  readonly part: number;
  /** His deviation divided by the median of the panel's deviations; null where either is missing or 0. */
  readonly discrimination: number | null;
  /** Correlation with the mean of the other experts; null with fewer than three common candidates or no variance. */
  readonly correlation: number | null;
  readonly flags: readonly ExpertFlag[];
};

/** An effect is pointed out when it is more than two standard errors and more than this share of the maximum. */
export const worthNaming = 0.02;
/** Deviations below half of the panel's median are pointed out … */
const flatBelow = 0.5;
/** … and correlations with the others below this, given enough common candidates. */
const apartBelow = 0.3;
const enoughCommon = 5;

/** Severity and discrimination of every expert of a track, in the order of the table. */
export function profileExperts(table: ScoreTable, maximum: Hundredths): ExpertProfile[] {
  const fit = fitAdditive(table);
  const means = table.rows.map((row) => mean(row.flatMap((value) => value ?? [])));
  const deviations = table.expertIds.flatMap((_, expert) => deviation(columnValues(table, expert)) ?? []);
  const typical = deviations.length === 0 ? 0 : median(deviations);
  return table.expertIds.flatMap((expertId, expert) => {
    const own = columnValues(table, expert);
    const distribution = describeDistribution(own, maximum);
    if (distribution === null) return [];
    const differences = table.rows.flatMap((row, index) => {
      const value = at(row, expert);
      return value === null ? [] : [value - at(means, index)];
    });
    const discrimination = typical === 0 || distribution.deviation === null ? null : distribution.deviation / typical;
    const found = {
      expertId,
      sheets: own.length,
      distribution,
      meanDeviation: mean(differences),
      effect: at(fit.effects, expert),
      standardError: standardErrorOf(fit, expert, own.length),
      part: at(fit.parts, expert) + 1,
      discrimination,
      correlation: correlation(pairWithOthers(table, expert)),
    };
    return [{ ...found, flags: flagsOf(found, maximum) }];
  });
}

/** s · √((1 − 1/k) / n): exact in a complete design of k experts, an approximation otherwise. */
function standardErrorOf({ residualDeviation, parts }: AdditiveFit, expert: number, sheets: number): number | null {
  if (residualDeviation === null) return null;
  const experts = parts.filter((part) => part === at(parts, expert)).length;
  // Who shares no candidate with anybody has nobody to be compared with.
  if (experts < 2) return null;
  return residualDeviation * Math.sqrt((1 - 1 / experts) / sheets);
}

/** For each candidate that he and another scored: his points, and the mean of the others'. */
function pairWithOthers({ rows }: ScoreTable, expert: number): [number, number][] {
  return rows.flatMap((row): [number, number][] => {
    const own = at(row, expert);
    const others = row.flatMap((value, index) => (value === null || index === expert ? [] : [value]));
    return own === null || others.length === 0 ? [] : [[own, mean(others)]];
  });
}

type Found = Omit<ExpertProfile, 'flags'>;

function flagsOf(
  { effect, standardError, discrimination, correlation: r, sheets }: Found,
  maximum: number,
): ExpertFlag[] {
  const clear = standardError !== null && Math.abs(effect) > Math.max(2 * standardError, worthNaming * maximum);
  const flags: ExpertFlag[] = [];
  if (clear) flags.push(effect > 0 ? 'lenient' : 'severe');
  if (discrimination !== null && discrimination < flatBelow && sheets >= enoughCommon) flags.push('flat');
  if (r !== null && r < apartBelow && sheets >= enoughCommon) flags.push('apart');
  return flags;
}
