import { decryptAge, decryptWhole, encryptAge, inMemory, isAgeIdentity, type Bytes } from '#electron/identity/age.ts';
import { createKeys } from '#electron/identity/keys.ts';
import { Encrypter, Decrypter } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { must } from '#test/fixtures/packages/desk.ts';
import { seededEntropy } from '#test/fixtures/packages/entropy.ts';
import { encryptBuffer } from '#test/fixtures/packages/forge.ts';

const passphrase = '激活码 ABCD';
const lock = { by: 'passphrase', passphrase, workFactor: 6 } as const;
const unlock = { by: 'passphrase', passphrase } as const;

async function collect(bytes: Bytes): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

describe('our scrypt', () => {
  it('writes what typage reads and reads what typage writes', async () => {
    const ours = await encryptBuffer(Buffer.from('示例'), lock);
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    expect(await decrypter.decrypt(ours, 'text')).toBe('示例');
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(6);
    const theirs = await encrypter.encrypt('示例');
    expect(must(await decryptWhole(theirs, unlock)).toString()).toBe('示例');
  });
});

describe('an encrypted file', () => {
  it('opens for each of its recipients', async () => {
    const keys = await Promise.all(['a', 'b'].map((seed) => createKeys('expert', seededEntropy(seed))));
    const file = await encryptBuffer(Buffer.alloc(200_000, 7), {
      by: 'recipients',
      recipients: keys.map(({ recipient }) => recipient),
    });
    for (const { sealing } of keys) {
      expect(must(await decryptWhole(file, { by: 'identities', identities: [sealing] }))).toHaveLength(200_000);
    }
  });

  it('asks for the kind of key that it was locked with', async () => {
    const { sealing, recipient } = await createKeys('expert', seededEntropy('c'));
    const byCode = await encryptBuffer(Buffer.from('x'), lock);
    const byKey = await encryptBuffer(Buffer.from('x'), { by: 'recipients', recipients: [recipient] });
    const identities = { by: 'identities', identities: [sealing] } as const;
    expect(await decryptWhole(byCode, identities)).toMatchObject({ error: { code: 'passphrase-needed' } });
    expect(await decryptWhole(byKey, unlock)).toMatchObject({ error: { code: 'identity-needed' } });
    expect(await decryptAge(byKey, inMemory(byKey), null)).toMatchObject({ error: { code: 'identity-needed' } });
  });

  it('does not open for an identity that is none, which is no failure of the program', async () => {
    const { sealing, recipient } = await createKeys('expert', seededEntropy('d'));
    const file = await encryptBuffer(Buffer.from('x'), { by: 'recipients', recipients: [recipient] });
    const broken = [
      sealing.replace(/.$/, (last) => (last === 'Q' ? 'P' : 'Q')),
      'AGE-SECRET-KEY-1',
      'AGE-SECRET-KEY-PQ-1',
      '',
    ];
    expect([...broken, sealing].map(isAgeIdentity)).toEqual([false, false, false, false, true]);
    expect(await decryptWhole(file, { by: 'identities', identities: broken })).toMatchObject({
      error: { code: 'no-match' },
    });
    expect((await decryptWhole(file, { by: 'identities', identities: [...broken, sealing] })).ok).toBe(true);
  });

  it('that cannot be read to its end is a failing disk, not a damaged file', async () => {
    const file = await encryptBuffer(Buffer.alloc(300_000), lock);
    const failing = async function* (length: number): AsyncGenerator<Uint8Array> {
      yield file.subarray(0, length);
      throw Object.assign(new Error('gone'), { code: 'EIO' });
    };
    const open = async (length: number) => collect(must(await decryptAge(file, failing(length), unlock)));
    await expect(open(40)).rejects.toThrow('gone');
    await expect(open(150_000)).rejects.toThrow('gone');
  });

  it('is refused as damaged, not kept in part, when it is cut', async () => {
    const file = await encryptBuffer(Buffer.alloc(300_000), lock);
    expect(await decryptWhole(file.subarray(0, 200_000), unlock)).toMatchObject({ error: { code: 'damaged' } });
  });

  it('is made only as fast as it is taken', async () => {
    let made = 0;
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      for (;;) {
        made += 1;
        yield Buffer.alloc(65_536);
      }
    };
    let taken = 0;
    for await (const chunk of await encryptAge(endless(), lock)) {
      taken += chunk.length;
      if (taken > 5_000_000) break;
    }
    expect(made * 65_536 - taken).toBeLessThan(1_000_000);
  });
});
