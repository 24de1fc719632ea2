import { fail, ok, type Result } from '#shared/base/result.ts';
import { packageLimits } from '#shared/packages/limits.ts';
import { Decrypter, Encrypter } from 'age-encryption';
import { readAgeHeader, type AgeHeader, type AgeHeaderFault } from './age-header.ts';
import { oncePer } from '../base/once-per.ts';
import { parseAgeIdentity } from './age-identity.ts';
import { scryptIdentity, scryptRecipient } from './age-scrypt.ts';
import { x25519Identity } from './age-x25519.ts';

/** How a file is locked: a passphrase with log2 of scrypt's N, or X25519 recipients (`age1…`). */
export type Lock =
  | { readonly by: 'passphrase'; readonly passphrase: string; readonly workFactor: number }
  | { readonly by: 'recipients'; readonly recipients: readonly string[] };

/** How a file is unlocked: a passphrase, or X25519 identities (`AGE-SECRET-KEY-1…`). */
export type Unlock =
  | { readonly by: 'passphrase'; readonly passphrase: string }
  | { readonly by: 'identities'; readonly identities: readonly string[] };

/** Why a file does not open: its header, the wrong kind of key, a key that does not fit, or damage. */
export type AgeFault = AgeHeaderFault | 'passphrase-needed' | 'identity-needed' | 'no-match' | 'damaged';

/** Thrown while decrypted bytes are read, when the cipher text does not verify. */
export class DamagedCipherText extends Error {}

export type Bytes = AsyncIterable<Uint8Array>;

/** Encrypts a stream as an age v1 file (age-encryption.org/v1, binary). Reads only as fast as it is read. */
export async function encryptAge(plain: Bytes, lock: Lock): Promise<Bytes> {
  const encrypter = new Encrypter();
  if (lock.by === 'passphrase') encrypter.addRecipient(scryptRecipient(lock.passphrase, lock.workFactor));
  else for (const recipient of lock.recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(ReadableStream.from(plain));
}

/**
 * Decrypts an age v1 file whose header is in the exact form (binary; at most 20 stanzas; a scrypt stanza alone, its work
 * factor at most 20). The stream throws `DamagedCipherText` where the cipher text does not verify; bytes handed out
 * before that are authentic but may be a part only, so nothing may be kept before the stream has ended.
 * @param head the first bytes of the file, at least `packageLimits.ageHeader` unless the file is shorter
 */
export async function decryptAge(
  head: Uint8Array,
  file: Bytes,
  unlock: Unlock | null,
): Promise<Result<Bytes, AgeFault>> {
  const header = readAgeHeader(head.subarray(0, packageLimits.ageHeader));
  if (!header.ok) return header;
  const prepared = prepareDecrypter(header.value, unlock);
  if (!prepared.ok) return prepared;
  const { decrypter, wasUnmatched } = prepared.value;
  const source = watchFaults(file);
  try {
    return ok(guard(await decrypter.decrypt(ReadableStream.from(source.bytes)), source));
  } catch {
    await source.close();
    source.rethrow();
    return fail(wasUnmatched() ? 'no-match' : 'damaged');
  }
}

type ByIdentities = Extract<Unlock, { by: 'identities' }>;

const readyIdentities = oncePer(({ identities }: ByIdentities) =>
  identities.map(x25519Identity).filter((identity) => identity !== null),
);

type Prepared = { readonly decrypter: Decrypter; readonly wasUnmatched: () => boolean };

// typage tries identities in order: one more behind them, that never fits, tells "wrong key" from "damaged".
function prepareDecrypter(header: AgeHeader, unlock: Unlock | null): Result<Prepared, AgeFault> {
  const decrypter = new Decrypter();
  let unmatched = false;
  if (header.by === 'passphrase') {
    if (unlock?.by !== 'passphrase') return fail('passphrase-needed');
    decrypter.addIdentity(scryptIdentity(unlock.passphrase, header.salt, header.workFactor));
  } else {
    if (unlock?.by !== 'identities') return fail('identity-needed');
    for (const identity of readyIdentities(unlock)) decrypter.addIdentity(identity);
  }
  decrypter.addIdentity({
    unwrapFileKey: () => {
      unmatched = true;
      return null;
    },
  });
  return ok({ decrypter, wasUnmatched: () => unmatched });
}

/** Whether a text is an X25519 identity with a sound checksum (bech32, BIP 173). Others are passed over. */
export function isAgeIdentity(text: string): boolean {
  return parseAgeIdentity(text) !== null;
}

async function* guard(plain: Bytes, source: WatchedSource): AsyncGenerator<Uint8Array> {
  try {
    yield* plain;
  } catch {
    source.rethrow();
    throw new DamagedCipherText('cipher text does not verify');
  }
}

type WatchedSource = { readonly bytes: Bytes; readonly rethrow: () => void; readonly close: () => Promise<void> };

/**
 * Passes a stream on and remembers its own error, so that a failing disk is not taken for a damaged file. typage leaves
 * its source open when a header is refused: `close` ends it.
 */
function watchFaults(source: Bytes): WatchedSource {
  let fault: { readonly error: unknown } | null = null;
  const pass = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* source;
    } catch (error) {
      fault = { error };
      throw error;
    }
  };
  const bytes = pass();
  return {
    bytes,
    rethrow: () => {
      if (fault !== null) throw fault.error;
    },
    close: async () => void (await bytes.return(undefined)),
  };
}

/** Decrypts a file that is in memory as a whole. */
export async function decryptWhole(file: Uint8Array, unlock: Unlock): Promise<Result<Buffer, AgeFault>> {
  const plain = await decryptAge(file, inMemory(file), unlock);
  if (!plain.ok) return plain;
  const parts: Uint8Array[] = [];
  try {
    for await (const part of plain.value) parts.push(part);
  } catch {
    // Nothing is read from anywhere: only the cipher text can be at fault.
    return fail('damaged');
  }
  return ok(Buffer.concat(parts));
}

/** Bytes in memory as a stream. */
export async function* inMemory(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
