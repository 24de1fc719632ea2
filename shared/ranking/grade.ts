import { at } from '../base/at.ts';
import { compareFractions, makeFraction } from '../base/fraction.ts';
import type { Policy } from '../round/policy.ts';
import type { Field } from './gather.ts';
import { meanPoints, type Scored } from './part-equals.ts';

type Evaluation = NonNullable<Policy['evaluation']>;

/** The grade of an evaluation round and what lowered it. */
export type Grade = {
  readonly status: `band:${string}`;
  readonly failedCoreItems: readonly string[];
  /** The band of the score alone, when a failed core item capped it. */
  readonly cappedFrom: string | null;
};

/** Rulings 10 and 11: the band of the score as it is ranked (the last begins at 0); a failed core item only ever caps it. */
export function gradeScored(field: Field, tally: Scored, evaluation: Evaluation): Grade {
  const { bands } = evaluation;
  const own = bands.findIndex(({ from }) => compareFractions(tally.standing, makeFraction(from, 100)) >= 0);
  const failedCoreItems = listFailedCoreItems(field, tally, evaluation);
  const cap = failedCoreItems.length === 0 ? 0 : bands.findIndex(({ name }) => name === evaluation.coreItemCap);
  return {
    status: `band:${at(bands, Math.max(own, cap)).name}`,
    failedCoreItems,
    cappedFrom: cap > own ? at(bands, own).name : null,
  };
}

/** Core items whose mean over all valid sheets is below the policy's share of their points. */
export function listFailedCoreItems(
  { criteria }: Field,
  tally: Pick<Scored, 'entrant'>,
  { coreItemPercent }: Evaluation,
): string[] {
  return criteria
    .filter(({ core }) => core)
    .filter((item) => compareFractions(meanPoints(tally, [item]), makeFraction(item.max * coreItemPercent, 10_000)) < 0)
    .map(({ id }) => id);
}
