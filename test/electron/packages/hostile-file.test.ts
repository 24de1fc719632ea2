import type { PackageCode } from '#shared/packages/sentences.ts';
import { createKeys, loadKeys } from '#electron/identity/keys.ts';
import { openResult } from '#electron/packages/open-result.ts';
import { mkdirSync, readdirSync, readFileSync, readlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, quickWorkFactor, setUpDesk } from '#test/fixtures/packages/desk.ts';
import { seededEntropy } from '#test/fixtures/packages/entropy.ts';
import { encryptBuffer, forgePackage } from '#test/fixtures/packages/forge.ts';
import { setUpIntake, type Intake } from '#test/fixtures/packages/intake.ts';

let intake: Intake;
let sealed: Buffer;
beforeAll(async () => {
  const desk = await setUpDesk();
  intake = await setUpIntake(desk);
  sealed = readFileSync(desk.path('a.mtxresult'));
});
afterAll(() => {
  intake.desk.remove();
});

/** The header of an age file replaced. */
const header =
  (turn: (text: string) => string) =>
  (file: Buffer): Buffer => {
    const end = file.indexOf('\n', file.indexOf('\n--- ') + 1) + 1;
    return Buffer.concat([Buffer.from(turn(file.subarray(0, end).toString('latin1')), 'latin1'), file.subarray(end)]);
  };
const stanza = '-> X25519 TEiF0ypqr+bpvcqXNyCVJpL7OuwPdVwPL7KQEbFDOCc\nEmECAEcKN+n/Vs9SbWiV+Hu0r+E8R77DdWYyd83nw7U\n';
const scrypt = (factor: string): string =>
  `-> scrypt rF0/NwblUHHTpgQgRpe5CQ ${factor}\ngUjEymFKMVXQEKdMMHL24oYexjE3TIC0O0zGSqJ2aUY\n`;
const version = 'age-encryption.org/v1\n';
const insert = (lines: string) => header((text) => text.replace(version, version + lines));
const replace = (lines: string) => header((text) => version + lines + text.slice(text.indexOf('--- ')));
const at =
  (place: (file: Buffer) => number) =>
  (file: Buffer): Buffer => {
    const turned = Buffer.from(file);
    const index = place(file);
    turned[index] = (turned[index] ?? 0) ^ 1;
    return turned;
  };
const endOfHeader = (file: Buffer): number => file.indexOf('\n', file.indexOf('\n--- ') + 1) + 1;

const cases: readonly (readonly [string, PackageCode, (file: Buffer) => Buffer])[] = [
  ['an empty file', 'package.empty', () => Buffer.alloc(0)],
  ['a spreadsheet', 'package.not-age', () => Buffer.from('\u00d0\u00cf\u0011\u00e0 a workbook', 'latin1')],
  [
    'an armored age file',
    'package.not-age',
    (file) =>
      Buffer.from(`-----BEGIN AGE ENCRYPTED FILE-----\n${file.toString('base64')}\n-----END AGE ENCRYPTED FILE-----\n`),
  ],
  ['a later version of age', 'package.not-age', header((text) => text.replace('/v1', '/v2'))],
  ['a header without stanzas', 'package.age-header', replace('')],
  ['21 stanzas', 'package.age-header', insert(stanza.repeat(20))],
  ['a header beyond 16 KiB', 'package.age-header', insert(`-> grease\n${`${'A'.repeat(64)}\n`.repeat(300)}\n`)],
  [
    'a header with a carriage return',
    'package.age-header',
    header((text) => text.replace(version, 'age-encryption.org/v1\n\r')),
  ],
  ['a passphrase beside a recipient', 'package.age-header', insert(scrypt('14'))],
  ['a scrypt stanza with too many words', 'package.age-header', replace(scrypt('14 15'))],
  ['a scrypt stanza with a short salt', 'package.age-header', replace(scrypt('14').replace('rF0/', ''))],
  ['a work factor that is no number', 'package.age-header', replace(scrypt('014'))],
  ['a work factor of 21', 'package.work-factor', replace(scrypt('21'))],
  ['a work factor of 4,000,000,000', 'package.work-factor', replace(scrypt('4000000000'))],
  ['a header cut short', 'package.age-header', (file) => file.subarray(0, 60)],
  ['a file key for another', 'package.wrong-recipient', replace(stanza)],
  ['a stanza of bad form', 'package.damaged', replace('-> X25519 a b\nAAAA\n')],
  [
    'one sign of the header code turned',
    'package.damaged',
    header((text) => text.replace(/--- ./, (mac) => (mac === '--- A' ? '--- B' : '--- A'))),
  ],
  ['an unknown stanza put in beside', 'package.damaged', insert('-> grease\nAAAA\n')],
  ['one bit of the cipher text turned', 'package.damaged', at((file) => file.length - 100)],
  ['one bit of the nonce turned', 'package.damaged', at((file) => endOfHeader(file) + 3)],
  ['a file cut in the nonce', 'package.damaged', (file) => file.subarray(0, endOfHeader(file) + 7)],
  ['a file cut before its last chunk', 'package.damaged', (file) => file.subarray(0, endOfHeader(file) + 16)],
  ['a file cut in its last byte', 'package.damaged', (file) => file.subarray(0, -1)],
  ['a byte behind the last chunk', 'package.damaged', (file) => Buffer.concat([file, Buffer.from([0])])],
  ['two packages in one file', 'package.damaged', (file) => Buffer.concat([file, file])],
];

describe('a file is refused, with its own code, for', () => {
  it.each(cases)('%s: %s', async (_, code, turn) => {
    const { outcome, seen, steps } = await intake.offerBytes(turn(sealed));
    expect(outcome.ok ? 'accepted' : outcome.error.code).toBe(code);
    expect(seen).toBeNull();
    expect(steps.at(-1)).toMatchObject({ ok: false, code });
    expect(intake.staged()).toEqual([]);
  });

  it('a package to another commission: package.wrong-recipient', async () => {
    const other = loadKeys(await createKeys('commission', seededEntropy('other')));
    expect((await intake.offerBytes(sealed, {}, other)).outcome).toMatchObject({
      error: { code: 'package.wrong-recipient' },
    });
  });

  it('a task package among results: package.code-needed', async () => {
    const task = readFileSync(intake.desk.path('a.mtxtask'));
    expect((await intake.offerBytes(task)).outcome).toMatchObject({ error: { code: 'package.code-needed' } });
  });

  it('a scrypt stanza whose body is too long: package.damaged', async () => {
    const { code, path, openTask } = intake.desk;
    const lock = { by: 'passphrase', passphrase: code.secret, workFactor: quickWorkFactor } as const;
    const file = await encryptBuffer(Buffer.from('x'), lock);
    writeFileSync(path('long.mtxtask'), header((text) => text.replace('\n--- ', 'AAAA\n--- '))(file));
    expect(await openTask(path('long.mtxtask'))).toMatchObject({ error: { code: 'package.damaged' } });
  });

  it('a result without encryption: package.not-sealed', async () => {
    const { good, desk } = intake;
    const bare = await forgePackage({ predicate: good, signer: desk.expert.signer, lock: null });
    expect((await intake.offerBytes(bare)).outcome).toMatchObject({ error: { code: 'package.not-sealed' } });
  });

  it('a result beyond 256 MB: package.too-large', async () => {
    const file = intake.desk.path('huge.mtxresult');
    writeFileSync(file, sealed);
    truncateSync(file, 256 * 1024 * 1024 + 1);
    const { desk, task } = intake;
    const { outcome } = await openResult({
      file,
      staging: desk.staging,
      keys: desk.commission,
      context: desk.context(task),
    });
    expect(outcome).toMatchObject({ error: { code: 'package.too-large', detail: { limit: 256 } } });
  });

  it('a folder and a file that is gone: files.not-a-file, files.missing', async () => {
    const { desk, task } = intake;
    const open = (file: string) =>
      openResult({ file, staging: desk.staging, keys: desk.commission, context: desk.context(task) });
    mkdirSync(desk.path('folder.mtxresult'));
    expect((await open(desk.path('folder.mtxresult'))).outcome).toMatchObject({ error: { code: 'files.not-a-file' } });
    const gone = await open(desk.path('gone.mtxresult'));
    expect(gone.outcome).toMatchObject({ error: { code: 'files.missing', detail: { file: 'gone.mtxresult' } } });
    expect(gone.steps).toEqual([{ step: 'size', ok: false, code: 'files.missing' }]);
  });
});

describe.skipIf(process.platform !== 'linux')('after a refusal', () => {
  it('no file stays open', async () => {
    const { desk, task, good } = intake;
    const ours = (): string[] =>
      readdirSync('/proc/self/fd').flatMap((fd) => {
        try {
          const target = readlinkSync(join('/proc/self/fd', fd));
          return target.startsWith(desk.folder) ? [target] : [];
        } catch {
          return [];
        }
      });
    // Large enough not to be held in memory.
    const data = [{ name: 'data/big.bin', content: Buffer.alloc(3 * 1024 * 1024) }];
    const lock = { by: 'recipients', recipients: [desk.expert.recipient] } as const;
    const other = await forgePackage({ predicate: good, signer: desk.expert.signer, data, lock });
    expect((await intake.offerBytes(other)).outcome).toMatchObject({ error: { code: 'package.wrong-recipient' } });
    const mode = await intake.offer({ data }, { findRound: () => ({ mode: 'official' }) });
    expect(mode.outcome).toMatchObject({ error: { code: 'package.mode' } });
    const cut = await intake.offer({ data, sealed: (file) => file.subarray(0, -100) });
    expect(cut.outcome).toMatchObject({ error: { code: 'package.damaged' } });
    const taken = must((await intake.offer({ data })).outcome);
    expect(taken.staged.content).toBeNull();
    expect(ours()).toEqual([]);
    expect(task.staged.path).toContain('staging');
  });
});
