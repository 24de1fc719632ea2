import type { Sentence } from '../base/sentence.ts';
import { defaultEvaluationPolicy, defaultSelectionPolicy, type Policy } from './policy.ts';

/** A way of making the score, under the name that offices give it. It leaves quotas, ties and gates as they are. */
export type PolicyPreset = {
  readonly id: string;
  readonly name: Sentence;
  /** When it suits, in a sentence. */
  readonly note: Sentence;
  readonly part: Pick<Policy, 'centre' | 'trim' | 'trimUnit' | 'normalisation'>;
};

const { trim, trimUnit, centre, normalisation } = defaultSelectionPolicy;
const whole = { high: 0, low: 0, from: 1 };

/** Source: procedure and rules, "Aggregation rules seen in practice". */
export const policyPresets: readonly PolicyPreset[] = [
  {
    id: 'trimmed-mean',
    name: {
      zh: '去掉一个最高分和一个最低分取平均',
      en: 'Mean after dropping one highest and one lowest score',
    },
    note: {
      zh: '最常用；有效评分表满 5 份时去分，不足 5 份时取全部平均。',
      en: 'The usual rule; drops from 5 valid sheets on, below that the mean of all counts.',
    },
    part: { centre, trim, trimUnit, normalisation },
  },
  {
    id: 'two-trimmed-mean',
    name: {
      zh: '去掉两个最高分和两个最低分取平均',
      en: 'Mean after dropping two highest and two lowest scores',
    },
    note: { zh: '适合 9 人及以上的大评审组。', en: 'For large panels of 9 experts or more.' },
    part: { centre, trim: { high: 2, low: 2, from: 9 }, trimUnit, normalisation },
  },
  {
    id: 'share-trimmed-mean',
    name: { zh: '按比例去掉首尾各 10% 取平均', en: 'Mean after dropping the highest and lowest 10 %' },
    note: {
      zh: '各对象评分份数相差较大时使用；不足一份的尾数不去。',
      en: 'For candidates with very different numbers of sheets; a share below one sheet drops none.',
    },
    part: { centre, trim: { high: 10, low: 10, from: 5 }, trimUnit: 'percent', normalisation },
  },
  {
    id: 'mean',
    name: { zh: '全部有效分取平均', en: 'Mean of all valid scores' },
    note: { zh: '评审组人数少时使用。', en: 'For small panels.' },
    part: { centre, trim: whole, trimUnit, normalisation },
  },
  {
    id: 'median',
    name: { zh: '取中位数', en: 'Median' },
    note: { zh: '个别极端分不影响得分。', en: 'Single extreme scores do not move it.' },
    part: { centre: 'median', trim: whole, trimUnit, normalisation },
  },
  {
    id: 'z-score',
    name: {
      zh: '专家标准分（Z 分数）换算后去高去低取平均',
      en: 'Trimmed mean of scores standardised per expert (z-score)',
    },
    note: {
      zh: '各专家所评对象大体相当、打分松紧和高低差别大时使用。',
      en: 'When experts judge comparable sets of candidates but differ in level and spread.',
    },
    part: { centre, trim, trimUnit, normalisation: 'z-score' },
  },
  {
    id: 'expert-effect',
    name: { zh: '扣除专家宽严差异后去高去低取平均', en: 'Trimmed mean after removing severity of experts' },
    note: {
      zh: '分组评审、各专家只评一部分对象时使用。',
      en: 'When each expert judges only a part of the candidates.',
    },
    part: { centre, trim, trimUnit, normalisation: 'expert-effect' },
  },
  {
    id: 'rank',
    name: { zh: '按各专家所排名次折算取平均', en: 'Mean of each expert’s ranks' },
    note: {
      zh: '只看先后、不看分差时使用；各专家应评足够多的对象。',
      en: 'When only the order counts; each expert should judge enough candidates.',
    },
    part: { centre, trim: whole, trimUnit, normalisation: 'rank' },
  },
];

/** The preset that a policy follows; null for a rule of one's own. */
export function findPreset(policy: Policy): PolicyPreset | null {
  const text = (part: PolicyPreset['part']): string =>
    JSON.stringify([part.centre, part.trim.high, part.trim.low, part.trim.from, part.trimUnit, part.normalisation]);
  return policyPresets.find(({ part }) => text(part) === text(policy)) ?? null;
}

/** Presets that a policy may follow: no normalisation in evaluation rounds (ruling 15). */
export function listPresets({ evaluation }: Pick<Policy, 'evaluation'>): readonly PolicyPreset[] {
  return policyPresets.filter(({ part }) => evaluation === null || part.normalisation === 'none');
}

/** The whole policy of a preset: for a selection round, or for an evaluation round with grade bands. */
export function makePolicy(preset: PolicyPreset, outcome: 'selection' | 'evaluation'): Policy {
  return { ...(outcome === 'selection' ? defaultSelectionPolicy : defaultEvaluationPolicy), ...preset.part };
}
