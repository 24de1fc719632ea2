import type { Entropy } from '#shared/base/ids.ts';
import { suiteSchema, suites } from '#shared/packages/suite.ts';
import { readPublicKey, signingKeyFromSeed, type SigningKey } from '#electron/identity/signing-key.ts';
import { signatureSuites } from '#electron/identity/suites/table.ts';
import { fc } from '#test/pipeline/seeded.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededEntropy } from '#test/fixtures/packages/entropy.ts';
import { hasDebianTools, outputOf, runTool } from '#test/fixtures/packages/tools.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-suites-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const put = (name: string, content: Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const message = Buffer.from('DSSEv1 28 application/vnd.in-toto+json 12 {"分数":95}');
const makeKey = (seed: string): SigningKey =>
  signingKeyFromSeed(signatureSuites['sm2-sm3'].makeSecret(seededEntropy(seed)), 'sm2-sm3');

describe.each(suiteSchema.options)('the suite %s', (suite) => {
  const make = (seed: string) => signingKeyFromSeed(signatureSuites[suite].makeSecret(seededEntropy(seed)), suite);

  it('verifies what its own key signed, and no other message, signature or key', () => {
    const [one, other] = [make('one'), make('other')];
    const key = readPublicKey(one.publicKey);
    expect(key).toMatchObject({ suite, fingerprint: one.fingerprint });
    const signature = one.sign(message);
    expect(key?.verify(message, signature)).toBe(true);
    expect(key?.verify(message.subarray(1), signature)).toBe(false);
    expect(key?.verify(message, other.sign(message))).toBe(false);
    expect(readPublicKey(other.publicKey)?.verify(message, signature)).toBe(false);
  });

  it('is known to the format, with its standard', () => {
    expect(suites[suite]).toMatchObject({ available: true, standard: expect.stringMatching(/\d/) });
  });

  it('refuses every signature that differs in one byte, is cut or extended', () => {
    const { publicKey, sign } = make('bytes');
    const signature = Buffer.from(sign(message));
    const key = readPublicKey(publicKey);
    for (const [at, byte] of signature.entries()) {
      expect(key?.verify(message, signature.with(at, byte ^ 1))).toBe(false);
    }
    expect(key?.verify(message, signature.subarray(0, -1))).toBe(false);
    expect(key?.verify(message, Buffer.concat([signature, Buffer.alloc(1)]))).toBe(false);
    expect(key?.verify(message, Buffer.alloc(0))).toBe(false);
  });
});

describe('an SM2 signature', () => {
  const key = makeKey('sm2');
  const verify = (numbers: readonly string[]): boolean | undefined =>
    readPublicKey(key.publicKey)?.verify(message, der(numbers.map((digits) => Buffer.from(digits, 'hex'))));
  const order = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123';

  it('has numbers between 1 and n − 1, else it is refused', () => {
    const good = split(key.sign(message));
    expect(verify(good)).toBe(true);
    const [r = '', s = ''] = good;
    expect(verify(['00', s])).toBe(false);
    expect(verify([r, '00'])).toBe(false);
    expect(verify([`00${order}`, s])).toBe(false);
    expect(verify([r, `00${order}`])).toBe(false);
    // r + s = n, the case that the standard names.
    const rest = BigInt(`0x${order}`) - BigInt(`0x${r}`);
    expect(verify([r, evenHex(rest)])).toBe(false);
    // The same s once more, n higher.
    expect(verify([r, evenHex(BigInt(`0x${order}`) + BigInt(`0x${s}`))])).toBe(false);
  });

  it('stands in one encoding: padded numbers and long lengths are refused', () => {
    const [r = '', s = ''] = split(key.sign(message));
    expect(verify([`00${r}`, s])).toBe(false);
    const good = der([Buffer.from(r, 'hex'), Buffer.from(s, 'hex')]);
    const long = Buffer.concat([Buffer.from([0x30, 0x81]), good.subarray(1)]);
    expect(readPublicKey(key.publicKey)?.verify(message, long)).toBe(false);
  });

  it('is made by a scalar from 1 to n − 2 only, and new keys are drawn until they are one', () => {
    const below = (number: bigint) => Buffer.from(number.toString(16).padStart(64, '0'), 'hex');
    const n = BigInt(`0x${order}`);
    for (const bad of [below(0n), below(n - 1n), below(n), Buffer.alloc(31, 1)]) {
      expect(() => signingKeyFromSeed(bad, 'sm2-sm3')).toThrow('n − 2');
    }
    expect(signingKeyFromSeed(below(n - 2n), 'sm2-sm3').suite).toBe('sm2-sm3');
    const draws = [Buffer.alloc(32, 0xff), below(0n), below(7n)];
    const entropy: Entropy = { now: () => 0, randomBytes: () => draws.shift() ?? Buffer.alloc(0) };
    expect(signatureSuites['sm2-sm3'].makeSecret(entropy)).toEqual(below(7n));
  });

  it('belongs to a key on the curve, uncompressed', () => {
    const bytes = Buffer.from(key.publicKey, 'base64');
    const read = (turned: Uint8Array) => readPublicKey(Buffer.from(turned).toString('base64'));
    expect(read(bytes.with(90, (bytes[90] ?? 0) ^ 1))).toBeNull();
    expect(read(bytes.with(26, 0x06))).toBeNull();
    expect(read(bytes.with(10, 0))).toBeNull();
    expect(read(Buffer.concat([bytes.subarray(0, 27), Buffer.alloc(64)]))).toBeNull();
    expect(read(bytes.subarray(0, -1))).toBeNull();
  });

  it('never stops on a signature or a key that is noise', () => {
    const known = readPublicKey(key.publicKey);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (noise) => {
        expect(known?.verify(message, noise)).toBe(false);
        expect(readPublicKey(Buffer.from(noise).toString('base64'))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});

// Elsewhere the tool is not there to compare with.
describe.skipIf(!hasDebianTools)('openssl', () => {
  const distinguishing = ['-pkeyopt', 'distid:1234567812345678'];

  it('verifies our SM2 signatures, and no altered one', () => {
    const key = makeKey('to openssl');
    put('ours.der', Buffer.from(key.publicKey, 'base64'));
    outputOf('openssl', [
      'pkey',
      '-pubin',
      '-inform',
      'DER',
      '-in',
      join(folder, 'ours.der'),
      '-out',
      join(folder, 'ours.pem'),
    ]);
    const check = (content: Buffer) =>
      runTool(
        'openssl',
        ['pkeyutl', '-verify', '-pubin', '-inkey', join(folder, 'ours.pem'), '-rawin', '-digest', 'sm3'].concat(
          ['-in', put('message', content), '-sigfile', put('signature', key.sign(message))],
          distinguishing,
        ),
      ).code;
    // Numbers with leading zeros are rare: a few signatures, not one.
    for (let count = 0; count < 5; count += 1) expect(check(message)).toBe(0);
    expect(check(Buffer.from('another'))).not.toBe(0);
  });

  it('makes SM2 keys and signatures that we take', () => {
    const pem = join(folder, 'theirs.pem');
    outputOf('openssl', ['genpkey', '-algorithm', 'SM2', '-out', pem]);
    const der = outputOf('openssl', ['pkey', '-in', pem, '-pubout', '-outform', 'DER']);
    const key = readPublicKey(der.toString('base64'));
    expect(key?.suite).toBe('sm2-sm3');
    const input = put('theirs.txt', message);
    const made = [
      ['pkeyutl', '-sign', '-inkey', pem, '-rawin', '-digest', 'sm3', '-in', input, ...distinguishing],
      ['dgst', '-sm3', '-sign', pem, '-sigopt', 'distid:1234567812345678', input],
    ].map((args) => outputOf('openssl', args));
    for (const signature of made) expect(key?.verify(message, signature)).toBe(true);
    const other = outputOf('openssl', ['dgst', '-sm3', '-sign', pem, '-sigopt', 'distid:somebody', input]);
    expect(key?.verify(message, other)).toBe(false);
  });

  it('reads our SM2 scalar as the same key', () => {
    const secret = signatureSuites['sm2-sm3'].makeSecret(seededEntropy('scalar'));
    // SEC 1, section C.4: ECPrivateKey with the curve’s name.
    const prefix = Buffer.from('30310201010420', 'hex');
    const suffix = Buffer.from('a00a06082a811ccf5501822d', 'hex');
    const file = put('scalar.der', Buffer.concat([prefix, secret, suffix]));
    const der = outputOf('openssl', ['pkey', '-inform', 'DER', '-in', file, '-pubout', '-outform', 'DER']);
    expect(der.toString('base64')).toBe(signingKeyFromSeed(secret, 'sm2-sm3').publicKey);
  });
});

function der(numbers: readonly Buffer[]): Buffer {
  const body = Buffer.concat(numbers.flatMap((number) => [Buffer.from([0x02, number.length]), number]));
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}

/** Both numbers of a signature as their DER contents. */
function split(signature: Uint8Array): readonly string[] {
  const bytes = Buffer.from(signature);
  const first = bytes[3] ?? 0;
  return [bytes.subarray(4, 4 + first), bytes.subarray(6 + first)].map((number) => number.toString('hex'));
}

function evenHex(number: bigint): string {
  const digits = number.toString(16);
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  return Number.parseInt(even.slice(0, 2), 16) < 0x80 ? even : `00${even}`;
}
