import type { Database } from 'better-sqlite3';
import { fail, type Result } from '#shared/base/result.ts';
import type { IdentityCode } from '#shared/identity/sentences.ts';
import { activationWorkFactor, readActivationCode } from '../identity/activation-code.ts';
import { decryptWhole, encryptAge, inMemory } from '../identity/age.ts';
import { passphraseWorkFactor } from '../identity/key-file.ts';
import { normalisePassphrase } from '../identity/passphrase.ts';

/** What opens a slot: a passphrase that a person chose, or the secret of an activation code. */
export type SlotSecret = { readonly kind: SlotKind; readonly text: string };
export type SlotKind = 'passphrase' | 'code';

const keyLength = 32;

/** A home's key wrapped for a slot. */
export type WrappedKey = { readonly kind: SlotKind; readonly wrapped: Buffer };

/**
 * What a person typed as the secrets that it may be: a passphrase, and an activation code when it reads as one. Codes
 * carry 60 random bits and open slots of a low work factor.
 */
export function readSecrets(typed: string): readonly SlotSecret[] {
  const passphrase: SlotSecret = { kind: 'passphrase', text: normalisePassphrase(typed) };
  const code = readActivationCode(typed);
  return code.ok ? [{ kind: 'code', text: code.value.secret }, passphrase] : [passphrase];
}

/** Wraps a home's key: an age file under scrypt. @param workFactor log2 of N; tests pass a small one */
export async function wrapKey(
  homeKey: Uint8Array,
  { kind, text }: SlotSecret,
  workFactor: number = kind === 'code' ? activationWorkFactor : passphraseWorkFactor,
): Promise<WrappedKey> {
  const parts: Uint8Array[] = [];
  const sealed = await encryptAge(inMemory(homeKey), { by: 'passphrase', passphrase: text, workFactor });
  for await (const part of sealed) parts.push(part);
  return { kind, wrapped: Buffer.concat(parts) };
}

/** The kinds of slots that a home has; none: it has no key yet. */
export function listSlotKinds(db: Database): readonly SlotKind[] {
  return db
    .prepare<[], { kind: SlotKind }>('SELECT DISTINCT kind FROM key_slots ORDER BY kind')
    .all()
    .map(({ kind }) => kind);
}

/** The home's key out of the first slot that one of the secrets opens. */
export async function unwrapKey(db: Database, secrets: readonly SlotSecret[]): Promise<Result<Buffer, IdentityCode>> {
  const slots = db.prepare<[string], { wrapped: Buffer }>('SELECT wrapped FROM key_slots WHERE kind = ? ORDER BY id');
  for (const { kind, text } of secrets) {
    if (text === '') continue;
    for (const { wrapped } of slots.all(kind)) {
      const key = await decryptWhole(wrapped, { by: 'passphrase', passphrase: text });
      if (key.ok && key.value.length === keyLength) return key;
      if (!key.ok && key.error.code === 'no-match') continue;
      return fail('identity.key-file-damaged', { file: 'home.db' });
    }
  }
  return fail('identity.wrong-passphrase');
}

/** Adds a slot; those that are there keep opening the home. */
export function addSlot(db: Database, { kind, wrapped }: WrappedKey, at: string): void {
  db.prepare('INSERT INTO key_slots (kind, wrapped, made_at) VALUES (?, ?, ?)').run(kind, wrapped, at);
}

/**
 * Puts one slot in the place of all others. One transaction: whenever the machine stops, either the old ones open the
 * home or the new one. Afterwards nothing of the old ones is left in the file or its log.
 */
export function replaceSlots(db: Database, slot: WrappedKey, at: string): void {
  db.pragma('secure_delete = ON');
  db.transaction(() => {
    db.exec('DELETE FROM key_slots');
    addSlot(db, slot, at);
  }).immediate();
  db.pragma('wal_checkpoint(TRUNCATE)');
}
