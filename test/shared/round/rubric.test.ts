import { describe, expect, test } from 'vitest';
import {
  listCriteria,
  listExpertGates,
  rubricMaximum,
  rubricSchema,
  type Category,
  type Criterion,
  type Rubric,
} from '#shared/round/rubric.ts';

const criterion = (id: string, max: number, step = 50): Criterion => ({
  id,
  name: id,
  max,
  step,
  guidance: '',
  anchors: [],
  core: false,
});

const category = (id: string, ...criteria: Criterion[]): Category => ({ id, name: id, criteria });

const rubric: Rubric = {
  id: 'general',
  name: '评分标准',
  categories: [category('a', criterion('a-1', 1000), criterion('a-2', 550)), category('b', criterion('b-1', 2000))],
  gates: [
    { id: 'papers', name: '资格', guidance: '', by: 'staff' },
    { id: 'conduct', name: '品德', guidance: '', by: 'expert' },
  ],
  coreCategory: 'b',
};

const problemOf = (changed: Partial<Rubric>): string | undefined =>
  rubricSchema.safeParse({ ...rubric, ...changed }).error?.issues[0]?.message;

describe('a rubric', () => {
  test('lists its criteria in its order', () => {
    expect(listCriteria(rubric).map(({ id }) => id)).toEqual(['a-1', 'a-2', 'b-1']);
  });

  test('reaches the sum of its criteria at most', () => {
    expect(rubricMaximum(rubric)).toBe(3550);
  });

  test('asks experts only the gates that are theirs', () => {
    expect(listExpertGates(rubric).map(({ id }) => id)).toEqual(['conduct']);
  });

  test('is accepted as it is, and without a core category', () => {
    expect(problemOf({})).toBeUndefined();
    expect(problemOf({ coreCategory: null })).toBeUndefined();
  });

  test('is refused when a category appears twice', () => {
    const twice = [category('a', criterion('x', 100)), category('a', criterion('y', 100))];
    expect(problemOf({ categories: twice, coreCategory: 'a' })).toBe('category ids repeat');
  });

  test('is refused when a criterion appears twice, even in different categories', () => {
    const twice = [category('a', criterion('x', 100)), category('b', criterion('x', 100))];
    expect(problemOf({ categories: twice })).toBe('criterion ids repeat');
  });

  test('is refused when a gate appears twice', () => {
    expect(problemOf({ gates: [...rubric.gates, ...rubric.gates] })).toBe('gate ids repeat');
  });

  test('is refused when its core category is none of its own', () => {
    expect(problemOf({ coreCategory: 'c' })).toBe('core category unknown');
  });

  test('is refused when a step does not divide the points, since full points could then not be given', () => {
    const odd = [category('a', criterion('x', 120, 50))];
    expect(problemOf({ categories: odd, coreCategory: 'a' })).toBe('step does not divide max');
  });
});
