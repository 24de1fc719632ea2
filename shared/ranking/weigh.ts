import { at } from '../base/at.ts';
import type { Policy } from '../round/policy.ts';
import type { Rubric } from '../round/rubric.ts';

/**
 * The unit of weighted totals: without weights hundredths of a point and `percents` null; with weights
 * ten-thousandths, since hundredths × per cent are whole numbers. `percents` follows the rubric's categories.
 */
export type WeightScale = {
  readonly perPoint: number;
  readonly percents: readonly number[] | null;
  /** The most that a sheet can reach, in that unit. */
  readonly maximum: number;
};

/** What the policy's weights make of a rubric; a category that they do not name counts in full. */
export function scaleOf({ categories }: Rubric, weights: Policy['weights']): WeightScale {
  const named = new Map(weights.map(({ category, percent }) => [category, percent]));
  const percents = categories.map(({ id }) => named.get(id) ?? 100);
  const most = categories.map(({ criteria }) => criteria.reduce((sum, { max }) => sum + max, 0));
  const plain = percents.every((percent) => percent === 100);
  const maximum = most.reduce((sum, points, index) => sum + points * (plain ? 1 : at(percents, index)), 0);
  return plain ? { perPoint: 100, percents: null, maximum } : { perPoint: 10_000, percents, maximum };
}
