import { z } from 'zod';
import { storedKeysSchema, type StoredKeys } from '../identity/keys.ts';
import { homeTime, type Home } from './home.ts';
import { identityPlace } from './places.ts';

/** Whose keys: an expert's for one commission, so that several experts can share a machine. */
export type IdentityOwner = { readonly commission: string; readonly expertId: string };

/** Stands for the commission of keys that belong to none yet: those of registration cards. */
export const cardCommission = '0'.repeat(64);

export type Identity = IdentityOwner & { readonly keys: StoredKeys };

type Row = { commission: string; expert_id: string; keys: string };

/** The keys of an owner, or null while he has none here. */
export function findIdentity(home: Home, { commission, expertId }: IdentityOwner): StoredKeys | null {
  const row = home.db
    .prepare<[string, string], Row>('SELECT * FROM identities WHERE commission = ? AND expert_id = ?')
    .get(commission, expertId);
  return row === undefined ? null : openRow(home, row).keys;
}

/** Every owner's keys on this machine, the newest first. */
export function listIdentities(home: Home): Identity[] {
  return home.db
    .prepare<[], Row>('SELECT commission, expert_id, keys FROM identities ORDER BY created_at DESC, expert_id')
    .all()
    .map((row) => openRow(home, row));
}

/** Keeps keys for an owner, in the place of those that he had. */
export function keepIdentity(home: Home, { commission, expertId }: IdentityOwner, keys: StoredKeys): void {
  const sealed = JSON.stringify(home.vault.sealJson(identityPlace(commission, expertId), keys));
  home.db
    .prepare('INSERT OR REPLACE INTO identities (commission, expert_id, keys, created_at) VALUES (?, ?, ?, ?)')
    .run(commission, expertId, sealed, homeTime(home));
}

export function removeIdentity(home: Home, { commission, expertId }: IdentityOwner): void {
  home.db.prepare('DELETE FROM identities WHERE commission = ? AND expert_id = ?').run(commission, expertId);
}

function openRow(home: Home, { commission, expert_id: expertId, keys }: Row): Identity {
  const sealed = z.string().parse(JSON.parse(keys));
  const opened = home.vault.openJson(identityPlace(commission, expertId), sealed);
  return { commission, expertId, keys: storedKeysSchema.parse(opened) };
}
