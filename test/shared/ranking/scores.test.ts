import { describe, expect, test } from 'vitest';
import { candidate, rankOne, rowOf, rubric } from './build-input.ts';

function marks(row: { contributions: readonly { expertId: string; mark: string }[] }): string[] {
  return row.contributions.map(({ expertId, mark }) => `${expertId} ${mark}`);
}

describe('the score', () => {
  test('is the mean after dropping one highest and one lowest of five sheets', () => {
    const row = rowOf(rankOne({ candidates: [candidate('A', [90, 85, 87, 70, 95])] }), 'A');
    expect(row).toMatchObject({ score: '87.33', exact: '262/3', sheets: 5, trimmed: 2 });
    expect(marks(row)).toEqual(['e1 used', 'e2 used', 'e3 used', 'e4 trimmed-low', 'e5 trimmed-high']);
  });

  test('keeps all of four sheets', () => {
    const row = rowOf(rankOne({ candidates: [candidate('A', [90, 85, 87, 87])] }), 'A');
    expect(row).toMatchObject({ score: '87.25', exact: '349/4', sheets: 4, trimmed: 0 });
  });

  test('drops as many as the policy says, from as many sheets as it says', () => {
    const policy = { trim: { high: 2, low: 0, from: 4 } };
    const row = rowOf(rankOne({ policy, candidates: [candidate('A', [60, 80, 90, 100])] }), 'A');
    expect(row).toMatchObject({ score: '70.00', exact: '70', trimmed: 2 });
  });

  test('drops the same sheet of several equal ones whatever the order they came in', () => {
    const row = rowOf(rankOne({ candidates: [candidate('A', [80, 80, 80, 80, 80])] }), 'A');
    expect(marks(row)).toEqual(['e1 trimmed-low', 'e2 used', 'e3 used', 'e4 used', 'e5 trimmed-high']);
  });

  test('is the middle total, or the mean of the two middle ones, under the median', () => {
    const policy = { centre: 'median', trim: { high: 0, low: 0, from: 1 } } as const;
    const ranked = rankOne({ policy, candidates: [candidate('A', [90, 10, 80]), candidate('B', [90, 10, 80, 81])] });
    expect(rowOf(ranked, 'A')).toMatchObject({ exact: '80', sheets: 3, trimmed: 0 });
    expect(rowOf(ranked, 'B')).toMatchObject({ exact: '161/2', score: '80.50' });
  });

  test('is absent below the minimum of valid sheets', () => {
    const row = rowOf(rankOne({ candidates: [candidate('A', [90, 80])] }), 'A');
    expect(row).toMatchObject({ rank: null, score: null, exact: null, sheets: 2, trimmed: 0, status: 'no-score' });
    expect(marks(row)).toEqual(['e1 used', 'e2 used']);
  });

  test('leaves out recusals, abstentions and void sheets, which are no zeros', () => {
    const sheets = ['recused', [80], { answer: [10], void: true }, [81], 'abstained', [82]] as const;
    const row = rowOf(rankOne({ candidates: [{ code: 'A', sheets }] }), 'A');
    expect(row).toMatchObject({ score: '81.00', sheets: 3 });
    expect(marks(row)).toEqual(['e1 recused', 'e2 used', 'e3 void', 'e4 used', 'e5 abstained', 'e6 used']);
    expect(row.contributions.map(({ total }) => total)).toEqual([null, 8000, 1000, 8100, null, 8200]);
  });

  test('is rounded half-up only when shown, and orders unrounded', () => {
    const policy = { decimals: 1 };
    const ranked = rankOne({ policy, candidates: [candidate('A', [80, 80, 80.1]), candidate('B', [80, 80, 80])] });
    expect(ranked.rows.map(({ code, rank, score }) => [code, rank, score])).toEqual([
      ['A', 1, '80.0'],
      ['B', 2, '80.0'],
    ]);
  });

  test('comes with the mean of every category over all valid sheets (ruling 2)', () => {
    const sheets = [
      [30, 10, 40, 20],
      [20, 10, 30, 10],
      [10, 10, 20, 0],
      [10, 10, 20, 0],
      [10, 10, 20, 1],
    ];
    const row = rowOf(rankOne({ rubric, candidates: [{ code: 'A', sheets }] }), 'A');
    expect(row.trimmed).toBe(2);
    expect(row.categories).toEqual([
      { categoryId: 'a', text: '26.00', exact: '26' },
      { categoryId: 'b', text: '32.20', exact: '161/5' },
    ]);
  });
});

describe('the spread', () => {
  test('advises a re-review only when strictly more than a fifth of the maximum (ruling 16)', () => {
    const ranked = rankOne({ candidates: [candidate('A', [60, 70, 80]), candidate('B', [60, 70, 80.01])] });
    expect(rowOf(ranked, 'A').spread).toEqual({ hundredths: 2000, reReviewAdvised: false });
    expect(rowOf(ranked, 'B').spread).toEqual({ hundredths: 2001, reReviewAdvised: true });
  });

  test('is taken of raw totals before trimming (ruling 16)', () => {
    const row = rowOf(rankOne({ candidates: [candidate('A', [10, 80, 81, 82, 99])] }), 'A');
    expect(row.spread?.hundredths).toBe(8900);
  });

  test('is unknown without a valid sheet', () => {
    const row = rowOf(rankOne({ candidates: [{ code: 'A', sheets: ['recused'] }] }), 'A');
    expect(row).toMatchObject({ spread: null, categories: [] });
  });
});

describe('a flag of 弄虚作假', () => {
  test('is counted, void sheets apart, and changes nothing by itself (ruling 18)', () => {
    const sheets = [{ answer: [80], fraud: true }, [80], [80], { answer: 'recused', fraud: true }] as const;
    const voided = { answer: [10], fraud: true, void: true } as const;
    const row = rowOf(rankOne({ candidates: [{ code: 'A', sheets: [...sheets, voided] }] }), 'A');
    expect(row).toMatchObject({ fraudFlags: 2, rank: 1, exact: '80', status: 'ranked' });
  });
});
