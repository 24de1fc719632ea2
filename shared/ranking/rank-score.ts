import { at } from '../base/at.ts';
import { groupByExpert, type Field } from './gather.ts';
import { divideHalfUp, microPerUnit } from './micro-points.ts';

/**
 * Rank-based normalisation, per expert within a track: a total that b of the expert's n valid totals lie below and e equal
 * (itself counted) becomes (2b + e) / 2n of the most that a sheet can reach: the middle of its ranks as a share.
 * Rounded half-up by magnitude to millionths of a point.
 */
export function adjustByRank(field: Field): void {
  const most = BigInt(field.scale.maximum) * microPerUnit(field.scale.perPoint);
  for (const own of groupByExpert(field.entrants.flatMap(({ valid }) => valid)).values()) {
    const sorted = own.toSorted((a, b) => a.weighted - b.weighted);
    for (let from = 0, to = 0; from < sorted.length; from = to) {
      while (to < sorted.length && at(sorted, to).weighted === at(sorted, from).weighted) to += 1;
      const value = Number(divideHalfUp(most * BigInt(from + to), BigInt(2 * sorted.length)));
      for (const sheet of sorted.slice(from, to)) sheet.value = value;
    }
  }
}
