import { describe, expect, it } from 'vitest';
import {
  addCategory,
  addCriterion,
  addGate,
  editCriterion,
  makeSlug,
  moveCategory,
  moveCriterion,
  removeCategory,
  removeCriterion,
} from '#renderer/office/round/rubric-edits.ts';
import { listCriteria, rubricSchema, type Rubric } from '#shared/round/rubric.ts';
import { rubric } from './design.ts';

const criteriaOf = (changed: Rubric): string[] => listCriteria(changed).map(({ id }) => id);

describe('editing a rubric', () => {
  it('never gives an id twice, also after removals', () => {
    const grown = addCriterion(addCriterion(rubric, 'quality', '新'), 'effect', '新');
    const regrown = addCriterion(removeCriterion(grown, 'item-1'), 'quality', '新');
    expect(new Set(criteriaOf(regrown)).size).toBe(criteriaOf(regrown).length);
    expect(makeSlug('item', ['item-1', 'item-3'])).toBe('item-2');
  });

  it('adds categories and gates that the schema accepts as they are', () => {
    const grown = addGate(addCategory(rubric, { category: '一级指标', criterion: '二级指标' }), '否决项');
    expect(rubricSchema.safeParse(grown).success).toBe(true);
    expect(grown.categories.at(-1)?.criteria).toHaveLength(1);
  });

  it('forgets the core category together with the category', () => {
    expect(removeCategory(rubric, 'effect').coreCategory).toBeNull();
    expect(removeCategory(rubric, 'quality').coreCategory).toBe('effect');
  });

  it('changes one criterion and leaves the others as they are', () => {
    const changed = editCriterion(rubric, 'b', { max: 1500 });
    expect(listCriteria(changed).map(({ max }) => max)).toEqual([3500, 1500, 4000]);
    expect(changed.categories[1]?.criteria[0]).toBe(rubric.categories[1]?.criteria[0]);
  });

  it('moves items inside their list and stops at its ends', () => {
    expect(criteriaOf(moveCriterion(rubric, 'b', -1))).toEqual(['b', 'a', 'c']);
    expect(criteriaOf(moveCriterion(rubric, 'b', 1))).toEqual(['a', 'b', 'c']);
    expect(moveCategory(rubric, 'quality', 1).categories.map(({ id }) => id)).toEqual(['effect', 'quality']);
  });
});
