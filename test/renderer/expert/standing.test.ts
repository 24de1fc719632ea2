import { describe, expect, test } from 'vitest';
import { listMissing } from '#shared/scoring/check-sheet.ts';
import { categoryTotal, decimalsOf, fieldOf, firstFieldOf, standingOf } from '#renderer/expert/standing.ts';
import { rubric, sheet } from './sample-task.ts';

const whole = { points: { firms: 850, people: 400 }, gates: { legal: 'pass' as const } };

describe('the standing of a candidate', () => {
  test('is untouched without a sheet, and again when everything was cleared', () => {
    expect(standingOf(rubric, undefined)).toBe('untouched');
    expect(standingOf(rubric, sheet(1))).toBe('untouched');
  });

  test('is begun with anything entered, be it a comment or a fraud mark', () => {
    expect(standingOf(rubric, sheet(1, { comment: '待核' }))).toBe('begun');
    expect(standingOf(rubric, sheet(1, { fraud: true }))).toBe('begun');
    expect(standingOf(rubric, sheet(1, { points: { firms: 0 } }))).toBe('begun');
  });

  test('is done when points, gates and a comment for fraud are there', () => {
    expect(standingOf(rubric, sheet(1, whole))).toBe('done');
    expect(standingOf(rubric, sheet(1, { ...whole, fraud: true }))).toBe('begun');
    expect(standingOf(rubric, sheet(1, { ...whole, fraud: true, comment: '数据前后不一' }))).toBe('done');
  });

  test('is out when recused or abstained', () => {
    expect(standingOf(rubric, sheet(1, { state: 'recused', reason: '亲属' }))).toBe('recused');
    expect(standingOf(rubric, sheet(1, { state: 'abstained', reason: null }))).toBe('abstained');
  });
});

describe('where to go on', () => {
  test('names the field of every missing thing', () => {
    expect(listMissing(rubric, undefined).map(fieldOf)).toEqual(['points:firms', 'points:people', 'gate:legal']);
    expect(fieldOf({ what: 'reason' })).toBe('reason');
    expect(fieldOf({ what: 'fraud-comment' })).toBe('comment');
  });

  test('is the first missing field, else the first one', () => {
    expect(firstFieldOf(rubric, sheet(1, { points: { firms: 850 } }))).toBe('points:people');
    expect(firstFieldOf(rubric, sheet(1, whole))).toBe('points:firms');
    expect(firstFieldOf(rubric, sheet(1, { state: 'recused', reason: '亲属' }))).toBe('reason');
  });
});

test('totals of a category count what is given so far', () => {
  const [category] = rubric.categories;
  if (category === undefined) throw new Error('no category');
  expect(categoryTotal(category, undefined)).toBe(0);
  expect(categoryTotal(category, sheet(1, { points: { firms: 850, people: 50 } }))).toBe(900);
});

test('decimals follow the finest step of the rubric', () => {
  const withStep = (step: number) => ({
    categories: rubric.categories.map((category) => ({
      ...category,
      criteria: category.criteria.map((criterion, index) => ({ ...criterion, step: index === 0 ? step : 100 })),
    })),
  });
  expect(decimalsOf(withStep(100))).toBe(0);
  expect(decimalsOf(withStep(50))).toBe(1);
  expect(decimalsOf(withStep(25))).toBe(2);
});
