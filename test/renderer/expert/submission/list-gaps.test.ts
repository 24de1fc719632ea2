import { expect, test } from 'vitest';
import { groupDigest, listGaps, nameMissing } from '#renderer/expert/submission/list-gaps.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import { rubric, sheet, taskView } from '../sample-task.ts';

function gapsOf(...sheets: readonly Sheet[]) {
  const view = taskView(sheets);
  return listGaps({ candidates: view.candidates, rubricOf: () => rubric, sheetOf: (id) => view.sheets[id] });
}

test('every unfinished candidate is named with what it lacks, in the order of the task', () => {
  const gaps = gapsOf(
    sheet(1, { points: { firms: 800, people: 400 }, gates: { legal: 'pass' } }),
    sheet(2, { state: 'recused', reason: ' ' }),
  );
  expect(gaps.map(({ candidate, missing }) => [candidate.code, missing.length])).toEqual([
    ['02', 1],
    ['03', 3],
  ]);
});

test('missing things carry the words of the rubric', () => {
  expect(nameMissing(rubric, { what: 'points', criterionId: 'people' })).toBe('从业人员');
  expect(nameMissing(rubric, { what: 'gate', gateId: 'legal' })).toBe('独立法人');
  expect(nameMissing(rubric, { what: 'reason' })).toBeNull();
});

test('a digest is grouped by eight', () => {
  expect(groupDigest('0123456789abcdef01')).toBe('01234567 89abcdef 01');
});
