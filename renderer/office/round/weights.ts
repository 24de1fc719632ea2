import type { Policy } from '#shared/round/policy.ts';
import type { Rubric } from '#shared/round/rubric.ts';

type Weights = Policy['weights'];

/** Every category of the rubrics once, with its weight; weights of categories that are gone stand at the end, by their ids. */
export function listWeights(
  rubrics: readonly Rubric[],
  weights: Weights,
): { readonly category: string; readonly name: string; readonly percent: number }[] {
  const names = new Map(rubrics.flatMap(({ categories }) => categories.map(({ id, name }) => [id, name] as const)));
  for (const { category } of weights) if (!names.has(category)) names.set(category, category);
  const percents = new Map(weights.map(({ category, percent }) => [category, percent]));
  return [...names].map(([category, name]) => ({ category, name, percent: percents.get(category) ?? 100 }));
}

/** The weights with one changed; what counts in full is not written down. */
export function putWeight(weights: Weights, category: string, percent: number): Weights {
  const others = weights.filter((weight) => weight.category !== category);
  return percent === 100 ? others : [...others, { category, percent }];
}
