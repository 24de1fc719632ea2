import { cleanLine, foldText } from '../tables/clean.ts';

/** What matching needs of a candidate; `dossier` is the 材料 column as written, empty for none. */
export type DossierOwner = { readonly code: string; readonly name: string; readonly dossier: string };

/** Which files belong to which candidate. Paths are relative to the chosen folder, with `/`. */
export type DossierMatches = {
  /** By candidate's code; only candidates with files, files in the order of their paths. */
  readonly found: ReadonlyMap<string, readonly string[]>;
  /** Files that belong to no candidate; a folder in which none does stands for them, ending in `/`. */
  readonly unmatched: readonly string[];
  /** Codes of the candidates without any file. */
  readonly without: readonly string[];
  /** Names in the 材料 column that no file or folder has, with the candidate's code. */
  readonly missing: readonly { readonly code: string; readonly name: string }[];
};

/** How surely a path belongs to a candidate; a higher one wins. */
const certainty = { file: 1, sameNumber: 2, folderBegins: 3, folderIs: 4, column: 5 } as const;

type Claim = { readonly code: string; readonly certainty: number; readonly length: number };

/**
 * Gives dossier files to candidates: by the 材料 column (file or folder names, with or without extension), by a folder
 * named after the code, the name or both, or by a file whose name begins with the code. A code ends where no further
 * letter or digit follows, so that 1 is not taken for 10; of several codes that fit the longest counts.
 */
export function matchDossiers(owners: readonly DossierOwner[], paths: readonly string[]): DossierMatches {
  const index = indexOwners(owners);
  const found = new Map<string, string[]>();
  const unmatched: string[] = [];
  const used = new Set<Entry>();
  for (const path of paths.toSorted(comparePaths)) {
    const segments = path.split('/');
    const named = claimByColumn(index, segments.map(foldText));
    for (const { entry } of named) used.add(entry);
    const claim = strongest([...named, ...claimByName(index, segments)]);
    if (claim === null) unmatched.push(path);
    else found.set(claim.code, [...(found.get(claim.code) ?? []), path]);
  }
  return {
    found,
    unmatched: nameFolders(unmatched, [...found.values()].flat()),
    without: owners.flatMap(({ code }) => (found.has(code) ? [] : [code])),
    missing: index.entries.filter((entry) => !used.has(entry)).map(({ code, name }) => ({ code, name })),
  };
}

/** One name of a 材料 column. */
type Entry = { readonly code: string; readonly name: string };

/** Candidates by what a path may say of them, folded. */
type OwnerIndex = {
  readonly entries: readonly Entry[];
  readonly byEntry: ReadonlyMap<string, readonly Entry[]>;
  readonly byCode: ReadonlyMap<string, readonly DossierOwner[]>;
  readonly byName: ReadonlyMap<string, readonly DossierOwner[]>;
  readonly byNumber: ReadonlyMap<string, readonly DossierOwner[]>;
};

function indexOwners(owners: readonly DossierOwner[]): OwnerIndex {
  const entries = owners.flatMap(({ code, dossier }) => splitColumn(dossier).map((name) => ({ code, name })));
  return {
    entries,
    byEntry: groupBy(entries, ({ name }) => foldPath(name)),
    byCode: groupBy(owners, ({ code }) => foldText(code)),
    byName: groupBy(owners, ({ name }) => foldText(name)),
    byNumber: groupBy(owners, ({ code }) => plainNumber(code) ?? code),
  };
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function splitColumn(dossier: string): string[] {
  return dossier
    .split(/[、；;，,\n|]/)
    .map(cleanLine)
    .filter((entry) => entry !== '');
}

/** Backslashes as written on Windows, and slashes at the ends, mean the same folder. */
function foldPath(path: string): string {
  return foldText(path.replaceAll('\\', '/').replaceAll(/^\.?\/+|\/+$/g, ''));
}

/** A name in the column may be a path, a folder, or a file anywhere below, with or without its extension. */
function claimByColumn({ byEntry }: OwnerIndex, segments: readonly string[]): (Claim & { readonly entry: Entry })[] {
  const file = segments.at(-1) ?? '';
  const whole = segments.join('/');
  const ancestors = segments.slice(0, -1).map((_, depth) => segments.slice(0, depth + 1).join('/'));
  const names = new Set([whole, stem(whole), file, stem(file), ...segments.slice(0, -1), ...ancestors]);
  return [...names].flatMap((name) =>
    (byEntry.get(name) ?? []).map((entry) => ({
      code: entry.code,
      certainty: certainty.column,
      length: name.length,
      entry,
    })),
  );
}

function claimByName(index: OwnerIndex, segments: readonly string[]): Claim[] {
  const file = segments.at(-1) ?? '';
  const ofFile = [...claimByCode(index, file), ...(index.byName.get(stem(foldText(file))) ?? []).map(makeClaim)];
  return [
    ...segments.slice(0, -1).flatMap((folder) => claimFolder(index, folder)),
    ...ofFile.map((claim) => ({ ...claim, certainty: certainty.file })),
  ];
}

function claimFolder(index: OwnerIndex, folder: string): Claim[] {
  const number = plainNumber(/^\d{1,15}(?![0-9a-z])/.exec(foldSpaced(folder))?.[0] ?? '');
  const alike = number === null ? [] : (index.byNumber.get(number) ?? []);
  return [
    ...claimByCode(index, folder),
    ...(index.byName.get(foldText(folder)) ?? []).map(makeClaim),
    ...alike.map((owner) => ({ ...makeClaim(owner), certainty: certainty.sameNumber })),
  ];
}

/** As `foldText`, but white space stays where it ends a code: “A1 0.pdf” is of A1. */
function foldSpaced(text: string): string {
  return cleanLine(text).normalize('NFKC').toLowerCase();
}

/** Codes at the beginning of a name, where no letter or digit follows or the candidate's own name does. */
function claimByCode({ byCode }: OwnerIndex, segment: string): Claim[] {
  const claims: Claim[] = [];
  const text = foldSpaced(segment);
  for (let length = 1; length <= text.length; length += 1) {
    const rest = text.slice(length);
    for (const owner of byCode.get(text.slice(0, length)) ?? []) {
      if (rest === '' || foldText(rest) === foldText(owner.name)) claims.push(makeClaim(owner));
      else if (!/^[0-9a-z]/.test(rest)) claims.push({ ...makeClaim(owner), certainty: certainty.folderBegins });
    }
  }
  return claims;
}

function makeClaim({ code }: DossierOwner): Claim {
  return { code, certainty: certainty.folderIs, length: code.length };
}

/** 1 and 001 are the same number to a person. */
function plainNumber(text: string): string | null {
  return /^\d{1,15}$/.test(text) ? String(Number(text)) : null;
}

function stem(name: string): string {
  return name.replace(/\.[0-9a-z]{1,5}$/, '');
}

/** The surest claim; of equally sure ones the longest code; none when two candidates claim alike. */
function strongest(claims: readonly Claim[]): Claim | null {
  const [first] = claims.toSorted((a, b) => b.certainty - a.certainty || b.length - a.length);
  if (first === undefined) return null;
  const rivals = claims.filter(({ certainty, length }) => certainty === first.certainty && length === first.length);
  return rivals.every(({ code }) => code === first.code) ? first : null;
}

/** Names a folder once instead of each file in it, when nothing in it was matched. */
function nameFolders(unmatched: readonly string[], matched: readonly string[]): string[] {
  const known = new Set(matched.flatMap(listFolders));
  const names = unmatched.map((path) => listFolders(path).find((folder) => !known.has(folder)) ?? path);
  return [...new Set(names)];
}

/** Folders above a file from the top, each ending in `/`. */
function listFolders(path: string): string[] {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1));
}

/** Natural order, the same on every machine: 2.pdf before 10.pdf. */
function comparePaths(left: string, right: string): number {
  const key = (path: string): string => path.replaceAll(/\d+/g, (digits) => digits.padStart(12, '0'));
  const [a, b] = [key(left), key(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}
