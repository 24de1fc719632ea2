import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../renderer', import.meta.url));

/** Style sheets with the feature they belong to; those that put a side together may touch its features. */
function listSheets(): readonly { readonly feature: string; readonly text: string }[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css') && path.split(/[/\\]/).length > 2)
    .map((path) => ({
      feature: path.split(/[/\\]/).slice(0, 2).join('/'),
      text: readFileSync(join(root, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, ''),
    }));
}

/** The classes that selectors of a sheet begin with. */
function listClasses(text: string): readonly string[] {
  const selectors = [...text.matchAll(/([^{}]+)\{/g)].flatMap(([, list = '']) => list.split(','));
  return selectors.map((selector) => /^\s*\.([a-z][\w-]*)/.exec(selector)?.[1] ?? '').filter(Boolean);
}

test('no class is styled by two features, for both may be on the screen one after the other', () => {
  const features = new Map<string, Set<string>>();
  for (const { feature, text } of listSheets()) {
    for (const name of listClasses(text)) features.set(name, (features.get(name) ?? new Set()).add(feature));
  }
  // A feature may adjust a small piece of ui/ that it uses.
  const shared = [...features].filter(
    ([, owners]) => [...owners].filter((owner) => !owner.startsWith('ui/')).length > 1,
  );
  const own = shared.filter(([, owners]) => ![...owners].some((owner) => owner.startsWith('ui/')));
  expect(own.map(([name, owners]) => `${name}: ${[...owners].join(', ')}`)).toEqual([]);
});
