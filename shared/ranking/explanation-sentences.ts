import type { Sentence } from '../base/sentence.ts';

/** The sentences of an explanation. Lists are joined by the language's own comma. */
export const explanationSentences = {
  ranked: {
    zh: '第 {{rank}} 名（本赛道 {{ranked}} 个对象参加排名），得分 {{score}} 分（精确值 {{exact}}）。',
    en: 'Rank {{rank}} of {{ranked}} in the track, score {{score}} (exactly {{exact}}).',
  },
  vetoedByStaff: {
    zh: '形式审查一票否决，不参加排名。理由：{{reason}}。',
    en: 'Vetoed at eligibility review, no rank. Reason: {{reason}}.',
  },
  vetoedByExperts: { zh: '专家一票否决，不参加排名：{{gates}}。', en: 'Vetoed by the experts, no rank: {{gates}}.' },
  noScore: {
    zh: '不出分：有效评分表 {{sheets}} 份，少于规则要求的 {{minimum}} 份。',
    en: 'No score: {{sheets}} valid sheets, fewer than the {{minimum}} that the rule asks for.',
  },
  grade: { zh: '等次：{{band}}。', en: 'Grade: {{band}}.' },
  capped: {
    zh: '按得分可评“{{band}}”，因核心项未达标（{{items}}）降等。',
    en: 'By score alone the grade would be “{{band}}”; failed core items ({{items}}) cap it.',
  },
  mean: {
    zh: '得分是保留的 {{kept}} 份有效评分表总分的平均值：{{totals}}。',
    en: 'The score is the mean of the {{kept}} valid totals kept: {{totals}}.',
  },
  median: {
    zh: '得分是保留的 {{kept}} 份有效评分表总分的中位数：{{totals}}。',
    en: 'The score is the median of the {{kept}} valid totals kept: {{totals}}.',
  },
  weighted: {
    zh: '总分按一级指标权重折算，满分 {{maximum}} 分。',
    en: 'Totals are weighted by category; the most points are {{maximum}}.',
  },
  normalised: {
    zh: '总分先经标准化；未标准化的得分为 {{raw}} 分。',
    en: 'Totals are normalised first; without that the score would be {{raw}}.',
  },
  notTrimmed: {
    zh: '有效评分表 {{sheets}} 份，不满 {{from}} 份，未去最高分和最低分。',
    en: '{{sheets}} valid sheets, fewer than {{from}}: no highest or lowest is dropped.',
  },
  trimmedHigh: {
    zh: '{{expert}}：{{total}} 分，为最高分（第 {{place}} 高），已去掉。',
    en: '{{expert}}: {{total}}, dropped as a highest score (place {{place}}).',
  },
  trimmedLow: {
    zh: '{{expert}}：{{total}} 分，为最低分（第 {{place}} 高，共 {{sheets}} 份），已去掉。',
    en: '{{expert}}: {{total}}, dropped as a lowest score (place {{place}} of {{sheets}}).',
  },
  equalsKept: {
    zh: '（与保留的一份同分，去掉哪一份不影响得分。）',
    en: ' (Equal to one that is kept: which of them is dropped does not change the score.)',
  },
  used: { zh: '{{expert}}：{{total}} 分，计入。', en: '{{expert}}: {{total}}, counted.' },
  adjusted: {
    zh: '（标准化后 {{adjusted}} 分，变动 {{effect}} 分。）',
    en: ' (After normalisation {{adjusted}}, a change of {{effect}}.)',
  },
  recused: { zh: '{{expert}}：回避，不计入。', en: '{{expert}}: recused, not counted.' },
  abstained: { zh: '{{expert}}：弃权，不计入。', en: '{{expert}}: abstained, not counted.' },
  void: { zh: '{{expert}}：意见无效，不计入。', en: '{{expert}}: opinion void, not counted.' },
  spread: {
    zh: '分差 {{spread}} 分，超过规则的界限，建议复评。',
    en: 'A spread of {{spread}} points exceeds the rule’s limit; re-review is advised.',
  },
  fraud: {
    zh: '有 {{count}} 份评分表反映弄虚作假，须核实处理后才能锁定。',
    en: '{{count}} sheets flag fraud; this must be settled before locking.',
  },
  tieIntro: {
    zh: '与 {{codes}} 同分，依次比较：',
    en: 'Equal in score with {{codes}}; compared in turn:',
  },
  tieParted: { zh: '{{rule}}：{{values}}，由此分出先后。', en: '{{rule}}: {{values}}; this parts them.' },
  tieEqual: { zh: '{{rule}}：{{values}}，未分出先后。', en: '{{rule}}: {{values}}; this does not part them.' },
  tieUndecided: { zh: '尚无专家组组长记录在案的决定。', en: 'No decision of the panel leader is on record.' },
  tieShared: {
    zh: '各项比较后仍同分，并列，待集体复议。',
    en: 'Still equal after all comparisons: the rank is shared until the panel decides.',
  },
  ruleTotal: { zh: '全部有效评分表的平均分（去分之前）', en: 'mean of all valid sheets before trimming' },
  ruleCategory: { zh: '“{{name}}”平均分', en: 'mean of “{{name}}”' },
  ruleDecision: { zh: '专家组组长记录在案的决定', en: 'the panel leader’s recorded decision' },
  gate: {
    zh: '否决项“{{gate}}”：{{sheets}} 份有效评分表中 {{fails}} 份认为不符合（满 {{needed}} 份即否决）。',
    en: 'Gate “{{gate}}”: {{fails}} of {{sheets}} valid sheets say fail ({{needed}} make a veto).',
  },
  gateStaff: {
    zh: '否决项“{{gate}}”：{{sheets}} 份有效评分表中 {{fails}} 份认为不符合（按规则不由专家否决）。',
    en: 'Gate “{{gate}}”: {{fails}} of {{sheets}} valid sheets say fail (experts do not veto under this rule).',
  },
  cutAbove: {
    zh: '高出入选线外第一名（{{name}}，{{at}} 分）{{margin}} 分。',
    en: '{{margin}} points above the first who is outside the cut line ({{name}}, {{at}}).',
  },
  cutBelow: {
    zh: '距入选线（{{name}}，{{at}} 分）差 {{margin}} 分，得分须高于该分；与其相等时按同分规则比较。',
    en: '{{margin}} points short of the cut line ({{name}}, {{at}}); the score must exceed it, and equality leads to the tie chain.',
  },
  minimumAbove: {
    zh: '高出最低入选分（{{at}} 分）{{margin}} 分。',
    en: '{{margin}} points above the least score for selection ({{at}}).',
  },
  minimumBelow: {
    zh: '距最低入选分（{{at}} 分）差 {{margin}} 分。',
    en: '{{margin}} points short of the least score for selection ({{at}}).',
  },
  bandAbove: {
    zh: '高出“{{name}}”分数线（{{at}} 分）{{margin}} 分。',
    en: '{{margin}} points above the line of “{{name}}” ({{at}}).',
  },
  bandBelow: {
    zh: '距“{{name}}”分数线（{{at}} 分）差 {{margin}} 分。',
    en: '{{margin}} points short of the line of “{{name}}” ({{at}}).',
  },
  points: {
    zh: '保留的 {{kept}} 份评分表合计还差 {{points}} 分（精确值 {{exact}}）。',
    en: 'The {{kept}} totals kept are short of it by {{points}} points together (exactly {{exact}}).',
  },
  oneSheet: {
    zh: '只改一份评分表时，改动最小的是{{expert}}：至少再高 {{more}} 分（达到 {{least}} 分）即可越线。',
    en: 'With one sheet changed, the least change is {{expert}}’s: {{more}} points more (to {{least}}) would cross the line.',
  },
  noSheet: {
    zh: '任何一份评分表单独改为满分，都不能越线。',
    en: 'No single sheet would cross the line, not even with full marks.',
  },
  normalisedSheets: {
    zh: '因经标准化，改动一份评分表会同时影响该专家所评的其他对象，不逐份推算。',
    en: 'Under normalisation one changed sheet moves all values of its expert, so single sheets are not worked out.',
  },
  untrimmedCrosses: {
    zh: '若不去最高分和最低分，得分为 {{score}} 分，可以越线。',
    en: 'Without trimming the score would be {{score}}, which would cross the line.',
  },
  untrimmedStays: {
    zh: '若不去最高分和最低分，得分为 {{score}} 分，仍不能越线。',
    en: 'Without trimming the score would be {{score}}, which would not cross the line.',
  },
  'staff-veto': {
    zh: '分数再高也不能入选；须由工作人员撤销否决。',
    en: 'No score helps; staff would have to lift the veto.',
  },
  'expert-veto': {
    zh: '分数再高也不能入选；否决项的不符合票须少于上述份数。',
    en: 'No score helps; fewer sheets would have to fail the gate than stated above.',
  },
  'too-few-sheets': {
    zh: '须再有 {{lacking}} 份有效评分表才能出分。',
    en: '{{lacking}} more valid sheets are needed for a score.',
  },
  'core-item': {
    zh: '分数再高也不能升等；须核心项达标：{{items}}。',
    en: 'No score raises the grade; these core items would have to pass: {{items}}.',
  },
  decision: {
    zh: '同分对象跨在入选线上，由专家组集体复议决定。',
    en: 'Equals lie across the cut line; the panel decides among them.',
  },
  'no-line': { zh: '本赛道没有入选名额线。', en: 'This track has no cut line.' },
  nobody: { zh: '入选线外没有候选对象。', en: 'Nobody stands on the other side of the cut line.' },
  highest: { zh: '已是最高等次。', en: 'This is the highest grade.' },
} as const satisfies Record<string, Sentence>;

export type ExplanationSentence = keyof typeof explanationSentences;
