import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readActivationCode } from '#electron/identity/activation-code.ts';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import { ensureBuilt } from '../../runtime/build.mjs';
import { jsonOf, mtx, mtxHere, type Ran } from './mtx.ts';
import { passphrase, prepareRound, resultOf, type PreparedRound } from './prepared-round.ts';

let round: PreparedRound;
beforeAll(async () => {
  await ensureBuilt(['main']);
  round = await prepareRound();
});
afterAll(() => round.remove());

const verify = (...words: readonly string[]): Promise<Ran> => mtxHere(['verify', ...words, '--json'], { passphrase });
const codeOf = (ran: Ran): string | null => jsonOf(ran).error?.code ?? null;
const task = () => {
  const [first] = round.tasks;
  if (first === undefined) throw new Error('no task');
  return first;
};

describe('verifying a package', () => {
  it('of a task with its code prints the documented report, as a process too', async () => {
    const words = ['verify', task().path, '--code', task().code, '--json'];
    const ran = mtx(words);
    expect(ran).toMatchObject({ code: 0, err: '' });
    const report = jsonOf(ran);
    expect(report).toMatchObject({
      ok: true,
      kind: 'task',
      formatVersion: 1,
      suite: 'ed25519-sha256',
      mode: 'official',
      seq: 1,
      error: null,
      signer: formatFingerprint(round.commission),
      roundId: round.roundId,
      expertId: task().expertId,
      statement: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining(['ok', 'kind', 'formatVersion', 'suite', 'mode', 'signer', 'roundId', 'expertId', 'seq']),
    );
    expect(report.steps.map(({ step }: { step: string }) => step)).toEqual(
      'size decrypt zip envelope signature canonical format schema signer manifest files'.split(' '),
    );
    expect(report.steps.every((step: Record<string, unknown>) => step['ok'] === true && step['code'] === null)).toBe(
      true,
    );
    expect(jsonOf(await mtxHere(words))).toEqual(report);
  });

  it('of a result opens it with the workspace’s keys', async () => {
    const ran = await verify(resultOf(round.results, 2), '--workspace', round.workspace);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(jsonOf(ran)).toMatchObject({ ok: true, kind: 'result', seq: 2, roundId: round.roundId });
  });

  it('compares the commission with a given fingerprint, in either form', async () => {
    const own = formatFingerprint(round.commission);
    const code = ['--code', task().code];
    expect((await verify(task().path, ...code, '--commission', own)).code).toBe(0);
    const other = own.replace(/\d{5}$/, (digits) => (digits === '00000' ? '00001' : '00000'));
    const stranger = await verify(task().path, ...code, '--commission', other);
    expect([stranger.code, codeOf(stranger)]).toEqual([1, 'package.wrong-commission']);
    const result = [resultOf(round.results, 1), '--workspace', round.workspace];
    expect((await verify(...result, '--commission', own)).code).toBe(0);
    expect(codeOf(await verify(...result, '--commission', other))).toBe('package.audience');
    expect((await verify(task().path, '--commission', 'rubbish')).code).toBe(2);
  });

  it('of one that is damaged, locked, of another kind or missing says at which step', async () => {
    const bytes = readFileSync(resultOf(round.results, 2));
    const damaged = join(round.folder, 'damaged.mtxresult');
    writeFileSync(damaged, bytes.subarray(0, bytes.length - 9));
    const nothing = join(round.folder, 'nothing.mtxresult');
    const files = [resultOf(round.results, 2), damaged, nothing, round.results];
    const ran = await verify(...files, '--workspace', round.workspace);
    expect(ran.code).toBe(1);
    const reports: readonly { error: { code: string } | null; steps: { step: string; ok: boolean }[] }[] = jsonOf(ran);
    expect(reports.map(({ error, steps }) => [error?.code ?? null, steps.at(-1)])).toEqual([
      [null, { step: 'files', ok: true, code: null }],
      ['package.damaged', expect.objectContaining({ ok: false })],
      ['files.missing', { step: 'size', ok: false, code: 'files.missing' }],
      ['files.not-a-file', { step: 'size', ok: false, code: 'files.not-a-file' }],
    ]);
    expect(codeOf(await verify(resultOf(round.results, 2)))).toBe('package.identity-needed');
    expect(codeOf(await verify(task().path))).toBe('package.code-needed');
    const [, other] = round.tasks;
    expect(codeOf(await verify(task().path, '--code', other?.code ?? ''))).toBe('package.wrong-code');
  });

  it('takes an age identity file, and refuses one that is none or missing', async () => {
    const file = join(round.folder, 'key.txt');
    writeFileSync(file, '# created by hand\r\nAGE-SECRET-KEY-1RUBBISH\r\n');
    const rubbish = await verify(resultOf(round.results, 1), '--identity', file);
    expect(rubbish.code).toBe(1);
    expect(codeOf(rubbish)).toMatch(/^package\.(wrong-recipient|identity-needed)$/);
    writeFileSync(file, 'hello');
    const none = await verify(resultOf(round.results, 1), '--identity', file);
    expect([none.code, codeOf(none)]).toEqual([2, 'cli.identity-file']);
    const missing = await verify(resultOf(round.results, 1), '--identity', join(round.folder, '没有'));
    expect([missing.code, codeOf(missing)]).toEqual([1, 'cli.file-missing']);
  });

  it('asks for what it lacks: a right code, a workspace, its passphrase', async () => {
    expect(readActivationCode('AAAA').ok).toBe(false);
    expect(codeOf(await verify(task().path, '--code', 'AAAA'))).toBe('identity.code-length');
    expect(codeOf(await verify(task().path, '--workspace', round.folder))).toBe('workspace.not-found');
    const result = ['verify', resultOf(round.results, 1), '--workspace', round.workspace, '--json'];
    expect(codeOf(await mtxHere(result))).toBe('workspace.passphrase-missing');
    expect(codeOf(await mtxHere(result, { passphrase: 'wrong passphrase' }))).toBe('identity.wrong-passphrase');
  });

  it('is told to people in their language', async () => {
    const words = ['verify', task().path, '--code', task().code];
    const chinese = await mtxHere(words);
    expect(chinese.out).toMatch(/真实、完整\n {2}task {2}official .*\n {2}SHA256:/);
    const english = await mtxHere(['--lang', 'en', ...words.slice(0, 2)]);
    expect(english).toMatchObject({ code: 1, err: '' });
    expect(english.out).toMatch(
      /refused\n {2}✓ size\n {2}✗ decrypt package\.code-needed\n.*opens with an activation code.*\[package/s,
    );
  });
});
