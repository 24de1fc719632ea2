import { sha256Hex } from '#electron/base/digest.ts';
import { createCommissionKeys } from '#electron/identity/key-file.ts';
import { sealEnvelope } from '#electron/packages/envelope.ts';
import { signTraceHead } from '#electron/trace/trace-head.ts';
import { formatFinalRanking } from '#shared/packages/final-ranking.ts';
import { hash } from '#test/fixtures/packages/case.ts';
import type { OpenedTask } from '#electron/packages/open-task.ts';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, quickWorkFactor, setUpDesk, type Desk } from '#test/fixtures/packages/desk.ts';
import { seededEntropy } from '#test/fixtures/packages/entropy.ts';
import { hasDebianTools, runTool, runVerifyScript } from '#test/fixtures/packages/tools.ts';

let desk: Desk;
let task: OpenedTask;
beforeAll(async () => {
  desk = await setUpDesk();
  task = must(await desk.openTask(must(await desk.sealTask()).path));
  writeFileSync(desk.path('commission.txt'), `${desk.commission.identity}\n`);
});
afterAll(() => {
  desk.remove();
});

// Elsewhere the tools are not there to compare with.
describe.skipIf(!hasDebianTools)('with Debian’s tools and no code of ours', () => {
  it('a task package is opened by its code and verified, down to its dossiers', () => {
    const out = desk.path('unpacked');
    const fingerprint = formatFingerprint(desk.commission.signer.fingerprint);
    const { code, text } = runVerifyScript(['-f', fingerprint, '-x', out, desk.path('a.mtxtask')], desk.code.secret);
    expect(text).toContain('files      ok');
    expect(text).toContain(`statement  ${task.taskStatement}`);
    expect(text).toContain(`signed by  ${fingerprint}`);
    expect(code).toBe(0);
    for (const sha256 of desk.files.keys()) {
      expect(sha256Hex(readFileSync(join(out, 'data/dossiers', sha256)))).toBe(sha256);
    }
    expect(sha256Hex(readFileSync(join(out, 'statement.json')))).toBe(task.taskStatement);
  });

  it('a result package is opened by the commission’s identity and verified', async () => {
    const sealed = must(await desk.sealResult(task));
    const { code, text } = runVerifyScript(['-i', desk.path('commission.txt'), sealed.path]);
    expect(text).toContain('kind       result');
    expect(text).toContain(`statement  ${sealed.statement}`);
    expect(code).toBe(0);
  });

  it('a package that was altered, or signed by another key than expected, is refused', async () => {
    const sealed = must(await desk.sealResult(task));
    const bytes = readFileSync(sealed.path);
    bytes[bytes.length - 50] = (bytes[bytes.length - 50] ?? 0) ^ 1;
    writeFileSync(desk.path('altered.mtxresult'), bytes);
    const identity = desk.path('commission.txt');
    expect(runVerifyScript(['-i', identity, desk.path('altered.mtxresult')])).toMatchObject({ code: 1 });
    const other = runVerifyScript(['-i', identity, '-f', desk.commission.signer.fingerprint, sealed.path]);
    expect(other.code).toBe(1);
    expect(other.text).toContain('REFUSED: signed by another key');
    expect(runVerifyScript([])).toMatchObject({ code: 2 });
  });

  it('the head of a log and a list for the record are verified, and nothing that only looks like one', () => {
    const { signer } = desk.commission;
    const { suite, publicKey, fingerprint } = signer;
    const write = (name: string, bytes: Uint8Array) => {
      writeFileSync(desk.path(name), bytes);
      return runVerifyScript(['-f', fingerprint, desk.path(name)]);
    };
    const head = signTraceHead(signer, {
      workspaceId: task.task.roundId,
      entries: 7,
      head: hash('d'),
      occasion: 'asked',
      issuedAt: '2026-11-23T08:00:00Z',
      role: 'commission',
      proof: null,
    });
    expect(write('a.trace-head.json', head)).toMatchObject({
      code: 0,
      text: expect.stringContaining(`subject    trace ${hash('d')}`),
    });
    const list = formatFinalRanking({
      formatVersion: 1,
      suite,
      mode: 'demo',
      roundId: task.task.roundId,
      signer: { role: 'commission', publicKey, fingerprint },
      seq: 1,
      previous: null,
      issuedAt: '2026-11-23T08:00:00Z',
      policyHash: hash('a'),
      inputsHash: hash('b'),
      resultHash: hash('c'),
      decisions: [],
      outstanding: 0,
      note: '',
    });
    expect(write('ranking.dsse.json', sealEnvelope(Buffer.from(list), signer))).toMatchObject({
      code: 0,
      text: expect.stringContaining(`subject    ranking.json ${hash('c')}`),
    });
    const posing = list.replace('urn:mantianxing:ranking:1', 'urn:mantianxing:membership:1');
    expect(write('posing.dsse.json', sealEnvelope(Buffer.from(posing), signer))).toMatchObject({ code: 1 });
    expect(
      write('bare.dsse.json', sealEnvelope(Buffer.from(list.replace('ranking:1', 'result:1')), signer)).text,
    ).toContain('REFUSED: a package without its package');
  });

  it('a key file opens with its passphrase and shows an identity that `age` takes', async () => {
    const path = desk.path('keys.age');
    const passphrase = '山高水长 风清月朗';
    const keys = must(
      await createCommissionKeys(path, passphrase, { entropy: seededEntropy('file'), workFactor: quickWorkFactor }),
    );
    const plain = desk.path('keys.json');
    const typed = runTool('script', ['-qec', `age -d -o '${plain}' '${path}'`, '/dev/null'], {
      input: `${passphrase}\n`,
    });
    expect(typed.code, typed.text).toBe(0);
    expect(readFileSync(plain, 'utf8')).toContain(keys.identity);
  });

  it('a task sealed by `age -p` opens with the passphrase', async () => {
    const zip = desk.path('task.zip');
    const sealed = desk.path('by-age.mtxtask');
    const typed = (line: string, times: number) =>
      runTool('script', ['-qec', line, '/dev/null'], { input: `${desk.code.secret}\n`.repeat(times) });
    expect(typed(`age -d -o '${zip}' '${desk.path('a.mtxtask')}'`, 1).code).toBe(0);
    expect(typed(`age -p -o '${sealed}' '${zip}'`, 2).code).toBe(0);
    expect(must(await desk.openTask(sealed)).taskStatement).toBe(task.taskStatement);
  });
});
