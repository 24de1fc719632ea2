import type { DocumentForm } from './forms.ts';
import { loop, text, when, type Placeholder } from './placeholder.ts';

const common: readonly Placeholder[] = [
  text('批次名称', '批次的名称', 'title of the round'),
  text('单位名称', '评审办（工作区）的名称', 'name of the office'),
  text('导出日期', '导出当天，如 2026年11月22日', 'day of the export'),
  when('演示', '仅演示批次显示的内容', 'shown in demo rounds only'),
];

const candidate: readonly Placeholder[] = [
  text('编号', '评审对象的编号', 'code of the candidate'),
  text('对象名称', '评审对象的名称', 'name of the candidate'),
  text('申报单位', '申报单位', 'unit of the candidate'),
];

/** On the office's own forms. */
const formTitle = text('表题', '批次名称和表名，过长时分行', 'title of the round and of the form, in lines when long');

const notice: readonly Placeholder[] = [
  text('发文机关', '落款的单位', 'who signs'),
  when('有文号', '填了文号时显示', 'shown when there is a document number'),
  text('文号', '如 渝经信公示〔2026〕12号', 'document number'),
  when('有依据', '填了依据时显示', 'shown when there is a basis'),
  text('依据', '所依据的文件', 'what the selection is based on'),
  text('事项', '拟入选名单，或拟定等次名单', 'what is announced'),
  text('公示标题', '发文机关和“关于……的公示”，已按词意分行', 'title of the notice with who signs, in lines'),
  text('名单标题', '附件的标题，已按词意分行', 'title of the annex, in lines'),
  text('总数', '公示的评审对象总数，带量词，如 10个', 'number of candidates announced, with its measure word'),
  text('名称列', '附件表头：名称，人才评选为姓名', 'head of the column of names'),
  when('有区县', '至少一个评审对象有推荐区县时显示', 'shown when any candidate has a district'),
  text('公示开始', '如 2026年11月23日', 'first day of the notice'),
  text('公示结束', '公示的最后一天：改定的，或按工作日推算的', 'last day: as chosen, or counted in working days'),
  text('工作日数', '公示的工作日数', 'number of working days'),
  text('联系人', '异议受理联系人', 'who takes objections'),
  text('联系电话', '异议受理电话', 'telephone for objections'),
  text('通信地址', '异议受理地址', 'address for objections'),
  when('有邮编', '填了邮政编码时显示', 'shown when there is a postcode'),
  text('邮政编码', '邮政编码', 'postcode'),
  when('有邮箱', '填了电子邮箱时显示', 'shown when there is an e-mail address'),
  text('电子邮箱', '电子邮箱', 'e-mail address'),
  text('成文日期', '落款日期', 'date of the notice'),
  loop('名单', '附件中的一组：一个赛道或一个等次', 'one group of the annex: a track or a grade', [
    text('组名', '赛道或等次的名称', 'name of the track or grade'),
    text('组内数量', '组内评审对象数，带量词', 'number of candidates in it, with its measure word'),
    loop('对象', '组内的一个评审对象，按编号排列', 'one candidate, in the order of the codes', [
      text('序号', '从 1 起', 'number from 1'),
      text('对象名称', '评审对象的名称', 'name of the candidate'),
      text('对象单位', '申报单位', 'unit of the candidate'),
      text('推荐区县', '推荐区县', 'district'),
    ]),
  ]),
];

const expert: readonly Placeholder[] = [
  text('专家', '姓名；选用代号时为 专家1、专家2 …', 'name, or an alias when asked for'),
  text('专家单位', '专家单位；选用代号时为空', 'unit of the expert; empty with aliases'),
];

const sheet: readonly Placeholder[] = [
  loop('评分表', '一位专家对一个评审对象的评分表', 'one expert’s sheet for one candidate', [
    ...candidate,
    ...expert,
    text('赛道', '赛道名称', 'track'),
    text('满分', '评分标准的满分', 'most points'),
    when('已评分', '打了分时显示', 'shown when points were given'),
    when('未评分', '回避或弃权时显示', 'shown after a recusal or an abstention'),
    text('状态', '已评分、回避或弃权', 'scored, recused or abstained'),
    text('事由', '回避或弃权的理由', 'reason of a recusal or an abstention'),
    loop('一级指标', '一个一级指标', 'one category', [
      text('一级名称', '一级指标的名称', 'name of the category'),
      text('一级满分', '一级指标的分值', 'most points of the category'),
      text('一级小计', '一级指标的得分', 'points given in the category'),
      loop('二级指标', '一个二级指标', 'one criterion', [
        text('二级名称', '二级指标的名称，核心项带 *', 'name of the criterion, * for a core item'),
        text('评分说明', '二级指标的评分说明', 'guidance of the criterion'),
        text('分值', '二级指标的分值', 'most points of the criterion'),
        text('得分', '二级指标的得分', 'points given'),
        text('备注', '得分所在的分档', 'anchor that the points fall into'),
      ]),
    ]),
    text('总分', '合计得分', 'total'),
    loop('否决项', '一个由专家判断的否决项', 'one gate answered by experts', [
      text('否决项名称', '否决项', 'name of the gate'),
      text('结论', '符合或不符合', 'pass or fail'),
    ]),
    text('弄虚作假', '□是　☑否', 'whether fraud is flagged'),
    text('评语', '专家评语', 'comment'),
    text('提交时间', '结果包收到的时间', 'when the result was received'),
    text('结果包指纹', '结果包的 SHA-256 指纹', 'fingerprint of the result package'),
    text('密钥指纹', '专家签名密钥的指纹', 'fingerprint of the expert’s key'),
  ]),
];

const recusals: readonly Placeholder[] = [
  text('回避数', '登记的条数', 'number of entries'),
  when('无回避', '没有回避时显示', 'shown when there is none'),
  loop('回避', '一条回避登记', 'one entry', [
    text('序号', '从 1 起', 'number from 1'),
    ...expert,
    ...candidate,
    text('情形', '同一单位、回避单位、主动申报等', 'kind of conflict'),
    text('事由', '填写的理由', 'reason as given'),
    text('提出方式', '系统比对、评审办登记或专家申报', 'how it became known'),
  ]),
];

const opinion: readonly Placeholder[] = [
  text('专家人数', '专家人数', 'number of experts'),
  text('对象数', '评审对象数', 'number of candidates'),
  text('评分表数', '收到的评分表数', 'number of sheets received'),
  text('汇总规则', '汇总规则一句话', 'the rule in one sentence'),
  text('评审日期', '评审日期', 'day of the review'),
  text('评审地点', '评审地点', 'place of the review'),
  loop('结果', '一个赛道的结果', 'the outcome of one track', [
    text('赛道', '赛道名称', 'track'),
    text('结论', '一句话结论', 'the outcome in one sentence'),
  ]),
  loop('专家组', '一位专家，供签名', 'one expert, with room to sign', [
    text('序号', '从 1 起', 'number from 1'),
    ...expert,
    text('职务', '组长或成员', 'leader or member'),
  ]),
  loop('对象意见', '一个评审对象的意见', 'the opinions on one candidate', [
    ...candidate,
    text('赛道', '赛道名称', 'track'),
    text('得分', '得分', 'score'),
    text('名次', '名次', 'rank'),
    text('结果说明', '拟入选、候补、等次等', 'outcome'),
    when('无评语', '没有评语时显示', 'shown when there is no comment'),
    loop('意见', '一位专家的评语', 'the comment of one expert', [
      text('专家', '姓名或代号', 'name or alias'),
      text('评语', '评语', 'comment'),
    ]),
  ]),
];

const pledge: readonly Placeholder[] = [
  loop('承诺书', '一位专家的承诺书', 'the pledge of one expert', [
    ...expert,
    text('职称', '专家职称', 'title of the expert'),
    loop('承诺', '一条承诺', 'one clause', [text('条款', '条款文字', 'text of the clause')]),
  ]),
];

/** What the template of each form can hold. */
export const placeholders: Readonly<Record<DocumentForm, readonly Placeholder[]>> = {
  notice: [...common, ...notice],
  sheet: [...common, formTitle, ...sheet],
  recusals: [...common, formTitle, ...recusals],
  opinion: [...common, formTitle, ...opinion],
  pledge: [...common, ...pledge],
};
