import type { FileCode } from '#shared/base/file-sentences.ts';
import type { Entropy } from '#shared/base/ids.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { IdentityCode } from '#shared/identity/sentences.ts';
import { parseJson } from '#shared/packages/canonical.ts';
import type { SuiteName } from '#shared/packages/suite.ts';
import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import type { z } from 'zod';
import { basename } from 'node:path';
import { attemptFile } from '../base/attempt-file.ts';
import { writeFileAtomic, type Disk } from '../base/write-file-atomic.ts';
import { decryptWhole, encryptAge, inMemory } from './age.ts';
import { createKeys, loadKeys, storedKeysSchema, type KeyOwner, type OwnKeys, type StoredKeys } from './keys.ts';
import { checkPassphrase, normalisePassphrase } from './passphrase.ts';

/**
 * log2 of scrypt's N for passphrases that people choose: N = 2^17, r = 8 needs 128 MiB and about half a second per
 * guess on our 2-core machine, so a thief with a thousand such machines tries 2,000 per second.
 */
export const passphraseWorkFactor = 17;

const largestKeyFile = 64 * 1024;
const ownerOnly = 0o600;

export type KeyFileCode = IdentityCode | FileCode;

export type KeyFileOptions = {
  readonly entropy: Entropy;
  /** log2 of scrypt's N; tests pass a small one. */
  readonly workFactor?: number;
  /** How new keys sign; Ed25519 unless said otherwise. */
  readonly suite?: SuiteName;
  readonly disk?: Disk | undefined;
};

/** Makes the commission's keys and stores them under a passphrase; refuses a weak one and never overwrites keys. */
export async function createCommissionKeys(
  path: string,
  passphrase: string,
  options: KeyFileOptions,
): Promise<Result<OwnKeys, KeyFileCode>> {
  return createKeyFile(path, 'commission', passphrase, options);
}

/** Opens the commission's key file. */
export async function unlockCommissionKeys(path: string, passphrase: string): Promise<Result<OwnKeys, KeyFileCode>> {
  const keys = await unlockKeyFile(path, passphrase);
  if (keys.ok && keys.value.owner !== 'commission') {
    return fail('identity.key-file-damaged', { file: basename(path) });
  }
  return keys;
}

/** Makes keys for an owner and stores them under a passphrase. */
export async function createKeyFile(
  path: string,
  owner: KeyOwner,
  passphrase: string,
  options: KeyFileOptions,
): Promise<Result<OwnKeys, KeyFileCode>> {
  const checked = checkPassphrase(passphrase);
  if (!checked.ok) return checked;
  if (existsSync(path)) return fail('identity.key-file-exists', { file: basename(path) });
  const stored = await createKeys(owner, options.entropy, options.suite);
  const written = await writeKeyFile(path, stored, checked.value, options);
  return written.ok ? ok(loadKeys(stored)) : written;
}

/**
 * Writes keys as a standard age file under a passphrase, readable for its owner only; replaces the file as a whole
 * (changing a passphrase is writing it again). `age -d FILE` shows the JSON.
 */
export async function writeKeyFile(
  path: string,
  stored: object,
  passphrase: string,
  options: Pick<KeyFileOptions, 'workFactor' | 'disk'>,
): Promise<Result<null, KeyFileCode>> {
  const workFactor = options.workFactor ?? passphraseWorkFactor;
  const plain = Buffer.from(`${JSON.stringify(stored)}\n`);
  const sealed = await encryptAge(inMemory(plain), { by: 'passphrase', passphrase, workFactor });
  const written = await writeFileAtomic(
    path,
    async (write) => {
      for await (const chunk of sealed) await write(chunk);
      return ok(null);
    },
    { mode: ownerOnly, disk: options.disk },
  );
  return written.ok ? ok(null) : written;
}

/** Opens a key file with its passphrase. */
export async function unlockKeyFile(path: string, passphrase: string): Promise<Result<OwnKeys, KeyFileCode>> {
  const stored = await readKeyFile(path, passphrase);
  return stored.ok ? ok(loadKeys(stored.value)) : stored;
}

/** Reads a key file in its stored form, for writing it again under another passphrase. */
export async function readKeyFile(path: string, passphrase: string): Promise<Result<StoredKeys, KeyFileCode>> {
  return readStored(path, passphrase, storedKeysSchema);
}

/** Opens a file under a passphrase and reads the JSON in it by a schema. */
export async function readStored<Stored>(
  path: string,
  passphrase: string,
  schema: z.ZodType<Stored>,
): Promise<Result<Stored, KeyFileCode>> {
  const file = basename(path);
  if (passphrase === '') return fail('identity.passphrase-missing');
  const sealed = await attemptFile(path, () => readFile(path));
  if (!sealed.ok) return sealed;
  if (sealed.value.length > largestKeyFile) return fail('identity.key-file-damaged', { file });
  const plain = await decryptWhole(sealed.value, { by: 'passphrase', passphrase: normalisePassphrase(passphrase) });
  if (!plain.ok) {
    return plain.error.code === 'no-match'
      ? fail('identity.wrong-passphrase')
      : fail('identity.key-file-damaged', { file });
  }
  const stored = schema.safeParse(parseJson(plain.value.toString('utf8')));
  return stored.success ? ok(stored.data) : fail('identity.key-file-damaged', { file });
}
