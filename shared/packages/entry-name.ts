import { packageLimits } from './limits.ts';

/** Names of the three files in front of `data/`, in their order. */
export const bagFile = 'bagit.txt';
export const manifestFile = 'manifest-sha256.txt';
export const statementFile = 'statement.dsse.json';
export const leadingFiles = [bagFile, manifestFile, statementFile] as const;

/** The whole text of `bagit.txt` (RFC 8493, section 2.1.1). */
export const bagText = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

// Device names of Windows, with or without an extension (Microsoft, "Naming Files, Paths, and Namespaces").
const deviceName = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;
const segmentForm = /^[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?$/;

/**
 * Whether a path may stand under `data/`: ASCII from an allow-list, `/` only; no absolute path, drive, `..`, empty or
 * hidden segment, trailing dot or space, no device name of Windows, and at most 8 segments deep.
 */
export function isDataName(name: string): boolean {
  const [root, ...segments] = name.split('/');
  if (root !== 'data' || segments.length === 0 || segments.length >= packageLimits.entryDepth) return false;
  if (name.length > packageLimits.entryName) return false;
  return segments.every((segment) => segmentForm.test(segment) && !deviceName.test(segment));
}

/**
 * The first name that clashes with an earlier one once case is folded: the same, or one a folder of the other.
 * @returns that name and the earlier one, or null
 */
export function findNameClash(names: readonly string[]): { readonly name: string; readonly earlier: string } | null {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const name of names) {
    const parts = name.toLowerCase().split('/');
    const above = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
    const whole = parts.join('/');
    const earlier = files.get(whole) ?? folders.get(whole) ?? above.map((path) => files.get(path)).find(isText);
    if (earlier !== undefined) return { name, earlier };
    files.set(whole, name);
    for (const path of above) folders.set(path, name);
  }
  return null;
}

function isText(text: string | undefined): text is string {
  return text !== undefined;
}
