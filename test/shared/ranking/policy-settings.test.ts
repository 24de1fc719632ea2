import { describe, expect, test } from 'vitest';
import { rankRound } from '#shared/ranking/rank-round.ts';
import { defaultEvaluationPolicy, defaultSelectionPolicy, type Policy } from '#shared/round/policy.ts';
import {
  buildInput,
  candidate,
  outline,
  rankInput,
  rankOne,
  rowOf,
  rubric,
  track,
  type RoundSpec,
} from './build-input.ts';

const trim = { high: 0, low: 0, from: 1 };

function refusalOf(policy: Partial<Policy>): unknown {
  const ranked = rankRound(buildInput({ rubric, policy, candidates: [{ code: 'A', sheets: [[30, 10, 40, 20]] }] }));
  return ranked.ok ? null : ranked.error;
}

describe('category weights', () => {
  // Category a: 40 points, b: 60 points.
  const spec: RoundSpec = {
    rubric,
    policy: { trim, minimumSheets: 1, weights: [{ category: 'b', percent: 50 }] },
    candidates: [
      {
        code: 'A',
        sheets: [
          [30, 10, 0, 0],
          [20, 0, 10.01, 0],
        ],
      },
      { code: 'B', sheets: [[0, 0, 40, 20]] },
    ],
  };

  test('count a category’s points in part, exactly, and leave raw totals and category means as they are', () => {
    const ranked = rankOne(spec);
    expect(rowOf(ranked, 'A')).toMatchObject({ exact: '13001/400', score: '32.50', rank: 1 });
    expect(rowOf(ranked, 'B')).toMatchObject({ exact: '30', rank: 2 });
    expect(rowOf(ranked, 'A').contributions).toMatchObject([
      { total: 4000, weighted: { text: '40.00', exact: '40' } },
      { total: 3001, weighted: { text: '25.01', exact: '5001/200' } },
    ]);
    expect(rowOf(ranked, 'B').categories.map(({ text }) => text)).toEqual(['0.00', '60.00']);
    expect(ranked).toMatchObject({ maximum: 10_000, weightedMaximum: { text: '70.00', exact: '70' } });
  });

  test('of 100 per cent change nothing', () => {
    const weights = [{ category: 'a', percent: 100 }];
    expect(rankOne({ ...spec, policy: { ...spec.policy, weights } })).toEqual(
      rankOne({ ...spec, policy: { ...spec.policy, weights: [] } }),
    );
  });

  test('apply before normalisation', () => {
    const rows = rankOne({ ...spec, policy: { ...spec.policy, normalisation: 'z-score' } }).rows;
    expect(rows.map(({ raw }) => raw?.exact)).toEqual(expect.arrayContaining(['13001/400', '30']));
  });

  test('are refused when they name nothing, repeat themselves or leave no points', () => {
    expect(refusalOf({ weights: [{ category: 'z', percent: 1 }] })).toEqual({
      code: 'ranking.policy-weight-unknown',
      detail: { category: 'z' },
    });
    const twice = [1, 2].map((percent) => ({ category: 'a', percent }));
    expect(refusalOf({ weights: twice })).toEqual({ code: 'ranking.policy-weights' });
    const none = ['a', 'b'].map((category) => ({ category, percent: 0 }));
    expect(refusalOf({ weights: none })).toEqual({ code: 'ranking.policy-weights' });
    expect(refusalOf({ weights: none.slice(1) })).toBeNull();
  });
});

describe('trimming by share', () => {
  test.each([
    [9, 10, 0],
    [10, 10, 1],
    [19, 10, 1],
    [3, 49, 1],
    [2, 49, 0],
  ])('of %i sheets by %i %% drops %i at each end', (count, percent, dropped) => {
    const totals = Array.from({ length: count }, (_, index) => 50 + index);
    const policy = { trimUnit: 'percent', trim: { high: percent, low: percent, from: 1 }, minimumSheets: 1 } as const;
    expect(rowOf(rankOne({ policy, candidates: [candidate('A', totals)] }), 'A')).toMatchObject({
      trimmed: 2 * dropped,
      exact: expect.stringMatching(/^\d+(\/2)?$/),
    });
  });

  test('begins at the policy’s number of sheets', () => {
    const policy = { trimUnit: 'percent', trim: { high: 40, low: 0, from: 4 } } as const;
    expect(rowOf(rankOne({ policy, candidates: [candidate('A', [1, 2, 3])] }), 'A').trimmed).toBe(0);
    expect(rowOf(rankOne({ policy, candidates: [candidate('A', [1, 2, 3, 4])] }), 'A').trimmed).toBe(1);
  });
});

describe('ranking by the rounded score', () => {
  const candidates = [candidate('A', [80, 80, 80.01]), candidate('B', [80, 80, 80]), candidate('C', [79, 79, 79])];

  test('makes equals of scores that look the same, for the tie chain to part', () => {
    expect(outline(rankOne({ candidates }))).toEqual(['A 1 ranked', 'B 2 ranked', 'C 3 ranked']);
    const policy: Partial<Policy> = { rankBy: 'rounded', tieChain: [] };
    const ranked = rankOne({ candidates, policy });
    expect(ranked.rows.map(({ rank, exact }) => [rank, exact])).toEqual([
      [1, '24001/300'],
      [1, '80'],
      [3, '79'],
    ]);
    expect(rankOne({ candidates, policy: { rankBy: 'rounded' } }).rows[0]?.tie).toMatchObject({ rule: 'total' });
  });

  test('grades and holds against the minimum what is shown', () => {
    const almost = [candidate('A', [74.99, 75, 75])];
    const grade = (rankBy: Policy['rankBy']) =>
      rankOne({ candidates: almost, policy: { ...defaultEvaluationPolicy, rankBy } }).rows[0]?.status;
    expect([grade('exact'), grade('rounded')]).toEqual(['band:限期整改', 'band:合格']);
    const selection = { quota: 1, reserve: 0, passOn: false, minimumScore: 7500 };
    const status = (rankBy: Policy['rankBy']) =>
      rankOne({ tracks: [track('t', 1)], candidates: almost, policy: { selection, rankBy } }).rows[0]?.status;
    expect([status('exact'), status('rounded')]).toEqual(['below', 'selected']);
  });
});

describe('normalisation by rank', () => {
  test('gives each total the middle of its ranks as a share of the most points, per expert', () => {
    const ranked = rankOne({
      policy: { normalisation: 'rank', minimumSheets: 1, trim },
      candidates: [candidate('A', [90, 10]), candidate('B', [80, 10]), candidate('C', [80, 20]), candidate('D', [70])],
    });
    const adjusted = (code: string) => rowOf(ranked, code).contributions.map((one) => one.adjusted?.exact);
    // e1: D 1st, B and C 2nd–3rd, A 4th of 4; e2: A and B 1st–2nd, C 3rd of 3.
    expect(adjusted('A')).toEqual(['175/2', '33333333/1000000']);
    expect(adjusted('B')).toEqual(['50', '33333333/1000000']);
    expect(adjusted('C')).toEqual(['50', '83333333/1000000']);
    expect(adjusted('D')).toEqual(['25/2']);
    expect(rowOf(ranked, 'A').raw).toEqual({ text: '50.00', exact: '50' });
  });

  test('does not mind how far apart totals are', () => {
    const policy = { normalisation: 'rank' as const };
    const at = (low: number) => {
      const candidates = [candidate('A', [90, 91, 92]), candidate('B', [low, low, low])];
      return rankOne({ policy, candidates }).rows.map(({ exact }) => exact);
    };
    expect(at(1)).toEqual(at(89));
  });
});

describe('trial candidates (试评)', () => {
  const candidates = [candidate('A', [90, 90, 90]), candidate('S', [10, 20, 30]), candidate('B', [80, 80, 80])];

  test('are left out with their sheets, and named', () => {
    const policy = { trial: ['S'], normalisation: 'z-score' as const };
    const ranked = rankOne({ candidates, policy });
    expect(ranked.rows.map(({ code }) => code)).toEqual(['A', 'B']);
    expect(ranked.trial).toEqual(['S']);
    const without = rankOne({
      candidates: candidates.filter(({ code }) => code !== 'S'),
      policy: { ...policy, trial: [] },
    });
    expect(ranked.rows).toEqual(without.rows);
  });

  test('are all who have such a code', () => {
    const input = buildInput({ candidates, policy: { trial: ['S'] } });
    const twin = input.candidates.map((one) => (one.code === 'B' ? { ...one, code: 'S' } : one));
    const [ranked] = rankInput({ ...input, candidates: twin }).tracks;
    expect(ranked?.rows.map(({ code }) => code)).toEqual(['A']);
    expect(ranked?.trial).toEqual(['S', 'S']);
  });

  test('must be in the list', () => {
    expect(refusalOf({ trial: ['A', 'X'] })).toEqual({ code: 'ranking.policy-trial-unknown', detail: { code: 'X' } });
  });
});

test('a policy of version 2 that says nothing new ranks as before', () => {
  expect(defaultSelectionPolicy).toMatchObject({ trimUnit: 'sheets', weights: [], rankBy: 'exact', trial: [] });
});
