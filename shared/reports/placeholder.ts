import type { Sentence } from '../base/sentence.ts';

/**
 * A place in a template: `{name}` is replaced by a text. With `items` it is a loop: what stands between `{#name}` and
 * `{/name}` is repeated for every item, and may use the item's placeholders beside those outside.
 */
export type Placeholder = {
  readonly name: string;
  readonly what: Sentence;
  readonly items: readonly Placeholder[] | null;
};

/** A place for a text. */
export function text(name: string, zh: string, en: string): Placeholder {
  return { name, what: { zh, en }, items: null };
}

/** A part that is repeated. */
export function loop(name: string, zh: string, en: string, items: readonly Placeholder[]): Placeholder {
  return { name, what: { zh, en }, items };
}

/** A part that is shown only when something holds: a loop of one or none. */
export function when(name: string, zh: string, en: string): Placeholder {
  return { name, what: { zh, en }, items: [] };
}
