import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fitAdditive } from '#shared/agreement/additive-effects.ts';
import { intraclassCorrelation } from '#shared/agreement/icc.ts';
import { kendallsW } from '#shared/agreement/kendall.ts';
import { krippendorffsAlpha } from '#shared/agreement/krippendorff.ts';
import { modifiedZScores } from '#shared/agreement/outliers.ts';
import { value } from '../../pipeline/make-round.ts';
import expected from '../../fixtures/agreement/expected.json' with { type: 'json' };

const rowsSchema = z.array(z.array(z.number().nullable()));
const full = ['shrout-fleiss', 'anxiety', 'panel'] as const;
const rowsOf = (name: keyof typeof expected & ('krippendorff' | (typeof full)[number])) =>
  rowsSchema.parse(expected[name].rows);

describe('published worked examples', () => {
  it('Shrout and Fleiss (1979): ICC(2,1) .29, ICC(2,4) .62, F 11.03, limits .02 to .76', () => {
    const icc = value(intraclassCorrelation({ rows: rowsOf('shrout-fleiss') }));
    expect(icc.single.value).toBeCloseTo(0.29, 2);
    expect(icc.average.value).toBeCloseTo(0.62, 2);
    expect(icc.f).toBeCloseTo(11.03, 2);
    expect(icc.df).toEqual([5, 15]);
    // psych::ICC(sf) of R prints p 0.00013, bounds 0.019 and 0.76, for the average 0.071 and 0.93.
    expect(icc.p).toBeCloseTo(0.00013, 5);
    expect([icc.single.low, icc.single.high].map((limit) => Number(limit?.toPrecision(2)))).toEqual([0.019, 0.76]);
    expect(icc.average.low).toBeCloseTo(0.071, 2);
    expect(icc.average.high).toBeCloseTo(0.93, 2);
  });

  it('irr::icc and irr::kendall on the data set anxiety: 0.198 (−0.039 to 0.494), Wt 0.54, χ² 30.8, p 0.0429', () => {
    const icc = value(intraclassCorrelation({ rows: rowsOf('anxiety') }));
    expect(icc.single.value).toBeCloseTo(0.198, 3);
    expect(icc.single.low).toBeCloseTo(-0.039, 3);
    expect(icc.single.high).toBeCloseTo(0.494, 3);
    const { w, chiSquare, df, p, ties } = value(kendallsW({ rows: rowsOf('anxiety') }));
    expect([w.toFixed(2), chiSquare.toFixed(1), df, p.toFixed(4), ties]).toEqual(['0.54', '30.8', 19, '0.0429', true]);
  });

  it('Krippendorff (2011): alpha .849 for the interval metric, .815 for the ordinal one, with gaps', () => {
    const alpha = value(krippendorffsAlpha({ rows: rowsOf('krippendorff') }));
    expect(alpha.interval).toBeCloseTo(0.849, 3);
    expect(alpha.ordinal).toBeCloseTo(0.815, 3);
    expect([alpha.candidates, alpha.sheets]).toEqual([11, 40]);
  });
});

// test/fixtures/agreement/compute.py, python3 with exact fractions: `python3 compute.py > expected.json`
describe('an independent computation', () => {
  it.each(full)('gives the same figures for %s', (name) => {
    const rows = rowsOf(name);
    const icc = value(intraclassCorrelation({ rows }));
    expect(icc.single.value).toBeCloseTo(expected[name].icc.single, 10);
    expect(icc.average.value).toBeCloseTo(expected[name].icc.average, 10);
    expect(icc.f).toBeCloseTo(expected[name].icc.f, 8);
    const concordance = value(kendallsW({ rows }));
    expect(concordance.w).toBeCloseTo(expected[name].kendall.w, 10);
    expect(concordance.chiSquare).toBeCloseTo(expected[name].kendall.chiSquare, 8);
    const alpha = value(krippendorffsAlpha({ rows }));
    expect(alpha.interval).toBeCloseTo(expected[name].alpha.interval, 10);
    expect(alpha.ordinal).toBeCloseTo(expected[name].alpha.ordinal, 10);
    for (const [index, effect] of fitAdditive({ rows }).effects.entries())
      expect(effect).toBeCloseTo(expected[name].effects[index] ?? NaN, 7);
  });

  it('gives the same modified z-scores', () => {
    const scores = modifiedZScores(expected.modifiedZ.values);
    for (const [index, score] of scores.entries())
      expect(score).toBeCloseTo(expected.modifiedZ.scores[index] ?? NaN, 10);
  });
});
