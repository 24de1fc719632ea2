import { fc, test } from '#test/pipeline/seeded.ts';
import { describe, expect } from 'vitest';
import { fitAdditive } from '#shared/agreement/additive-effects.ts';
import { profileExperts } from '#shared/agreement/experts.ts';
import { intraclassCorrelation } from '#shared/agreement/icc.ts';
import { kendallsW } from '#shared/agreement/kendall.ts';
import { krippendorffsAlpha } from '#shared/agreement/krippendorff.ts';
import { adjustByExpertEffect } from '#shared/ranking/expert-effect.ts';
import { measureAgreement } from '#shared/agreement/measure-agreement.ts';
import { readAgreement, readExperts, readSheets } from '#shared/agreement/read-agreement.ts';
import { readRobustness } from '#shared/agreement/read-robustness.ts';
import { describeReading } from '#shared/agreement/reading.ts';
import { testRobustness } from '#shared/agreement/test-robustness.ts';
import { at } from '#shared/base/at.ts';
import { totalAt } from '#shared/ranking/entrant.ts';
import { listExperts, totalsTable } from '#shared/agreement/score-table.ts';
import { gatherFields } from '#shared/ranking/gather.ts';
import { value } from '../pipeline/make-round.ts';
import { buildInput, track as trackOf } from '../shared/ranking/build-input.ts';
import { round } from './random-panel.ts';

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

/** Panels of all sorts: a single expert or candidate, gaps, experts who give everybody the same, or opposites. */
const panel = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 6 })).chain(([n, k]) =>
  fc.array(
    fc.array(fc.oneof(fc.constantFrom(0, 60, 100), fc.integer({ min: 0, max: 100 }), fc.constant(null)), {
      minLength: k,
      maxLength: k,
    }),
    { minLength: n, maxLength: n },
  ),
);

function pointsOf(points: number | null): [number] | null {
  return points === null ? null : [points];
}

/** All numbers anywhere in a value are finite. */
function expectFinite(found: unknown): void {
  if (typeof found === 'number') expect(found).toSatisfy(Number.isFinite);
  else if (typeof found === 'object' && found !== null) for (const each of Object.values(found)) expectFinite(each);
}

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
        expectNear(figure ?? NaN, 1);
    } else expect(new Set(same.flat()).size).toBe(1);
    const w = kendallsW({ rows: table });
    if (w.ok) expect(w.value.w >= -1e-9 && w.value.w <= 1 + 1e-9).toBe(true);
  });

  test.prop([panel], { numRuns: 150 })(
    'gives figures that are numbers, correlations that are correlations, and words without gaps, for whatever panel',
    (candidates) => {
      const input = buildInput({
        candidates: candidates.map((sheets, index) => ({ code: `N${index}`, sheets: sheets.map(pointsOf) })),
        policy: { minimumSheets: 1, selection: { quota: 1, reserve: 0, passOn: false, minimumScore: null } },
        tracks: [trackOf('t', 1)],
      });
      const track = at(value(measureAgreement(input)), 0);
      const robust = value(testRobustness(input, { samples: 5, seed: 1 }));
      expectFinite([track, robust]);
      if (track.icc.ok)
        for (const { value: estimate, low, high } of [track.icc.value.single, track.icc.value.average]) {
          expect(estimate ?? 1).toBeLessThanOrEqual(1);
          if (estimate !== null) {
            expect(low ?? -Infinity).toBeLessThanOrEqual(estimate + 1e-9);
            expect(high ?? Infinity).toBeGreaterThanOrEqual(estimate - 1e-9);
          }
        }
      const readings = [
        ...readAgreement(track),
        ...readExperts(track, new Map()),
        ...readSheets(track),
        ...readRobustness(at(robust.tracks, 0), robust, new Map(), new Map()),
      ];
      for (const reading of readings)
        for (const language of ['zh-CN', 'en'] as const)
          expect(describeReading(reading, language)).not.toMatch(/NaN|Infinity|undefined|null|…|\{\{|：。|: \./);
    },
  );

  test.prop([round])('sees the same severity as the exact solution that rankings use', (input) => {
    const plain = { ...input, policy: { ...input.policy, weights: [] } };
    for (const field of value(gatherFields(plain))) {
      const table = totalsTable(field);
      const { effects } = fitAdditive(table);
      const experts = listExperts(field);
      // Adjusted values are millionths of a point, totals hundredths.
      for (const [slot, adjusted] of adjustByExpertEffect(field).values.entries()) {
        const effect = effects[experts.indexOf(field.experts[slot] ?? -1)] ?? NaN;
        const total = totalAt(field, field.sheets[slot] ?? -1);
        expect(Math.abs(effect - (total - adjusted / 10_000))).toBeLessThan(1e-3);
      }
    }
  });
});
