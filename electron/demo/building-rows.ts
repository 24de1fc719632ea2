import { buildingDeck, type BuildingFacts } from './building-facts.ts';
import { buildingOpinionDeck } from './building-opinions.ts';
import type { DemoRow } from './demo-row.ts';
import { makeRandom } from './random.ts';

/** Rows of 示范楼宇 as a district's summary sheet has them. */
export function makeBuildingRows(count: number, seed: number): DemoRow[] {
  const random = makeRandom(seed, 'building');
  const building = buildingDeck(random);
  const opinion = buildingOpinionDeck(makeRandom(seed, 'building', 'opinions'));
  return Array.from({ length: count }, (_, index) => {
    const facts = building();
    return writeRow(index, facts, opinion(facts));
  });
}

function writeRow(index: number, facts: BuildingFacts, opinion: string): DemoRow {
  return {
    序号: index + 1,
    编号: `B${String(index + 1).padStart(2, '0')}`,
    楼宇名称: facts.name,
    推荐区县: facts.district,
    申报单位: facts.unit,
    统一社会信用代码: facts.creditCode,
    地址: facts.address,
    运营机构: facts.operator,
    是否新打造: '是',
    '建筑面积（万㎡）': facts.floor / 100,
    '已用面积（万㎡）': facts.used / 100,
    '闲置面积（万㎡）': (facts.floor - facts.used) / 100,
    '收储面积（万㎡）': facts.reserved / 100,
    '租金（元/㎡·月）': facts.rent,
    '软信企业数（家）': facts.companies,
    '新增企业数（家）': facts.newCompanies,
    '从业人员（人）': facts.staff,
    '新增从业人员（人）': facts.newStaff,
    '软件收入（万元）': facts.revenue,
    '增速（%）': facts.growth,
    '优质企业数（家）': facts.eminent,
    公共服务平台: facts.platforms.join('、'),
    联系人: facts.contact,
    联系电话: facts.phone,
    推荐意见: opinion,
    材料: '',
  };
}
