import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** One place of the source that makes a refusal; `keys` null when its detail is not a plain object literal. */
export type CodeUse = {
  readonly code: string;
  readonly place: string;
  readonly keys: readonly string[] | null;
};

type SourceFile = { readonly path: string; readonly text: string };

/** The product's source without the sentences themselves. */
export function readSources(...folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('sentences.ts'))
      .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(root, folder, path), 'utf8') })),
  );
}

/** Every `fail('x.y', …)` and `new Refusal('x.y', …)` with the keys of its detail. */
export function listRefusals(files: readonly SourceFile[]): CodeUse[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(/\b(?:fail|Refusal)\(\s*'([a-z]+\.[a-z0-9-]+)'/g)].map((match) => {
      const rest = text.slice(match.index + match[0].length);
      const line = text.slice(0, match.index).split('\n').length;
      return { code: match[1] ?? '', place: `${path}:${line}`, keys: readDetail(rest) };
    }),
  );
}

/** Every string literal that has the form of a code of one of the features, wherever it stands. */
export function listLiterals(files: readonly SourceFile[], features: readonly string[]): Map<string, string> {
  const form = new RegExp(`'((?:${features.join('|')})\\.[a-z0-9-]+)'`, 'g');
  return new Map(files.flatMap(({ path, text }) => [...text.matchAll(form)].map((match) => [match[1] ?? '', path])));
}

/** The keys of the object literal that is a call's second argument; [] without one, null for anything else. */
function readDetail(rest: string): string[] | null {
  const start = /^\s*,?\s*/.exec(rest)?.[0].length ?? 0;
  if (rest[start] === ')') return [];
  if (rest[start] !== '{') return null;
  const parts = splitTopLevel(rest.slice(start + 1));
  if (parts.some((part) => part.startsWith('...'))) return null;
  return parts.map((part) => /^'?(\w+)'?/.exec(part)?.[1] ?? '').filter((key) => key !== '');
}

/** The parts of an object literal between its commas, up to its closing brace. */
function splitTopLevel(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if ('({['.includes(sign)) depth += 1;
    const ends = depth === 0 && sign === '}';
    if (ends || (depth === 0 && sign === ',')) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
    if (ends) break;
    if (')}]'.includes(sign)) depth -= 1;
  }
  return parts.filter((part) => part !== '');
}
