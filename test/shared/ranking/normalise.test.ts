import { describe, expect, test } from 'vitest';
import type { Policy } from '#shared/round/policy.ts';
import { integerRoot } from '#shared/ranking/z-score.ts';
import { candidate, rankOne, rowOf, rubric } from './build-input.ts';

const open = { minimumSheets: 1, trim: { high: 0, low: 0, from: 1 } } satisfies Partial<Policy>;
const zScore: Partial<Policy> = { ...open, normalisation: 'z-score' };
const effect: Partial<Policy> = { ...open, normalisation: 'expert-effect' };

function adjusted(row: { contributions: readonly { adjusted: { exact: string } | null }[] }): (string | undefined)[] {
  return row.contributions.map((one) => one.adjusted?.exact);
}

describe('no normalisation', () => {
  test('shows neither adjusted totals nor a raw score beside', () => {
    const row = rowOf(rankOne({ candidates: [candidate('A', [80, 81, 82])] }), 'A');
    expect(row).toMatchObject({ raw: null, part: null });
    expect(adjusted(row)).toEqual([undefined, undefined, undefined]);
  });
});

describe('the z-score per expert (ruling 13)', () => {
  test('maps every expert to the mean and population deviation of all sheets', () => {
    // e1: 60, 80 (mean 70, deviation 10); e2: 85, 95 (90, 5); all: mean 80, deviation √162.5 = 12.7475488 points.
    const ranked = rankOne({ policy: zScore, candidates: [candidate('A', [60, 85]), candidate('B', [80, 95])] });
    expect(adjusted(rowOf(ranked, 'A'))).toEqual(['67252451/1000000', '67252451/1000000']);
    expect(adjusted(rowOf(ranked, 'B'))).toEqual(['92747549/1000000', '92747549/1000000']);
    expect(rowOf(ranked, 'B')).toMatchObject({ score: '92.75', raw: { text: '87.50', exact: '175/2' } });
  });

  test('is not clipped', () => {
    const candidates = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((code) => candidate(code, [0, 50]));
    const ranked = rankOne({ policy: zScore, candidates: [...candidates, candidate('Z', [100, 51])] });
    expect(Number(rowOf(ranked, 'Z').score)).toBeGreaterThan(100);
  });

  test('takes z as 0 for an expert without spread', () => {
    const ranked = rankOne({ policy: zScore, candidates: [candidate('A', [60, 90]), candidate('B', [60, 70])] });
    // All: 60, 90, 60, 70: mean 70.
    expect(adjusted(rowOf(ranked, 'A'))[0]).toBe('70');
    expect(adjusted(rowOf(ranked, 'B'))[0]).toBe('70');
  });

  test('is taken per track', () => {
    const tracks = ['x', 'y'].map((id) => ({ id, name: id, rubricId: 'main', quota: null }));
    const candidates = [candidate('A', [60], { track: 'x' }), candidate('B', [90], { track: 'y' })];
    const ranked = rankOne({ policy: zScore, tracks, candidates });
    expect(adjusted(rowOf(ranked, 'A'))).toEqual(['60']);
  });

  test('is trimmed afterwards', () => {
    // e3 uses the whole scale, e1 and e2 hardly any of it: raw, e3's 60 is the lowest for A; in spread it is the middle.
    const policy = { ...zScore, trim: { high: 1, low: 1, from: 3 } };
    const rows = { A: [80, 82, 60], B: [81, 80, 20], C: [79.9, 81, 99] };
    const candidates = Object.entries(rows).map(([code, totals]) => candidate(code, totals));
    const row = rowOf(rankOne({ policy, candidates }), 'A');
    const order = row.contributions.toSorted((a, b) => Number(a.adjusted?.text) - Number(b.adjusted?.text));
    expect(order.map(({ mark }) => mark)).toEqual(['trimmed-low', 'used', 'trimmed-high']);
    expect(row.contributions[2]).toMatchObject({ expertId: 'e3', total: 6000, mark: 'used' });
  });

  test('lets the first tie link use normalised values and later ones raw points (ruling 15)', () => {
    const policy: Partial<Policy> = {
      ...zScore,
      centre: 'median',
      tieChain: [{ by: 'total' }, { by: 'category', category: 'a' }],
    };
    // Both experts rank X and Y alike, so that all normalised values of a pair are equal.
    const candidates = [
      {
        code: 'X',
        sheets: [
          [10, 0, 40, 0],
          [10, 0, 40, 0],
        ],
      },
      {
        code: 'Y',
        sheets: [
          [20, 0, 30, 0],
          [20, 0, 30, 0],
        ],
      },
      {
        code: 'Z',
        sheets: [
          [0, 0, 10, 0],
          [0, 0, 20, 0],
        ],
      },
    ];
    const ranked = rankOne({ rubric, policy, candidates });
    expect(ranked.rows.map(({ code, tie }) => [code, tie?.rule])).toEqual([
      ['Y', 'category:a'],
      ['X', 'category:a'],
      ['Z', undefined],
    ]);
  });

  test('knows a track without any sheet', () => {
    expect(rankOne({ policy: zScore, candidates: [candidate('A', [])] }).rows[0]?.status).toBe('no-score');
  });
});

describe('the additive expert effect (ruling 14)', () => {
  test('takes away what an expert gives more than the others, in a complete design', () => {
    const ranked = rankOne({ policy: effect, candidates: [candidate('A', [80, 90]), candidate('B', [60, 76])] });
    // Differences 10 and 16: effects −6.5 and 6.5.
    expect(adjusted(rowOf(ranked, 'A'))).toEqual(['173/2', '167/2']);
    expect(adjusted(rowOf(ranked, 'B'))).toEqual(['133/2', '139/2']);
    expect(rowOf(ranked, 'A')).toMatchObject({ exact: '85', raw: { exact: '85' }, part: 1 });
  });

  test('weights effects by sheets, in an incomplete design', () => {
    const candidates = [candidate('A', [80, 90]), candidate('B', [70]), candidate('C', [60])];
    const ranked = rankOne({ policy: effect, candidates });
    // e2 − e1 = 10 and 3·e1 + e2 = 0: −2.5 and 7.5.
    expect(ranked.rows.map(({ code, exact, raw }) => [code, exact, raw?.exact])).toEqual([
      ['A', '165/2', '85'],
      ['B', '145/2', '70'],
      ['C', '125/2', '60'],
    ]);
  });

  test('may leave a value below zero, rounded half-up by magnitude', () => {
    const candidates = [candidate('A', [0, 30, 40]), candidate('B', [40, 0, 0])];
    const ranked = rankOne({ policy: effect, candidates: [...candidates, candidate('C', [0, 50, 0])] });
    // Sheet means 13.33, 26.67, 13.33 against 17.78 in all.
    expect(adjusted(rowOf(ranked, 'C'))).toEqual(['1111111/250000', '41111111/1000000', '1111111/250000']);
    expect(adjusted(rowOf(ranked, 'B'))).toEqual(['11111111/250000', '-8888889/1000000', '1111111/250000']);
  });

  test('reports the connected parts of the design', () => {
    const candidates = [
      { code: 'B', sheets: [null, null, [60]] },
      candidate('A', [80, 90]),
      { code: 'C', sheets: [null, null, [50], [70]] },
      { code: 'D', sheets: [null, [70]] },
      { code: 'E', sheets: ['recused'] },
    ] as const;
    const ranked = rankOne({ policy: effect, candidates });
    expect(ranked.parts).toBe(2);
    const parts = Object.fromEntries(ranked.rows.map(({ code, part }) => [code, part]));
    expect(parts).toEqual({ A: 1, B: 2, C: 2, D: 1, E: null });
  });

  test('agrees with a least-squares fit done by hand for three experts', () => {
    // e1 scores A, B; e2 scores B, C; e3 scores A, C. Differences: e1−e3 at A = 6, e1−e2 at B = 0, e2−e3 at C = 3.
    const candidates = [
      { code: 'A', sheets: [[86], null, [80]] },
      { code: 'B', sheets: [[70], [70]] },
      { code: 'C', sheets: [null, [63], [60]] },
    ];
    // Normal equations give e1 = 2, e2 = 1, e3 = −3.
    const ranked = rankOne({ policy: effect, candidates });
    expect(adjusted(rowOf(ranked, 'A'))).toEqual(['84', '83']);
    expect(adjusted(rowOf(ranked, 'B'))).toEqual(['68', '69']);
    expect(adjusted(rowOf(ranked, 'C'))).toEqual(['62', '63']);
  });
});

test('the integer root is the floor of the root', () => {
  for (const value of [0n, 1n, 2n, 3n, 4n, 15n, 16n, 17n, 10n ** 40n, 10n ** 40n - 1n]) {
    const root = integerRoot(value);
    expect(root * root <= value && (root + 1n) ** 2n > value).toBe(true);
  }
});
