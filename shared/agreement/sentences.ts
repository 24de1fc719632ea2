/** Why a figure cannot be given, and why an analysis did not come about. */
export const agreementSentences = {
  'agreement.no-sheets': {
    zh: '没有计入的评分表，无法计算。评分数据未受影响。请先收取结果包。',
    en: 'No sheet counts yet, so there is nothing to work out. The scores are untouched. Take in result packages first.',
  },
  'agreement.one-expert': {
    zh: '只有一位专家的评分，谈不上一致与否，无法计算。评分数据未受影响。请在两位以上专家交回后再看。',
    en: 'Only one expert has scored, so there is no agreement to measure. The scores are untouched. Look again when two or more experts have returned.',
  },
  'agreement.few-candidates': {
    zh: '评审对象太少（{{count}} 个），至少要有 {{minimum}} 个才能计算。评分数据未受影响。请以各专家的原始分为准。',
    en: 'There are too few candidates ({{count}}); at least {{minimum}} are needed. The scores are untouched. Go by the experts’ own points.',
  },
  'agreement.no-variance': {
    zh: '所有分数相同，没有可比的差异，无法计算。评分数据未受影响。请核对评分是否真实填写。',
    en: 'All points are the same, so there is no difference to compare. The scores are untouched. Check whether the sheets were really filled in.',
  },
  'agreement.no-contrast': {
    zh: '每位专家给各评审对象的分数都相同，看不出评审对象之间的差别，无法计算。评分数据未受影响。请核对评分是否真实填写。',
    en: 'Each expert gave all candidates the same points, so candidates do not differ and this cannot be given. The scores are untouched. Check whether the sheets were really filled in.',
  },
  'agreement.no-pairs': {
    zh: '有两份以上评分表的评审对象不足 2 个，无从比较，无法计算。评分数据未受影响。请在更多专家交回后再看。',
    en: 'Fewer than 2 candidates have two or more sheets, so there is nothing to compare. The scores are untouched. Look again when more experts have returned.',
  },
  'agreement.incomplete': {
    zh: '由全部专家都评过的评审对象不足 2 个，ICC 和肯德尔 W 无法计算。评分数据未受影响。请看允许缺评的 α 系数。',
    en: 'Fewer than 2 candidates were scored by every expert, so ICC and Kendall’s W cannot be given. The scores are untouched. See alpha, which allows for missing sheets.',
  },
  'agreement.below-minimum': {
    zh: '去掉这位专家后，评审对象的评分表都少于规定的 {{minimum}} 份，无法比较。评分数据未受影响。请以现有排名为准。',
    en: 'Without this expert no candidate reaches the minimum of {{minimum}} sheets, so nothing can be compared. The scores are untouched. Go by the ranking as it is.',
  },
  'agreement.one-criterion': {
    zh: '评分标准只有一项指标，去掉后没有剩余，无法比较。评分数据未受影响。请以现有排名为准。',
    en: 'The rubric has a single criterion, and nothing is left without it. The scores are untouched. Go by the ranking as it is.',
  },
  'agreement.cancelled': {
    zh: '已停止计算。评分和排名未作改动。如有需要请重新计算。',
    en: 'The calculation was stopped. Scores and ranking are unchanged. Start it again when needed.',
  },
  'agreement.no-picture': {
    zh: '图片内容不完整，没有保存。评分和排名未作改动。请重新打开分析页面后再试。',
    en: 'The picture is incomplete and was not saved. Scores and ranking are unchanged. Open the analysis again and retry.',
  },
  'agreement.broke-off': {
    zh: '计算意外中断。评分和排名未作改动。请重新计算；如反复出现，请将日志交技术支持。',
    en: 'The calculation broke off unexpectedly. Scores and ranking are unchanged. Start it again; give the log to support if it persists.',
  },
} as const;

export type AgreementCode = keyof typeof agreementSentences;
