import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeInThread, type ThreadTools } from '#electron/reports/form-thread.ts';
import { exportRound } from '#electron/reports/export-round.ts';
import type { FormsSource, FormWish } from '#electron/reports/forms-source.ts';
import { makeForm } from '#electron/reports/make-form.ts';
import { hashRanking } from '#electron/ranking/hash-ranking.ts';
import { fail, ok } from '#shared/base/result.ts';
import { makeRound, makeWorkspace, tickingEntropy } from '../../pipeline/make-round.ts';
import { selection } from './read-form.ts';
import { sampleRound } from './sample-form.ts';
import { samplePaper } from './sample-paper.ts';

const folder = mkdtempSync(join(tmpdir(), 'mtx-thread-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function sampleSource(change: Parameters<typeof samplePaper>[0]): FormsSource {
  const { source, input } = sampleRound(change);
  const { round, ranking } = source;
  const ranked = { round, input, ranking, hashes: hashRanking(input, ranking) };
  return { language: 'zh-CN', paper: samplePaper(change), ranked, publish: ok(null), templates: {} };
}

function tools(change: Partial<ThreadTools> = {}): ThreadTools & { readonly stop: AbortController } {
  const stop = new AbortController();
  const script = new URL('../../../electron/reports/worker.ts', import.meta.url);
  return { script, progress: () => undefined, signal: stop.signal, stop, ...change };
}

describe('a thread that makes forms', () => {
  test('makes every form as it is made here, one after the other', async () => {
    const source = sampleSource({ candidates: 6, experts: 3, quota: 2, mode: 'official', policy: { selection } });
    const thread = tools();
    const make = makeInThread(thread)(source);
    const wishes = [
      { form: 'summary', format: 'xlsx' },
      { form: 'summary', format: 'pdf' },
      { form: 'ranking', format: 'csv' },
      { form: 'notice', format: 'docx' },
      { form: 'sheet', format: 'docx', expertId: 'e001' },
      { form: 'opinion', format: 'docx' },
      { form: 'notice', format: 'pdf' },
    ] as const;
    for (const wish of wishes) {
      const [there, here] = [await make(wish), await makeForm(source, wish)];
      expect([wish.form, there]).toEqual([wish.form, here]);
    }
    thread.stop.abort();
    expect(await make({ form: 'ranking', format: 'csv' })).toEqual(fail('reports.cancelled'));
  });

  test('counts the sheets, while this thread goes on with its own work', async () => {
    const steps: (readonly [number, number])[] = [];
    const thread = tools({ progress: (done, total) => steps.push([done, total]) });
    const making = makeInThread(thread)(sampleSource({ candidates: 20, experts: 3 }))({
      form: 'sheet',
      format: 'docx',
    });
    let turns = 0;
    const turn = (): void => {
      turns += 1;
      running = setImmediate(turn);
    };
    let running = setImmediate(turn);
    expect(await making).toMatchObject({ ok: true, value: { kind: 'file' } });
    clearImmediate(running);
    thread.stop.abort();
    // Made here, at most the first step would be followed by a turn.
    expect(turns).toBeGreaterThan(20);
    expect(steps.at(-1)).toEqual([59, 60]);
    expect(steps.length).toBeGreaterThan(50);
  });

  test('ends at once when it is cancelled, in the middle of a form', async () => {
    const thread = tools({ progress: () => thread.stop.abort() });
    const made = await makeInThread(thread)(sampleSource({ candidates: 20, experts: 3 }))({
      form: 'sheet',
      format: 'docx',
    });
    expect(made).toEqual(fail('reports.cancelled'));
  });

  test('makes the forms of a workspace; 核验单 are made here, for they need its keys', async () => {
    const workspace = await makeWorkspace(folder, tickingEntropy());
    const roundId = makeRound(workspace, 2, 2);
    const thread = tools();
    const page = { kind: 'print', fileName: '核验单.pdf', html: '', margins: { header: '', footer: '' } } as const;
    const input = { roundId, language: 'zh-CN', verification: () => ok(page) } as const;
    const make = (wish: FormWish) => exportRound(workspace, { ...input, ...wish }, makeInThread(thread));
    expect(await make({ form: 'pledge', format: 'docx' })).toMatchObject({ ok: true, value: { kind: 'file' } });
    expect(await make({ form: 'verification', format: 'pdf' })).toEqual(ok(page));
    thread.stop.abort();
    workspace.db.close();
  });

  test('says so when it breaks off', async () => {
    const script = join(folder, 'dies.mjs');
    writeFileSync(script, "throw new Error('gone')");
    const made = await makeInThread(tools({ script }))(sampleSource({ candidates: 2 }))({
      form: 'ranking',
      format: 'csv',
    });
    expect(made).toEqual(fail('reports.broke-off'));
  });
});
