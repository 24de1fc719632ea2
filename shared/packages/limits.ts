const kibi = 1024;
const mebi = 1024 * kibi;

/**
 * Caps of format 1; whatever is larger is refused unread.
 * A package stays below 4 GiB, so that it fits a FAT32 stick, and its ZIP therefore never needs zip64.
 */
export const packageLimits = {
  /** Bytes of a whole package, encrypted or not. */
  package: 4096 * mebi - 1,
  /** Bytes of the ZIP inside: encryption adds 16 per 64 KiB. */
  zip: 4092 * mebi,
  /** Bytes of a result, receipt or card: small by nature, and sent by people we know less well. */
  smallPackage: 256 * mebi,
  entries: 10_000,
  entryName: 200,
  manifest: 4 * mebi,
  /** `statement.dsse.json` */
  envelope: 64 * mebi,
  /** Bytes of an age header: 20 stanzas need far less. */
  ageHeader: 16 * kibi,
  ageStanzas: 20,
  /** log2 of scrypt's N: 2^20 × 8 × 128 bytes = 1 GiB is the most a header can make us allocate. */
  scryptWorkFactor: 20,
  nesting: 16,
} as const;
