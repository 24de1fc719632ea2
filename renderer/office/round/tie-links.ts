import type { TieLink } from '#shared/round/policy.ts';
import { listCriteria, type Rubric } from '#shared/round/rubric.ts';

/** What a comparison is about: the whole sheet, one category or one criterion. */
export type TieGroup = 'whole' | 'category' | 'criterion';

/** A comparison that can be put into the tie chain; `item` is the name of a category or criterion, else null. */
export type TieChoice = { readonly group: TieGroup; readonly link: TieLink; readonly item: string | null };

/** The name of what a link compares, when it is one category or a list of criteria of a rubric; else null. */
export function nameLink(link: TieLink, rubrics: readonly Rubric[]): string | null {
  if (link.by === 'category' && link.category !== null) {
    const { category } = link;
    const found = rubrics.flatMap(({ categories }) => categories).find(({ id }) => id === category);
    return found?.name ?? category;
  }
  if (link.by === 'criteria' && link.criteria !== null) {
    const all = rubrics.flatMap(listCriteria);
    return link.criteria.map((id) => all.find((criterion) => criterion.id === id)?.name ?? id).join('、');
  }
  return null;
}

/**
 * The comparisons that a chain does not hold yet. Categories and criteria are offered only when every rubric has them: a chain
 * counts for all tracks.
 */
export function listChoices(chain: readonly TieLink[], rubrics: readonly Rubric[]): TieChoice[] {
  const general: readonly TieLink[] = [
    { by: 'total' },
    { by: 'category', category: null },
    { by: 'criteria', criteria: null },
    { by: 'decision' },
  ];
  const categories = sharedIds(rubrics, (rubric) => rubric.categories);
  const criteria = sharedIds(rubrics, listCriteria);
  const held = new Set(chain.map((link) => JSON.stringify(link)));
  const offer = (group: TieGroup, links: readonly TieLink[]): TieChoice[] =>
    links
      .filter((link) => !held.has(JSON.stringify(link)))
      .map((link) => ({ group, link, item: nameLink(link, rubrics) }));
  return [
    ...offer('whole', general),
    ...offer(
      'category',
      categories.map((category) => ({ by: 'category', category })),
    ),
    ...offer(
      'criterion',
      criteria.map((id) => ({ by: 'criteria', criteria: [id] })),
    ),
  ];
}

/** Ids that every rubric has, in the order of the first. */
function sharedIds(rubrics: readonly Rubric[], list: (rubric: Rubric) => readonly { readonly id: string }[]): string[] {
  const [first, ...others] = rubrics.map((rubric) => list(rubric).map(({ id }) => id));
  return (first ?? []).filter((id) => others.every((ids) => ids.includes(id)));
}

/** Moves a link one place up (-1) or down (1); at the end it stays. */
export function moveLink(chain: readonly TieLink[], from: number, by: -1 | 1): TieLink[] {
  const to = from + by;
  const link = chain[from];
  if (link === undefined || to < 0 || to >= chain.length) return [...chain];
  return chain.toSpliced(from, 1).toSpliced(to, 0, link);
}
