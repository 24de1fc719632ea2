import type { Category, Criterion, Gate, Rubric } from '#shared/round/rubric.ts';

/** The first of `prefix-1`, `prefix-2` … that is not taken: ids stay stable when names change. */
export function makeSlug(prefix: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const slug = `${prefix}-${number}`;
    if (!taken.includes(slug)) return slug;
  }
}

/** The item with the id, changed. */
export function editItem<Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
  change: Partial<Omit<Item, 'id'>>,
): Item[] {
  return items.map((item) => (item.id === id ? { ...item, ...change } : item));
}

/** The items without the one with the id. */
export function removeItem<Item extends { readonly id: string }>(items: readonly Item[], id: string): Item[] {
  return items.filter((item) => item.id !== id);
}

/** Moves the item with the id one place up (-1) or down (1); at the end it stays. */
export function moveItem<Item extends { readonly id: string }>(items: readonly Item[], id: string, by: -1 | 1): Item[] {
  const from = items.findIndex((item) => item.id === id);
  const to = from + by;
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** A rubric with another category at its end; it starts with one criterion of 10 points. */
export function addCategory(rubric: Rubric, names: { readonly category: string; readonly criterion: string }): Rubric {
  const id = makeSlug(
    'category',
    rubric.categories.map(({ id }) => id),
  );
  const criterion = newCriterion(rubric, names.criterion);
  return { ...rubric, categories: [...rubric.categories, { id, name: names.category, criteria: [criterion] }] };
}

export function editCategory(rubric: Rubric, id: string, change: Partial<Omit<Category, 'id'>>): Rubric {
  return { ...rubric, categories: editItem(rubric.categories, id, change) };
}

/** Removes a category with its criteria; a core category goes with it. */
export function removeCategory(rubric: Rubric, id: string): Rubric {
  return {
    ...rubric,
    categories: removeItem(rubric.categories, id),
    coreCategory: rubric.coreCategory === id ? null : rubric.coreCategory,
  };
}

export function moveCategory(rubric: Rubric, id: string, by: -1 | 1): Rubric {
  return { ...rubric, categories: moveItem(rubric.categories, id, by) };
}

/** A rubric with another criterion of 10 points at the end of a category. */
export function addCriterion(rubric: Rubric, categoryId: string, name: string): Rubric {
  return inCategories(rubric, (category) =>
    category.id === categoryId ? [...category.criteria, newCriterion(rubric, name)] : category.criteria,
  );
}

export function editCriterion(rubric: Rubric, id: string, change: Partial<Omit<Criterion, 'id'>>): Rubric {
  return inCategories(rubric, ({ criteria }) => editItem(criteria, id, change));
}

export function removeCriterion(rubric: Rubric, id: string): Rubric {
  return inCategories(rubric, ({ criteria }) => removeItem(criteria, id));
}

/** Moves a criterion inside its category. */
export function moveCriterion(rubric: Rubric, id: string, by: -1 | 1): Rubric {
  return inCategories(rubric, ({ criteria }) => moveItem(criteria, id, by));
}

/** A rubric with another gate, answered by experts. */
export function addGate(rubric: Rubric, name: string): Rubric {
  const id = makeSlug(
    'gate',
    rubric.gates.map(({ id }) => id),
  );
  const gate: Gate = { id, name, guidance: '', by: 'expert' };
  return { ...rubric, gates: [...rubric.gates, gate] };
}

export function editGate(rubric: Rubric, id: string, change: Partial<Omit<Gate, 'id'>>): Rubric {
  return { ...rubric, gates: editItem(rubric.gates, id, change) };
}

export function removeGate(rubric: Rubric, id: string): Rubric {
  return { ...rubric, gates: removeItem(rubric.gates, id) };
}

function inCategories(rubric: Rubric, edit: (category: Category) => Criterion[]): Rubric {
  return {
    ...rubric,
    categories: rubric.categories.map((category) => ({ ...category, criteria: edit(category) })),
  };
}

function newCriterion(rubric: Rubric, name: string): Criterion {
  const taken = rubric.categories.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  return { id: makeSlug('item', taken), name, max: 1000, step: 50, guidance: '', anchors: [], core: false };
}
