import { describe, expect, test } from 'vitest';
import type { SheetChange } from '#shared/scoring/change-sheet.ts';
import { closeStep, emptyHistory, inverseOf, remember, stepBack, stepForward } from '#renderer/expert/sheet-history.ts';
import { candidateId, sheet } from './sample-task.ts';

const give = (points: number | null): SheetChange => ({ what: 'points', criterionId: 'firms', points });
const one = candidateId(1);

describe('the history of a sheet', () => {
  test('undoes a score to the one before, or to nothing', () => {
    expect(inverseOf(sheet(1, { points: { firms: 700 } }), give(800))).toEqual([give(700)]);
    expect(inverseOf(undefined, give(800))).toEqual([give(null)]);
  });

  test('brings points and gates back when a recusal is undone', () => {
    const before = sheet(1, { points: { firms: 700 }, gates: { legal: 'fail' } });
    expect(inverseOf(before, { what: 'state', state: 'recused', reason: '亲属' })).toEqual([
      { what: 'state', state: 'scored', reason: null },
      give(700),
      { what: 'gate', gateId: 'legal', answer: 'fail' },
    ]);
  });

  test('counts the keystrokes in one field as one step', () => {
    const first = remember(emptyHistory, { candidateId: one, before: undefined, change: give(100) });
    const both = remember(first, {
      candidateId: one,
      before: sheet(1, { points: { firms: 100 } }),
      change: give(1000),
    });
    expect(both.past).toEqual([{ candidateId: one, redo: [give(1000)], undo: [give(null)] }]);
  });

  test('starts another step when the field was left in between', () => {
    const first = closeStep(remember(emptyHistory, { candidateId: one, before: undefined, change: give(100) }));
    const both = remember(first, { candidateId: one, before: sheet(1, { points: { firms: 100 } }), change: give(200) });
    expect(both.past).toHaveLength(2);
  });

  test('goes back and forward, and forgets what was undone when something new is done', () => {
    const done = closeStep(remember(emptyHistory, { candidateId: one, before: undefined, change: give(100) }));
    const back = stepBack(done);
    expect(back?.step.undo).toEqual([give(null)]);
    if (back === null) throw new Error('nothing to undo');
    expect(stepForward(back.history)?.history.past).toEqual(done.past);
    const anew = remember(back.history, { candidateId: one, before: undefined, change: give(300) });
    expect(stepForward(anew)).toBeNull();
  });

  test('has nothing to undo or redo at the start', () => {
    expect(stepBack(emptyHistory)).toBeNull();
    expect(stepForward(emptyHistory)).toBeNull();
  });
});
