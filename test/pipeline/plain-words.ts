import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Which of the words stand in the open anywhere in a folder: in a file's bytes or its name, in UTF-8 or UTF-16, also
 * as base64 of the word alone.
 * @returns `word in file`
 */
export function findPlainWords(folder: string, words: readonly string[]): string[] {
  const needles = words.flatMap((word) => [
    { word, bytes: Buffer.from(word, 'utf8') },
    { word, bytes: Buffer.from(word, 'utf16le') },
    { word, bytes: Buffer.from(word, 'utf16le').swap16() },
  ]);
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const named = words.filter((word) => entry.name.includes(word)).map((word) => `${word} names ${path}`);
    if (!entry.isFile()) return named;
    const content = readFileSync(path);
    return [
      ...named,
      ...needles.filter(({ bytes }) => content.includes(bytes)).map(({ word }) => `${word} in ${path}`),
    ];
  });
}
