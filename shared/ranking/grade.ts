import { at } from '../base/at.ts';
import { compareFractions, makeFraction } from '../base/fraction.ts';
import type { Policy } from '../round/policy.ts';
import type { Field } from './gather.ts';
import { meanPoints } from './part-equals.ts';
import { scoredAt } from './score.ts';
import type { ScoredField } from './tally.ts';

type Evaluation = NonNullable<Policy['evaluation']>;

/** The grade of an evaluation round and what lowered it. */
export type Grade = {
  readonly status: `band:${string}`;
  readonly failedCoreItems: readonly string[];
  /** The band of the score alone, when a failed core item capped it. */
  readonly cappedFrom: string | null;
};

/**
 * Rulings 10 and 11: the band of the score as it is ranked (the last begins at 0); a failed core item only ever caps it.
 * The entrant has a score.
 */
export function gradeScored({ field, standings }: ScoredField, entrant: number, evaluation: Evaluation): Grade {
  const { bands } = evaluation;
  const standing = scoredAt(standings, entrant);
  const own = bands.findIndex(({ from }) => compareFractions(standing, makeFraction(from, 100)) >= 0);
  const failedCoreItems = listFailedCoreItems(field, entrant, evaluation);
  const cap = failedCoreItems.length === 0 ? 0 : bands.findIndex(({ name }) => name === evaluation.coreItemCap);
  return {
    status: `band:${at(bands, Math.max(own, cap)).name}`,
    failedCoreItems,
    cappedFrom: cap > own ? at(bands, own).name : null,
  };
}

/** Core items whose mean over all valid sheets is below the policy's share of their points. */
export function listFailedCoreItems(field: Field, entrant: number, { coreItemPercent }: Evaluation): string[] {
  return field.criteria.flatMap(({ id, core, max }, place) => {
    if (!core) return [];
    const least = makeFraction(max * coreItemPercent, 10_000);
    return compareFractions(meanPoints(field, entrant, place), least) < 0 ? [id] : [];
  });
}
