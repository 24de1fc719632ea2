import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of a name's words together: with extension, number and a temporary file's marks below the 255 that disks take. */
const longest = 190;
const longestWord = 90;

// Reserved by Windows or the shell of some system, control characters, and marks that turn the direction of writing.
const forbidden =
  /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\p{Surrogate}]/gu;

/** Names that Windows keeps for devices, whatever the extension. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file name that Windows, macOS and Linux take: reserved characters and control characters become spaces, length is
 * bounded, no dot or space at the end.
 * @param words parts joined by dashes
 */
export function makeFileName(words: readonly string[], extension: string): string {
  const parts = words
    .map((word) => trim(cut(word.replaceAll(forbidden, ' '), longestWord)))
    .filter((word) => word !== '');
  const stem = trim(cut(parts.join('-'), longest));
  return `${stem === '' || devices.test(stem) ? `mtx${stem}` : stem}${extension}`;
}

/** Windows drops dots and spaces at the end of a name; at the beginning, a dot hides the file elsewhere. */
function trim(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/^[. ]+|[. ]+$/g, '');
}

/** The beginning of a text that takes at most so many bytes of UTF-8; no character is cut in two. */
function cut(text: string, bytes: number): string {
  let size = 0;
  let end = 0;
  for (const character of text) {
    size += Buffer.byteLength(character);
    if (size > bytes) return text.slice(0, end);
    end += character.length;
  }
  return text;
}

/** Keeps names apart as file systems that fold case do: a name met before gets a number. */
export function makeUniqueNames(): (name: string, extension: string) => string {
  const used = new Set<string>();
  return (name, extension) => {
    const isFree = (candidate: string): boolean => !used.has(foldName(candidate));
    const free = findFreeName(name, extension, isFree);
    used.add(foldName(free));
    return free;
  };
}

/** A name that no file of the folder has yet, so that nothing is written over. */
export function nameInFolder(folder: string, name: string, extension: string): string {
  return findFreeName(name, extension, (candidate) => !existsSync(join(folder, candidate)));
}

function findFreeName(name: string, extension: string, isFree: (candidate: string) => boolean): string {
  const stem = name.slice(0, name.length - extension.length);
  for (let number = 2, candidate = name; ; number += 1) {
    if (isFree(candidate)) return candidate;
    candidate = `${stem} (${number})${extension}`;
  }
}

function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
