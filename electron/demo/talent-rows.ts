import type { DemoRow } from './demo-row.ts';
import { makeDeck, makeRandom, type DemoRandom } from './random.ts';
import { talentDeck, type TalentFacts } from './talent-facts.ts';

type Say = (facts: TalentFacts) => string;

const openings: readonly Say[] = [
  (f) => `申报人长期从事${f.field}研发，${f.breakthrough}。`,
  (f) => `该同志现任${f.post}，主持研制“${f.product}”，${f.breakthrough}。`,
  (f) => `申报人是${f.field}领域的技术带头人，${f.breakthrough}，得到业内认可。`,
  (f) => `作为“${f.product}”第一负责人，申报人带领团队攻关，${f.breakthrough}。`,
  (f) => `申报人扎根企业一线，在${f.field}方向积累深厚，${f.breakthrough}。`,
  (f) => `从研发工程师成长为${f.post}，申报人深耕${f.field}十余年，${f.breakthrough}。`,
  (f) => `“${f.product}”由申报人提出总体方案并主持实施，${f.breakthrough}。`,
  (f) => `该同志在${f.field}方面有较高造诣，个人贡献清楚：${f.breakthrough}。`,
];

const merits: readonly Say[] = [
  (f) => `所主持产品近三年实现收入${f.revenue}万元，带动就业${f.jobs}人。`,
  (f) => `产品近三年累计收入${f.revenue}万元，授权发明专利${f.patents}件，市场占有率稳步提高。`,
  (f) => `近三年产品收入${f.revenue}万元，所在企业年均增长${8 + (f.team % 25)}%，新增就业${Math.round(f.jobs / 3)}人。`,
  (f) =>
    `以第一发明人授权专利${f.patents}件，${f.standards > 0 ? `参与制定标准${f.standards}项，` : ''}产品收入${f.revenue}万元。`,
  (f) => `产品已进入${6 + (f.jobs % 40)}家行业用户，近三年收入${f.revenue}万元，经审计确认。`,
];

const teams: readonly Say[] = [
  (f) => `组建${f.team}人的研发团队，培养技术骨干${3 + (f.team % 9)}名。`,
  (f) => `团队规模${f.team}人，硕士以上占${30 + (f.jobs % 35)}%，人员稳定。`,
  () => '牵头成立产业链协作组，推动上下游企业共用接口规范。',
  (f) => `担任高校企业导师，每年指导实习学生${5 + (f.team % 20)}人。`,
  () => '主导的开源组件被多家企业采用，社区活跃度较高。',
  () => '在传帮带方面投入较多，已有两名骨干独立承担市级项目。',
  () => '发起区域技术沙龙，定期组织同行交流，带动作用较好。',
  (f) => `与上下游企业联合申报项目${1 + (f.jobs % 4)}项，促进了本地配套。`,
  () => '团队建设刚起步，骨干梯队有待加强。',
];

const closings: readonly Say[] = [
  (f) => `政治立场坚定、作风正派，${f.office}同意推荐。`,
  () => '遵纪守法，恪守科研诚信，单位公示无异议，同意推荐。',
  (f) => `支持期目标明确，所在单位已落实岗位和经费保障，${f.office}予以推荐。`,
  () => '全职在渝工作，符合申报条件，同意推荐。',
  () => '经查信用和诚信记录良好，不在其他同层次人才计划支持期内，同意推荐。',
  (f) => `${f.district}拟在人才公寓、项目申报等方面给予配套支持，同意推荐。`,
  () => '业绩突出、业内评价较好，经集体研究同意推荐。',
  (f) => `${f.office}审核认为业绩材料真实，推荐申报。`,
  () => '综合能力、业绩和品德表现，建议列为推荐人选。',
];

/** Rows of 软件领军人才; the unit's column is called 工作单位, as such sheets have it. */
export function makeTalentRows(count: number, seed: number): DemoRow[] {
  const talent = talentDeck(makeRandom(seed, 'talent'));
  const opinion = opinionDeck(makeRandom(seed, 'talent', 'opinions'));
  return Array.from({ length: count }, (_, index) => {
    const facts = talent();
    return writeRow(index, facts, opinion(facts));
  });
}

function opinionDeck(random: DemoRandom): (facts: TalentFacts) => string {
  const opening = makeDeck(random, openings);
  const merit = makeDeck(random, merits);
  const team = makeDeck(random, teams);
  const closing = makeDeck(random, closings);
  return (facts) => {
    const about = random.chance(0.75) ? [team()] : [];
    return [opening(), merit(), ...about, closing()].map((say) => say(facts)).join('');
  };
}

function writeRow(index: number, facts: TalentFacts, opinion: string): DemoRow {
  return {
    序号: index + 1,
    编号: `T${String(index + 1).padStart(2, '0')}`,
    姓名: facts.name,
    性别: facts.gender,
    出生年月: facts.birth,
    证件号: facts.citizenNumber,
    工作单位: facts.unit,
    统一社会信用代码: facts.creditCode,
    推荐区县: facts.district,
    职务: facts.post,
    职称: facts.title,
    领域: facts.field,
    全职在渝: '是',
    主持产品及收入: `${facts.product}，近三年收入${facts.revenue}万元`,
    '专利（件）': facts.patents,
    '团队人数（人）': facts.team,
    人才计划及支持期: facts.support,
    公示情况: facts.notice,
    联系电话: facts.phone,
    推荐意见: opinion,
    材料: '',
  };
}
