import { describe, expect, test } from 'vitest';
import { compareValues } from '#renderer/ui/grid/compare-values.ts';

const sorted = (...values: readonly unknown[]): unknown[] => values.toSorted(compareValues);

describe('the values of a column', () => {
  test('stand by pinyin', () => {
    expect(sorted('云岭信安', '磐石云谷', '山城工联', '嘉陵智算')).toEqual([
      '嘉陵智算',
      '磐石云谷',
      '山城工联',
      '云岭信安',
    ]);
  });

  test('stand by the figures in them', () => {
    expect(sorted('L10', 'L2', 'L1')).toEqual(['L1', 'L2', 'L10']);
    expect(sorted(10, 9.5, -1)).toEqual([-1, 9.5, 10]);
  });

  test('begin where there is none', () => {
    expect(sorted('甲', 3, null, 1)).toEqual([null, 1, 3, '甲']);
    expect(compareValues(null, undefined)).toBe(0);
    expect(sorted(true, false, true)).toEqual([false, true, true]);
  });
});
