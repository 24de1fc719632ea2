import { at, doubleAt } from '../base/at.ts';
import { slotsByExpert } from './by-expert.ts';
import type { Field } from './gather.ts';
import { divideHalfUp, microPerUnit } from './micro-points.ts';

/**
 * Rank-based normalisation, per expert within a track: a total that b of the expert's n valid totals lie below and e equal
 * (itself counted) becomes (2b + e) / 2n of the most that a sheet can reach: the middle of its ranks as a share.
 * @returns by slot, rounded half-up by magnitude to millionths of a point
 */
export function adjustByRank(field: Field): Float64Array {
  const { weighted } = field;
  const values = new Float64Array(weighted.length);
  const most = BigInt(field.scale.maximum) * microPerUnit(field.scale.perPoint);
  for (const own of slotsByExpert(field).values()) {
    const sorted = own.toSorted((a, b) => doubleAt(weighted, a) - doubleAt(weighted, b));
    for (let from = 0, to = 0; from < sorted.length; from = to) {
      while (to < sorted.length && weighted[at(sorted, to)] === weighted[at(sorted, from)]) to += 1;
      const value = Number(divideHalfUp(most * BigInt(from + to), BigInt(2 * sorted.length)));
      for (const slot of sorted.slice(from, to)) values[slot] = value;
    }
  }
  return values;
}
