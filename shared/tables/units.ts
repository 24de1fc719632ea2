import { scaleDecimal, shiftDecimal, type Decimal } from './decimal.ts';
import type { NumericType } from './field.ts';

/** What one unit is worth in the field's own unit. */
type Worth = { readonly exponent: number } | { readonly numerator: bigint; readonly denominator: bigint };

const squareMetre = ['m2', '平方米', '平米', '平方', '平'];
const tenThousandSquareMetres = ['万m2', '万平方米', '万平米', '万平方', '万平', '万方', '万'];
const people = ['家', '人', '个', '名', '户', '件', '项', '次', '所', '位', '台', '套', '款', '门', '对', '期', '人次'];

const powers: Readonly<Record<NumericType, readonly (readonly [exponent: number, names: readonly string[]])[]>> = {
  area: [
    [0, squareMetre],
    [4, [...tenThousandSquareMetres, '公顷', 'ha']],
    [6, ['平方公里', '平方千米', 'km2']],
  ],
  money: [
    [-4, ['元', '圆']],
    [-1, ['千元']],
    [0, ['万元', '万']],
    [2, ['百万元', '百万']],
    [3, ['千万元', '千万']],
    [4, ['亿元', '亿']],
  ],
  percent: [
    [0, ['%', '个百分点', '百分点']],
    [-1, ['‰']],
  ],
  count: [
    [0, people],
    [3, ['千人', '千']],
    [4, ['万人', '万', '万人次', '万个', '万家']],
  ],
};

const worths: Readonly<Record<NumericType, ReadonlyMap<string, Worth>>> = {
  area: makeWorths('area', [['亩', { numerator: 2000n, denominator: 3n }]]),
  money: makeWorths('money', []),
  percent: makeWorths('percent', []),
  count: makeWorths('count', []),
};

function makeWorths(type: NumericType, others: readonly (readonly [string, Worth])[]): ReadonlyMap<string, Worth> {
  const byPower = powers[type].flatMap(([exponent, names]) => names.map((name) => [name, { exponent }] as const));
  return new Map([...byPower, ...others]);
}

/** Units are compared in this form: ㎡ and m² as m2, ％ as %, currency names dropped. */
function foldUnit(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\s+/g, '')
    .toLowerCase()
    .replaceAll(/人民币|rmb|cny|[¥￥]/g, '')
    .replaceAll(/平方m|平m/g, 'm2');
}

/** Finds a unit that fits the field's type; null when the words are no unit of it. */
export function recogniseUnit(type: NumericType, text: string): string | null {
  const unit = foldUnit(text);
  return worths[type].has(unit) ? unit : null;
}

/** Converts a number in `unit` (as `recogniseUnit` gives it) to the field's own unit: ㎡, 万元, %, pieces. */
export function convertUnit(type: NumericType, value: Decimal, unit: string): Decimal {
  const worth = worths[type].get(unit);
  if (worth === undefined) return value;
  if ('exponent' in worth) return shiftDecimal(value, worth.exponent);
  return scaleDecimal(value, worth.numerator, worth.denominator, 2);
}

/** The longest unit of the type at the end of a text, with what stands before it. */
export function splitUnitAtEnd(
  type: NumericType,
  text: string,
): { readonly rest: string; readonly unit: string } | null {
  const folded = foldUnit(text);
  const names = [...worths[type].keys()].filter((name) => folded.endsWith(name));
  const unit = names.toSorted((a, b) => b.length - a.length)[0];
  return unit === undefined ? null : { rest: folded.slice(0, folded.length - unit.length), unit };
}
