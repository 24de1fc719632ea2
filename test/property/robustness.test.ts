import { fc, test } from '@fast-check/vitest';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect } from 'vitest';
import { copySample } from '#shared/agreement/copy-sample.ts';
import { drawSample, planDraws } from '#shared/agreement/draw-sample.ts';
import { rankSample, readyFields } from '#shared/agreement/rank-sample.ts';
import { rankInFull, testRobustness } from '#shared/agreement/test-robustness.ts';
import { gatherFields } from '#shared/ranking/gather.ts';
import { value } from '../pipeline/make-round.ts';
import { round } from './random-panel.ts';

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
