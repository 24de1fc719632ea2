import type { PackageKind } from './package-kind.ts';

const kibi = 1024;
const mebi = 1024 * kibi;

/** What a reader takes at most of one package. `package` and `envelope` (`statement.dsse.json`) in bytes. */
export type PackageCaps = {
  readonly package: number;
  readonly envelope: number;
  /** Values and keys in the payload's JSON. */
  readonly values: number;
};

/**
 * Caps of tasks and archives. A package stays below 4 GiB, so that it fits a FAT32 stick, and its ZIP therefore never
 * needs zip64.
 */
export const largeCaps: PackageCaps = { package: 4096 * mebi - 1, envelope: 64 * mebi, values: 4_000_000 };

/** Caps of results, receipts and cards: small by nature, and sent by people we know less well. */
export const smallCaps: PackageCaps = { package: 256 * mebi, envelope: 16 * mebi, values: 1_000_000 };

/** The caps of a kind. */
export function capsOf(kind: PackageKind): PackageCaps {
  return smallKinds.includes(kind) ? smallCaps : largeCaps;
}

const smallKinds: readonly PackageKind[] = ['result', 'receipt', 'card'];

/** Further caps of format 1; whatever is larger is refused unread. */
export const packageLimits = {
  /** Bytes of the ZIP inside: encryption adds 16 per 64 KiB. */
  zip: 4092 * mebi,
  entries: 10_000,
  entryName: 200,
  /** Folders and file of a name, `data` among them. */
  entryDepth: 8,
  manifest: 4 * mebi,
  /** Bytes of an age header: 20 stanzas need far less. */
  ageHeader: 16 * kibi,
  ageStanzas: 20,
  /** log2 of scrypt's N: 2^20 × 8 × 128 bytes = 1 GiB is the most a header can make us allocate. */
  scryptWorkFactor: 20,
  nesting: 16,
  /** Milliseconds that opening may take, however small the package, and bytes for which it may take one more. */
  openTime: 30_000,
  openBytes: 2 * kibi,
} as const;
