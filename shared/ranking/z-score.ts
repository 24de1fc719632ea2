import { doubleAt } from '../base/at.ts';
import { slotsByExpert } from './by-expert.ts';
import type { Field } from './gather.ts';
import { divideHalfUp, microPerUnit } from './micro-points.ts';

/**
 * Ruling 13, z-score per expert within a track: value = M + (x − m) · S / s, with the mean m and population standard
 * deviation s of the expert's own valid totals, M and S those of all valid totals; z = 0 where s = 0; not clipped.
 * M and the deviation are each rounded half-up by magnitude to millionths of a point; the root is an integer root,
 * so nothing depends on floating point.
 * @returns by slot, in millionths of a point
 */
export function adjustByZScore(field: Field): Float64Array {
  const { weighted } = field;
  const values = new Float64Array(weighted.length);
  if (weighted.length === 0) return values;
  const all = momentsOf(weighted);
  const micro = microPerUnit(field.scale.perPoint);
  const centre = divideHalfUp(all.sum * micro, all.count);
  for (const slots of slotsByExpert(field).values()) {
    const moments = momentsOf(slots.map((slot) => doubleAt(weighted, slot)));
    for (const slot of slots) {
      values[slot] = Number(centre + deviationOf(BigInt(doubleAt(weighted, slot)), moments, all, micro));
    }
  }
  return values;
}

/** Count, sum, and n·Σx² − (Σx)²: the population variance times n², exact. */
type Moments = { readonly count: bigint; readonly sum: bigint; readonly scatter: bigint };

function momentsOf(totals: Iterable<number> & { readonly length: number }): Moments {
  const count = BigInt(totals.length);
  let [sum, squares] = [0n, 0n];
  for (const total of totals) {
    sum += BigInt(total);
    squares += BigInt(total) ** 2n;
  }
  return { count, sum, scatter: count * squares - sum ** 2n };
}

/** (x − m) · S / s in millionths: the root of (nx − Σx)² · V / (N² · v), where V and v are the scatters. */
function deviationOf(total: bigint, own: Moments, all: Moments, micro: bigint): bigint {
  if (own.scatter === 0n) return 0n;
  const distance = own.count * total - own.sum;
  const square = 4n * distance ** 2n * all.scatter * micro ** 2n;
  const doubled = integerRoot(square / (all.count ** 2n * own.scatter));
  const magnitude = (doubled + 1n) / 2n;
  return distance < 0n ? -magnitude : magnitude;
}

/** Floor of the square root, by Newton's method from above. */
export function integerRoot(square: bigint): bigint {
  if (square < 2n) return square;
  let root = 1n << BigInt((square.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
