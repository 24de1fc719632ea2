import { describe, expect, test } from 'vitest';
import { defaultEvaluationPolicy, type Policy } from '#shared/round/policy.ts';
import { candidate, outline, rankOne, rowOf, rubric, track, type SheetSpec } from './build-input.ts';

const fails = (...gates: string[]): SheetSpec => ({ answer: [80], fails: gates });
const passes: SheetSpec = { answer: [80] };

function vetoed(sheets: readonly SheetSpec[], policy: Partial<Policy> = {}): boolean {
  return rowOf(rankOne({ policy, candidates: [{ code: 'A', sheets }] }), 'A').status === 'vetoed';
}

describe('a gate', () => {
  test('vetoes when more than half of the valid sheets fail it; exactly half does not (ruling 4)', () => {
    expect(vetoed([fails('honest'), fails('honest'), passes])).toBe(true);
    expect(vetoed([fails('honest'), fails('honest'), passes, passes])).toBe(false);
  });

  test('is counted by itself, not together with other gates (ruling 4)', () => {
    expect(vetoed([fails('honest'), fails('local'), passes])).toBe(false);
  });

  test('is voted on by trimmed sheets, not by void or recused ones (ruling 4)', () => {
    const trimmed = [
      { answer: [1], fails: ['honest'] },
      { answer: [99], fails: ['honest'] },
      fails('honest'),
      passes,
      passes,
    ];
    expect(vetoed(trimmed)).toBe(true);
    const leaving = [
      fails('honest'),
      passes,
      passes,
      { ...fails('honest'), void: true },
      { answer: 'recused', fails: ['honest'] } as const,
    ];
    expect(vetoed(leaving)).toBe(false);
  });

  test('vetoes by a single expert when the policy says any', () => {
    expect(vetoed([fails('local'), passes, passes], { gates: 'any' })).toBe(true);
    expect(vetoed([passes, passes, passes], { gates: 'any' })).toBe(false);
  });

  test('never vetoes by experts when the policy leaves it to staff', () => {
    expect(vetoed([fails('local'), fails('local'), fails('local')], { gates: 'staff' })).toBe(false);
  });

  test('shows its votes and which gates vetoed', () => {
    const sheets = [fails('honest', 'local'), fails('honest'), passes];
    const row = rowOf(rankOne({ candidates: [{ code: 'A', sheets }] }), 'A');
    expect(row.veto).toEqual({ by: 'experts', gateIds: ['honest'] });
    expect(row.gateVotes).toEqual([
      { gateId: 'honest', fails: 2, sheets: 3 },
      { gateId: 'local', fails: 1, sheets: 3 },
    ]);
  });
});

describe('a vetoed candidate', () => {
  test('keeps its score, has no rank, takes no seat and stands below the ranked ones', () => {
    const candidates = [
      candidate('A', [99, 99, 99], { veto: { gateId: 'lawful', reason: '经营异常' } }),
      candidate('B', [60, 60, 60]),
      candidate('C', [50]),
    ];
    const ranked = rankOne({
      tracks: [track('t', 1)],
      policy: { selection: { quota: 1, reserve: 0, passOn: false, minimumScore: null } },
      candidates,
    });
    expect(outline(ranked)).toEqual(['B 1 selected', 'A — vetoed', 'C — no-score']);
    expect(rowOf(ranked, 'A')).toMatchObject({
      score: '99.00',
      exact: '99',
      veto: { by: 'staff', gateId: 'lawful', reason: '经营异常' },
    });
  });

  test('has no score below the minimum of sheets, and is then not vetoed by experts (ruling 5)', () => {
    const row = rowOf(rankOne({ candidates: [{ code: 'A', sheets: [fails('honest'), fails('honest')] }] }), 'A');
    expect(row).toMatchObject({ status: 'no-score', veto: null, score: null });
    expect(row.gateVotes).toEqual([{ gateId: 'honest', fails: 2, sheets: 2 }]);
  });

  test('stays vetoed by staff even without enough sheets (ruling 5)', () => {
    const row = rowOf(
      rankOne({ candidates: [candidate('A', [80], { veto: { gateId: null, reason: '材料造假' } })] }),
      'A',
    );
    expect(row).toMatchObject({ status: 'vetoed', score: null, rank: null });
  });
});

describe('an evaluation round', () => {
  const policy = defaultEvaluationPolicy;
  const graded = (totals: readonly number[]): string =>
    rowOf(rankOne({ policy, candidates: [candidate('A', totals)] }), 'A').status;

  test('gives bands by the unrounded score (ruling 10)', () => {
    expect(graded([90, 90, 90])).toBe('band:优秀');
    expect(graded([90, 90, 89.99])).toBe('band:合格');
    expect(graded([75, 75, 75])).toBe('band:合格');
    expect(graded([75, 75, 74.99])).toBe('band:限期整改');
    expect(graded([60, 60, 60])).toBe('band:限期整改');
    expect(graded([60, 60, 59.99])).toBe('band:建议撤销');
    expect(graded([0, 0, 0])).toBe('band:建议撤销');
  });

  test('caps the band when the mean of a core item over all valid sheets is below 60 % (ruling 11)', () => {
    const sheets = [
      [30, 10, 40, 20],
      [30, 10, 40, 10],
      [30, 10, 40, 5.9],
    ];
    const row = rowOf(rankOne({ rubric, policy, candidates: [{ code: 'A', sheets }] }), 'A');
    expect(row).toMatchObject({ status: 'band:限期整改', cappedFrom: '优秀', failedCoreItems: ['b2'], rank: 1 });
    const enough = rowOf(
      rankOne({
        rubric,
        policy,
        candidates: [
          {
            code: 'A',
            sheets: [
              [30, 10, 40, 20],
              [30, 10, 40, 10],
              [30, 10, 40, 6],
            ],
          },
        ],
      }),
      'A',
    );
    expect(enough).toMatchObject({ status: 'band:优秀', cappedFrom: null, failedCoreItems: [] });
  });

  test('never lifts a band by its cap (ruling 11)', () => {
    const sheets = [
      [10, 10, 20, 0],
      [10, 10, 20, 0],
      [10, 10, 20, 0],
    ];
    const row = rowOf(rankOne({ rubric, policy, candidates: [{ code: 'A', sheets }] }), 'A');
    expect(row).toMatchObject({ status: 'band:建议撤销', cappedFrom: null, failedCoreItems: ['b2'] });
  });

  test('gives a vetoed candidate the veto’s band and no rank (ruling 12)', () => {
    const candidates = [
      { code: 'A', sheets: [fails('honest'), fails('honest'), passes] },
      candidate('B', [70, 70, 70]),
    ];
    expect(outline(rankOne({ policy, candidates }))).toEqual(['B 1 band:限期整改', 'A — band:建议撤销']);
  });

  test('still says which core items a vetoed candidate failed', () => {
    const sheets = [
      [30, 10, 40, 0],
      [30, 10, 40, 0],
      [30, 10, 40, 0],
    ];
    const veto = { gateId: null, reason: '停止招生' };
    const row = rowOf(rankOne({ rubric, policy, candidates: [{ code: 'A', veto, sheets }] }), 'A');
    expect(row).toMatchObject({ status: 'band:建议撤销', failedCoreItems: ['b2'] });
  });

  test('gives the veto’s band without a score too, when staff vetoed (rulings 5 and 12)', () => {
    const row = rowOf(
      rankOne({ policy, candidates: [candidate('A', [], { veto: { gateId: null, reason: '停止招生' } })] }),
      'A',
    );
    expect(row).toMatchObject({ status: 'band:建议撤销', score: null, failedCoreItems: [] });
  });

  test('gives no band without a score', () => {
    expect(graded([90])).toBe('no-score');
  });
});
