import type { Policy } from '#shared/round/policy.ts';

/** The spreadsheet's name of a 0-based column: 0 → "A", 26 → "AA". */
export function columnName(column: number): string {
  const letter = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** How many sheets of a row are dropped at either end, and how many parts of a point its marks count. */
export type RowScale = { readonly high: number; readonly low: number; readonly perPoint: number };

/**
 * A formula that works the raw score out anew from the cells of one row; text in them (回避 …) does not count. It sums whole
 * parts of a point before it divides, so that an exact half is rounded up as the policy says and not as its binary
 * neighbour would be.
 * @param range cells of the row, for example "E5:M5"
 * @param tooFew shown below the minimum of valid sheets
 */
export function scoreFormula(policy: Policy, range: string, tooFew: string, scale: RowScale): string {
  const { trim, minimumSheets } = policy;
  const whole = scoreOf(policy, range, { ...scale, high: 0, low: 0 });
  const trims = trim.high + trim.low > 0;
  const score = trims ? `IF(COUNT(${range})>=${trim.from},${scoreOf(policy, range, scale)},${whole})` : whole;
  return `IF(COUNT(${range})<${minimumSheets},"${tooFew}",${score})`;
}

function scoreOf({ centre, decimals }: Policy, range: string, { high, low, perPoint }: RowScale): string {
  const kept = high + low === 0 ? `COUNT(${range})` : `(COUNT(${range})-${high + low})`;
  if (centre === 'mean') return rounded(`SUM(${range})${dropped(range, high, low)}`, kept, decimals, perPoint);
  const lower = `SMALL(${range},${low}+INT((${kept}+1)/2))`;
  const upper = `SMALL(${range},${low}+INT(${kept}/2)+1)`;
  return rounded(`${lower}+${upper}`, '2', decimals, perPoint);
}

function dropped(range: string, high: number, low: number): string {
  const terms = (name: string, count: number): string[] =>
    Array.from({ length: count }, (_, index) => `-${name}(${range},${index + 1})`);
  return [...terms('LARGE', high), ...terms('SMALL', low)].join('');
}

function rounded(sum: string, count: string, decimals: number, perPoint: number): string {
  const scale = 10 ** decimals;
  return `ROUND(ROUND((${sum})*${perPoint},0)*${scale}/(${count}*${perPoint}),0)/${scale}`;
}
