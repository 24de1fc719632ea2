import type { DemoRow } from './demo-row.ts';
import { productDecks, productTracks, type ProductFacts } from './product-facts.ts';
import { productOpinionDeck } from './product-opinions.ts';
import { makeRandom } from './random.ts';

/**
 * Rows of 优秀软件产品, spread evenly over the five tracks in the template's order; codes run through all of them.
 * 赛道 names the track; 首版次认定 is empty outside the track of first versions.
 */
export function makeProductRows(count: number, seed: number): DemoRow[] {
  const decks = productDecks(makeRandom(seed, 'product'));
  const opinion = productOpinionDeck(makeRandom(seed, 'product', 'opinions'));
  const digits = Math.max(3, String(count).length);
  const tracks = Array.from(
    { length: count },
    (_, index) => productTracks[Math.floor((index * 5) / count)] ?? '首版次软件',
  );
  return tracks.flatMap((track, index) => {
    const facts = decks.get(track)?.();
    return facts === undefined ? [] : [writeRow(index, digits, facts, opinion(facts))];
  });
}

function writeRow(index: number, digits: number, facts: ProductFacts, opinion: string): DemoRow {
  return {
    序号: index + 1,
    编号: `P${String(index + 1).padStart(digits, '0')}`,
    产品名称: facts.name,
    版本: facts.version,
    赛道: facts.track,
    申报单位: facts.unit,
    统一社会信用代码: facts.creditCode,
    推荐区县: facts.district,
    软著登记号: facts.registration,
    权利取得方式: facts.acquired,
    著作权人: facts.unit,
    '专利/标准/奖项': listProperty(facts),
    检测报告: facts.report,
    '研发投入（万元）': facts.research,
    '销售额（万元）': facts.sales,
    '用户数（家）': facts.users,
    首版次认定: facts.novelty,
    联系人: facts.contact,
    联系电话: facts.phone,
    推荐意见: opinion,
    材料: '',
  };
}

function listProperty({ patents, standards, award }: ProductFacts): string {
  const parts = [
    patents > 0 ? `发明专利${patents}件` : '',
    standards > 0 ? `参编标准${standards}项` : '',
    award,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '/' : parts.join('、');
}
