import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findRubric, loadTask } from '#electron/home/load-task.ts';
import { editSheet } from '#electron/scoring/edit-sheet.ts';
import { loadSheet } from '#electron/scoring/load-sheets.ts';
import { submitTask } from '#electron/scoring/submit-task.ts';
import { getTask } from '#electron/tasks/list-tasks.ts';
import { listCriteria } from '#shared/round/rubric.ts';
import type { SheetChange } from '#shared/scoring/change-sheet.ts';
import { scoreAll, submit, value, type ExpertHome } from '../../pipeline/make-round.ts';
import { temporaryIssuedRound } from '../../pipeline/temporary-round.ts';
import { refusedUnchanged } from '../../pipeline/state.ts';

const temporary = temporaryIssuedRound('all', { candidates: 2, experts: 1 });
let folder: string;
let expert: ExpertHome;
let codes: readonly string[];
beforeAll(() => {
  ({ folder } = temporary);
  const [home] = temporary.round.homes;
  if (home === undefined) throw new Error('no home');
  expert = home;
  codes = value(loadTask(expert.home, expert.taskId)).predicate.candidates.map(({ id }) => id);
});
beforeEach(() => {
  expert.home.db.exec('DELETE FROM sheets; DELETE FROM submissions;');
});

const candidateId = () => codes[0] ?? '';
const edit =
  (change: SheetChange, more: object = {}) =>
  () =>
    editSheet(expert.home, { taskId: expert.taskId, candidateId: candidateId(), change, ...more });
const firstCriterion = () => {
  const { predicate } = value(loadTask(expert.home, expert.taskId));
  const [criterion] = listCriteria(value(findRubric(predicate, candidateId())).rubric);
  if (criterion === undefined) throw new Error('no criterion');
  return criterion;
};

describe('an edit', () => {
  it('is on disk when it is answered, one revision at a time', () => {
    const { id: criterionId, step } = firstCriterion();
    const first = value(edit({ what: 'points', criterionId, points: step })());
    expect(first.sheet).toMatchObject({ revision: 1, points: { [criterionId]: step } });
    const second = value(edit({ what: 'comment', comment: '👍 3,000 字：' + '评'.repeat(3000) })());
    expect(second.sheet).toMatchObject({ revision: 2, firstEditedAt: first.sheet.firstEditedAt });
    value(edit({ what: 'fraud', fraud: true })());
    value(edit({ what: 'gate', gateId: 'newly-built', answer: 'fail' })());
    const stored = loadSheet(expert.home, expert.taskId, candidateId());
    expect(stored).toMatchObject({ revision: 4, fraud: true, gates: { 'newly-built': 'fail' } });
    expect(stored?.comment).toHaveLength(second.sheet.comment.length);
  });

  it('to recusal clears the points, and back the reason', () => {
    const { id: criterionId, step } = firstCriterion();
    value(edit({ what: 'points', criterionId, points: step })());
    const out = value(edit({ what: 'state', state: 'recused', reason: '同单位' })());
    expect(out.sheet).toMatchObject({ state: 'recused', points: {}, gates: {}, reason: '同单位' });
    const back = value(edit({ what: 'state', state: 'scored', reason: null })());
    expect(back.sheet).toMatchObject({ state: 'scored', points: {}, reason: null });
  });

  it('that the rubric does not allow leaves the sheet as it was', async () => {
    const { db } = expert.home;
    const { id: criterionId, max, step } = firstCriterion();
    value(edit({ what: 'points', criterionId, points: step })());
    const points = (value: number) => edit({ what: 'points', criterionId, points: value });
    await refusedUnchanged(db, 'scoring.out-of-range', points(max + step));
    await refusedUnchanged(db, 'scoring.off-step', points(step + 1));
    await refusedUnchanged(db, 'scoring.unknown-criterion', edit({ what: 'points', criterionId: 'x', points: 0 }));
    await refusedUnchanged(db, 'scoring.unknown-gate', edit({ what: 'gate', gateId: 'area', answer: 'pass' }));
    const comment: SheetChange = { what: 'comment', comment: '' };
    await refusedUnchanged(db, 'scoring.unknown-candidate', edit(comment, { candidateId: 'x' }));
    await refusedUnchanged(db, 'scoring.unknown-task', edit(comment, { taskId: 'x' }));
    value(edit({ what: 'state', state: 'abstained', reason: '不熟悉' })());
    await refusedUnchanged(db, 'scoring.points-while-out', points(step));
  });
});

describe('submitting', () => {
  const place = (name: string): string => join(folder, name);
  const handIn =
    (name: string, reason: string | null = null, taskId = expert.taskId) =>
    () =>
      submitTask(expert.home, { taskId, folder: place(name), reason });

  it('is refused while something is missing, and names it', async () => {
    const { db } = expert.home;
    await refusedUnchanged(db, 'scoring.unknown-task', handIn('none', null, 'x'));
    const empty = await refusedUnchanged(db, 'scoring.incomplete', handIn('none'));
    expect(empty.detail).toEqual({ count: 2, candidate: 'B01 对象B01' });
    scoreAll(expert, () => 80);
    value(edit({ what: 'fraud', fraud: true })());
    value(edit({ what: 'comment', comment: ' ' })());
    const fraud = await refusedUnchanged(db, 'scoring.incomplete', handIn('none'));
    expect(fraud.detail).toEqual({ count: 1, candidate: 'B01 对象B01' });
    value(edit({ what: 'state', state: 'recused', reason: ' ' })());
    await refusedUnchanged(db, 'scoring.incomplete', handIn('none'));
    expect(existsSync(place('none'))).toBe(false);
  });

  it('gives 1, 2, 3 … with a reason from the second on, each under its own name', async () => {
    scoreAll(expert, () => 80);
    expect(await submit(expert, place('chain'), '第一次不需要理由')).toMatchObject({ seq: 1, reason: null });
    await refusedUnchanged(expert.home.db, 'scoring.reason-missing', handIn('chain'));
    await refusedUnchanged(expert.home.db, 'scoring.reason-missing', handIn('chain', ' \n'));
    expect(await submit(expert, place('chain'), ' 更正\r\n总分 ')).toMatchObject({ seq: 2, reason: '更正\n总分' });
    expect(await submit(expert, place('chain'), '再次更正')).toMatchObject({ seq: 3 });
    expect(readdirSync(place('chain')).toSorted()).toEqual([
      '示范楼宇评审-专家1-1.mtxresult',
      '示范楼宇评审-专家1-2.mtxresult',
      '示范楼宇评审-专家1-3.mtxresult',
    ]);
    const { submissions } = value(await getTask(expert.home, { taskId: expert.taskId }));
    expect(submissions.map(({ seq, reason }) => [seq, reason])).toEqual([
      [1, null],
      [2, '更正\n总分'],
      [3, '再次更正'],
    ]);
  });

  it('writes nothing over a package of the same name', async () => {
    scoreAll(expert, () => 80);
    const first = await submit(expert, place('shared'));
    expert.home.db.exec('DELETE FROM submissions');
    const other = await submit(expert, place('shared'));
    expect([first.fileName, other.fileName]).toEqual([
      '示范楼宇评审-专家1-1.mtxresult',
      '示范楼宇评审-专家1-1 (2).mtxresult',
    ]);
  });

  it('is refused where no folder can be, and the number is not used up', async () => {
    scoreAll(expert, () => 80);
    writeFileSync(place('file'), '');
    await refusedUnchanged(expert.home.db, 'files.not-a-folder', handIn('file/out'));
    await refusedUnchanged(expert.home.db, 'files.not-a-folder', handIn('file'));
    expect(await submit(expert, place('later'))).toMatchObject({ seq: 1 });
  });
});
