import { createKeys, loadKeys } from '#electron/identity/keys.ts';
import { openResult } from '#electron/packages/open-result.ts';
import { verifyPackage } from '#electron/packages/verify-package.ts';
import { seededEntropy } from '#test/fixtures/packages/entropy.ts';
import { sampleCandidate, sampleSheet } from '#test/fixtures/packages/round.ts';
import { verificationSteps } from '#shared/packages/steps.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, setUpDesk, type Desk } from '#test/fixtures/packages/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await setUpDesk();
});
afterAll(() => {
  desk.remove();
});

describe('a task package', () => {
  it('opens with its code and brings the task and every dossier', async () => {
    const sealed = must(await desk.sealTask());
    const opened = must(await desk.openTask(sealed.path));
    expect(opened.task.candidates).toEqual(desk.body.candidates);
    expect(opened.taskStatement).toBe(sealed.statement);
    expect(Buffer.from(opened.envelope)).toEqual(Buffer.from(sealed.envelope));
    expect(opened.secret).toBe(desk.code.secret);
    expect(readdirSync(desk.dossiers).toSorted()).toEqual([...desk.files.keys()].toSorted());
    for (const [sha256, file] of desk.files) {
      expect(readFileSync(join(desk.dossiers, sha256))).toHaveLength(file.size);
    }
    expect(readFileSync(opened.staged.path)).toEqual(readFileSync(sealed.path));
  });
});

describe('a result package', () => {
  it('is accepted, proves the key by the code and passes every step', async () => {
    const task = must(await desk.openTask(must(await desk.sealTask()).path));
    const sealed = must(await desk.sealResult(task));
    const report = await openResult({
      file: sealed.path,
      staging: desk.staging,
      keys: desk.commission,
      context: desk.context(task),
    });
    const received = must(report.outcome);
    expect(received).toMatchObject({ verdict: 'accepted', enrols: true, statement: sealed.statement });
    expect(received.result.sheets).toHaveLength(3);
    expect(report.steps).toEqual(verificationSteps.map((step) => ({ step, ok: true, code: null })));
    expect(report.seen).toMatchObject({ seq: 1, statement: sealed.statement });
  });

  it('opens with the recovery key as well, when the task names one', async () => {
    const escrow = loadKeys(await createKeys('escrow', seededEntropy('escrow')));
    const body = { ...desk.body, escrow: escrow.recipient };
    const task = must(await desk.openTask(must(await desk.sealTask({ body })).path));
    const sealed = must(await desk.sealResult(task, { secret: null }));
    for (const { identity } of [escrow, desk.commission]) {
      const unlock = { by: 'identities', identities: [identity] } as const;
      expect(
        await verifyPackage({ file: sealed.path, staging: desk.staging, unlock, isCommission: null }),
      ).toMatchObject({ ok: true });
    }
  });

  it('is not sealed with a sheet for somebody else’s candidate', async () => {
    const task = must(await desk.openTask(desk.path('a.mtxtask')));
    const sheets = [
      sampleSheet(sampleCandidate(9)),
      ...task.task.candidates.map((candidate) => sampleSheet(candidate)),
    ];
    expect(await desk.sealResult(task, { sheets })).toMatchObject({ error: { code: 'package.sheet-unknown' } });
  });
});

it('a code is stretched by 2^14 unless a test says otherwise', async () => {
  const path = desk.path('default.mtxtask');
  must(await desk.sealTask({ path, lock: { by: 'code', secret: desk.code.secret } }));
  expect(readFileSync(path, 'latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 14\n/);
  must(await desk.openTask(path));
});
