import { describe, expect, it } from 'vitest';
import { measureAgreement } from '#shared/agreement/measure-agreement.ts';
import {
  describeReading,
  sayCoefficient,
  sayGraded,
  sayShare,
  saySigned,
  type Reading,
} from '#shared/agreement/reading.ts';
import { readingSentences } from '#shared/agreement/reading-sentences.ts';
import { readAgreement, readExperts, readSheets } from '#shared/agreement/read-agreement.ts';
import { at } from '#shared/base/at.ts';
import { value } from '../../pipeline/make-round.ts';
import { buildInput, type CandidateSpec } from '../ranking/build-input.ts';

const measure = (candidates: readonly CandidateSpec[]) => {
  const track = at(value(measureAgreement(buildInput({ candidates }))), 0);
  const codes = [track.icc, track.concordance, track.alpha].map((figure) => (figure.ok ? 'ok' : figure.error.code));
  const readings: Reading[] = [...readAgreement(track), ...readExperts(track, new Map()), ...readSheets(track)];
  const words = readings.map((reading) => describeReading(reading, 'zh-CN')).join('\n');
  expect(words + JSON.stringify(track)).not.toMatch(/NaN|Infinity|undefined|…/);
  return { track, codes, words };
};

describe('what cannot be measured', () => {
  it('says so: no sheets, all recused', () => {
    const nothing = ['agreement.no-sheets', 'agreement.no-sheets', 'agreement.no-sheets'];
    expect(measure([{ code: 'A', sheets: [] }]).codes).toEqual(nothing);
    expect(measure([{ code: 'A', sheets: ['recused', 'recused'] }]).codes).toEqual(nothing);
  });

  it('says so: one expert', () => {
    const { codes, track } = measure([
      { code: 'A', sheets: [[50]] },
      { code: 'B', sheets: [[60]] },
    ]);
    expect(codes).toEqual(['agreement.one-expert', 'agreement.one-expert', 'agreement.one-expert']);
    expect(track.experts).toHaveLength(1);
  });

  it('says so: one candidate', () => {
    expect(measure([{ code: 'A', sheets: [[50], [60], [70]] }]).codes).toEqual([
      'agreement.few-candidates',
      'agreement.few-candidates',
      'agreement.few-candidates',
    ]);
  });

  it('says so: everybody gives everybody the same', () => {
    const { codes, track } = measure(['A', 'B', 'C', 'D'].map((code) => ({ code, sheets: [[70], [70], [70]] })));
    expect(codes).toEqual(['agreement.no-variance', 'agreement.no-variance', 'agreement.no-variance']);
    expect(track.outliers).toEqual([]);
    expect(track.experts.map(({ discrimination, correlation, flags }) => [discrimination, correlation, flags])).toEqual(
      [0, 1, 2].map(() => [null, null, []]),
    );
  });

  it('says so: nobody was scored by all, and the design falls apart', () => {
    const { codes, track, words } = measure([
      { code: 'A', sheets: [[50], [60], null, null] },
      { code: 'B', sheets: [[55], [66], null, null] },
      { code: 'C', sheets: [null, null, [70], [80]] },
      { code: 'D', sheets: [null, null, [75], [79]] },
    ]);
    expect(codes).toEqual(['agreement.incomplete', 'agreement.incomplete', 'ok']);
    expect(track.parts).toBe(2);
    expect(words).toContain('分成 2 个互不相连的部分');
  });
});

describe('what can be measured, but says little', () => {
  it('calls no mean reliable when experts contradict each other, however the formula turns out', () => {
    // By the formula ICC(2,k) would be 2.
    const { track, words } = measure([
      { code: 'A', sheets: [[100], [0]] },
      { code: 'B', sheets: [[0], [100]] },
    ]);
    const none = { value: null, low: null, high: null };
    expect(track.icc).toMatchObject({ ok: true, value: { single: none, average: none, f: 0, p: 1 } });
    expect(words).toContain('看不出专家组平均分有可靠性，名次宜集体讨论（ICC(2,k) 无法估计）');
    expect(words).not.toMatch(/平均分(很|较|看来较)可靠/);
  });

  it('gives no F without a residual, and says so of experts who tell no candidates apart', () => {
    const additive = measure(['A', 'B', 'C'].map((code, index) => ({ code, sheets: [[50 + index], [60 + index]] })));
    expect(additive.track.icc).toMatchObject({ ok: true, value: { f: null, p: null } });
    const constant = measure(['A', 'B', 'C'].map((code) => ({ code, sheets: [[50], [60]] })));
    expect(constant.codes).toEqual(['agreement.no-contrast', 'agreement.no-contrast', 'ok']);
  });

  it('asks for pairs when every candidate has a single sheet', () => {
    const { codes, track } = measure([
      { code: 'A', sheets: [[50], null] },
      { code: 'B', sheets: [null, [60]] },
    ]);
    expect(codes).toEqual(['agreement.incomplete', 'agreement.incomplete', 'agreement.no-pairs']);
    // Who shares no candidate with anybody has no severity to be sure of, and nobody to differ from.
    expect(track.experts.map(({ standardError }) => standardError)).toEqual([null, null]);
    expect(track.criteria.map(({ disagreement }) => disagreement)).toEqual([null]);
  });

  it('does not deny a common order for want of numbers, nor call a wide interval reliable', () => {
    const { words } = measure(
      ['A', 'B', 'C'].map((code, index) => ({ code, sheets: [[50 + 9 * index], [55 + index]] })),
    );
    expect(words).toContain('次序看来相近，但专家或评审对象太少，还不能排除巧合（肯德尔 W = 1.00');
    const wide = measure(
      ['A', 'B', 'C'].map((code, index) => ({ code, sheets: [[50 + 9 * index], [54 + 8 * index]] })),
    );
    expect(wide.words).toContain('看来较可靠，但评分太少，还说不准');
    // Three candidates far apart: the interval alone would call this excellent.
    const few = measure(
      ['A', 'B', 'C'].map((code, index) => ({ code, sheets: [[10 + 40 * index], [11 + 40 * index]] })),
    );
    expect(few.words).toContain('看来较可靠，但评分太少，还说不准');
    expect(few.words).not.toContain('很可靠');
  });

  it('does not call experts even whose difference is large but unproven', () => {
    const { words } = measure([
      { code: 'A', sheets: [[50], [70]] },
      { code: 'B', sheets: [[70], [60]] },
      { code: 'C', sheets: [[55], [72]] },
    ]);
    expect(words).toContain('最宽与最严的专家平均相差 9.0 分，但评分太少或分歧较大');
    expect(words).not.toContain('宽严相近');
  });

  it('says which sheets were looked at for outliers', () => {
    const few = measure(['A', 'B'].map((code, index) => ({ code, sheets: [[50 + index], [60], [70]] })));
    expect(few.words).toContain('评分表太少');
    const partly = measure(
      ['A', 'B', 'C', 'D'].map((code, index) => ({ code, sheets: index < 3 ? [[50], [60], [70]] : [[50], [60]] })),
    );
    expect(partly.words).toContain('能够核对的 9 份评分表（共 11 份）中没有发现明显偏离的');
  });
});

describe('what stands out', () => {
  const points = [52, 58, 63, 69, 74, 78, 83, 88];

  it('finds the severe, the lenient, the flat and the contrary expert', () => {
    const { track } = measure(
      points.map((own, index) => ({
        code: `N${index}`,
        sheets: [[own], [own + 1], [own - 1], [Math.min(100, own + 9)], [own - 12], [70 + (index % 2)], [140 - own]],
      })),
    );
    const flags = track.experts.map((expert) => expert.flags.filter((flag) => flag !== 'lenient' && flag !== 'severe'));
    expect(flags).toEqual([[], [], [], [], [], ['flat', 'apart'], ['apart']]);
    const effects = track.experts.map(({ effect }) => effect);
    expect(Math.max(...effects)).toBe(effects[3]);
    expect(Math.min(...effects)).toBe(effects[4]);
  });

  it('finds the one wild sheet and not its neighbours, whoever is lenient', () => {
    const { track } = measure(
      points.map((own, index) => ({
        code: `N${index}`,
        sheets: [[own], [own + 2 - (index % 3)], [own - (index % 2)], [own + 8], index === 4 ? [own - 40] : [own - 1]],
      })),
    );
    expect(track.outliers.map(({ candidateId, expertId }) => [candidateId, expertId])).toEqual([['N4', 'e5']]);
  });
});

describe('readings', () => {
  it('name the same values in both languages, Chinese without Latin punctuation at its end', () => {
    const named = (text: string): string[] =>
      [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))].toSorted();
    for (const [code, { zh, en }] of Object.entries(readingSentences)) {
      expect([code, named(en)]).toEqual([code, named(zh)]);
      expect([code, zh.at(-1), en.at(-1)]).toEqual([code, '。', '.']);
      expect(zh + en).not.toMatch(/[!！]/);
    }
  });

  it('round nothing onto a bound that it does not reach, and give no sign to nothing', () => {
    expect([0.949, 0.95, 0.0501, 0.05, 0.996, 1].map(sayShare)).toEqual(['94.9%', '95%', '5.0%', '5%', '>99%', '100%']);
    expect([0.9996, 0.995, 1, -0.001, null].map(sayCoefficient)).toEqual(['0.999', '0.995', '1.00', '0.00', '—']);
    expect([0.797, 0.8, 0.66].map((value) => sayGraded(value, [0.667, 0.8]))).toEqual(['0.797', '0.80', '0.66']);
    expect([-4, 4, -5, 120].map(saySigned)).toEqual(['0.0', '0.0', '−0.1', '+1.2']);
  });

  it('write out five names and count the rest', () => {
    const reading: Reading = { code: 'flat', tone: 'watch', detail: { experts: ['甲', '乙', '丙', '丁', '戊', '己'] } };
    expect(describeReading(reading, 'zh-CN')).toContain('甲、乙、丙、丁、戊等 6 个');
    expect(describeReading(reading, 'en')).toContain('甲, 乙, 丙, 丁, 戊 and 1 more');
  });
});
