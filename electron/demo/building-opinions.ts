import type { BuildingFacts } from './building-facts.ts';
import { makeDeck, type DemoRandom } from './random.ts';

type Say = (facts: BuildingFacts) => string;

const area = ({ floor }: BuildingFacts): string => `${floor / 100}万平方米`;
const useRate = ({ used, floor }: BuildingFacts): number => Math.round((used / floor) * 100);
const income = ({ revenue }: BuildingFacts): string =>
  revenue >= 10_000 ? `${(revenue / 10_000).toFixed(2)}亿元` : `${revenue}万元`;
const trend = ({ growth }: BuildingFacts): string => (growth < 0 ? `下降${-growth}%` : `增长${growth}%`);

const openings: readonly Say[] = [
  (f) => `该楼宇位于${f.area}，${f.opened}投入使用，建筑面积${area(f)}，以${f.domain}为主导方向。`,
  (f) => `楼宇由原闲置厂房改造而成，${f.opened}重新启用，现聚焦${f.domain}，与我区产业布局一致。`,
  (f) => `${f.opened}启用以来，楼宇坚持“一楼一主业”，围绕${f.domain}定向招商，特色较为清晰。`,
  (f) => `楼宇纳入我区${f.area}提升规划，总面积${area(f)}，定位为${f.domain}企业集聚区。`,
  (f) => `申报楼宇面向${f.domain}企业提供整层和共享两类办公空间，已用面积占比约${useRate(f)}%。`,
  (f) => `该项目为我区${f.opened.slice(0, 4)}年新打造的软件楼宇，主攻${f.domain}，产权清晰、运营主体明确。`,
  (f) => `楼宇依托${f.area}的人才和交通条件，重点承接${f.domain}领域的研发团队和区域总部。`,
  (f) => `近年来我区把${f.domain}作为软件产业主攻方向之一，该楼宇是承接这一方向的主要载体。`,
  (f) => `楼宇建成后由专业团队统一运营，不对外零售，保证了${f.domain}企业入驻的集中度。`,
  (f) => `该楼宇地处${f.area}核心地段，建筑面积${area(f)}，配套成熟，${f.domain}产业氛围逐步形成。`,
  (f) => `楼宇以${f.domain}为特色，实行准入评审，入驻企业须有自主产品或稳定研发团队。`,
];

const clusters: readonly Say[] = [
  (f) =>
    `目前入驻软件和信息服务企业${f.companies}家，当年新增${f.newCompanies}家，从业人员${f.staff}人，软件业务收入${income(f)}，同比${trend(f)}。`,
  (f) =>
    `经核实，楼内软信企业${f.companies}家，其中高新技术、专精特新等优质企业${f.eminent}家；软件收入${income(f)}，同比${trend(f)}。`,
  (f) =>
    `软件从业人员达到${f.staff}人，较上年增加${f.newStaff}人，人均软件收入约${Math.round(f.revenue / f.staff)}万元。`,
  (f) => `当年引进软件企业${f.newCompanies}家，企业总数达${f.companies}家，实现软件业务收入${income(f)}。`,
  (f) => `楼内企业以研发型为主，${f.companies}家软信企业吸纳${f.staff}人就业，年度收入${income(f)}，同比${trend(f)}。`,
  (f) =>
    `从统计数据看，软件收入${income(f)}，同比${trend(f)}；企业${f.companies}家，从业人员${f.staff}人，数据与社保、税务口径基本一致。`,
  (f) => `集聚效应初步显现，新增企业${f.newCompanies}家、新增就业${f.newStaff}人，优质企业${f.eminent}家。`,
  (f) =>
    `年度软件业务收入${income(f)}，同比${trend(f)}，单位面积产出在我区软件楼宇中${f.growth > 15 ? '处于前列' : f.growth > 3 ? '居于中游' : '还有提升空间'}。`,
];

const operations: readonly Say[] = [
  (f) => `运营机构配备专职招商和企业服务人员，租金执行每平方米每月${f.rent}元，符合条件的企业可享受前两年减半。`,
  () => '运营制度较为健全，入驻协议、退出机制和安全检查台账齐备，租金减免均按季度兑现到企业。',
  () => '建立了“一企一档”服务台账，政策申报、人才落户、子女入学等事项由专人代办。',
  (f) =>
    `今年以来兑现装修补贴和租金减免${Math.round(f.companies * 4.6)}万元，涉及企业${Math.max(3, Math.round(f.companies * 0.4))}家，凭证齐全。`,
  () => '采取“国有平台持有、专业团队运营”的方式，招商考核与企业产出挂钩，闲置面积逐月下降。',
  () => '运营团队每季度报送企业名录、用工和收入数据，与统计部门核对后存档，数据质量较好。',
  (f) => `租金水平为每平方米每月${f.rent}元，低于周边同类写字楼，对初创团队另设免租工位。`,
  () => '针对企业反映的停车和用餐问题，运营机构已协调新增车位和共享食堂，企业满意度有所提高。',
];

const services: readonly Say[] = [
  (f) => `已建成${f.platforms.join('、')}，累计服务企业${Math.round(f.companies * 1.7)}家次。`,
  (f) => `依托${f.platforms[0] ?? '公共服务窗口'}开展技术对接和培训，全年举办活动${6 + (f.companies % 19)}场。`,
  (f) =>
    `与两所高校共建实习点，${f.platforms.length > 1 ? `并开放${f.platforms[1] ?? ''}，` : ''}带动周边两栋楼宇转型。`,
  (f) => `${f.platforms.join('、')}已对楼内企业开放，中小企业使用费用平均降低三成。`,
  (f) => `在场景开放方面，组织楼内企业与${f.area}的制造企业结对，形成合作意向${3 + (f.staff % 14)}项。`,
  (f) => `围绕${f.domain}打造展示中心和路演厅，${f.platforms[0] ?? '服务团队'}运行记录完整，可复制性较好。`,
];

type Concern = { readonly applies: (facts: BuildingFacts) => boolean; readonly say: Say };

const idle = ({ floor, used }: BuildingFacts): string => ((floor - used) / 100).toFixed(2);
const concerns: readonly Concern[] = [
  { applies: (f) => f.growth < 5, say: () => '受部分企业业务调整影响，当年收入增长放缓，运营机构正加快补充优质项目。' },
  {
    applies: (f) => f.growth < 5,
    say: (f) => `收入${f.growth < 0 ? '出现下滑' : '增幅不大'}，主要是个别企业结算周期延后，区里已安排专班跟踪。`,
  },
  { applies: (f) => f.platforms.length === 0, say: () => '公共服务平台尚在筹建，下一步将引入测试和知识产权服务机构。' },
  { applies: (f) => f.platforms.length === 0, say: () => '目前公共服务以对接市级平台为主，自建平台计划年内启动。' },
  { applies: (f) => useRate(f) < 62, say: (f) => `楼宇尚有${idle(f)}万平方米未利用，区里已督促制定去化计划。` },
  {
    applies: (f) => useRate(f) < 62,
    say: (f) => `闲置面积${idle(f)}万平方米，主要集中在高区楼层，已有${3 + (f.staff % 5)}家企业在洽谈。`,
  },
  { applies: (f) => useRate(f) < 68, say: (f) => `二期约${idle(f)}万平方米正在按软件企业需求分割改造。` },
  { applies: (f) => f.eminent < 5, say: () => '龙头企业数量偏少，后续将结合产业链图谱开展精准招商。' },
  {
    applies: (f) => f.eminent < 5,
    say: (f) => `现有优质企业${f.eminent}家，带动力还不够强，拟重点引进区域总部和研发中心。`,
  },
];

const closings: readonly Say[] = [
  (f) => `经${f.office}现场核查，申报材料与实际相符，同意推荐。`,
  () => '综合考虑产业集聚和运营水平，同意推荐参评。',
  (f) => `${f.office}会同统计、税务部门审核，符合申报条件，予以推荐。`,
  () => '申报主体信用良好，无违法违规记录，同意推荐。',
  (f) => `经初审和公示无异议，${f.office}同意推荐，并承诺在空间、人才和资金方面继续给予支持。`,
  () => '经实地走访和数据比对，主要指标真实，推荐申报。',
  (f) => `符合示范楼宇申报要求，${f.office}同意推荐，并将其纳入年度重点培育。`,
  (f) => `经比选，该楼宇综合条件在我区申报项目中较好，${f.office}推荐参评。`,
  () => '材料齐全、手续完备，现按程序推荐上报。',
  (f) => `${f.office}已组织专家现场评议，意见为符合条件，同意上报。`,
  () => '区政府专题会议研究同意，予以推荐。',
  (f) => `运营主体承诺数据真实并接受核查，${f.office}同意推荐。`,
];

/** Deals 推荐意见 of a district's office: three to five sentences that use the building's own figures. */
export function buildingOpinionDeck(random: DemoRandom): (facts: BuildingFacts) => string {
  const opening = makeDeck(random, openings);
  const cluster = makeDeck(random, clusters);
  const operation = makeDeck(random, operations);
  const service = makeDeck(random, services);
  const closing = makeDeck(random, closings);
  return (facts) => {
    const parts = [opening(), cluster()];
    if (random.chance(0.7)) parts.push(operation());
    if (facts.platforms.length > 1) parts.push(service());
    const fitting = concerns.filter(({ applies }) => applies(facts));
    if (fitting.length > 0) parts.push(random.pick(fitting).say);
    return [...parts, closing()].map((say) => say(facts)).join('');
  };
}
