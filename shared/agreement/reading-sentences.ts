import type { Sentence } from '../base/sentence.ts';

/** What figures mean, for people who rank and not for statisticians; the figure stands behind the words. */
export const readingSentences = {
  'mean-excellent': {
    zh: '专家组平均分很可靠：换一组水平相当的专家来评，名次大体不变（ICC(2,k) = {{value}}，95% 区间 {{low}} 至 {{high}}）。',
    en: 'The panel’s mean is very reliable: another panel of the same kind would give much the same order (ICC(2,k) = {{value}}, 95% interval {{low}} to {{high}}).',
  },
  'mean-good': {
    zh: '专家组平均分较可靠：多数名次可信，分数相近的几名难分先后（ICC(2,k) = {{value}}，95% 区间 {{low}} 至 {{high}}）。',
    en: 'The panel’s mean is reliable: most ranks can be trusted, close ones hardly differ (ICC(2,k) = {{value}}, 95% interval {{low}} to {{high}}).',
  },
  'mean-moderate': {
    zh: '专家组平均分的可靠程度一般：高分与低分分得开，中间的名次说不准（ICC(2,k) = {{value}}，95% 区间 {{low}} 至 {{high}}）。',
    en: 'The panel’s mean is moderately reliable: high and low are told apart, ranks in between are not (ICC(2,k) = {{value}}, 95% interval {{low}} to {{high}}).',
  },
  'mean-poor': {
    zh: '专家组平均分的可靠程度偏低：由谁来评，对名次影响很大，建议结合评语集体讨论（ICC(2,k) = {{value}}，95% 区间 {{low}} 至 {{high}}）。',
    en: 'The panel’s mean is not very reliable: ranks depend much on who scored; discuss them with the comments at hand (ICC(2,k) = {{value}}, 95% interval {{low}} to {{high}}).',
  },
  'mean-unsure': {
    zh: '专家组平均分看来较可靠，但评分太少，还说不准（ICC(2,k) = {{value}}，95% 区间 {{low}} 至 {{high}}）。',
    en: 'The panel’s mean looks reliable, but there are too few scores to be sure (ICC(2,k) = {{value}}, 95% interval {{low}} to {{high}}).',
  },
  'mean-none': {
    zh: '专家之间的分歧盖过了评审对象之间的差别，看不出专家组平均分有可靠性，名次宜集体讨论（ICC(2,k) {{value}}）。',
    en: 'The experts differ more than the candidates do, so the panel’s mean shows no reliability; discuss the ranks together (ICC(2,k) {{value}}).',
  },
  single: {
    zh: '只凭一位专家的分数，可靠程度为 {{value}}（ICC(2,1)，95% 区间 {{low}} 至 {{high}}）。',
    en: 'A single expert’s points alone reach {{value}} (ICC(2,1), 95% interval {{low}} to {{high}}).',
  },
  'order-strong': {
    zh: '各位专家排出的先后次序高度一致（肯德尔 W = {{w}}，p {{p}}）。',
    en: 'The experts order the candidates much alike (Kendall’s W = {{w}}, p {{p}}).',
  },
  'order-fair': {
    zh: '各位专家排出的先后次序大体一致（肯德尔 W = {{w}}，p {{p}}）。',
    en: 'The experts order the candidates broadly alike (Kendall’s W = {{w}}, p {{p}}).',
  },
  'order-weak': {
    zh: '各位专家排出的先后次序差别较大（肯德尔 W = {{w}}，p {{p}}）。',
    en: 'The experts order the candidates rather differently (Kendall’s W = {{w}}, p {{p}}).',
  },
  'order-few': {
    zh: '各位专家排出的先后次序看来相近，但专家或评审对象太少，还不能排除巧合（肯德尔 W = {{w}}，p {{p}}）。',
    en: 'The experts’ orders look alike, but with so few experts or candidates this might be chance (Kendall’s W = {{w}}, p {{p}}).',
  },
  'order-chance': {
    zh: '各位专家排出的先后次序没有明显的共同之处，与随意排列没有显著差别（肯德尔 W = {{w}}，p {{p}}）。',
    en: 'The experts’ orders have nothing clearly in common and might be chance (Kendall’s W = {{w}}, p {{p}}).',
  },
  'alpha-reliable': {
    zh: '专家给出的分数本身一致性好（克里彭多夫 α = {{alpha}}，按次序 {{ordinal}}）。',
    en: 'The points themselves agree well (Krippendorff’s alpha = {{alpha}}, by order {{ordinal}}).',
  },
  'alpha-tentative': {
    zh: '专家给出的分数本身一致性尚可，结论宜留有余地（克里彭多夫 α = {{alpha}}，按次序 {{ordinal}}）。',
    en: 'The points themselves agree tolerably; draw conclusions with care (Krippendorff’s alpha = {{alpha}}, by order {{ordinal}}).',
  },
  'alpha-low': {
    zh: '专家给出的分数高低不一，宽严尺度不同也会造成这种情况（克里彭多夫 α = {{alpha}}，按次序 {{ordinal}}）。',
    en: 'The points themselves differ; different severity alone can cause this (Krippendorff’s alpha = {{alpha}}, by order {{ordinal}}).',
  },
  partial: {
    zh: 'ICC 和肯德尔 W 只能用全部专家都评过的 {{count}} 个评审对象计算（共 {{all}} 个）；α 系数用了全部评分。',
    en: 'ICC and Kendall’s W rest on the {{count}} candidates (of {{all}}) that every expert scored; alpha uses all sheets.',
  },
  small: {
    zh: '只有 {{experts}} 位专家、{{candidates}} 个评审对象，以上数字误差较大，仅供参考。',
    en: 'With {{experts}} experts and {{candidates}} candidates these figures are rough; take them as a hint.',
  },
  parts: {
    zh: '专家与评审对象分成 {{count}} 个互不相连的部分，不同部分之间的宽严不可比较。',
    en: 'Experts and candidates fall into {{count}} parts that share nobody; severity does not compare across parts.',
  },
  'severity-even': {
    zh: '各位专家宽严相近，最宽与最严平均相差 {{difference}} 分。',
    en: 'The experts are about equally severe; the most lenient and the most severe differ by {{difference}} points on average.',
  },
  'severity-unsure': {
    zh: '最宽与最严的专家平均相差 {{difference}} 分，但评分太少或分歧较大，还不能断定是宽严不同。',
    en: 'The most lenient and the most severe differ by {{difference}} points on average, but too few or too varied scores show whether that is severity.',
  },
  lenient: {
    zh: '对同样的评审对象，{{experts}}给分明显偏高。',
    en: 'For the same candidates {{experts}} gave clearly more points.',
  },
  severe: {
    zh: '对同样的评审对象，{{experts}}给分明显偏低。',
    en: 'For the same candidates {{experts}} gave clearly fewer points.',
  },
  flat: {
    zh: '{{experts}}的分数拉不开差距，不到各位专家中间水平的一半，对名次的影响可能偏小。',
    en: 'The points of {{experts}} spread less than half as far as the panel’s usually do and may weigh less in the ranks.',
  },
  apart: {
    zh: '{{experts}}的看法与其他专家相关很低，宜请其说明评分依据。',
    en: 'The judgement of {{experts}} has little in common with the others’; ask for the grounds.',
  },
  'outliers-none': {
    zh: '逐份核对了 {{sheets}} 份评分表，没有发现明显偏离的。',
    en: 'None of the {{sheets}} sheets is far out of line.',
  },
  'outliers-none-partly': {
    zh: '能够核对的 {{judged}} 份评分表（共 {{sheets}} 份）中没有发现明显偏离的；其余评审对象不足 3 份评分表，无从比较。',
    en: 'None of the {{judged}} sheets that could be judged (of {{sheets}}) is far out of line; the other candidates have fewer than 3 sheets.',
  },
  'outliers-untested': {
    zh: '评分表太少（至少要有 8 份，且评审对象各有 3 份以上），无法判断是否有明显偏离的评分表。',
    en: 'There are too few sheets to tell which are out of line: at least 8 are needed, of candidates with 3 or more each.',
  },
  outliers: {
    zh: '有 {{count}} 份评分表明显偏离，涉及 {{candidates}} 个评审对象；请点开核对，程序不作任何改动。',
    en: '{{count}} sheets are far out of line, of {{candidates}} candidates; open them for a look, nothing is changed.',
  },
  'criterion-widest': {
    zh: '分歧最大的指标是“{{criterion}}”，各位专家与评审对象平均分的差距大体为满分的 {{share}}。',
    en: 'Experts differ most on “{{criterion}}”: typically by {{share}} of its points from the candidate’s mean.',
  },
  'criteria-full': {
    zh: '“{{criteria}}”九成以上的评分表给了满分，区分作用有限。',
    en: '“{{criteria}}”: more than nine sheets in ten give full points, so it tells few candidates apart.',
  },
  'line-sure': {
    zh: '{{line}}较稳：重抽样中，线内的 {{count}} 个评审对象和线外的其他评审对象，各自都在 95% 以上的情形下不越线。',
    en: '{{line}}: firm. Each of the {{count}} candidates inside, and each of the others, stays on its side in at least 95% of samples.',
  },
  'line-uncontested': {
    zh: '{{line}}没有竞争：有名次的 {{count}} 个评审对象都在线内。',
    en: '{{line}}: not contested. All {{count}} candidates with a rank are inside.',
  },
  'nobody-scored': {
    zh: '没有评审对象达到规定的最少评分表份数，尚无名次，稳健性无从检验。请在更多专家交回后再看。',
    en: 'No candidate has the minimum of sheets, so there are no ranks to test yet. Look again when more experts have returned.',
  },
  'line-nobody': {
    zh: '{{line}}：线内现无评审对象。',
    en: '{{line}}: nobody is inside now.',
  },
  'line-open-all': {
    zh: '{{line}}说不准：全部 {{count}} 个评审对象都可能换到线的另一侧。',
    en: '{{line}}: uncertain. Each of all {{count}} candidates may change sides.',
  },
  'line-open': {
    zh: '{{line}}附近有 {{count}} 个评审对象说不准：{{names}}。其余各自的把握在 95% 以上。',
    en: '{{line}}: {{count}} candidates near it are uncertain: {{names}}. Each of the others is at least 95% sure.',
  },
  'line-undecided': {
    zh: '有 {{count}} 个评审对象同分并列跨在线上，须集体复议；不计为入选。',
    en: '{{count}} candidates are equal across the line and wait for the panel’s decision; they count as not selected.',
  },
  'bands-sure': {
    zh: '等次较稳：重抽样中，每个评审对象都在 95% 以上的情形下保持现在的等次。',
    en: 'The bands are firm: each candidate keeps its band in at least 95% of samples.',
  },
  'bands-open': {
    zh: '有 {{count}} 个评审对象的等次说不准：{{names}}。',
    en: 'The band of {{count}} candidates is uncertain: {{names}}.',
  },
  'bands-experts-at-most': {
    zh: '去掉任一位专家，至多有 {{count}} 个评审对象的等次改变。',
    en: 'Leaving out any one expert changes the band of at most {{count}} candidates.',
  },
  'bands-expert-decides': {
    zh: '只有去掉{{expert}}时等次才会变动。升档：{{enter}}；降档：{{leave}}。',
    en: 'Only leaving out {{expert}} changes a band. Better {{enter}}; worse {{leave}}.',
  },
  'bands-experts-decide': {
    zh: '去掉下列 {{count}} 位专家中的任何一位，都有评审对象的等次变动：{{experts}}。例如去掉{{expert}}，升档：{{enter}}；降档：{{leave}}。',
    en: 'Leaving out any of these {{count}} experts changes somebody’s band: {{experts}}. Without {{expert}}, for one: better {{enter}}; worse {{leave}}.',
  },
  'bands-criteria-at-most': {
    zh: '去掉任一项指标，至多有 {{count}} 个评审对象的等次改变；影响最大的是“{{criteria}}”。',
    en: 'Leaving out any one criterion changes the band of at most {{count}} candidates; most by “{{criteria}}”.',
  },
  'experts-none': {
    zh: '去掉任一位专家，{{list}}不变。',
    en: 'Leaving out any one expert changes nothing in {{list}}.',
  },
  'experts-at-most': {
    zh: '去掉任一位专家，{{list}}中至多变动 {{count}} 名。',
    en: 'Leaving out any one expert changes at most {{count}} in {{list}}.',
  },
  'expert-decides': {
    zh: '只有去掉{{expert}}时{{list}}才会变动。进入：{{enter}}；退出：{{leave}}。',
    en: 'Only leaving out {{expert}} changes {{list}}. In {{enter}}; out {{leave}}.',
  },
  'experts-decide': {
    zh: '去掉下列 {{count}} 位专家中的任何一位，{{list}}都会变动：{{experts}}。例如去掉{{expert}}，进入：{{enter}}；退出：{{leave}}。',
    en: 'Leaving out any of these {{count}} experts changes {{list}}: {{experts}}. Without {{expert}}, for one: in {{enter}}; out {{leave}}.',
  },
  'experts-below-minimum': {
    zh: '去掉一位专家后评分表就少于规定的最少份数，无法检验单个专家的影响。',
    en: 'Without one expert the sheets fall below the minimum, so the influence of single experts cannot be tested.',
  },
  'experts-untested': {
    zh: '去掉{{experts}}后，评审对象的评分表都不足规定的最少份数，这些专家的影响未能检验。',
    en: 'Without {{experts}} no candidate reaches the minimum of sheets, so their influence could not be tested.',
  },
  'experts-unscored': {
    zh: '以上变动中，有的是因为去掉{{experts}}后评分表不足最少份数而不出分，并非分数高低所致。',
    en: 'Some of these changes come about because candidates fall below the minimum of sheets without {{experts}}, not because of points.',
  },
  'criteria-none': {
    zh: '去掉任一项指标，{{list}}不变。',
    en: 'Leaving out any one criterion changes nothing in {{list}}.',
  },
  'criteria-at-most': {
    zh: '去掉任一项指标，{{list}}中至多变动 {{count}} 名；影响最大的是“{{criteria}}”。',
    en: 'Leaving out any one criterion changes at most {{count}} in {{list}}; most by “{{criteria}}”.',
  },
  'method-experts': {
    zh: '做法：从 {{experts}} 位专家中有放回地重抽 {{samples}} 次，每次按本批次的汇总规则重新排名（种子 {{seed}}）。',
    en: 'Method: {{samples}} times the {{experts}} experts are drawn anew with replacement and ranked by the round’s own rule (seed {{seed}}).',
  },
  'method-sheets': {
    zh: '做法：各评审对象的评分表有放回地重抽 {{samples}} 次，每次按本批次的汇总规则重新排名（种子 {{seed}}）。',
    en: 'Method: {{samples}} times each candidate’s sheets are drawn anew with replacement and ranked by the round’s own rule (seed {{seed}}).',
  },
  'method-kept': {
    zh: '重抽时各份评分的标准化结果沿用本批次的计算，其自身的误差没有计入，名次区间因此偏窄。',
    en: 'In these samples the sheets keep the normalisation of the round, whose own error is left out, so the intervals come out too narrow.',
  },
  'few-experts': {
    zh: '专家只有 {{experts}} 位，重抽样得到的名次区间偏窄，实际不确定性更大。',
    en: 'With {{experts}} experts the intervals come out too narrow; the real uncertainty is greater.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;
