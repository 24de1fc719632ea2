/** Codes of ranking refusals with their sentences. */
export const rankingSentences = {
  'ranking.policy-two-outcomes': {
    zh: '汇总规则同时设了名额和等次，只能取其一。排名未作改动。请在“批次设置—汇总规则”中保留一种。',
    en: 'The aggregation rule sets both quotas and grade bands; only one may apply. The ranking is unchanged. Keep one of them in the round’s rules.',
  },
  'ranking.policy-trim': {
    zh: '汇总规则要求满 {{from}} 份评分表时去掉 {{high}} 个最高分和 {{low}} 个最低分，去掉后没有剩余。排名未作改动。请减少去分个数，或提高起算份数。',
    en: 'The rule drops {{high}} highest and {{low}} lowest of {{from}} sheets, which leaves none. The ranking is unchanged. Drop fewer sheets or raise the number from which they are dropped.',
  },
  'ranking.policy-bands': {
    zh: '等次设置有误：分数线须从高到低且互不相同，最低一档从 0 分起，等次名称不得重复。排名未作改动。请修改等次后重试。',
    en: 'The grade bands are wrong: their lines must fall strictly, the last must start at 0, and names must not repeat. The ranking is unchanged. Correct the bands and try again.',
  },
  'ranking.policy-band-unknown': {
    zh: '汇总规则提到的等次“{{band}}”不在等次表中。排名未作改动。请改用表中已有的等次。',
    en: 'The rule names a band “{{band}}” that is not in the list of bands. The ranking is unchanged. Use one of the listed bands.',
  },
  'ranking.policy-normalised-evaluation': {
    zh: '评估类批次不得对专家评分作标准化处理。排名未作改动。请将“评分标准化”设为“不处理”。',
    en: 'Scores must not be normalised in an evaluation round. The ranking is unchanged. Set normalisation to “none”.',
  },
  'ranking.policy-tie-unknown': {
    zh: '同分规则提到的指标“{{id}}”不在赛道“{{track}}”的评分标准中。排名未作改动。请修改同分规则。',
    en: 'The tie chain names “{{id}}”, which the rubric of track “{{track}}” does not contain. The ranking is unchanged. Correct the tie chain.',
  },
  'ranking.policy-weight-unknown': {
    zh: '一级指标权重提到的“{{category}}”不在任何赛道的评分标准中。排名未作改动。请修改权重。',
    en: 'The category weights name “{{category}}”, which no track’s rubric contains. The ranking is unchanged. Correct the weights.',
  },
  'ranking.policy-weights': {
    zh: '一级指标权重有误：同一指标只能设一次，且至少要有一项指标计分。排名未作改动。请修改权重。',
    en: 'The category weights are wrong: each category may be named once, and at least one must count. The ranking is unchanged. Correct the weights.',
  },
  'ranking.policy-trial-unknown': {
    zh: '汇总规则列为试评的“{{code}}”不在评审对象名单中。排名未作改动。请核对试评对象的编号。',
    en: 'The rule leaves out trial candidate “{{code}}”, which is not in the list of candidates. The ranking is unchanged. Check the codes of the trial candidates.',
  },
  'ranking.code-unknown': {
    zh: '本批次中没有编号为“{{code}}”的评审对象。排名未作改动。请核对编号后重试。',
    en: 'This round has no candidate with the code “{{code}}”. The ranking is unchanged. Check the code and try again.',
  },
  'ranking.code-trial': {
    zh: '“{{code}}”是试评对象，不参加排名，无可说明。排名未作改动。请改选参加排名的对象。',
    en: '“{{code}}” is a trial candidate that takes no part in the ranking, so there is nothing to explain. The ranking is unchanged. Choose a ranked candidate.',
  },
  'ranking.track-unknown': {
    zh: '评审对象“{{candidate}}”所属赛道“{{track}}”不在本批次中。排名未作改动。请核对该评审对象的赛道。',
    en: 'Candidate “{{candidate}}” belongs to track “{{track}}”, which this round does not have. The ranking is unchanged. Check the candidate’s track.',
  },
  'ranking.rubric-unknown': {
    zh: '赛道“{{track}}”使用的评分标准“{{rubric}}”不在本批次中。排名未作改动。请核对批次设置。',
    en: 'Track “{{track}}” uses rubric “{{rubric}}”, which this round does not have. The ranking is unchanged. Check the set-up of the round.',
  },
  'ranking.candidate-repeated': {
    zh: '评审对象“{{candidate}}”重复出现。排名未作改动。请核对评审对象名单。',
    en: 'Candidate “{{candidate}}” occurs more than once. The ranking is unchanged. Check the list of candidates.',
  },
  'ranking.sheet-orphan': {
    zh: '评分表 {{sheet}} 对应的评审对象不在本批次中。排名未作改动。请重建工作区数据库（mtx rebuild）后重试。',
    en: 'Sheet {{sheet}} belongs to no candidate of this round. The ranking is unchanged. Rebuild the workspace database (mtx rebuild) and try again.',
  },
  'ranking.sheet-repeated': {
    zh: '同一专家对评审对象“{{candidate}}”有两份有效评分表。排名未作改动。请重建工作区数据库（mtx rebuild）后重试。',
    en: 'One expert has two current sheets for candidate “{{candidate}}”. The ranking is unchanged. Rebuild the workspace database (mtx rebuild) and try again.',
  },
  'ranking.sheet-incomplete': {
    zh: '评审对象“{{candidate}}”的一份评分表缺少指标“{{criterion}}”的有效分值。排名未作改动。请核对该结果包，必要时发起复评。',
    en: 'A sheet for candidate “{{candidate}}” has no valid points for “{{criterion}}”. The ranking is unchanged. Check that result package and ask for a re-review if needed.',
  },
} as const;

export type RankingCode = keyof typeof rankingSentences;
