import { at, lookUp } from '../base/at.ts';

/** One candidate's seats: who may sit and who does; experts by index. */
export type Seat = { readonly free: readonly number[]; readonly taken: Set<number> };

/** How an expert was reached: by taking over a candidate's seat from another. */
type Step = { readonly from: number; readonly seat: Seat };

/**
 * Evens out loads, in place, until no chain of hand-overs moves work from an expert to one with at least two seats
 * less. Then the sum of squared loads is least possible, so loads are within 1 of each other wherever that can be.
 * Source: cost-reducing paths of N. Harvey, R. Ladner, L. Lovász, T. Tamir, "Semi-matchings for bipartite graphs and
 * load balancing", Journal of Algorithms 59 (2006), theorem 3.1, with several seats per candidate.
 */
export function balanceLoads(seats: readonly Seat[], experts: number): void {
  const loads = Array.from({ length: experts }, () => 0);
  const held = Array.from({ length: experts }, () => new Set<Seat>());
  for (const seat of seats) {
    for (const expert of seat.taken) {
      loads[expert] = at(loads, expert) + 1;
      at(held, expert).add(seat);
    }
  }
  while (relieveSomebody(loads, held));
}

/** Shortens one expert's load, heaviest first; false when nobody's can be shortened. */
function relieveSomebody(loads: number[], held: readonly Set<Seat>[]): boolean {
  const least = Math.min(...loads);
  const heavy = loads.map((_, expert) => expert).filter((expert) => at(loads, expert) >= least + 2);
  return heavy.toSorted((a, b) => at(loads, b) - at(loads, a) || a - b).some((expert) => relieve(expert, loads, held));
}

/** Searches, breadth first, for the nearest expert with at least two seats less, and hands work along the way. */
function relieve(start: number, loads: number[], held: readonly Set<Seat>[]): boolean {
  const steps = new Map<number, Step>();
  const queue = [start];
  for (const from of queue) {
    if (at(loads, from) <= at(loads, start) - 2) {
      handOver(from, start, steps, loads, held);
      return true;
    }
    for (const seat of at(held, from)) {
      for (const next of seat.free) {
        if (next === start || steps.has(next) || seat.taken.has(next)) continue;
        steps.set(next, { from, seat });
        queue.push(next);
      }
    }
  }
  return false;
}

function handOver(
  end: number,
  start: number,
  steps: ReadonlyMap<number, Step>,
  loads: number[],
  held: readonly Set<Seat>[],
): void {
  let to = end;
  while (to !== start) {
    const { from, seat } = lookUp(steps, to);
    seat.taken.delete(from);
    seat.taken.add(to);
    at(held, from).delete(seat);
    at(held, to).add(seat);
    to = from;
  }
  loads[end] = at(loads, end) + 1;
  loads[start] = at(loads, start) - 1;
}
