import type { ProductFacts } from './product-facts.ts';
import { makeDeck, type DemoRandom } from './random.ts';

type Say = (facts: ProductFacts) => string;

const everyOpening: readonly Say[] = [
  (f) => `该产品面向${f.scene}，核心为${f.technology}，具有自主知识产权。`,
  (f) => `产品主要解决${f.scene}的实际需求，${f.technology}由企业自主研发。`,
  (f) =>
    `企业长期从事${f.track === '首版次软件' ? '基础和工业软件' : f.track}研发，本产品突破了${f.technology}等关键技术。`,
  (f) => `产品以${f.technology}为特色，经查新和检测，主要指标达到国内同类产品先进水平。`,
  (f) => `针对${f.scene}长期依赖人工或外购软件的问题，企业自主研制了${f.technology}。`,
  (f) => `申报产品技术路线清晰，${f.technology}具备较高的技术门槛，已在${f.scene}应用。`,
  (f) => `该软件由企业与高校联合攻关形成，${f.technology}已申请发明专利保护。`,
  (f) => `产品采用${f.technology}，完成国产操作系统和数据库适配，服务于${f.scene}。`,
  (f) => `${f.scene}对此类软件需求迫切，该产品凭借${f.technology}较好满足了使用要求。`,
  (f) => `产品定位明确，主要用户为${f.scene}，关键技术包括${f.technology}。`,
  (f) => `从技术资料看，${f.technology}为原创成果，测试数据完整，可用于${f.scene}。`,
  (f) => `产品围绕${f.scene}的痛点研发，在${f.technology}上形成了自己的特点。`,
];

const grownOpenings: readonly Say[] = [
  ...everyOpening,
  (f) => `${f.version}版本在${f.technology}方面有明显改进，适用于${f.scene}。`,
  (f) => `该产品是企业的主力产品，已迭代至${f.version}，${f.technology}在同类产品中有一定优势。`,
  (f) => `申报单位深耕细分领域，以${f.technology}打开了${f.scene}市场。`,
];

const effects: readonly Say[] = [
  (f) => `据用户反馈，${f.effect}；目前用户${f.users}家，年销售额${f.sales}万元。`,
  (f) => `实际应用中${f.effect}，经用户单位盖章确认。`,
  (f) =>
    `产品年销售额${f.sales}万元，同比${f.growth < 0 ? `下降${-f.growth}` : `增长${f.growth}`}%，应用后${f.effect}。`,
  (f) => `已在${f.users}家用户部署，典型用户应用后${f.effect}。`,
  (f) => `经抽查合同和发票，销售额${f.sales}万元属实；应用效果方面，${f.effect}。`,
  (f) => `从两家用户走访情况看，${f.effect}，续签意愿较强。`,
  (f) => `应用成效较为突出，${f.effect}，可在同行业推广。`,
];

const firstEffects: readonly Say[] = [
  (f) => `首批${f.users}家用户试用后反映，${f.effect}。`,
  (f) => `产品刚投放市场，实现销售${f.sales}万元，经测试${f.effect}。`,
  (f) => `第三方测试表明，${f.effect}；已与${f.users}家非关联用户签订正式合同。`,
  (f) => `相较原有方案，${f.effect}，替代前景较好。`,
  (f) => `市场推广处于起步阶段，现有用户${f.users}家，${f.effect}。`,
];

const everyBackground: readonly Say[] = [
  (f) => `近三年研发投入${f.research}万元${f.patents > 0 ? `，授权发明专利${f.patents}件` : '，专利正在申请'}。`,
  (f) => `企业研发人员占比超过${40 + (f.research % 27)}%，设有独立的测试团队。`,
  (f) => `该产品研发团队${12 + (f.research % 31)}人，硕士以上学历占${35 + (f.users % 30)}%。`,
  (f) => `企业与${f.users % 2 === 0 ? '本地高校' : '科研院所'}建有联合实验室，持续投入算法和内核研究。`,
  () => '研发过程管理规范，需求、代码、测试记录可追溯。',
  () => '企业资信良好，财务状况稳健，具备持续研发能力。',
  () => '产品通过法定机构检测，质量和安全管理制度健全，近两年未发生重大质量事件。',
  (f) =>
    f.standards > 0
      ? `企业参与制定标准${f.standards}项，在细分领域有一定话语权。`
      : '企业尚未参与标准制定，后续将加强标准布局。',
  (f) =>
    f.acquired === '继受取得'
      ? '软件著作权为继受取得，转让协议和登记手续齐备。'
      : '著作权权属清晰，源代码自主率较高，开源组件使用合规。',
  () => '核心团队稳定，骨干人员均有五年以上相关领域研发经历。',
  (f) => (f.award === '' ? '企业正结合用户意见完善产品文档和培训体系。' : `该产品获得${f.award}。`),
];

/** A first version has no history of updates, service or catalogues yet. */
const grownBackgrounds: readonly Say[] = [
  ...everyBackground,
  (f) => `产品保持每年${1 + (f.users % 3)}次以上版本更新，老用户升级率较高。`,
  () => '售后服务体系较为完善，设有专门的技术支持热线和现场服务团队。',
  () => '产品已进入多家行业用户的采购目录。',
  (f) => `当年新增用户${Math.max(1, Math.round(f.users / 6))}家，市外用户占比逐步提高。`,
];

const closings: readonly Say[] = [
  (f) => `${f.office}经审核同意推荐。`,
  () => '申报单位近三年无失信和重大违法记录，同意推荐。',
  (f) => `符合${f.track}类申报要求，推荐参评。`,
  () => '材料真实完整，同意上报。',
  (f) => `经${f.office}组织初审，技术和市场表现在同类申报中较好，予以推荐。`,
  () => '对完善本地产业链有积极作用，同意推荐。',
  (f) => `${f.district}将该产品列入重点推广目录，同意申报。`,
  () => '经现场核实和信用核查，同意推荐。',
  (f) => `${f.office}实地查看了产品演示，情况属实，同意推荐。`,
  () => '综合技术水平、应用情况和企业信用，建议纳入评审。',
  (f) => `符合我区软件产业发展方向，${f.office}予以推荐。`,
  () => '申报材料经企业盖章承诺，初审未发现问题，按程序上报。',
  () => '建议在评审中重点关注其技术先进性，同意推荐。',
];

/** Deals 推荐意见 for products: what it is, what it brought, what stands behind it, the office's word. */
export function productOpinionDeck(random: DemoRandom): (facts: ProductFacts) => string {
  const opening = makeDeck(random, grownOpenings);
  const firstOpening = makeDeck(random, everyOpening);
  const effect = makeDeck(random, effects);
  const firstEffect = makeDeck(random, firstEffects);
  const background = makeDeck(random, grownBackgrounds);
  const firstBackground = makeDeck(random, everyBackground);
  const closing = makeDeck(random, closings);
  return (facts) => {
    const isFirst = facts.track === '首版次软件';
    const told = isFirst ? [firstOpening(), firstEffect()] : [opening(), effect()];
    const next = isFirst ? firstBackground : background;
    const behind = random.chance(0.4) ? [next(), next()] : [next()];
    return [...told, ...behind, closing()].map((say) => say(facts)).join('');
  };
}
