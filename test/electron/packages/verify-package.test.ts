import { formatFingerprint, parseFingerprint } from '#shared/identity/fingerprint.ts';
import type { ReceiptPredicate } from '#shared/packages/receipt.ts';
import type { OpenedTask } from '#electron/packages/open-task.ts';
import { sealPackage } from '#electron/packages/seal-package.ts';
import { verifyPackage, type VerifyInput } from '#electron/packages/verify-package.ts';
import { readdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hash } from '#test/fixtures/packages/case.ts';
import { must, setUpDesk, type Desk } from '#test/fixtures/packages/desk.ts';
import { forgePackage } from '#test/fixtures/packages/forge.ts';
import { sampleTime } from '#test/fixtures/packages/round.ts';

let desk: Desk;
let task: OpenedTask;
beforeAll(async () => {
  desk = await setUpDesk();
  task = must(await desk.openTask(must(await desk.sealTask()).path));
});
afterAll(() => {
  desk.remove();
});

const verify = (file: string, change: Partial<VerifyInput> = {}) => {
  const unlock = { by: 'identities', identities: [desk.commission.identity] } as const;
  return verifyPackage({ file, staging: desk.staging, unlock, isCommission: null, ...change });
};
const is = (fingerprint: string) => (other: string) => other === fingerprint;

function receipt(change: Partial<ReceiptPredicate> = {}): ReceiptPredicate {
  const { signer } = desk.commission;
  return {
    formatVersion: 1,
    suite: signer.suite,
    mode: 'demo',
    critical: [],
    roundId: task.task.roundId,
    expertId: task.task.expertId,
    signer: { role: 'commission', publicKey: signer.publicKey, fingerprint: signer.fingerprint },
    audience: desk.expert.signer.fingerprint,
    seq: 1,
    previous: null,
    issuedAt: sampleTime,
    resultStatement: hash('a'),
    verdict: 'accepted',
    code: null,
    trace: { entries: 12, head: hash('b') },
    ...change,
  };
}
const sealReceipt = (predicate: ReceiptPredicate) => {
  const { signer } = desk.commission;
  return sealPackage({
    path: desk.path('a.mtxreceipt'),
    kind: 'receipt',
    predicate,
    signer,
    files: new Map(),
    lock: null,
  });
};

describe('a package by itself', () => {
  it('is described and verified step by step, and nothing is kept', async () => {
    const sealed = must(await desk.sealResult(task));
    const before = readdirSync(desk.staging);
    const { fingerprint } = desk.commission.signer;
    const report = await verify(sealed.path, { isCommission: parseFingerprint(formatFingerprint(fingerprint)) });
    expect(report).toMatchObject({
      ok: true,
      kind: 'result',
      formatVersion: 1,
      suite: 'ed25519-sha256',
      mode: 'demo',
      signer: formatFingerprint(desk.expert.signer.fingerprint),
      roundId: task.task.roundId,
      expertId: task.task.expertId,
      seq: 1,
      statement: sealed.statement,
      error: null,
    });
    expect(report.steps.map(({ step }) => step)).toEqual([
      'size',
      'decrypt',
      'zip',
      'envelope',
      'signature',
      'canonical',
      'format',
      'schema',
      'signer',
      'manifest',
      'files',
    ]);
    expect(readdirSync(desk.staging)).toEqual(before);
  });

  it('is verified with its code, a task down to its dossiers', async () => {
    const unlock = { by: 'passphrase', passphrase: desk.code.secret } as const;
    const isCommission = is(desk.commission.signer.fingerprint);
    expect(await verify(desk.path('a.mtxtask'), { unlock, isCommission })).toMatchObject({ ok: true, kind: 'task' });
  });

  it('is refused where it stops, and described as far as it got', async () => {
    const sealed = must(await desk.sealResult(task));
    const closed = await verify(sealed.path, { unlock: null });
    expect(closed).toMatchObject({
      ok: false,
      kind: null,
      statement: null,
      error: { code: 'package.identity-needed' },
    });
    expect(closed.steps).toEqual([
      { step: 'size', ok: true, code: null },
      { step: 'decrypt', ok: false, code: 'package.identity-needed' },
    ]);
    const other = await verify(sealed.path, { isCommission: is(hash('c')) });
    expect(other).toMatchObject({ ok: false, kind: 'result', seq: 1, error: { code: 'package.audience' } });
  });

  it('is refused when another commission signed it', async () => {
    const unlock = { by: 'passphrase', passphrase: desk.code.secret } as const;
    const report = await verify(desk.path('a.mtxtask'), { unlock, isCommission: is(hash('c')) });
    expect(report).toMatchObject({ ok: false, kind: 'task', error: { code: 'package.wrong-commission' } });
  });

  it('is refused when its signer may not sign its kind', async () => {
    const { signer } = desk.expert;
    const as = { role: 'expert' as const, publicKey: signer.publicKey, fingerprint: signer.fingerprint };
    const bytes = await forgePackage({ kind: 'receipt', predicate: receipt({ signer: as }), signer, lock: null });
    writeFileSync(desk.path('forged.mtxreceipt'), bytes);
    expect(await verify(desk.path('forged.mtxreceipt'))).toMatchObject({ error: { code: 'package.signer-role' } });
  });
});

describe('a receipt', () => {
  it('may lie open, and is verified as well', async () => {
    const sealed = must(await sealReceipt(receipt()));
    const report = await verify(sealed.path, { unlock: null, isCommission: is(desk.commission.signer.fingerprint) });
    expect(report).toMatchObject({ ok: true, kind: 'receipt', statement: sealed.statement });
  });

  it('names a code when it refuses, and only then', async () => {
    must(await sealReceipt(receipt({ verdict: 'refused', code: 'package.stale' })));
    expect(await sealReceipt(receipt({ verdict: 'refused' }))).toMatchObject({ error: { code: 'package.schema' } });
    expect(await sealReceipt(receipt({ code: 'package.stale' }))).toMatchObject({ error: { code: 'package.schema' } });
  });
});

describe('a registration card', () => {
  it('belongs to no round and to everybody, and may lie open', async () => {
    const { signer, recipient } = desk.expert;
    const { formatVersion, suite, mode, critical, seq, previous, issuedAt } = receipt();
    const head = { formatVersion, suite, mode, critical, seq, previous, issuedAt };
    const predicate = {
      ...head,
      roundId: null,
      expertId: null,
      audience: null,
      signer: { role: 'expert' as const, publicKey: signer.publicKey, fingerprint: signer.fingerprint },
      expert: { name: '专家甲', unit: '重庆某大学（示例）', recipient },
    };
    const sealed = must(
      await sealPackage({
        path: desk.path('a.mtxcard'),
        kind: 'card',
        predicate,
        signer,
        files: new Map(),
        lock: null,
      }),
    );
    const report = await verify(sealed.path, { unlock: null, isCommission: is(desk.commission.signer.fingerprint) });
    expect(report).toMatchObject({ ok: true, kind: 'card', roundId: null, expertId: null });
  });
});
