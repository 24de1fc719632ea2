import { createHmac } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { CellPlace } from '../identity/sealed-cell.ts';
import { columnSealer, isSealedColumn, type OpenColumn, type SealColumn } from '../identity/sealed-column.ts';

// Where the sealed columns of a workspace stand. A place is part of what a text is sealed with: it never changes.

/** The activation code of a task package. */
export const codePlace = (statement: string): CellPlace => ({ table: 'tasks', column: 'code', row: statement });
/** 手机 of an expert. */
export const phonePlace = (expertId: string): CellPlace => ({ table: 'experts', column: 'phone', row: expertId });
/** 证件号 and its like of a candidate. */
export const sealedPlace = (candidateId: string): CellPlace => ({
  table: 'candidates',
  column: 'sealed',
  row: candidateId,
});

/** Bytes to whose multiples sealed fields are filled up, so that their length tells little. */
export const sealedBlock = 128;

type KeyRow = { public_key: string; secret: string; salt: string };

/** The workspace's key for its columns, as it is stored; undefined in one that was never unlocked since it has them. */
export function loadColumnKey(db: Database): KeyRow | undefined {
  return db.prepare<[], KeyRow>('SELECT public_key, secret, salt FROM column_key').get();
}

/**
 * What seals the columns of a workspace; needs no passphrase. A workspace of an earlier version has no key before its
 * first unlock: until then texts stay as they are, and are sealed then.
 */
export function sealColumns(db: Database): SealColumn {
  const key = loadColumnKey(db);
  return key === undefined ? (_, plain) => plain : columnSealer(key.public_key);
}

/** A stored text in the open; null when it is sealed and the workspace locked. */
export function readColumn(open: OpenColumn | undefined, place: CellPlace, stored: string): string | null {
  if (!isSealedColumn(stored)) return stored;
  return open === undefined ? null : open(place, stored);
}

const markLength = 3;

/**
 * 12 bits of a telephone number under the workspace's salt: enough to tell two persons of one name and unit apart while
 * the workspace is locked (wrong in 1 of 4096 such pairs), too few to find the number by: of 10^10 numbers each mark
 * fits more than two million.
 */
export function markPhone(db: Database, phone: string): string {
  const salt = loadColumnKey(db)?.salt;
  if (salt === undefined || phone === '') return '';
  return createHmac('sha256', Buffer.from(salt, 'base64')).update(phone).digest('hex').slice(0, markLength);
}
