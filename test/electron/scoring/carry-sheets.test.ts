import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadTask, type LocalTask } from '#electron/home/load-task.ts';
import { carrySheets } from '#electron/scoring/carry-sheets.ts';
import { editSheet } from '#electron/scoring/edit-sheet.ts';
import { loadSheets } from '#electron/scoring/load-sheets.ts';
import { getTask, listTasks, removeTask } from '#electron/tasks/list-tasks.ts';
import { openTask } from '#electron/tasks/open-task.ts';
import { reissueTask } from '#electron/tasks/reissue-task.ts';
import { rotateKeys } from '#electron/workspace/rotate-keys.ts';
import { verifyTrace } from '#electron/trace/verify-trace.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { scoreAll, submit, value, type ExpertHome } from '../../pipeline/make-round.ts';
import { temporaryIssuedRound } from '../../pipeline/temporary-round.ts';

const temporary = temporaryIssuedRound('each', { candidates: 3, experts: 1 });
let folder: string;
let workspace: UnlockedWorkspace;
let roundId: string;
let expert: ExpertHome;

beforeEach(() => {
  ({ folder, workspace, roundId } = temporary);
  const [only] = temporary.round.homes;
  if (only === undefined) throw new Error('one expert');
  expert = only;
});

const reissue = async (office = workspace) => {
  const to = join(folder, 'again');
  const { file, code } = value(await reissueTask(office, { roundId, expertId: expert.expertId, folder: to }));
  return value(await openTask(expert.home, { path: join(to, file), code }));
};
const view = async (taskId: string) => value(await getTask(expert.home, { taskId }));
const sheetsOf = (taskId: string) => [...loadSheets(expert.home, taskId).values()];
const task = (taskId: string): LocalTask => value(loadTask(expert.home, taskId));

describe('a task that was issued again brings along what was scored on this machine', () => {
  it('so that it only has to be looked over and submitted', async () => {
    scoreAll(expert, (candidate) => 60 + 10 * candidate);
    await submit(expert, join(folder, 'results'));
    const before = sheetsOf(expert.taskId);
    const opened = await reissue();
    expect(opened).toMatchObject({ finished: 3, changedSince: true, reissued: true, replaced: false });
    expect(sheetsOf(opened.id)).toEqual(before);
    expect(value(listTasks(expert.home)).map(({ id, replaced }) => [id, replaced])).toEqual([
      [opened.id, false],
      [expert.taskId, true],
    ]);
    await submit({ ...expert, taskId: opened.id }, join(folder, 'results'), '任务重新下发');
    expect(value(listTasks(expert.home))[0]).toMatchObject({ changedSince: false, reissued: false });
  });

  it('also half done, and the two stay apart from then on', async () => {
    const candidateId = task(expert.taskId).predicate.candidates[1]?.id ?? '';
    const change = { what: 'comment', comment: '先记一笔' } as const;
    value(editSheet(expert.home, { taskId: expert.taskId, candidateId, change }));
    const opened = await reissue();
    expect(sheetsOf(opened.id)).toMatchObject([{ candidateId, comment: '先记一笔', points: {} }]);
    value(editSheet(expert.home, { taskId: opened.id, candidateId, change: { ...change, comment: '改过' } }));
    expect(sheetsOf(expert.taskId)).toMatchObject([{ comment: '先记一笔' }]);
    expect((await view(opened.id)).carried).toBe(1);
  });

  it('over a rotation of the commission’s keys, and from the newest of several', async () => {
    scoreAll(expert, () => 60);
    const second = await reissue();
    scoreAll({ ...expert, taskId: second.id }, () => 90);
    const third = await reissue(value(await rotateKeys(workspace)));
    expect(sheetsOf(third.id).map(({ points }) => points)).toEqual(sheetsOf(second.id).map(({ points }) => points));
    expect(verifyTrace(expert.home.db)).toMatchObject({ ok: true });
  });

  it('and nothing where nothing was scored, or the task before is gone', async () => {
    expect((await view((await reissue()).id)).carried).toBe(0);
    scoreAll(expert, () => 60);
    for (const { id } of value(listTasks(expert.home))) value(removeTask(expert.home, { taskId: id }));
    expect(sheetsOf((await reissue()).id)).toEqual([]);
  });
});

describe('what stays behind', () => {
  const carry = (
    change: (predicate: LocalTask['predicate']) => Partial<LocalTask['predicate']>,
    commission?: string,
  ) => {
    const { predicate, ...next } = task(expert.taskId);
    const target = { ...next, predicate: { ...predicate, seq: 2, ...change(predicate) } };
    const other = commission === undefined ? target : { ...target, commission };
    const before = sheetsOf(expert.taskId).map(({ candidateId, revision }) => `${candidateId} ${revision}`);
    const written: string[] = [];
    carrySheets({ ...expert.home, db: expert.home.db }, other);
    for (const sheet of sheetsOf(expert.taskId)) written.push(`${sheet.candidateId} ${sheet.revision}`);
    const carried = expert.home.db
      .prepare<[], string>(`SELECT body FROM trace WHERE event = 'sheets-carried'`)
      .pluck()
      .all()
      .map((body): unknown => JSON.parse(body));
    expect(written).toEqual(before);
    return carried;
  };

  it('is what another commission asks, or another round, or an older task', () => {
    scoreAll(expert, () => 60);
    expect(carry(() => ({}), 'f'.repeat(64))).toEqual([]);
    expect(carry(() => ({ roundId: expert.expertId }))).toEqual([]);
    expect(carry(() => ({ seq: 1 }))).toEqual([]);
    expect(carry(() => ({}))).toMatchObject([{ count: 3 }]);
  });

  it('is the sheet of a candidate that is to be looked at again, or is not asked about any more', () => {
    scoreAll(expert, () => 60);
    const again = ({ candidates }: LocalTask['predicate']) => ({
      candidates: candidates.slice(1),
      reviewRequests: [{ candidateId: candidates[1]?.id ?? '', reason: '分差过大' }],
    });
    expect(carry(again)).toMatchObject([{ count: 1 }]);
  });

  it('is a sheet that does not fit the rubric any more', () => {
    scoreAll(expert, () => 60);
    const halved = ({ rubrics }: LocalTask['predicate']) => ({
      rubrics: rubrics.map((rubric) => ({
        ...rubric,
        categories: rubric.categories.map((category) => ({
          ...category,
          criteria: category.criteria.map((criterion) => ({ ...criterion, max: criterion.step })),
        })),
      })),
    });
    expect(carry(halved)).toEqual([]);
  });
});
