import { fictionalCreditCode, fictionalPhone } from './identifiers.ts';
import { makeDeck, type DemoRandom } from './random.ts';
import { brandDeck, fictionalStreet, fullPlace, personDeck, places, sampleMark } from './words.ts';

/** What is told of one fictional building; areas in hundredths of 万㎡, money in 万元. */
export type BuildingFacts = {
  readonly name: string;
  readonly district: string;
  readonly office: string;
  readonly area: string;
  readonly unit: string;
  readonly operator: string;
  readonly creditCode: string;
  readonly address: string;
  readonly domain: string;
  readonly opened: string;
  readonly floor: number;
  readonly used: number;
  readonly reserved: number;
  /** 元/㎡·月, with one decimal. */
  readonly rent: number;
  readonly companies: number;
  readonly newCompanies: number;
  readonly staff: number;
  readonly newStaff: number;
  readonly revenue: number;
  /** Per cent, with one decimal. */
  readonly growth: number;
  readonly eminent: number;
  readonly platforms: readonly string[];
  readonly contact: string;
  readonly phone: string;
};

const kinds =
  '数创大厦 软件大厦 数字产业园 云谷中心 科创中心 智谷 数智港 信息产业大厦 软件园A区 创新中心 数字工场 互联网大厦 数码港 软件天街 智能产业园 元创中心'.split(
    ' ',
  );
const operators =
  '楼宇运营管理 产业园运营管理 科技园发展 园区运营服务 数字产业运营 楼宇经济发展 创新空间运营管理'.split(' ');
const domains = [
  '工业软件',
  '汽车软件',
  '人工智能',
  '信息安全',
  '工业互联网',
  '数字内容与动漫游戏软件',
  '金融科技软件',
  '地理信息与数字孪生',
  '医疗健康软件',
  '跨境贸易与供应链软件',
  '嵌入式软件与智能终端',
  '信创适配与基础软件',
  '卫星互联网应用软件',
  '大数据服务',
];
const platforms = [
  '软件测试服务平台',
  '算力调度服务平台',
  '开源协作平台',
  '知识产权服务工作站',
  '信创适配验证中心',
  '人才公共实训平台',
  '数据标注与治理平台',
  '网络安全监测服务平台',
  '软件造价评估服务站',
  '投融资路演平台',
  '低代码开发服务平台',
];

/** Deals fictional buildings; the better ones are fuller, grow faster and draw better companies. */
export function buildingDeck(random: DemoRandom): () => BuildingFacts {
  const brand = brandDeck(random);
  const person = personDeck(random, 0.55);
  const kind = makeDeck(random, kinds);
  const domain = makeDeck(random, domains);
  const place = makeDeck(random, places);
  return () => {
    const name = brand();
    const { district, office, areas } = place();
    const street = random.pick(areas);
    const unit = `重庆${name}${random.pick(operators)}有限公司${sampleMark}`;
    return {
      name: `${name}${kind()}${sampleMark}`,
      district,
      office,
      area: street,
      unit,
      operator: random.chance(0.8) ? unit : `重庆${brand()}物业运营服务有限公司${sampleMark}`,
      creditCode: fictionalCreditCode(random, district),
      address: `${fullPlace(district)}${street}${fictionalStreet(random)}`,
      domain: domain(),
      opened: `${random.pick(['2021', '2022', '2022', '2023'])}年${random.integer(1, 12)}月`,
      ...makeFigures(random),
      contact: person().name,
      phone: fictionalPhone(random),
    };
  };
}

/** Figures that hang together: used within floor space, people within used space, revenue by people. */
function makeFigures(random: DemoRandom) {
  const level = Math.min(0.98, Math.max(0.05, 0.55 + random.spread(0.24)));
  const floor = Math.round(104 + 620 * random.unit() ** 2 + 90 * level);
  const used = Math.round(floor * Math.min(0.97, 0.48 + 0.44 * level + random.spread(0.05)));
  const squareMetres = used * 100;
  const companies = Math.max(6, Math.round(squareMetres / (620 - 210 * level + random.spread(60))));
  const staff = Math.round(squareMetres / (19 - 8 * level + random.spread(1.2)));
  return {
    floor,
    used,
    reserved: Math.round(floor * (0.35 + 0.5 * random.unit())),
    rent: Math.round((26 + 24 * random.unit() + 8 * level) * 2) / 2,
    companies,
    newCompanies: Math.round(companies * (0.1 + 0.22 * level + 0.06 * random.unit())),
    staff,
    newStaff: Math.round(staff * (0.05 + 0.2 * level + 0.05 * random.unit())),
    revenue: Math.round(staff * (18 + 30 * level + random.spread(3))),
    growth: awayFromZero(Math.round((-4 + 34 * level + random.spread(3.5)) * 10) / 10),
    eminent: Math.max(0, Math.round(companies * (0.03 + 0.2 * level + random.spread(0.02)))),
    platforms: random.shuffle(platforms).slice(0, Math.floor(level * 4.4)),
  };
}

/** A growth below one per cent reads like a share (0.9 for 90 %), which an import flags. */
function awayFromZero(growth: number): number {
  return Math.abs(growth) < 1 ? Math.round((growth + 2.4) * 10) / 10 : growth;
}
