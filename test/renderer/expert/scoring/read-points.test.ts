import { describe, expect, test } from 'vitest';
import { anchorAt } from '#renderer/expert/scoring/anchors.ts';
import { columnOf, countColumns, spreadColumns } from '#renderer/expert/scoring/own-spread.ts';
import { readPoints, stepPoints } from '#renderer/expert/scoring/read-points.ts';
import { listCriteria } from '#shared/round/rubric.ts';
import { rubric } from '../sample-task.ts';

const [firms] = listCriteria(rubric);
if (firms === undefined) throw new Error('no criterion');

describe('reading a score as it is typed', () => {
  test('takes digits, decimals and full-width forms', () => {
    expect(readPoints(firms, '8.5')).toEqual({ state: 'value', points: 850 });
    expect(readPoints(firms, '８．５')).toEqual({ state: 'value', points: 850 });
    expect(readPoints(firms, '8.')).toEqual({ state: 'value', points: 800 });
  });

  test('takes an emptied field as no score', () => {
    expect(readPoints(firms, ' ')).toEqual({ state: 'value', points: null });
  });

  test('waits with a value between two steps until the field is left', () => {
    expect(readPoints(firms, '8.2')).toMatchObject({ state: 'unfinished', failure: { code: 'scoring.off-step' } });
  });

  test('refuses at once what no further digit can mend', () => {
    expect(readPoints(firms, '11')).toMatchObject({ state: 'wrong', failure: { code: 'scoring.out-of-range' } });
    expect(readPoints(firms, '-1')).toMatchObject({ state: 'wrong' });
    expect(readPoints(firms, '八')).toMatchObject({ state: 'wrong', failure: { detail: { max: 10, step: 0.5 } } });
  });
});

describe('stepping a score', () => {
  test('goes a step and stays within the range', () => {
    expect(stepPoints(firms, 850, 1)).toBe(900);
    expect(stepPoints(firms, 1000, 1)).toBe(1000);
    expect(stepPoints(firms, 0, -1)).toBe(0);
  });

  test('starts an empty field at the near end', () => {
    expect(stepPoints(firms, null, 1)).toBe(50);
    expect(stepPoints(firms, null, -1)).toBe(1000);
  });
});

test('the anchor of a score is found, and none without a score', () => {
  expect(anchorAt(firms, 600)?.label).toBe('多');
  expect(anchorAt(firms, 0)?.label).toBe('少');
  expect(anchorAt(firms, 575)).toBeUndefined();
  expect(anchorAt(firms, null)).toBeUndefined();
});

test('the own spread puts the maximum into the last column', () => {
  expect(columnOf(1000, 1000)).toBe(spreadColumns - 1);
  expect(countColumns([0, 1000, 1000, 500], 1000)).toEqual([1, 0, 0, 0, 1, 0, 0, 2]);
});
