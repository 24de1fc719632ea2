import { describe, expect, it } from 'vitest';
import { measureAgreement } from '#shared/agreement/measure-agreement.ts';
import { testRobustness } from '#shared/agreement/test-robustness.ts';
import { at } from '#shared/base/at.ts';
import type { Language } from '#shared/base/sentence.ts';
import { defaultEvaluationPolicy, type Policy } from '#shared/round/policy.ts';
import { describeFigures } from '#electron/cli/agreement-figures.ts';
import { value } from '../../pipeline/make-round.ts';
import { buildInput, rubric, track } from '../../shared/ranking/build-input.ts';

/** Two candidates that the third expert and the criterion a1 keep apart. */
function say(language: Language, policy: Partial<Policy>): string[] {
  const input = buildInput({
    rubric,
    tracks: [track('t', 1)],
    policy: { minimumSheets: 1, trim: { high: 0, low: 0, from: 9 }, ...policy },
    candidates: [
      {
        code: 'A',
        sheets: [
          [25, 10, 39, 20],
          [25, 10, 39, 20],
          [30, 10, 40, 20],
        ],
      },
      {
        code: 'B',
        sheets: [
          [20, 10, 40, 20],
          [30, 10, 40, 19],
          [1, 10, 40, 20],
        ],
      },
    ],
  });
  const robustness = at(value(testRobustness(input, { samples: 50, seed: 1 })).tracks, 0);
  const agreement = at(value(measureAgreement(input)), 0);
  const names = { experts: new Map([['e3', '丙']]), criteria: new Map([['a1', '企业数']]) };
  return describeFigures({ ...agreement, robustness }, names, language);
}

describe('figures in a terminal', () => {
  const selection = { quota: 1, reserve: 0, passOn: false, minimumScore: null };

  it('name who comes in and who falls out without whom', () => {
    const zh = say('zh-CN', { selection });
    expect(zh).toContain('去掉 丙：进入 B 对象B；退出 A 对象A');
    expect(zh).toContain('去掉 企业数：进入 B 对象B；退出 A 对象A');
    expect(say('en', { selection })).toContain('without 丙: in B 对象B; out A 对象A');
  });

  it('give no rank to whom nobody ranked', () => {
    const unranked = say('zh-CN', { selection, minimumSheets: 9 });
    expect(unranked.join('\n')).not.toMatch(/名次/);
  });

  it('speak of bands in an evaluation round', () => {
    const graded = say('zh-CN', { selection: null, evaluation: defaultEvaluationPolicy.evaluation });
    expect(graded.filter((line) => line.startsWith('去掉'))).not.toEqual([]);
    expect(graded.join('\n')).toMatch(/去掉 丙：升档 B 对象B；降档 无/);
    expect(graded.join('\n')).toMatch(/\d+% 的情形等次不变，名次/);
  });
});
