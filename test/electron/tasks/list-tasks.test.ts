import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attachDossiers } from '#electron/candidates/attach-dossiers.ts';
import { homePaths, type Home } from '#electron/home/home.ts';
import { findRubric, loadTask } from '#electron/home/load-task.ts';
import { editSheet, starCandidate } from '#electron/scoring/edit-sheet.ts';
import { findDossierRecord } from '#electron/tasks/find-dossier-record.ts';
import { dossierPath } from '#electron/home/dossiers.ts';
import { findTaskDossier } from '#electron/tasks/find-dossier.ts';
import { issueTasks } from '#electron/tasks/issue-tasks.ts';
import { getTask, listTasks, removeTask } from '#electron/tasks/list-tasks.ts';
import { openTask } from '#electron/tasks/open-task.ts';
import type { IssuedTask } from '#shared/ipc/office-views.ts';
import { makeRound, makeWorkspace, scoreAll, submit, tickingEntropy, value } from '../../pipeline/make-round.ts';
import { openTestHome } from '../../pipeline/open-test-home.ts';
import { filesIn, refusedUnchanged } from '../../pipeline/state.ts';

let office: string;
let tasks: readonly IssuedTask[];
let folder: string;
let home: Home;

// One office with two rounds of the same dossiers; every test opens its packages in a home of its own.
beforeAll(async () => {
  office = mkdtempSync(join(tmpdir(), 'mtx-tasks-'));
  const workspace = await makeWorkspace(office, tickingEntropy());
  mkdirSync(join(office, '材料'));
  writeFileSync(join(office, '材料', 'B01.txt'), '申报书');
  const issued: IssuedTask[] = [];
  for (const out of ['one', 'two']) {
    const roundId = makeRound(workspace, 2, out === 'one' ? 2 : 1);
    if (out === 'two') writeFileSync(join(office, '材料', 'B02.txt'), '另一份');
    value(await attachDossiers(workspace, { roundId, folder: join(office, '材料') }));
    const made = value(await issueTasks(workspace, { roundId, folder: join(office, out) }));
    issued.push(...made.map((task) => ({ ...task, file: join(office, out, task.file) })));
  }
  tasks = issued;
  workspace.db.close();
});
afterAll(() => rmSync(office, { recursive: true, force: true }));
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-home-'));
  home = await openTestHome(folder, tickingEntropy());
});
afterEach(() => {
  home.db.close();
  rmSync(folder, { recursive: true, force: true });
});

const issuedTask = (index: number): IssuedTask => {
  const task = tasks[index];
  if (task === undefined) throw new Error('no such task');
  return task;
};
const open = (index: number, change: { path?: string; code?: string } = {}) => {
  const { file, code } = issuedTask(index);
  return openTask(home, { path: file, code, ...change });
};

describe('opening a task', () => {
  it('shows the round, its candidates and rubrics', async () => {
    const summary = value(await open(0));
    expect(summary).toMatchObject({
      roundTitle: '示范楼宇评审',
      kind: 'building',
      mode: 'official',
      expertName: '专家1',
      commission: '评审办',
      candidates: 2,
      finished: 0,
      lastSubmission: null,
      changedSince: false,
      reissued: false,
      replaced: false,
    });
    expect(summary.fingerprint).toMatch(/^SHA256:(\d{5}-){11}\d{5}$/);
    const view = value(await getTask(home, { taskId: summary.id }));
    expect(view.candidates.map(({ code, dossiers }) => [code, dossiers.length])).toEqual([
      ['B01', 1],
      ['B02', 0],
    ]);
    expect(view.candidates[0]?.search).toContain('duixiang');
    expect(view).toMatchObject({ sheets: {}, starred: [], submissions: [], tracks: [{ id: 'building' }] });
    expect(readdirSync(homePaths.staging(folder))).toEqual([]);
  });

  it('works whatever the package is called', async () => {
    const copy = join(folder, '改名 (1).bin');
    writeFileSync(copy, readFileSync(issuedTask(0).file));
    expect((await open(0, { path: copy })).ok).toBe(true);
  });

  it('is refused with a wrong or mistyped code and for another file, and leaves nothing', async () => {
    const { code } = issuedTask(0);
    // The check character itself: with another one wrong it fits by chance once in 32 times.
    const typo = code.replace(/.$/, (letter) => (letter === '2' ? '3' : '2'));
    writeFileSync(join(folder, 'rubbish.mtxtask'), 'hello');
    const before = filesIn(folder);
    await refusedUnchanged(home.db, 'package.wrong-code', () => open(0, { code: issuedTask(1).code }));
    await refusedUnchanged(home.db, 'identity.code-typo', () => open(0, { code: typo }));
    await refusedUnchanged(home.db, 'identity.code-empty', () => open(0, { code: ' ' }));
    await refusedUnchanged(home.db, 'identity.code-length', () => open(0, { code: 'ABCD' }));
    await refusedUnchanged(home.db, 'package.not-age', () => open(0, { path: join(folder, 'rubbish.mtxtask') }));
    await refusedUnchanged(home.db, 'files.missing', () => open(0, { path: join(folder, '没有') }));
    expect(filesIn(folder)).toEqual(before);
  });

  it('keeps the tasks of several experts and rounds side by side, the last one first', async () => {
    for (const index of [0, 1, 2]) value(await open(index));
    expect(value(listTasks(home)).map(({ expertName }) => expertName)).toEqual(['专家1', '专家2', '专家1']);
    // One pair of keys per commission and expert, whatever the rounds.
    expect(home.db.prepare('SELECT count(*) AS n FROM identities').get()).toEqual({ n: 2 });
  });
});

describe('a task in the list', () => {
  it('counts what is finished and knows whether something changed since it was handed in', async () => {
    const { id: taskId } = value(await open(0));
    const expert = { home, taskId, expertId: '', name: '' };
    scoreAll(expert, () => 80);
    const { path } = await submit(expert, join(folder, 'out'));
    const [summary] = value(listTasks(home));
    expect(summary).toMatchObject({ finished: 2, changedSince: false, lastSubmission: { seq: 1, reason: null } });
    expect(path.endsWith(summary?.lastSubmission?.fileName ?? '?')).toBe(true);
    const [candidate] = value(loadTask(home, taskId)).predicate.candidates;
    const change = { what: 'comment', comment: '补充' } as const;
    value(editSheet(home, { taskId, candidateId: candidate?.id ?? '', change }));
    expect(value(listTasks(home))[0]).toMatchObject({ changedSince: true });
  });

  it('is unknown when it is not here', async () => {
    expect(await getTask(home, { taskId: 'x' })).toMatchObject({ error: { code: 'scoring.unknown-task' } });
    await refusedUnchanged(home.db, 'scoring.unknown-task', () => removeTask(home, { taskId: 'x' }));
    expect(findTaskDossier(home, { taskId: 'x', candidateId: 'x', sha256: 'x' })).toBeNull();
  });
});

describe('removing a task', () => {
  it('takes its sheets and the dossiers that no other task needs', async () => {
    const { id: first } = value(await open(0));
    const { id: second } = value(await open(2));
    scoreAll({ home, taskId: second, expertId: '', name: '' }, () => 50);
    expect(readdirSync(homePaths.dossiers(folder))).toHaveLength(2);
    expect(removeTask(home, { taskId: second })).toEqual({ ok: true, value: null });
    expect(readdirSync(homePaths.dossiers(folder))).toHaveLength(1);
    expect(home.db.prepare('SELECT count(*) AS n FROM sheets').get()).toEqual({ n: 0 });
    expect(value(listTasks(home)).map(({ id }) => id)).toEqual([first]);
    value(removeTask(home, { taskId: first }));
    expect(readdirSync(homePaths.dossiers(folder))).toEqual([]);
  });

  it('does not break the chain: opened again, the next submission is a correction', async () => {
    const { id: taskId } = value(await open(0));
    scoreAll({ home, taskId, expertId: '', name: '' }, () => 50);
    await submit({ home, taskId, expertId: '', name: '' }, join(folder, 'out'));
    value(removeTask(home, { taskId }));
    const again = value(await open(0));
    expect(again).toMatchObject({ finished: 0, lastSubmission: { seq: 1 } });
    const expert = { home, taskId: again.id, expertId: '', name: '' };
    scoreAll(expert, () => 60);
    expect(await submit(expert, join(folder, 'out'), '重新打分')).toMatchObject({ seq: 2 });
  });
});

it('a dossier is found by its candidate only, also after the home was moved', async () => {
  const { id: taskId } = value(await open(0));
  const [one, two] = value(loadTask(home, taskId)).predicate.candidates;
  const sha256 = one?.dossiers[0]?.sha256 ?? '';
  expect(findTaskDossier(home, { taskId, candidateId: two?.id ?? '', sha256 })).toBeNull();
  expect(findDossierRecord(home, { taskId, candidateId: one?.id ?? '', sha256 })).toEqual(one?.dossiers[0]);
  expect(findDossierRecord(home, { taskId, candidateId: two?.id ?? '', sha256 })).toBeNull();
  expect(findDossierRecord(home, { taskId: 'x', candidateId: one?.id ?? '', sha256 })).toBeNull();
  home.db.close();
  renameSync(folder, `${folder} 搬家`);
  folder = `${folder} 搬家`;
  home = await openTestHome(folder, tickingEntropy());
  const found = findTaskDossier(home, { taskId, candidateId: one?.id ?? '', sha256 });
  const parts: Uint8Array[] = [];
  for await (const part of found?.read({ start: 0, end: found.size - 1 }) ?? []) parts.push(part);
  expect(Buffer.concat(parts).toString()).toBe('申报书');
  rmSync(dossierPath(home, sha256));
  expect(findTaskDossier(home, { taskId, candidateId: one?.id ?? '', sha256 })).toBeNull();
});

it('a star is kept for the expert himself', async () => {
  const { id: taskId } = value(await open(0));
  const candidateId = value(loadTask(home, taskId)).predicate.candidates[0]?.id ?? '';
  const star =
    (starred: boolean, change: object = {}) =>
    () =>
      starCandidate(home, { taskId, candidateId, starred, ...change });
  value(star(true)());
  value(star(true)());
  expect(value(await getTask(home, { taskId })).starred).toEqual([candidateId]);
  await refusedUnchanged(home.db, 'scoring.unknown-candidate', star(true, { candidateId: 'x' }));
  await refusedUnchanged(home.db, 'scoring.unknown-task', star(true, { taskId: 'x' }));
  value(star(false)());
  expect(value(await getTask(home, { taskId })).starred).toEqual([]);
  expect(findRubric({ tracks: [], rubrics: [], candidates: [] }, 'x')).toMatchObject({
    error: { code: 'scoring.unknown-candidate', detail: { candidate: 'x' } },
  });
});
