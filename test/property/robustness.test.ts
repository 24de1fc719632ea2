import { fc, test } from '#test/pipeline/seeded.ts';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect } from 'vitest';
import { drawSample, emptyDraw, planDraws, type Draw } from '#shared/agreement/draw-sample.ts';
import { rankSample, readyFields } from '#shared/agreement/rank-sample.ts';
import { testRobustness } from '#shared/agreement/test-robustness.ts';
import { at } from '#shared/base/at.ts';
import { candidateAt, entrantAt } from '#shared/ranking/entrant.ts';
import { gatherFields, type Field } from '#shared/ranking/gather.ts';
import type { Standing } from '#shared/ranking/order-round.ts';
import { rankRound } from '#shared/ranking/rank-round.ts';
import type { ListedInput, RankingSheet } from '#shared/ranking/ranking.ts';
import type { Policy } from '#shared/round/policy.ts';
import { value } from '../pipeline/make-round.ts';
import { round } from './random-panel.ts';

/** The round that a sample stands for, spelt out: a second copy of a sheet comes from a second expert like the first. */
function copySample(input: ListedInput, fields: readonly Field[], draws: readonly Draw[]): ListedInput {
  const sheets: RankingSheet[] = [];
  for (const [index, field] of fields.entries()) {
    let slot = 0;
    for (const entrant of field.entrants.keys())
      for (const { sheet } of entrantAt(field, field.weighted, entrant).valid) {
        const own = sheet;
        for (let copy = 0; copy < (draws[index]?.weights[slot] ?? 0); copy += 1)
          sheets.push(copy === 0 ? own : { ...own, id: `${own.id}+${copy}`, expertId: `${own.expertId}+${copy}` });
        slot += 1;
      }
  }
  return { ...input, sheets };
}

/** The full ranking of a round, laid out along the entrants of its fields. */
function rankInFull(input: ListedInput, fields: readonly Field[]): Standing[] {
  return value(rankRound(input)).tracks.map(({ rows }, index) => {
    const field = fields[index];
    if (field === undefined) throw new Error('a track without a field');
    const byId = new Map(rows.map((row) => [row.candidateId, row]));
    const own = Array.from(field.entrants.keys(), (entrant) => byId.get(candidateAt(field, entrant).id));
    return {
      ranks: Int32Array.from(own, (row) => row?.rank ?? 0),
      statuses: own.map((row) => row?.status ?? 'no-score'),
    };
  });
}

const normalised = fc.constantFrom<Policy['normalisation']>('none', 'none', 'z-score', 'rank', 'expert-effect');

describe('the ranking of a sample', () => {
  test.prop([round, fc.integer(), fc.constantFrom('experts', 'sheets'), normalised], { numRuns: 400 })(
    'equals the full ranking of the round with copied sheets',
    (drawn, seed, unit, normalisation) => {
      const { policy } = drawn;
      const own = policy.evaluation === null ? normalisation : 'none';
      const input = { ...drawn, policy: { ...policy, normalisation: own } };
      const fields = value(gatherFields(input));
      // Sheets keep the round's own normalisation, which no ranking of copied sheets does.
      const drawing = own === 'none' ? unit : 'experts';
      const minimum = own === 'none' ? input.policy.minimumSheets : 0;
      const plans = fields.map((field) => planDraws(field, { unit: drawing, minimum, refill: 'own' }));
      const [draws, random] = [plans.map(emptyDraw), xoroshiro128plus(seed)];
      const ready = readyFields(fields, input);
      for (let sample = 0; sample < 3; sample += 1) {
        for (const [index, plan] of plans.entries()) drawSample(plan, random, at(draws, index));
        expect(rankSample(ready, draws, input)).toEqual(rankInFull(copySample(input, fields, draws), fields));
      }
    },
  );

  test.prop([round, normalised], { numRuns: 200 })(
    'is the ranking itself when every sheet counts once, normalised or not',
    (drawn, normalisation) => {
      const { policy } = drawn;
      const own = policy.evaluation === null ? normalisation : 'none';
      const input = { ...drawn, policy: { ...policy, normalisation: own } };
      const fields = value(gatherFields(input));
      const full = rankInFull(input, fields);
      for (const unit of ['sheets', 'experts'] as const) {
        const draws = fields.map((field) => emptyDraw(planDraws(field, { unit, minimum: 0, refill: 'own' })));
        for (const { weights, times } of draws) {
          weights.fill(1);
          times?.fill(1);
        }
        expect(rankSample(readyFields(fields, input), draws, input)).toEqual(full);
      }
    },
  );
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
