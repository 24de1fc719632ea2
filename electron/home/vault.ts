import { createHmac, hkdfSync } from 'node:crypto';
import { openCell, padJson, sealCell, type CellPlace } from '../identity/sealed-cell.ts';

/** Thrown when a home is asked for something after it was locked. */
export class VaultLocked extends Error {}

/** The opened half of a home: what the home's key can do until it is locked again. */
export type Vault = {
  readonly seal: (place: CellPlace, plain: string) => string;
  readonly open: (place: CellPlace, sealed: string) => string;
  /** As `seal` for JSON, in lengths that tell little. */
  readonly sealJson: (place: CellPlace, value: unknown) => string;
  readonly openJson: (place: CellPlace, sealed: string) => unknown;
  /** Name under which a dossier lies: not its SHA-256, which would tell who has it that it is here. */
  readonly nameDossier: (sha256: string) => string;
  /** The key of one sealed file. @param salt 16 bytes of its own */
  readonly fileKey: (salt: Uint8Array) => Uint8Array;
  /** The home's key itself, for wrapping it in another slot. */
  readonly homeKey: () => Uint8Array;
  readonly isLocked: () => boolean;
  /** Forgets every key at once. */
  readonly lock: () => void;
};

const keyLength = 32;
/** Bytes; most sheets fill one or two. */
const block = 512;

/**
 * Opens a home's key for use: keys for cells, for names and for files are derived from it by HKDF-SHA256 (RFC 5869).
 * @param homeKey 32 random bytes; copied, the caller may forget his
 */
export function openVault(homeKey: Uint8Array): Vault {
  const root = Buffer.from(homeKey);
  const cells = derive(root, 'mtx home cells v1');
  const names = derive(root, 'mtx home names v1');
  const files = derive(root, 'mtx home files v1');
  let locked = false;
  const use = (key: Buffer): Buffer => {
    if (locked) throw new VaultLocked('the home is locked');
    return key;
  };
  const seal = (place: CellPlace, plain: string) => sealCell(use(cells), place, plain);
  const open = (place: CellPlace, sealed: string) => openCell(use(cells), place, sealed);
  return {
    seal,
    open,
    sealJson: (place, value) => seal(place, padJson(value, block)),
    openJson: (place, sealed): unknown => JSON.parse(open(place, sealed)),
    nameDossier: (sha256) => createHmac('sha256', use(names)).update(sha256).digest('hex'),
    fileKey: (salt) => derive(use(files), 'mtx home file v1', salt),
    homeKey: () => Buffer.from(use(root)),
    isLocked: () => locked,
    lock: () => {
      locked = true;
      for (const key of [root, cells, names, files]) key.fill(0);
    },
  };
}

function derive(key: Uint8Array, purpose: string, salt: Uint8Array = new Uint8Array(0)): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, purpose, keyLength));
}
