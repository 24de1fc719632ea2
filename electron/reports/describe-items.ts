import { lookUp } from '#shared/base/at.ts';
import { formatPoints } from '#shared/base/points.ts';
import type { Explanation } from '#shared/ranking/explanation.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import type { FormWords } from './words.ts';

/** What the score is made of: a line per category with its mean and those of its items, over all valid sheets; nothing without one. */
export function describeItems({ row, items }: Explanation, { categories }: Rubric, words: FormWords): string[] {
  if (items.length === 0) return [];
  const means = new Map(row.categories.map(({ categoryId, text }) => [categoryId, text]));
  const itemMeans = new Map(items.map((item) => [item.criterionId, item]));
  const lines = categories.map(({ id, name, criteria }) => {
    const parts = criteria.map((criterion) => {
      const { text, failed } = lookUp(itemMeans, criterion.id);
      return words.item(criterion.name, text, formatPoints(criterion.max)) + (failed ? words.itemFailed : '');
    });
    const most = criteria.reduce((sum, { max }) => sum + max, 0);
    return words.category(name, means.get(id) ?? words.none, formatPoints(most), parts.join(words.list));
  });
  return [words.items, ...lines];
}
