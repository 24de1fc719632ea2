import { compareBytes } from '../base/order.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { findNameClash, isDataName } from './entry-name.ts';
import { packageLimits } from './limits.ts';
import type { PackageCode } from './sentences.ts';

/** One file under `data/` and the SHA-256 of its content. */
export type ManifestEntry = { readonly path: string; readonly sha256: string };

/** The text of `manifest-sha256.txt` (RFC 8493, section 2.1.3), sorted by the bytes of the path; `sha256sum -c` reads it. */
export function formatManifest(entries: readonly ManifestEntry[]): string {
  return entries
    .toSorted((left, right) => compareBytes(left.path, right.path))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('');
}

/** Reads a manifest in its one form: allowed names, sorted by bytes, no duplicates, LF, final newline. */
export function parseManifest(text: string): Result<readonly ManifestEntry[], PackageCode> {
  if (text !== '' && !text.endsWith('\n')) return fail('package.manifest-form');
  const entries = text.split('\n').slice(0, -1).map(parseLine);
  const known = entries.filter((entry) => entry !== null);
  if (known.length < entries.length || known.length > packageLimits.entries) return fail('package.manifest-form');
  if (findNameClash(known.map(({ path }) => path)) !== null) return fail('package.manifest-form');
  const misplaced = known.find((entry, index) => {
    const before = known[index - 1];
    return before !== undefined && compareBytes(before.path, entry.path) >= 0;
  });
  return misplaced === undefined ? ok(known) : fail('package.manifest-form');
}

function parseLine(line: string): ManifestEntry | null {
  const [, sha256, path] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? [];
  return sha256 !== undefined && path !== undefined && isDataName(path) ? { sha256, path } : null;
}
