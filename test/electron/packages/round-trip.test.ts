import { openResult } from '#electron/packages/open-result.ts';
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
});
