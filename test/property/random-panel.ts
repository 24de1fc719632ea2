import { fc } from '#test/pipeline/seeded.ts';
import type { ListedInput, RankingSheet } from '#shared/ranking/ranking.ts';
import { defaultEvaluationPolicy, defaultSelectionPolicy, type Policy } from '#shared/round/policy.ts';
import type { Rubric } from '#shared/round/rubric.ts';

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
  trimUnit: fc.constantFrom('sheets', 'percent'),
  rankBy: fc.constantFrom('exact', 'rounded'),
  decimals: fc.integer({ min: 0, max: 2 }),
  weights: fc.constantFrom<Policy['weights']>([], [{ category: 'a', percent: 35 }], [{ category: 'b', percent: 110 }]),
  trial: fc.constantFrom<string[]>([], [], ['N9']),
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
  trim:
    rest.trimUnit === 'sheets'
      ? { high, low, from: high + low + above }
      : { high: high * 20, low: low * 20, from: above },
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

/** Small rounds of every policy without normalisation, with coarse points, so that equals are common. */
export const round: fc.Arbitrary<ListedInput> = fc
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
