import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { getProgress } from '#electron/intake/get-progress.ts';
import { importResults } from '#electron/intake/import-results.ts';
import { verifyPackage } from '#electron/packages/verify-package.ts';
import { makeRanking } from '#electron/ranking/rank-round.ts';
import { countRound } from '#electron/round/list-rounds.ts';
import { editSheet } from '#electron/scoring/edit-sheet.ts';
import { submitTask } from '#electron/scoring/submit-task.ts';
import { issueTasks } from '#electron/tasks/issue-tasks.ts';
import { listIssuedTasks } from '#electron/tasks/list-issued-tasks.ts';
import { listTasks } from '#electron/tasks/list-tasks.ts';
import { openTask } from '#electron/tasks/open-task.ts';
import { workspacePaths, type UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { issueRound, makeRound, makeWorkspace, scoreAll, submit, tickingEntropy, value } from './make-round.ts';
import { temporaryWorkspace } from './temporary-round.ts';

const temporary = temporaryWorkspace('each');
let folder: string;
let workspace: UnlockedWorkspace;
beforeEach(() => void ({ folder, workspace } = temporary));

const verdicts = async (...paths: readonly string[]) =>
  value(await importResults(workspace, { paths })).map(({ verdict, code }) => code ?? verdict);

describe('the whole line', () => {
  it('goes from candidates to a ranking', async () => {
    const { roundId, homes } = await issueRound(workspace, folder, makeRound(workspace, 4, 3));
    const results = join(folder, 'results');
    for (const [index, home] of homes.entries()) {
      scoreAll(home, (candidate) => 90 - candidate * 10 - index);
      await submit(home, results);
    }
    expect(await verdicts(results)).toEqual(['accepted', 'accepted', 'accepted']);
    const { ranking, hashes } = value(makeRanking(workspace, roundId));
    expect(ranking.tracks[0]?.rows.map(({ rank, code, sheets }) => [rank, code, sheets])).toEqual([
      [1, 'B01', 3],
      [2, 'B02', 3],
      [3, 'B03', 3],
      [4, 'B04', 3],
    ]);
    expect(hashes.resultHash).toMatch(/^[0-9a-f]{64}$/);
    const progress = value(getProgress(workspace, { roundId }));
    expect(progress.experts.every(({ done, assigned }) => done === 4 && assigned === 4)).toBe(true);
    expect(countRound(workspace.db, roundId)).toMatchObject({ expertsReturned: 3, sheetsIn: 12, packagesRefused: 0 });
    expect(readdirSync(join(workspace.folder, 'packages', 'results'))).toHaveLength(3);
    expect(readdirSync(workspacePaths.staging(workspace.folder))).toEqual([]);
  });

  it('goes the same way in a workspace that signs with SM2', async () => {
    const national = await makeWorkspace(join(folder, 'national'), tickingEntropy(), 'sm2-sm3');
    expect(readFileSync(join(national.folder, 'workspace.json'), 'utf8')).toContain('"suite": "sm2-sm3"');
    const { homes } = await issueRound(national, join(folder, 'national'), makeRound(national, 2, 2));
    const results = join(folder, 'national', 'results');
    for (const home of homes) {
      scoreAll(home, () => 70);
      await submit(home, results);
    }
    const entries = value(await importResults(national, { paths: [results] }));
    expect(entries.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted']);
    const report = await verifyPackage({
      file: join(results, readdirSync(results)[0] ?? ''),
      staging: folder,
      unlock: { by: 'identities', identities: [national.keys.identity] },
      isCommission: (fingerprint) => fingerprint === national.keys.signer.fingerprint,
    });
    expect(report).toMatchObject({ ok: true, suite: 'sm2-sm3' });
    national.db.close();
  });

  it('lets a correction supersede and knows what it holds already', async () => {
    const { roundId, homes } = await issueRound(workspace, folder, makeRound(workspace, 2, 3));
    const [home] = homes;
    if (home === undefined) throw new Error('no home');
    scoreAll(home, () => 60);
    const first = await submit(home, join(folder, 'first'));
    scoreAll(home, () => 80);
    const second = await submit(home, join(folder, 'second'), '核对材料后更正');
    expect([first.seq, second.seq]).toEqual([1, 2]);
    expect(await verdicts(first.path)).toEqual(['accepted']);
    expect(await verdicts(first.path, second.path)).toEqual(['duplicate', 'superseded']);
    expect(await verdicts(first.path, second.path)).toEqual(['duplicate', 'duplicate']);
    const current = workspace.db.prepare('SELECT seq FROM results WHERE round_id = ? AND current = 1').all(roundId);
    expect(current).toEqual([{ seq: 2 }]);
  });

  it('refuses a correction without a reason and an unfinished task, and writes nothing', async () => {
    const { homes } = await issueRound(workspace, folder, makeRound(workspace, 2, 3));
    const [home] = homes;
    if (home === undefined) throw new Error('no home');
    const out = join(folder, 'out');
    const unfinished = await submitTask(home.home, { taskId: home.taskId, folder: out, reason: null });
    expect(unfinished).toMatchObject({ error: { code: 'scoring.incomplete', detail: { count: 2 } } });
    expect(existsSync(out)).toBe(false);
    scoreAll(home, () => 70);
    await submit(home, out);
    const unexplained = await submitTask(home.home, { taskId: home.taskId, folder: out, reason: ' ' });
    expect(unexplained).toMatchObject({ error: { code: 'scoring.reason-missing' } });
    expect(readdirSync(out)).toHaveLength(1);
  });
});

describe('a task package', () => {
  it('opens with its own code only, and twice finds the same task', async () => {
    const roundId = makeRound(workspace, 2, 3);
    const { homes, tasks } = await issueRound(workspace, folder, roundId);
    const [one, two] = homes;
    if (one === undefined || two === undefined) throw new Error('no homes');
    const codes = value(listIssuedTasks(workspace, { roundId }));
    const own = codes.find(({ expertId }) => expertId === one.expertId);
    const other = codes.find(({ expertId }) => expertId === two.expertId);
    if (own === undefined || other === undefined) throw new Error('no codes');
    const path = join(tasks, own.file);
    expect(await openTask(one.home, { path, code: other.code })).toMatchObject({
      error: { code: 'package.wrong-code' },
    });
    expect(value(await openTask(one.home, { path, code: own.code.toLowerCase() })).id).toBe(one.taskId);
    expect(value(listTasks(one.home))).toHaveLength(1);
  });

  it('is written for every expert or for none', async () => {
    const roundId = makeRound(workspace, 2, 3);
    const tasks = join(folder, 'tasks');
    mkdirSync(join(tasks, 'codes.csv'), { recursive: true });
    writeFileSync(join(tasks, 'codes.csv', 'in-the-way'), '');
    expect((await issueTasks(workspace, { roundId, folder: tasks })).ok).toBe(false);
    expect(readdirSync(tasks)).toEqual(['codes.csv']);
    expect(countRound(workspace.db, roundId).tasksIssued).toBe(0);
    const again = value(await issueTasks(workspace, { roundId, folder: join(folder, 'elsewhere') }));
    expect(again).toHaveLength(3);
    const [head = ''] = readFileSync(join(folder, 'elsewhere', 'codes.csv'), 'utf8').split('\r\n');
    expect(head).toBe('expertId,name,code,file');
  });
});

describe('intake', () => {
  it('refuses what is no result of this workspace, and keeps nothing of it', async () => {
    const { homes, tasks } = await issueRound(workspace, folder, makeRound(workspace, 2, 3));
    const [home] = homes;
    if (home === undefined) throw new Error('no home');
    scoreAll(home, () => 50);
    const { path } = await submit(home, join(folder, 'results'));
    const bytes = readFileSync(path);
    const damaged = join(folder, 'damaged.mtxresult');
    writeFileSync(damaged, Buffer.concat([bytes.subarray(0, -40), Buffer.alloc(40, 7)]));
    const rubbish = join(folder, 'rubbish.mtxresult');
    writeFileSync(rubbish, 'hello');
    const empty = join(folder, 'empty.mtxresult');
    writeFileSync(empty, '');
    const [task = ''] = readdirSync(tasks).filter((name) => name.endsWith('.mtxtask'));
    expect(await verdicts(damaged, rubbish, empty, join(tasks, task))).toEqual([
      'package.damaged',
      'package.not-age',
      'package.empty',
      'package.code-needed',
    ]);
    expect(workspace.db.prepare('SELECT count(*) AS n FROM results').get()).toEqual({ n: 0 });
    expect(readdirSync(join(workspace.folder, 'packages', 'results'))).toEqual([]);
    expect(readdirSync(workspacePaths.staging(workspace.folder))).toEqual([]);
  });

  it('refuses a result of another workspace', async () => {
    const otherFolder = join(folder, 'other');
    const other = await makeWorkspace(otherFolder, tickingEntropy());
    const { homes } = await issueRound(other, otherFolder, makeRound(other, 2, 3));
    const [home] = homes;
    if (home === undefined) throw new Error('no home');
    scoreAll(home, () => 50);
    const { path } = await submit(home, join(otherFolder, 'results'));
    expect(await verdicts(path)).toEqual(['package.wrong-recipient']);
    other.db.close();
  });
});

describe('a chain', () => {
  it('refuses an older package after a newer one', async () => {
    const { homes } = await issueRound(workspace, folder, makeRound(workspace, 1, 3));
    const [home] = homes;
    if (home === undefined) throw new Error('no home');
    scoreAll(home, () => 60);
    const first = await submit(home, join(folder, 'first'));
    const second = await submit(home, join(folder, 'second'), '再次确认');
    expect(await verdicts(second.path)).toEqual(['accepted']);
    expect(await verdicts(first.path)).toEqual(['package.stale']);
  });
});

describe('an edit', () => {
  it('is refused without trace when the rubric has no such criterion', async () => {
    const { homes } = await issueRound(workspace, folder, makeRound(workspace, 1, 3));
    const [home] = homes;
    if (home === undefined) throw new Error('no home');
    const task = value(listTasks(home.home))[0];
    expect(task).toMatchObject({ candidates: 1, finished: 0 });
    const { candidate_id: candidateId } = workspace.db
      .prepare<[], { candidate_id: string }>('SELECT candidate_id FROM assignments LIMIT 1')
      .get() ?? { candidate_id: '' };
    const refused = editSheet(home.home, {
      taskId: home.taskId,
      candidateId,
      change: { what: 'points', criterionId: 'no-such', points: 100 },
    });
    expect(refused).toMatchObject({ error: { code: 'scoring.unknown-criterion' } });
    expect(home.home.db.prepare('SELECT count(*) AS n FROM sheets').get()).toEqual({ n: 0 });
  });
});
