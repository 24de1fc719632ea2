import { cellOf, type DemoKind, type DemoRow } from './demo-row.ts';
import { fictionalPhone } from './identifiers.ts';
import { productTracks } from './product-facts.ts';
import { makeRandom, type DemoRandom } from './random.ts';
import { personDeck, sampleMark } from './words.ts';

/** Organisations an expert may come from, with the titles usual there. */
type House = { readonly names: readonly string[]; readonly titles: readonly string[] };

const academy: House = {
  names: ['渝澜理工大学', '巴江大学', '缙峰师范大学', '嘉屿邮电学院', '宸江交通学院', '桐岭工商学院'],
  titles: ['教授', '教授', '副教授', '教授级高级工程师'],
};
const institute: House = {
  names: [
    '渝拟信息产业研究院',
    '澜图软件评测中心',
    '江衡工业技术研究所',
    '岷数数字经济研究中心',
    '渝衡电子标准化研究所',
    '沱维网络安全研究院',
  ],
  titles: ['研究员', '正高级工程师', '高级工程师', '副研究员'],
};
const association: House = {
  names: ['渝川软件行业协会', '巴渝数字产业联盟', '嘉陵信创产业协会', '渝拟人工智能学会'],
  titles: ['高级工程师', '正高级工程师', '高级经济师'],
};
const company: House = {
  names: ['澄界软件集团', '芯舟汽车软件公司', '擎域智能制造公司', '恒砚数据公司', '鹭桥信息安全公司', '弘讯科技公司'],
  titles: ['高级工程师', '技术总监、高级工程师', '正高级工程师'],
};
const accountants: House = { names: ['拟信会计师事务所', '渝砚会计师事务所'], titles: ['注册会计师', '高级会计师'] };
const consultants: House = { names: ['嘉策管理咨询公司', '渝源产业投资公司'], titles: ['高级经济师', '正高级经济师'] };
const lawyers: House = { names: ['衡正律师事务所'], titles: ['一级律师', '二级律师'] };

/** A place in a panel: where its expert comes from and what he or she knows. */
type Seat = { readonly house: House; readonly field: string };
const seat = (house: House, field: string): Seat => ({ house, field });

/** Seats in the order of the sheet; the first one leads. Products name a track instead of the field. */
const seats: Readonly<Record<DemoKind, readonly Seat[]>> = {
  building: [
    seat(institute, '产业规划'),
    seat(association, '园区运营'),
    seat(academy, '软件产业统计'),
    seat(accountants, '财务审计'),
    seat(consultants, '楼宇经济'),
    seat(institute, '公共服务平台'),
    seat(consultants, '投资促进'),
  ],
  product: [seat(academy, ''), seat(institute, ''), seat(company, ''), seat(association, ''), seat(institute, '')],
  talent: [
    seat(academy, '软件工程'),
    seat(institute, '工业软件'),
    seat(company, '智能网联汽车软件'),
    seat(academy, '人工智能'),
    seat(company, '基础软件'),
    seat(institute, '信息安全'),
    seat(association, '人才评价'),
    seat(lawyers, '知识产权'),
    seat(accountants, '财务审计'),
  ],
  college: [
    seat(academy, '软件工程教育'),
    seat(company, '产教融合'),
    seat(academy, '课程与教材'),
    seat(association, '企业人才培养'),
    seat(academy, '工程教育认证'),
    seat(institute, '就业质量评价'),
    seat(academy, '职业教育'),
  ],
  base: [
    seat(academy, '实习实训管理'),
    seat(company, '企业人才培养'),
    seat(institute, '就业质量评价'),
    seat(association, '软件工程教育'),
    seat(company, '工程实践教学'),
  ],
};

/**
 * Rows of an experts' sheet; the first one leads. Experts of products name one track each, as evenly as the count allows.
 * @param candidates rows whose units some experts have ties with (回避单位, or the same unit)
 */
export function makeExpertRows(kind: DemoKind, count: number, seed: number, candidates: readonly DemoRow[]): DemoRow[] {
  const random = makeRandom(seed, 'experts', kind);
  const person = personDeck(random, 0.68);
  const panel = seats[kind];
  return Array.from({ length: count }, (_, index) => {
    const track = kind === 'product' ? (productTracks[Math.floor((index * 5) / count)] ?? '') : '';
    const { house, field } = panel[index % panel.length] ?? seat(institute, '');
    const ties = findTies(random, index, candidates, track);
    const insider = kind === 'college' ? academy : company;
    return {
      序号: index + 1,
      姓名: person().name,
      单位: ties.own === '' ? `${random.pick(house.names)}${sampleMark}` : ties.own,
      职称: random.pick(ties.own === '' ? house.titles : insider.titles),
      [track === '' ? '领域' : '赛道']: track === '' ? field : track,
      手机: fictionalPhone(random),
      回避单位: ties.avoid,
      组长: index === 0 ? '是' : '否',
    };
  });
}

/** About every third expert avoids a unit or two, every ninth works in one; leaders at the top have no ties. */
function findTies(random: DemoRandom, index: number, candidates: readonly DemoRow[], track: string) {
  const near = candidates.filter((row) => track === '' || cellOf(row, '赛道') === track);
  const units = near.map((row) => cellOf(row, '申报单位', '工作单位', '学校', '依托单位'));
  if (units.length === 0 || index === 0) return { own: '', avoid: '' };
  if (index % 9 === 4) return { own: random.pick(units), avoid: '' };
  if (index % 3 !== 1) return { own: '', avoid: '' };
  const outside = `渝砚咨询服务有限公司${sampleMark}`;
  const avoid = index % 2 === 1 ? [random.pick(units)] : [random.pick(units), outside];
  return { own: '', avoid: avoid.join(index % 4 === 0 ? '；' : '、') };
}
