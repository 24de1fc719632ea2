import { describe, expect, test } from 'vitest';
import type { Policy } from '#shared/round/policy.ts';
import { candidate, rankOne, rowOf, rubric, type CandidateSpec } from './build-input.ts';

const noTrim = { trim: { high: 0, low: 0, from: 1 } } satisfies Partial<Policy>;
const by = (...tieChain: Policy['tieChain']): Partial<Policy> => ({ ...noTrim, tieChain });

/** Three equal sheets of the given points (a1, a2, b1, b2). */
function same(code: string, points: readonly number[]): CandidateSpec {
  return { code, sheets: [points, points, points] };
}

describe('candidates of equal score', () => {
  test('are parted by the mean over all valid sheets, before trimming', () => {
    const ranked = rankOne({
      candidates: [candidate('A', [60, 80, 80, 80, 90]), candidate('B', [70, 80, 80, 80, 90])],
    });
    expect(ranked.rows.map(({ code, rank }) => [code, rank])).toEqual([
      ['B', 1],
      ['A', 2],
    ]);
    expect(rowOf(ranked, 'A').tie).toEqual({ rule: 'total', with: ['B'] });
    expect(rowOf(ranked, 'B').tie).toEqual({ rule: 'total', with: ['A'] });
  });

  test('are not set back by a recusal: the total over all sheets is a mean (ruling 1)', () => {
    const sheets = [[60], [80], [80], [80], [99], 'recused'] as const;
    const ranked = rankOne({ candidates: [candidate('A', [60, 80, 80, 80, 90, 80]), { code: 'B', sheets }] });
    // A: 470 / 6 = 78.33; B: 399 / 5 = 79.8, though its plain sum is smaller.
    expect(ranked.rows[0]?.code).toBe('B');
  });

  test('are parted by the named core category, a mean over all valid sheets (ruling 2)', () => {
    const policy = by({ by: 'category', category: 'a' });
    const ranked = rankOne({ rubric, policy, candidates: [same('A', [20, 10, 40, 10]), same('B', [25, 10, 35, 10])] });
    expect(ranked.rows.map(({ code }) => code)).toEqual(['B', 'A']);
    expect(ranked.rows[0]?.tie).toEqual({ rule: 'category:a', with: ['A'] });
  });

  test('are parted by a trimmed sheet’s points too (ruling 2)', () => {
    const policy = { ...by({ by: 'category', category: 'a' }), trim: { high: 1, low: 1, from: 3 } };
    const candidates = [
      {
        code: 'A',
        sheets: [
          [20, 10, 20, 10],
          [20, 10, 25, 10],
          [20, 10, 30, 10],
        ],
      },
      {
        code: 'B',
        sheets: [
          [30, 10, 10, 10],
          [20, 10, 25, 10],
          [20, 10, 30, 10],
        ],
      },
    ];
    expect(rankOne({ rubric, policy, candidates }).rows.map(({ code }) => code)).toEqual(['B', 'A']);
  });

  test('are parted by the rubric’s core category when the policy names none', () => {
    const policy = by({ by: 'category', category: null });
    const core = { ...rubric, coreCategory: 'a' };
    const ranked = rankOne({
      rubric: core,
      policy,
      candidates: [same('A', [20, 10, 40, 10]), same('B', [30, 10, 30, 10])],
    });
    expect(ranked.rows[0]).toMatchObject({ code: 'B', tie: { rule: 'category:a' } });
  });

  test('are parted by the heaviest category when nobody names a core one (ruling 3)', () => {
    const policy = by({ by: 'category', category: null });
    const ranked = rankOne({ rubric, policy, candidates: [same('A', [20, 10, 40, 10]), same('B', [30, 10, 30, 10])] });
    expect(ranked.rows[0]).toMatchObject({ code: 'A', tie: { rule: 'category:b' } });
  });

  test('are parted by the first of equally heavy categories (ruling 3)', () => {
    const policy = by({ by: 'category', category: null });
    const [first, second] = rubric.categories;
    if (first === undefined || second === undefined) throw new Error('no categories');
    const even = {
      ...rubric,
      categories: [
        { ...second, id: 'x', criteria: first.criteria.map((one) => ({ ...one, id: `x-${one.id}` })) },
        first,
      ],
    };
    const ranked = rankOne({
      rubric: even,
      policy,
      candidates: [same('A', [20, 10, 30, 0]), same('B', [30, 0, 20, 10])],
    });
    expect(ranked.rows[0]?.tie?.rule).toBe('shared');
    const other = rankOne({
      rubric: even,
      policy,
      candidates: [same('A', [20, 10, 20, 10]), same('B', [25, 10, 20, 5])],
    });
    expect(other.rows[0]).toMatchObject({ code: 'B', tie: { rule: 'category:x' } });
  });

  test('are parted by every criterion in rubric order when none is named (ruling 3)', () => {
    const policy = by({ by: 'criteria', criteria: null });
    const ranked = rankOne({ rubric, policy, candidates: [same('A', [20, 5, 40, 10]), same('B', [20, 10, 35, 10])] });
    expect(ranked.rows[0]).toMatchObject({ code: 'B', tie: { rule: 'criterion:a2', with: ['A'] } });
  });

  test('are parted by the named criteria in their order', () => {
    const policy = by({ by: 'criteria', criteria: ['b2', 'a1'] });
    const ranked = rankOne({ rubric, policy, candidates: [same('A', [20, 10, 30, 15]), same('B', [30, 0, 30, 15])] });
    expect(ranked.rows[0]).toMatchObject({ code: 'B', tie: { rule: 'criterion:a1' } });
  });

  test('each name the link that set them apart and all others of their score', () => {
    const policy = by({ by: 'category', category: 'a' }, { by: 'criteria', criteria: ['b1'] });
    const candidates = [same('A', [30, 10, 20, 10]), same('B', [20, 10, 40, 0]), same('C', [20, 10, 30, 10])];
    const ranked = rankOne({ rubric, policy, candidates });
    expect(ranked.rows.map(({ code, rank, tie }) => [code, rank, tie?.rule, tie?.with])).toEqual([
      ['A', 1, 'category:a', ['B', 'C']],
      ['B', 2, 'criterion:b1', ['A', 'C']],
      ['C', 3, 'criterion:b1', ['A', 'B']],
    ]);
  });

  test('share a rank when no link parts them, counted 1, 1, 3, by bytes of the code (ruling 6)', () => {
    const ranked = rankOne({
      candidates: [candidate('C', [70, 70, 70]), candidate('B', [80, 80, 80]), candidate('A', [80, 80, 80])],
    });
    expect(ranked.rows.map(({ code, rank, tie }) => [code, rank, tie?.rule])).toEqual([
      ['A', 1, 'shared'],
      ['B', 1, 'shared'],
      ['C', 3, undefined],
    ]);
  });

  test('that look equal when rounded are not equal', () => {
    const ranked = rankOne({ candidates: [candidate('A', [80, 80, 80.01]), candidate('B', [80, 80, 80])] });
    expect(ranked.rows.map(({ score }) => score)).toEqual(['80.00', '80.00']);
    expect(ranked.rows.map(({ tie }) => tie)).toEqual([null, null]);
  });
});

describe('the leader’s recorded decision', () => {
  const candidates = [candidate('A', [80, 80, 80]), candidate('B', [80, 80, 80]), candidate('C', [90, 90, 90])];
  const decide = (id: string, ...order: string[]): { id: string; trackId: string; order: string[] } => ({
    id,
    trackId: 't',
    order,
  });

  test('orders equals (ruling 7)', () => {
    const ranked = rankOne({ candidates, decisions: [decide('d1', 'B', 'A')] });
    expect(ranked.rows.map(({ code, rank }) => [code, rank])).toEqual([
      ['C', 1],
      ['B', 2],
      ['A', 3],
    ]);
    expect(rowOf(ranked, 'B').tie).toEqual({ rule: 'decision', with: ['A'] });
  });

  test('never overrides a score (ruling 7)', () => {
    const ranked = rankOne({ candidates, decisions: [decide('d1', 'B', 'A', 'C')] });
    expect(ranked.rows.map(({ code }) => code)).toEqual(['C', 'B', 'A']);
  });

  test('never overrides an earlier link of the chain (ruling 7)', () => {
    const parted = [candidate('A', [60, 80, 80, 80, 90]), candidate('B', [70, 80, 80, 80, 90])];
    const ranked = rankOne({ candidates: parted, decisions: [decide('d1', 'A', 'B')] });
    expect(ranked.rows.map(({ code }) => code)).toEqual(['B', 'A']);
  });

  test('is replaced by a later one', () => {
    const ranked = rankOne({ candidates, decisions: [decide('d2', 'A', 'B'), decide('d1', 'B', 'A')] });
    expect(ranked.rows.map(({ code }) => code)).toEqual(['C', 'A', 'B']);
  });

  test('does not place candidates who became equal after it was taken', () => {
    const more = [...candidates, candidate('D', [80, 80, 80])];
    const ranked = rankOne({ candidates: more, decisions: [decide('d1', 'B', 'A')] });
    expect(ranked.rows.map(({ rank }) => rank)).toEqual([1, 2, 2, 2]);
  });

  test('of another track does not count', () => {
    const ranked = rankOne({ candidates, decisions: [{ id: 'd1', trackId: 'other', order: ['B', 'A'] }] });
    expect(rowOf(ranked, 'A').tie?.rule).toBe('shared');
  });

  test('does not count when the chain has no such link', () => {
    const ranked = rankOne({ candidates, policy: { tieChain: [] }, decisions: [decide('d1', 'B', 'A')] });
    expect(rowOf(ranked, 'A').tie?.rule).toBe('shared');
  });
});
