import type { Entropy } from '#shared/base/ids.ts';
import { idSchema, sha256Schema } from '#shared/base/ids.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { SuiteName } from '#shared/packages/suite.ts';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { attemptFile } from '../base/attempt-file.ts';
import type { Disk } from '../base/write-file-atomic.ts';
import { readAgeHeader } from './age-header.ts';
import { readStored, writeKeyFile, type KeyFileCode } from './key-file.ts';
import { createKeys, loadKeys, storedKeysSchema, type OwnKeys } from './keys.ts';
import { checkPassphrase } from './passphrase.ts';

/**
 * A member's keys as they are stored under his passphrase. `commission` is the fingerprint of the commission's first
 * key: whoever changes the folder cannot put another commission in its place, for he does not know the passphrase.
 */
const memberKeysSchema = storedKeysSchema.extend({
  owner: z.literal('member'),
  member: idSchema,
  commission: sha256Schema,
});
export type MemberKeys = z.infer<typeof memberKeysSchema>;

/** A member's keys, ready for use. */
export type OwnMemberKeys = OwnKeys & { readonly member: string; readonly commission: string };

export type NewMemberKeys = {
  readonly member: string;
  readonly commission: string;
  readonly entropy: Entropy;
  readonly suite: SuiteName;
};

export type MemberFileOptions = { readonly workFactor?: number; readonly disk?: Disk | undefined };

/** Makes a member's keys. */
export async function makeMemberKeys({ member, commission, entropy, suite }: NewMemberKeys): Promise<MemberKeys> {
  return { ...(await createKeys('member', entropy, suite)), owner: 'member', member, commission };
}

/** Writes a member's keys under his passphrase; a weak one is refused. The file is replaced as a whole. */
export async function writeMemberKeys(
  path: string,
  keys: MemberKeys,
  passphrase: string,
  options: MemberFileOptions = {},
): Promise<Result<null, KeyFileCode>> {
  const checked = checkPassphrase(passphrase);
  return checked.ok ? writeKeyFile(path, keys, checked.value, options) : checked;
}

/** Opens a member's keys with his passphrase. */
export async function unlockMemberKeys(
  path: string,
  passphrase: string,
): Promise<Result<{ readonly stored: MemberKeys; readonly keys: OwnMemberKeys }, KeyFileCode>> {
  const stored = await readStored(path, passphrase, memberKeysSchema);
  if (!stored.ok) return stored;
  const { member, commission } = stored.value;
  return ok({ stored: stored.value, keys: { ...loadKeys(stored.value), member, commission } });
}

/**
 * Puts a member's keys under another passphrase: this one file is written anew and replaced in one step, so that after
 * a crash either the old passphrase opens it or the new one. The work factor stays.
 */
export async function rewrapMemberKeys(
  path: string,
  { from, to }: { readonly from: string; readonly to: string },
  disk?: Disk,
): Promise<Result<null, KeyFileCode>> {
  const unlocked = await unlockMemberKeys(path, from);
  if (!unlocked.ok) return unlocked;
  const workFactor = await readWorkFactor(path);
  /* v8 ignore next -- the file was opened a moment ago; only a disk that fails in between comes here */
  if (!workFactor.ok) return workFactor;
  return writeMemberKeys(path, unlocked.value.stored, to, { workFactor: workFactor.value, disk });
}

/** log2 of scrypt's N of a file under a passphrase. */
export async function readWorkFactor(path: string): Promise<Result<number, KeyFileCode>> {
  const bytes = await attemptFile(path, () => readFile(path));
  if (!bytes.ok) return bytes;
  const header = readAgeHeader(bytes.value);
  if (!header.ok || header.value.by !== 'passphrase') {
    return fail('identity.key-file-damaged', { file: basename(path) });
  }
  return ok(header.value.workFactor);
}
