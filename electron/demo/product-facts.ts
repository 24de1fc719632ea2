import { fictionalCreditCode, fictionalPhone, fictionalRegistration } from './identifiers.ts';
import { aiProducts } from './product-list-ai.ts';
import { automotiveProducts } from './product-list-automotive.ts';
import { firstVersionProducts } from './product-list-first-version.ts';
import { industrialProducts } from './product-list-industrial.ts';
import { securityProducts } from './product-list-security.ts';
import { makeDeck, type DemoRandom } from './random.ts';
import { brandDeck, personDeck, places, sampleMark } from './words.ts';

/** The five tracks in the order of the template; names as in the template. */
export const productTracks = ['工业软件', '汽车软件', '人工智能', '信息安全', '首版次软件'] as const;
export type ProductTrack = (typeof productTracks)[number];

/** What is told of one fictional product; money in 万元. */
export type ProductFacts = {
  readonly track: ProductTrack;
  readonly name: string;
  readonly version: string;
  readonly unit: string;
  readonly creditCode: string;
  readonly district: string;
  readonly office: string;
  readonly technology: string;
  readonly scene: string;
  readonly effect: string;
  readonly registration: string;
  readonly acquired: '原始取得' | '继受取得';
  readonly report: string;
  readonly research: number;
  readonly sales: number;
  /** Per cent of the year before, whole. */
  readonly growth: number;
  readonly users: number;
  readonly patents: number;
  readonly standards: number;
  readonly award: string;
  readonly novelty: string;
  readonly contact: string;
  readonly phone: string;
};

const lists: Readonly<Record<ProductTrack, string>> = {
  工业软件: industrialProducts,
  汽车软件: automotiveProducts,
  人工智能: aiProducts,
  信息安全: securityProducts,
  首版次软件: firstVersionProducts,
};

const companyFields: Readonly<Record<ProductTrack, readonly string[]>> = {
  工业软件: ['软件', '工业软件', '工业互联网', '智能制造技术', '数字科技', '自动化软件'],
  汽车软件: ['汽车软件', '智能网联科技', '汽车电子技术', '软件', '智行科技'],
  人工智能: ['人工智能科技', '智能科技', '数据科技', '软件', '认知技术'],
  信息安全: ['信息安全技术', '网络安全科技', '数据安全技术', '密码技术', '软件'],
  首版次软件: ['软件', '基础软件', '工业软件', '仿真技术', '数字技术'],
};

const awards = [
  '',
  '',
  '',
  '市级科技进步奖三等奖1项',
  '行业创新应用优秀案例1项',
  '市级软件应用典型案例1项',
  '行业协会优秀产品1项',
];
const novelties = [
  'V1.0首次发布，原始取得，登记证书在两年内',
  'V1.0，查新结论为国内首创，登记证书在两年内',
  'V1.0，经专家鉴定填补市内空白，原始取得',
  'V1.0首次发布，已有3家以上非关联用户',
];

/** Deals fictional products of one track; no two of the first 24 do the same thing. */
export function productDeck(random: DemoRandom, track: ProductTrack, brand: () => string): () => ProductFacts {
  const person = personDeck(random, 0.6);
  const item = makeDeck(random, lists[track].trim().split('\n'));
  const place = makeDeck(random, places);
  return () => {
    const [title = '', technology = '', scene = '', effect = ''] = item().split('｜');
    const { district, office } = place();
    const house = brand();
    const unit = `${random.chance(0.8) ? '重庆' : ''}${house}${random.pick(companyFields[track])}有限公司${sampleMark}`;
    return {
      track,
      name: `${random.chance(0.75) ? house : brand()}${title}${sampleMark}`,
      unit,
      creditCode: fictionalCreditCode(random, district),
      district,
      office,
      technology,
      scene,
      effect,
      registration: fictionalRegistration(random.integer(1, 9_999_999)),
      report: `拟检字〔2099〕${String(random.integer(1, 999)).padStart(3, '0')}号`,
      ...makeFigures(random, track === '首版次软件'),
      contact: person().name,
      phone: fictionalPhone(random),
    };
  };
}

/** One deck of brands for all tracks, so that a company name belongs to one company. */
export function productDecks(random: DemoRandom): ReadonlyMap<ProductTrack, () => ProductFacts> {
  const brand = brandDeck(random);
  return new Map(productTracks.map((track) => [track, productDeck(random, track, brand)]));
}

/** Figures that hang together: users by sales, research by sales; a first version sells little yet. */
function makeFigures(random: DemoRandom, first: boolean) {
  const level = Math.min(0.98, Math.max(0.05, 0.56 + random.spread(0.22)));
  const scale = first ? 30 + 320 * level ** 2 : 160 + 6200 * level ** 2.4;
  const sales = Math.round(scale * (0.8 + 0.4 * random.unit()));
  const users = Math.max(1, Math.round(sales / (first ? 36 : 52 + 60 * random.unit())));
  return {
    version: first ? 'V1.0' : `V${random.integer(2, 7)}.${random.integer(0, 6)}`,
    acquired: !first && random.chance(0.06) ? ('继受取得' as const) : ('原始取得' as const),
    research: Math.round(first ? 260 + 900 * level : 120 + sales * (0.14 + 0.16 * random.unit())),
    sales,
    growth: Math.round(-6 + 62 * level + random.spread(6)),
    users,
    patents: Math.max(0, Math.round(11 * level - 2 + random.spread(1.2))),
    standards: Math.max(0, Math.round(4 * level - 2 + random.spread(0.7))),
    award: level > 0.5 ? random.pick(awards) : '',
    novelty: first ? random.pick(users < 3 ? novelties.slice(0, 3) : novelties) : '',
  };
}
