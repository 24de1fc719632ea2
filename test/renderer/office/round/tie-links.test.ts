import { describe, expect, it } from 'vitest';
import { listChoices, moveLink, nameLink } from '#renderer/office/round/tie-links.ts';
import { defaultSelectionPolicy, type TieLink } from '#shared/round/policy.ts';
import { rubric } from './design.ts';

const chain = defaultSelectionPolicy.tieChain;

describe('comparisons of the tie chain', () => {
  it('are named after the category or criteria that they compare', () => {
    expect(nameLink({ by: 'category', category: 'effect' }, [rubric])).toBe('成效');
    expect(nameLink({ by: 'criteria', criteria: ['a', 'c'] }, [rubric])).toBe('指标 a、指标 c');
    expect(nameLink({ by: 'category', category: null }, [rubric])).toBeNull();
    expect(nameLink({ by: 'category', category: 'gone' }, [rubric])).toBe('gone');
  });

  it('are offered once, and categories and criteria only when every rubric has them', () => {
    const criteria = ['指标 a', '指标 b', '指标 c'];
    expect(listChoices(chain, [rubric]).map(({ item }) => item)).toEqual(['质量', '成效', ...criteria]);
    const named: TieLink[] = [...chain, { by: 'criteria', criteria: ['b'] }];
    expect(listChoices(named, [rubric]).map(({ item }) => item)).toEqual(['质量', '成效', '指标 a', '指标 c']);
    const other = { ...rubric, id: 'other', categories: rubric.categories.slice(0, 1) };
    expect(listChoices(chain, [rubric, other]).map(({ item }) => item)).toEqual(['质量', '指标 a', '指标 b']);
    expect(listChoices([], [rubric]).map(({ group }) => group)).toEqual([
      ...Array.from({ length: 4 }, () => 'whole'),
      ...Array.from({ length: 2 }, () => 'category'),
      ...criteria.map(() => 'criterion'),
    ]);
  });

  it('move one place and stop at the ends', () => {
    const by = (links: readonly TieLink[]) => links.map((link) => link.by);
    expect(by(moveLink(chain, 1, -1))).toEqual(['category', 'total', 'criteria', 'decision']);
    expect(by(moveLink(chain, 0, -1))).toEqual(by(chain));
    expect(by(moveLink(chain, 3, 1))).toEqual(by(chain));
  });
});
