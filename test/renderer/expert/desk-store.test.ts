import { describe, expect, test } from 'vitest';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import type { SheetSaved, TaskView } from '#shared/ipc/expert-views.ts';
import { changeSheet, emptySheet, type SheetChange } from '#shared/scoring/change-sheet.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import { Desk, type DeskCalls } from '#renderer/expert/desk-store.ts';
import { candidateId, rubric, sheet, taskView } from './sample-task.ts';

const savedAt = '2026-11-22T10:32:05Z';
const one = candidateId(1);
const give = (criterionId: string, points: number | null): SheetChange => ({ what: 'points', criterionId, points });

/** A disk that applies the real rule, and answers only when told to; `refuse` makes the next answers refusals. */
function makeDisk(view: TaskView) {
  const sheets = new Map<string, Sheet>(Object.entries(view.sheets));
  const waiting: (() => void)[] = [];
  const state = { refuse: false, stars: [] as string[] };
  const answer = <Value>(result: Result<Value>): Promise<Result<Value>> =>
    new Promise((resolve) => {
      waiting.push(() => resolve(result));
    });
  const calls: DeskCalls = {
    editSheet: (input) => {
      if (state.refuse) return answer<SheetSaved>(fail('workspace.disk-full'));
      const before = sheets.get(input.candidateId) ?? emptySheet(input.candidateId, savedAt);
      const changed = changeSheet(rubric, before, input.change, savedAt);
      if (!changed.ok) return answer<SheetSaved>(changed);
      sheets.set(input.candidateId, changed.value);
      return answer(ok({ sheet: changed.value, savedAt }));
    },
    starCandidate: () => answer(state.refuse ? fail('workspace.disk-full') : ok(null)),
    getTask: () => answer(ok({ ...view, instructions: 'read again' })),
  };
  /** Answers in the given order (indexes of the waiting calls), then lets the desk take the answers in. */
  const release = async (...order: readonly number[]): Promise<void> => {
    const taken = order.map((index) => waiting[index]);
    waiting.length = 0;
    for (const answerNow of taken) {
      answerNow?.();
      await Promise.resolve();
    }
  };
  return { calls, sheets, state, release };
}

function makeDesk(sheets: readonly Sheet[] = []) {
  const view = taskView(sheets);
  const disk = makeDisk(view);
  const failures: Failure[] = [];
  const desk = new Desk({ calls: disk.calls, view, now: () => 0, onFailure: (failure) => failures.push(failure) });
  const shown = (id = one) => desk.store.getState().drafts[id]?.shown;
  return { desk, disk, failures, shown };
}

describe('the desk', () => {
  test('shows a score at once but says saved only after the durable answer', async () => {
    const { desk, disk, shown } = makeDesk();
    const edit = desk.editSheet(one, give('firms', 850));
    expect(shown()?.points).toEqual({ firms: 850 });
    expect(desk.store.getState()).toMatchObject({ unsaved: 1, savedAt: null });
    await disk.release(0);
    await edit;
    expect(desk.store.getState()).toMatchObject({ unsaved: 0, savedAt });
  });

  test('restores the value and says why when the disk refuses', async () => {
    const { desk, disk, failures, shown } = makeDesk([sheet(1, { points: { firms: 700 } })]);
    disk.state.refuse = true;
    const edit = desk.editSheet(one, give('firms', 850));
    await disk.release(0);
    await edit;
    expect(shown()?.points).toEqual({ firms: 700 });
    expect(failures).toEqual([{ code: 'workspace.disk-full' }]);
    expect(desk.store.getState()).toMatchObject({ unsaved: 0, savedAt: null });
  });

  test('never lets a late failure overwrite a newer value', async () => {
    const { desk, disk, shown } = makeDesk([sheet(1, { points: { firms: 700 } })]);
    disk.state.refuse = true;
    const first = desk.editSheet(one, give('firms', 800));
    disk.state.refuse = false;
    const second = desk.editSheet(one, give('firms', 900));
    await disk.release(1, 0);
    await Promise.all([first, second]);
    expect(shown()?.points).toEqual({ firms: 900 });
  });

  test('undoes and redoes on the disk, at the candidate concerned', async () => {
    const { desk, disk, shown } = makeDesk();
    const edit = desk.editSheet(one, give('firms', 850));
    await disk.release(0);
    await edit;
    desk.goTo(candidateId(2));
    const undone = desk.undo();
    await disk.release(0);
    await undone;
    expect(desk.store.getState().candidateId).toBe(one);
    expect(shown()?.points).toEqual({});
    const redone = desk.redo();
    await disk.release(0);
    await redone;
    expect(disk.sheets.get(one)?.points).toEqual({ firms: 850 });
  });

  test('brings all points back when a recusal is undone', async () => {
    const before = { points: { firms: 700, people: 300 }, gates: { legal: 'pass' as const } };
    const { desk, disk, shown } = makeDesk([sheet(1, before)]);
    const recuse = desk.editSheet(one, { what: 'state', state: 'recused', reason: '亲属' });
    await disk.release(0);
    await recuse;
    expect(shown()).toMatchObject({ state: 'recused', points: {} });
    const undone = desk.undo();
    await disk.release(0, 1, 2, 3);
    await undone;
    expect(disk.sheets.get(one)).toMatchObject({ ...before, state: 'scored', reason: null });
    expect(shown()).toMatchObject(before);
  });

  test('does nothing when there is nothing to undo', async () => {
    const { desk } = makeDesk();
    await desk.undo();
    await desk.redo();
    expect(desk.store.getState().unsaved).toBe(0);
  });

  test('takes a star back when it could not be stored', async () => {
    const { desk, disk, failures } = makeDesk();
    disk.state.refuse = true;
    const star = desk.starCandidate(one, true);
    expect(desk.store.getState().starred.has(one)).toBe(true);
    await disk.release(0);
    await star;
    expect(desk.store.getState().starred.has(one)).toBe(false);
    expect(failures).toHaveLength(1);
  });

  test('asks for the same field twice in a row', () => {
    const { desk } = makeDesk();
    desk.goTo(one, 'points:firms');
    const first = desk.store.getState().request;
    desk.goTo(one, 'points:firms');
    expect(desk.store.getState().request).not.toEqual(first);
  });

  test('keeps what is on the desk when the task is read again', async () => {
    const { desk, disk, shown } = makeDesk();
    const edit = desk.editSheet(one, give('firms', 850));
    await disk.release(0);
    await edit;
    const reload = desk.reload();
    await disk.release(0);
    await reload;
    expect(desk.store.getState().view.instructions).toBe('read again');
    expect(shown()?.points).toEqual({ firms: 850 });
  });
});
