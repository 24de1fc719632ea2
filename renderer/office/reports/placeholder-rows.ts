import type { Language } from '#shared/base/sentence.ts';
import type { Placeholder } from '#shared/reports/placeholder.ts';

/** One line of the list: what is written into a template, how deep it stands, and what comes there. */
export type PlaceholderRow = { readonly written: string; readonly depth: number; readonly meaning: string };

/** The placeholders of a form as lines, loops before what they hold. */
export function listPlaceholders(items: readonly Placeholder[], language: Language, depth = 0): PlaceholderRow[] {
  return items.flatMap(({ name, what, items: inner }) => [
    {
      written: inner === null ? `{${name}}` : `{#${name}} … {/${name}}`,
      depth,
      meaning: language === 'en' ? what.en : what.zh,
    },
    ...(inner === null ? [] : listPlaceholders(inner, language, depth + 1)),
  ]);
}
