import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { fitAdditive } from '#shared/agreement/additive-effects.ts';
import { copySample } from '#shared/agreement/copy-sample.ts';
import { drawSample, planDraws } from '#shared/agreement/draw-sample.ts';
import { profileExperts } from '#shared/agreement/experts.ts';
import { intraclassCorrelation } from '#shared/agreement/icc.ts';
import { kendallsW } from '#shared/agreement/kendall.ts';
import { krippendorffsAlpha } from '#shared/agreement/krippendorff.ts';
import { rankSample, readyFields } from '#shared/agreement/rank-sample.ts';
import { rankInFull, testRobustness } from '#shared/agreement/test-robustness.ts';
import { adjustByExpertEffect } from '#shared/ranking/expert-effect.ts';
import { gatherFields } from '#shared/ranking/gather.ts';
import type { RankingInput, RankingSheet } from '#shared/ranking/ranking.ts';
import { defaultEvaluationPolicy, defaultSelectionPolicy, type Policy } from '#shared/round/policy.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import { value } from '../pipeline/make-round.ts';

const criterionIds = ['a1', 'a2', 'b1', 'b2'];
const rubric: Rubric = {
  id: 'main',
  name: '评分标准',
  categories: ['a', 'b'].map((id) => ({
    id,
    name: id,
    criteria: [1, 2].map((count) => ({
      id: `${id}${count}`,
      name: `${id}${count}`,
      max: 2500,
      step: 50,
      guidance: '',
      anchors: [],
      core: id === 'b',
    })),
  })),
  gates: [{ id: 'gate', name: '否决项', guidance: '', by: 'expert' }],
  coreCategory: 'a',
};

const trims = fc.record({
  centre: fc.constantFrom('mean', 'median'),
  high: fc.integer({ min: 0, max: 2 }),
  low: fc.integer({ min: 0, max: 2 }),
  above: fc.integer({ min: 1, max: 3 }),
  minimumSheets: fc.integer({ min: 1, max: 3 }),
  gates: fc.constantFrom('majority', 'any', 'staff'),
  tieChain: fc.subarray<Policy['tieChain'][number]>([
    { by: 'total' },
    { by: 'category', category: null },
    { by: 'criteria', criteria: null },
    { by: 'decision' },
  ]),
});
const outcome = fc.oneof(
  fc
    .record({
      reserve: fc.integer({ min: 0, max: 3 }),
      passOn: fc.boolean(),
      minimumScore: fc.option(fc.integer({ min: 0, max: 10_000 })),
    })
    .map((selection) => ({ selection: { quota: null, ...selection }, evaluation: null })),
  fc.constant({ selection: null, evaluation: defaultEvaluationPolicy.evaluation }),
);
const policy: fc.Arbitrary<Policy> = fc.tuple(trims, outcome).map(([{ high, low, above, ...rest }, end]) => ({
  ...defaultSelectionPolicy,
  ...rest,
  ...end,
  trim: { high, low, from: high + low + above },
}));

// Coarse points, so that equals are common.
const sheet = fc.record({
  state: fc.constantFrom('scored', 'scored', 'scored', 'scored', 'recused'),
  points: fc.array(
    fc.integer({ min: 1, max: 5 }).map((step) => step * 500),
    { minLength: 4, maxLength: 4 },
  ),
  gate: fc.constantFrom('pass', 'pass', 'pass', 'fail'),
});

const round: fc.Arbitrary<RankingInput> = fc
  .record({
    policy,
    quotas: fc.array(fc.option(fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 2 }),
    candidates: fc.array(
      fc.record({
        track: fc.nat(),
        veto: fc.constantFrom(false, false, false, true),
        sheets: fc.array(fc.option(sheet, { freq: 8 }), { maxLength: 6 }),
      }),
      { minLength: 1, maxLength: 9 },
    ),
  })
  .map(({ policy: own, quotas, candidates }) => ({
    tracks: quotas.map((quota, index) => ({ id: `t${index}`, name: `赛道${index}`, rubricId: 'main', quota })),
    rubrics: [rubric],
    policy: own,
    candidates: candidates.map(({ track, veto }, index) => ({
      id: `c${index}`,
      code: `N${9 - index}`,
      name: `对象${index}`,
      unit: '',
      trackId: `t${track % quotas.length}`,
      staffVeto: veto ? { gateId: null, reason: '失信' } : null,
    })),
    sheets: candidates.flatMap(({ sheets }, candidate) =>
      sheets.flatMap((given, expert): RankingSheet[] =>
        given === null
          ? []
          : [
              {
                id: `s${candidate}-${expert}`,
                expertId: `e${expert}`,
                candidateId: `c${candidate}`,
                state: given.state,
                points: Object.fromEntries(criterionIds.map((id, index) => [id, given.points[index] ?? 0])),
                gates: { gate: given.gate },
                fraud: false,
                void: false,
              },
            ],
      ),
    ),
    decisions: [{ id: 'd0', trackId: 't0', order: candidates.map((_, index) => `c${index}`) }],
  }));

const rows = fc.tuple(fc.integer({ min: 3, max: 8 }), fc.integer({ min: 2, max: 6 })).chain(([n, k]) =>
  fc.array(
    fc.array(
      fc.integer({ min: 0, max: 200 }).map((half) => half * 50),
      { minLength: k, maxLength: k },
    ),
    {
      minLength: n,
      maxLength: n,
    },
  ),
);

describe('the quick ranking of a sample', () => {
  test.prop([round, fc.integer(), fc.constantFrom('experts', 'sheets')], { numRuns: 300 })(
    'equals the full ranking of the round with copied sheets',
    (input, seed, unit) => {
      const fields = value(gatherFields(input));
      let place = 0;
      const plans = fields.map((field) => {
        const plan = planDraws(field, place, { unit, minimum: input.policy.minimumSheets });
        place += plan.count;
        return plan;
      });
      const [weights, random] = [new Uint16Array(place), xoroshiro128plus(seed)];
      const ready = readyFields(fields);
      for (let sample = 0; sample < 3; sample += 1) {
        for (const plan of plans) drawSample(plan, random, weights);
        rankSample(ready, weights, input);
        const full = rankInFull(copySample(input, fields, weights), fields);
        expect(ready.map(({ ranks, statuses }) => ({ ranks, statuses }))).toEqual(full);
      }
    },
  );

  test.prop([round])('is the ranking itself when every sheet counts once', (input) => {
    const fields = value(gatherFields(input));
    const ready = readyFields(fields);
    rankSample(ready, new Uint16Array(input.sheets.length).fill(1), input);
    expect(ready.map(({ ranks, statuses }) => ({ ranks, statuses }))).toEqual(rankInFull(input, fields));
  });
});

describe('robustness', () => {
  test.prop([round, fc.integer({ min: 0, max: 1000 })], { numRuns: 25 })(
    'is the same for the same seed and for every order of the input',
    (input, seed) => {
      const options = { samples: 20, seed };
      const shuffled = {
        ...input,
        candidates: input.candidates.toReversed(),
        sheets: input.sheets.toReversed(),
      };
      const tested = value(testRobustness(input, options));
      expect(value(testRobustness(shuffled, options))).toEqual(tested);
      for (const { candidates } of tested.tracks)
        for (const { share, ranks } of candidates) {
          expect(share >= 0 && share <= 1).toBe(true);
          expect(ranks[0] <= ranks[1] && ranks[1] <= ranks[2]).toBe(true);
        }
    },
  );
});

/** Equal up to the last digits. */
function expectNear(left: number, right: number): void {
  expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(left)));
}

describe('agreement', () => {
  test.prop([rows, fc.nat(), fc.integer({ min: -50, max: 50 }).map((more) => more * 100)])(
    'keeps Kendall’s W and correlations when an expert gives everybody the same more, and moves only his effect',
    (table, pick, more) => {
      const expert = pick % (table[0]?.length ?? 1);
      const raised = table.map((row) => row.map((points, index) => (index === expert ? points + more : points)));
      const [before, after] = [kendallsW({ rows: table }), kendallsW({ rows: raised })];
      expect(after.ok).toBe(before.ok);
      if (before.ok && after.ok) expectNear(after.value.w, before.value.w);
      const profile = (of: number[][]) =>
        profileExperts(
          { candidateIds: of.map((_, i) => `c${i}`), expertIds: of[0]?.map((_, i) => `e${i}`) ?? [], rows: of },
          10_000,
        );
      const [was, is] = [profile(table), profile(raised)];
      for (const [index, { correlation, effect, distribution }] of is.entries()) {
        const old = was[index];
        if (old === undefined) throw new Error('an expert is gone');
        expect(correlation === null).toBe(old.correlation === null);
        expectNear(correlation ?? 0, old.correlation ?? 0);
        expectNear(distribution.deviation ?? 0, old.distribution.deviation ?? 0);
        const share = index === expert ? 1 - 1 / is.length : -1 / is.length;
        expectNear(effect - old.effect, more * share);
      }
    },
  );

  test.prop([rows, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 5000 })])(
    'does not depend on unit and zero of the points, nor on the order of candidates and experts',
    (table, factor, shift) => {
      const others = [
        table.map((row) => row.map((points) => points * factor + shift)),
        table.toReversed(),
        table.map((row) => row.toReversed()),
      ];
      const read = (of: number[][]): (number | null)[] => {
        const [icc, w, alpha] = [
          intraclassCorrelation({ rows: of }),
          kendallsW({ rows: of }),
          krippendorffsAlpha({ rows: of }),
        ];
        return [
          icc.ok ? icc.value.single.value : null,
          icc.ok ? icc.value.average.value : null,
          w.ok ? w.value.w : null,
          alpha.ok ? alpha.value.interval : null,
          alpha.ok ? alpha.value.ordinal : null,
        ];
      };
      const figures = read(table);
      for (const other of others)
        for (const [index, figure] of read(other).entries()) {
          const own = figures[index] ?? null;
          expect(figure === null).toBe(own === null);
          if (figure !== null && own !== null && Number.isFinite(own))
            expect(Math.abs(figure - own)).toBeLessThan(1e-6 * Math.max(1, Math.abs(own)));
        }
    },
  );

  test.prop([rows])('lies within its bounds and is 1 when all experts say the same', (table) => {
    const same = table.map((row) => row.map(() => row[0] ?? 0));
    const alike = [
      intraclassCorrelation({ rows: same }),
      kendallsW({ rows: same }),
      krippendorffsAlpha({ rows: same }),
    ];
    if (alike.every(({ ok }) => ok)) {
      const [icc, w, alpha] = [
        value(intraclassCorrelation({ rows: same })),
        value(kendallsW({ rows: same })),
        value(krippendorffsAlpha({ rows: same })),
      ];
      for (const figure of [icc.single.value, icc.average.value, w.w, alpha.interval, alpha.ordinal])
        expectNear(figure, 1);
    } else expect(new Set(same.flat()).size).toBe(1);
    const w = kendallsW({ rows: table });
    if (w.ok) expect(w.value.w >= -1e-9 && w.value.w <= 1 + 1e-9).toBe(true);
  });

  test.prop([round])('sees the same severity as the exact solution that rankings use', (input) => {
    for (const field of value(gatherFields(input))) {
      const sheets = field.entrants.flatMap(({ valid }) => valid);
      const experts = [...new Set(sheets.map(({ sheet: { expertId } }) => expertId))];
      const table = field.entrants
        .filter(({ valid }) => valid.length > 0)
        .map(({ valid }) =>
          experts.map((id) => valid.find(({ sheet: { expertId } }) => expertId === id)?.total ?? null),
        );
      const { effects } = fitAdditive({ rows: table });
      adjustByExpertEffect(field);
      // Adjusted values are millionths of a point, totals hundredths.
      for (const {
        sheet: { expertId },
        total,
        value: adjusted,
      } of sheets)
        expect(Math.abs((effects[experts.indexOf(expertId)] ?? NaN) - (total - adjusted / 10_000))).toBeLessThan(1e-3);
    }
  });
});
