import { fc, test } from '#test/pipeline/seeded.ts';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { drawSample, emptyDraw, planDraws } from '#shared/agreement/draw-sample.ts';
import { readyFields } from '#shared/agreement/rank-sample.ts';
import { testRobustness } from '#shared/agreement/test-robustness.ts';
import { at } from '#shared/base/at.ts';
import { gatherFields, type Field } from '#shared/ranking/gather.ts';
import { normaliseField } from '#shared/ranking/normalise.ts';
import { value } from '../pipeline/make-round.ts';
import { buildInput, track } from '../shared/ranking/build-input.ts';

const methods = ['z-score', 'rank', 'expert-effect'] as const;
type Points = number | null;

function inputOf(rows: readonly (readonly Points[])[], normalisation: (typeof methods)[number]) {
  return buildInput({
    tracks: [track('t', 1)],
    policy: { normalisation, minimumSheets: 1, selection: { quota: 1, reserve: 0, passOn: false, minimumScore: null } },
    candidates: rows.map((row, index) => ({
      code: `N${index}`,
      sheets: row.map((points) => (points === null ? null : [points])),
    })),
  });
}

/** The normalisation of a track whose sheets were copied as the experts were drawn, by the slots of the originals. */
function normaliseCopies(field: Field, times: Uint16Array, method: (typeof methods)[number]): (number | null)[] {
  const people = field.columns.sheets.expertIds.length;
  const from = new Int32Array(field.from.length);
  const copies: { readonly slot: number; readonly expert: number }[] = [];
  const listed = [...new Set(field.experts)].toSorted((a, b) => a - b);
  for (const entrant of field.entrants.keys()) {
    for (let slot = at([...field.from], entrant); slot < at([...field.from], entrant + 1); slot += 1) {
      const expert = field.experts[slot] ?? -1;
      for (let copy = 0; copy < (times[listed.indexOf(expert)] ?? 0); copy += 1)
        copies.push({ slot, expert: expert + copy * people });
    }
    from[entrant + 1] = copies.length;
  }
  const copied: Field = {
    ...field,
    from,
    sheets: Int32Array.from(copies, ({ slot }) => field.sheets[slot] ?? -1),
    experts: Int32Array.from(copies, ({ expert }) => expert),
    weighted: Float64Array.from(copies, ({ slot }) => field.weighted[slot] ?? NaN),
  };
  const { values } = normaliseField(copied, method);
  return [...field.weighted.keys()].map((slot) => {
    const place = copies.findIndex((copy) => copy.slot === slot);
    return place < 0 ? null : (values[place] ?? null);
  });
}

function compare(rows: readonly (readonly Points[])[], times: readonly number[], method: (typeof methods)[number]) {
  const input = inputOf(rows, method);
  const fields = value(gatherFields(input));
  const [field, ready] = [at(fields, 0), at(readyFields(fields, input), 0)];
  const count = new Set(field.experts).size;
  const drawn = Uint16Array.from({ length: count }, (_, expert) => times[expert] ?? 1);
  ready.normalise?.(drawn, ready.values);
  const full = normaliseCopies(field, drawn, method);
  expect(full.map((one, slot) => (one === null ? null : (ready.values[slot] ?? null)))).toEqual(full);
}

const panel = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 8 })).chain(([n, k]) =>
  fc.array(
    fc.array(
      fc.option(
        fc.integer({ min: 0, max: 400 }).map((quarter) => quarter / 4),
        { freq: 6 },
      ),
      {
        minLength: k,
        maxLength: k,
      },
    ),
    { minLength: n, maxLength: n },
  ),
);

describe('the normalisation of a sample', () => {
  test.prop([panel, fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 8 }), fc.constantFrom(...methods)], {
    numRuns: 500,
  })('gives to the last millionth what it gives to a panel of copies', (rows, times, method) => {
    compare(rows, times, method);
  });

  it('decides halves as the ranking does, where floating point cannot', () => {
    // Two experts over 16 candidates: effects are odd multiples of 1/32 hundredths, 312.5 millionths of a point.
    const rows = Array.from({ length: 16 }, (_, index) => [50 + index, index === 3 ? 40.01 : 50 + index]);
    // Values below 0 are rounded the other way.
    const low = rows.map((_, index) => (index === 3 ? [20.01, 0] : [0, 0]));
    for (const method of methods)
      for (const panelOf of [rows, low]) {
        compare(panelOf, [1, 1], method);
        compare(panelOf, [3, 1], method);
      }
  });

  it('finds the root that floating point misses by a hair', () => {
    // A single expert's own scale: deviations are odd multiples of 312.5 millionths, through two square roots.
    for (let seed = 1; seed < 40; seed += 1) {
      const rows = Array.from({ length: 32 }, (_, index) => [((index * index * seed) % 97) + (index === 0 ? 0.01 : 0)]);
      compare(rows, [1], 'z-score');
      compare(rows, [3], 'z-score');
    }
  });

  it('costs no candidate its score by the draw alone', () => {
    // Complete but for one recusal: experts are drawn. Every third sheet only: sheets are drawn.
    const sparse = Array.from({ length: 12 }, (_, row) =>
      Array.from({ length: 9 }, (_, expert) => (expert % 3 === row % 3 ? 50 + row + expert : null)),
    );
    const nearly = Array.from({ length: 6 }, (_, row) =>
      Array.from({ length: 5 }, (_, expert) => (row === 0 && expert < 2 ? null : 50 + 5 * row + expert)),
    );
    for (const method of methods)
      for (const rows of [sparse, nearly]) {
        const input = inputOf(rows, method);
        const policy = { ...input.policy, minimumSheets: 3 };
        const tested = at(value(testRobustness({ ...input, policy }, { samples: 200, seed: 1 })).tracks, 0);
        expect([tested.unit, tested.keepsNormalisation]).toEqual(
          rows === sparse ? ['sheets', true] : ['experts', false],
        );
        for (const { unranked } of tested.candidates) expect(unranked).toBeLessThan(0.01);
      }
  });

  it('draws for a candidate below the minimum only from sheets of drawn experts', () => {
    const rows = [
      [50, 60, null, null, null],
      ...Array.from({ length: 8 }, (_, row) => [50, 60, 70, 80, 90].map((points) => points + row)),
    ];
    const [field] = value(gatherFields(inputOf(rows, 'z-score')));
    if (field === undefined) throw new Error('no track');
    const plan = planDraws(field, { unit: null, minimum: 3, refill: 'drawn' });
    const [draw, random] = [emptyDraw(plan), xoroshiro128plus(1)];
    const seen = new Set<string>();
    for (let sample = 0; sample < 200; sample += 1) {
      drawSample(plan, random, draw);
      const [times, drawn] = [draw.times?.subarray(0, 2) ?? [], draw.weights.subarray(0, 2)];
      for (const expert of [0, 1]) if (times[expert] === 0) expect(drawn[expert]).toBe(0);
      const count = drawn.reduce((sum, copies) => sum + copies, 0);
      expect(count === 0 || count >= 2).toBe(true);
      seen.add([...drawn].join(' '));
    }
    expect([...seen].toSorted()).toEqual(expect.arrayContaining(['0 0', '0 2', '1 1', '2 0']));
  });
});
