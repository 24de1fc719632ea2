import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc } from '#test/pipeline/seeded.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activationWorkFactor, createActivationCode, readActivationCode } from '#electron/identity/activation-code.ts';
import { makeEnrolment, verifyEnrolment } from '#electron/identity/enrolment.ts';
import {
  createCommissionKeys,
  createKeyFile,
  passphraseWorkFactor,
  readKeyFile,
  unlockCommissionKeys,
  unlockKeyFile,
  writeKeyFile,
} from '#electron/identity/key-file.ts';
import { createKeys, loadKeys } from '#electron/identity/keys.ts';
import { checkPassphrase } from '#electron/identity/passphrase.ts';
import { decodeBase64, readPublicKey, signingKeyFromSeed } from '#electron/identity/signing-key.ts';
import { must } from '#test/fixtures/packages/desk.ts';
import { seededEntropy } from '#test/fixtures/packages/entropy.ts';
import { encryptBuffer } from '#test/fixtures/packages/forge.ts';

const entropy = seededEntropy('keys');
const quick = { entropy, workFactor: 6 };
const passphrase = '山高水长 风清月朗';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-identity-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a signing key', () => {
  it('is the one of RFC 8032, test 2', () => {
    const key = signingKeyFromSeed(
      Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex'),
    );
    expect(Buffer.from(key.publicKey, 'base64').subarray(12).toString('hex')).toBe(
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    );
    expect(Buffer.from(key.sign(Uint8Array.of(0x72))).toString('hex')).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
  });

  it('is verified by its public half, and by no other message, signature or key', () => {
    const [one, other] = [
      signingKeyFromSeed(new Uint8Array(32).fill(1)),
      signingKeyFromSeed(new Uint8Array(32).fill(2)),
    ];
    const message = Buffer.from('score');
    const key = readPublicKey(one.publicKey);
    expect(key?.fingerprint).toBe(one.fingerprint);
    expect(key?.verify(message, one.sign(message))).toBe(true);
    expect(key?.verify(Buffer.from('Score'), one.sign(message))).toBe(false);
    expect(key?.verify(message, other.sign(message))).toBe(false);
    expect(key?.verify(message, new Uint8Array())).toBe(false);
  });

  it('has a seed of 32 bytes', () => {
    expect(() => signingKeyFromSeed(new Uint8Array(31))).toThrow('32 bytes');
  });

  it('is not read from a key of another kind or in another encoding', () => {
    const rsa = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'der', type: 'spki' });
    const x25519 = generateKeyPairSync('x25519').publicKey.export({ format: 'der', type: 'spki' });
    const { publicKey } = signingKeyFromSeed(new Uint8Array(32));
    const wrong = [
      rsa.toString('base64'),
      x25519.toString('base64'),
      `${publicKey}\n`,
      publicKey.slice(0, -1),
      `${publicKey.slice(0, -2)}h=`,
      '',
    ];
    expect(wrong.map(readPublicKey)).toEqual(wrong.map(() => null));
  });
});

it('base64 has one form for every content', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string({ maxLength: 8 }), (bytes, text) => {
      expect(decodeBase64(Buffer.from(bytes).toString('base64'))).toEqual(Buffer.from(bytes));
      const decoded = decodeBase64(text);
      expect(decoded === null || decoded.toString('base64') === text).toBe(true);
    }),
  );
});

describe('a key file', () => {
  it('gives the same keys back to the same passphrase, in whatever form it is typed', async () => {
    const path = join(folder, 'a.age');
    const made = must(await createCommissionKeys(path, 'caf\u00e9 am Ufer', quick));
    const opened = must(await unlockCommissionKeys(path, 'cafe\u0301 am Ufer'));
    expect(opened.signer.fingerprint).toBe(made.signer.fingerprint);
    expect({ ...opened, signer: null }).toEqual({ ...made, signer: null });
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(readFileSync(path, 'latin1')).not.toContain(made.identity);
    expect(await unlockCommissionKeys(path, 'cafe am Ufer')).toMatchObject({
      error: { code: 'identity.wrong-passphrase' },
    });
    expect(await unlockCommissionKeys(path, '')).toMatchObject({ error: { code: 'identity.passphrase-missing' } });
  });

  it('takes another passphrase by being written again', async () => {
    const path = join(folder, 'b.age');
    const made = must(await createKeyFile(path, 'escrow', passphrase, quick));
    const stored = must(await readKeyFile(path, passphrase));
    must(await writeKeyFile(path, stored, 'another one, longer', { workFactor: 6 }));
    expect(await unlockKeyFile(path, passphrase)).toMatchObject({ error: { code: 'identity.wrong-passphrase' } });
    expect(must(await unlockKeyFile(path, 'another one, longer')).recipient).toBe(made.recipient);
    expect(await unlockCommissionKeys(path, 'another one, longer')).toMatchObject({
      error: { code: 'identity.key-file-damaged' },
    });
  });

  it('is never overwritten by new keys, and not made for a weak passphrase or in a missing folder', async () => {
    const path = join(folder, 'c.age');
    must(await createCommissionKeys(path, passphrase, quick));
    const before = readFileSync(path);
    expect(await createCommissionKeys(path, passphrase, quick)).toMatchObject({
      error: { code: 'identity.key-file-exists' },
    });
    expect(readFileSync(path)).toEqual(before);
    expect(await createCommissionKeys(join(folder, 'd.age'), 'short', quick)).toMatchObject({
      error: { code: 'identity.passphrase-weak' },
    });
    expect(await createCommissionKeys(join(folder, 'none', 'd.age'), passphrase, quick)).toMatchObject({
      error: { code: 'files.missing' },
    });
    expect(readdirSync(folder)).not.toContain('d.age');
  });

  it('is refused when it is missing, damaged, too long or something else', async () => {
    const path = join(folder, 'e.age');
    const unlock = (content: Buffer) => {
      writeFileSync(path, content);
      return unlockKeyFile(path, passphrase);
    };
    const lock = { by: 'passphrase', passphrase, workFactor: 6 } as const;
    const damaged = { error: { code: 'identity.key-file-damaged', detail: { file: 'e.age' } } };
    expect(await unlockKeyFile(path, passphrase)).toMatchObject({ error: { code: 'files.missing' } });
    expect(await unlock(Buffer.from('-----BEGIN OPENSSH PRIVATE KEY-----'))).toMatchObject(damaged);
    expect(await unlock(await encryptBuffer(Buffer.from('not keys'), lock))).toMatchObject(damaged);
    expect(await unlock(await encryptBuffer(Buffer.from('{"formatVersion":2}'), lock))).toMatchObject(damaged);
    const whole = await encryptBuffer(Buffer.from(JSON.stringify(await createKeys('expert', entropy))), lock);
    expect((await unlock(whole)).ok).toBe(true);
    expect(await unlock(whole.subarray(0, -1))).toMatchObject(damaged);
    expect(await unlock(Buffer.concat([whole, Buffer.alloc(70_000)]))).toMatchObject(damaged);
    expect(await unlockKeyFile(folder, passphrase)).toMatchObject({ error: { code: 'files.not-a-file' } });
  });

  it('is stretched so that a guess costs about half a second, a code less', async () => {
    const path = join(folder, 'slow.age');
    must(await createCommissionKeys(path, passphrase, { entropy }));
    expect(readFileSync(path, 'latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 17\n/);
    must(await unlockCommissionKeys(path, passphrase));
    expect([passphraseWorkFactor, activationWorkFactor]).toEqual([17, 14]);
  });
});

describe('a passphrase', () => {
  it.each(['正确马电池订书钉', 'correct horse', '山高水长 风清月朗', '201906173425', 'a1b2c3d4'])(
    'may be %s',
    (typed) => {
      expect(checkPassphrase(typed)).toEqual({ ok: true, value: typed.normalize('NFC') });
    },
  );

  it.each(['1234567', '12345678901', 'aaaaaaaaaaaa', 'abcd', 'ababcdcdab', '１２３４５６７８'])(
    'may not be %s',
    (typed) => {
      expect(checkPassphrase(typed)).toMatchObject({ error: { code: 'identity.passphrase-weak' } });
    },
  );

  it('may not be missing', () => {
    expect(checkPassphrase('')).toMatchObject({ error: { code: 'identity.passphrase-missing' } });
  });
});

describe('an enrolment proof', () => {
  const enrolment = {
    taskStatement: 'ab'.repeat(32),
    fingerprint: 'cd'.repeat(32),
    recipient: 'age1example',
    expertId: '0190b6a0-0000-7000-8000-000000000001',
    roundId: '0190b6a0-0000-7000-8000-000000000002',
  };
  const proof = makeEnrolment('ABCDEFGHJKMN', enrolment);

  // Computed with `openssl kdf -kdfopt …HKDF` and `openssl dgst -mac HMAC`, see package format 1, "Enrolment proof".
  it('is what openssl computes', () => {
    expect(proof).toBe('9d00738d629408a4cb69e23f08ef3746d83da053f2709be98e77004b264a269e');
  });

  it('holds for exactly what it ties together', () => {
    expect(verifyEnrolment('ABCDEFGHJKMN', enrolment, proof)).toBe(true);
    expect(verifyEnrolment('ABCDEFGHJKMP', enrolment, proof)).toBe(false);
    for (const change of [
      { taskStatement: 'ac'.repeat(32) },
      { fingerprint: 'ce'.repeat(32) },
      { recipient: 'age1other' },
      { expertId: enrolment.roundId },
      { roundId: enrolment.expertId },
    ]) {
      expect(verifyEnrolment('ABCDEFGHJKMN', { ...enrolment, ...change }, proof)).toBe(false);
    }
    expect(verifyEnrolment('ABCDEFGHJKMN', enrolment, proof.slice(2))).toBe(false);
  });
});

describe('an activation code of this machine', () => {
  it('is read back and names the commission', async () => {
    const { signer } = loadKeys(await createKeys('commission', entropy));
    const code = createActivationCode(entropy, signer.fingerprint);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]$/);
    expect(must(readActivationCode(code)).pin).toBe(code.slice(15, 19));
  });
});
