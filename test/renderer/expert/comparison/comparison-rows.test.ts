import { describe, expect, test } from 'vitest';
import { describeColumn, makeRows } from '#renderer/expert/comparison/comparison-rows.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import { candidateId, rubric, sheet, taskView } from '../sample-task.ts';

const whole = (firms: number, people: number): Partial<Sheet> => ({
  points: { firms, people },
  gates: { legal: 'pass' },
});

function rowsOf(...sheets: readonly Sheet[]) {
  const view = taskView(sheets);
  return makeRows({
    candidates: view.candidates,
    rubric,
    sheetOf: (id) => view.sheets[id],
    starred: new Set([candidateId(3)]),
  });
}

describe('comparing own scores', () => {
  test('tells equal totals of finished sheets', () => {
    const rows = rowsOf(sheet(1, whole(800, 400)), sheet(2, whole(900, 300)), sheet(3, whole(900, 400)));
    expect(rows.map(({ total, sameTotal }) => [total, sameTotal])).toEqual([
      [1200, 2],
      [1200, 2],
      [1300, 1],
    ]);
  });

  test('counts unfinished sheets as no tie, and marks what is missing', () => {
    const [first, second] = rowsOf(sheet(1, { points: { firms: 1000 } }), sheet(2, whole(800, 200)));
    expect(first).toMatchObject({ total: 1000, sameTotal: 0, missing: 2, points: { firms: 1000, people: null } });
    expect(second).toMatchObject({ total: 1000, sameTotal: 1, missing: 0 });
  });

  test('gives no total to what is untouched or out', () => {
    const rows = rowsOf(sheet(1, { state: 'recused', reason: '亲属' }));
    expect(rows.map(({ standing, total }) => [standing, total])).toEqual([
      ['recused', null],
      ['untouched', null],
      ['untouched', null],
    ]);
    expect(rows.map(({ starred }) => starred)).toEqual([false, false, true]);
  });
});

describe('the facts of a column', () => {
  test('leave out what is not entered, but not zeros', () => {
    expect(describeColumn([0, null, 300])).toEqual({ mean: 150, low: 0, high: 300 });
  });

  test('are empty when nothing is entered', () => {
    expect(describeColumn([null, null])).toEqual({ mean: null, low: null, high: null });
  });
});
