import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { at } from '../base/at.ts';
import { compareBytes } from '../base/order.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Assignment, AssignmentCandidate, AssignmentExpert, AssignmentProblem, Shortfall } from './assignment.ts';
import { balanceLoads, type Seat } from './balance-loads.ts';
import type { AssignmentCode } from './sentences.ts';

/** A candidate with the experts (by index) who may score it. */
type Opening = { readonly candidate: AssignmentCandidate; readonly free: readonly number[]; readonly need: number };

/**
 * Assigns experts to candidates: never a conflict, never an expert outside his tracks, loads as even as can be (within 1
 * wherever conflicts and tracks allow). A candidate with fewer free experts than wanted gets all of them and is
 * listed in `shortfalls`. The same problem and seed give the same assignment, in whatever order the lists come.
 * @returns a refusal without candidates or experts, for a number of experts that cannot be, or a candidate nobody may score
 */
export function assign(problem: AssignmentProblem): Result<Assignment, AssignmentCode> {
  const candidates = problem.candidates.toSorted((a, b) => compareBytes(a.code, b.code) || compareBytes(a.id, b.id));
  const experts = problem.experts.toSorted((a, b) => compareBytes(a.id, b.id));
  const refusal = checkNumbers(problem);
  if (!refusal.ok) return refusal;
  const openings = openSeats(candidates, experts, problem);
  const deserted = openings.find(({ free }) => free.length === 0);
  if (deserted !== undefined) return fail('assignment.nobody-free', { candidate: deserted.candidate.code });
  const seats = seatGreedily(openings, experts.length, xoroshiro128plus(problem.seed));
  balanceLoads(seats, experts.length);
  return ok(describe(openings, seats, experts, problem.perCandidate));
}

function checkNumbers({ candidates, experts, perCandidate }: AssignmentProblem): Result<null, AssignmentCode> {
  if (candidates.length === 0) return fail('assignment.no-candidates');
  if (experts.length === 0) return fail('assignment.no-experts');
  if (perCandidate === 'all') return ok(null);
  const possible = Number.isInteger(perCandidate) && perCandidate >= 1 && perCandidate <= experts.length;
  return possible ? ok(null) : fail('assignment.per-candidate', { wanted: perCandidate, experts: experts.length });
}

function openSeats(
  candidates: readonly AssignmentCandidate[],
  experts: readonly AssignmentExpert[],
  { conflicts, perCandidate }: AssignmentProblem,
): Opening[] {
  const barred = new Set(conflicts.map(({ expertId, candidateId }) => `${expertId} ${candidateId}`));
  return candidates.map((candidate) => {
    const free = experts.flatMap((expert, index) =>
      takesTrack(expert, candidate) && !barred.has(`${expert.id} ${candidate.id}`) ? [index] : [],
    );
    return { candidate, free, need: perCandidate === 'all' ? free.length : Math.min(perCandidate, free.length) };
  });
}

function takesTrack({ tracks }: AssignmentExpert, { trackId }: AssignmentCandidate): boolean {
  return tracks === undefined || tracks.length === 0 || tracks.includes(trackId);
}

/**
 * Gives each candidate its least loaded experts, those with little choice first. Equals are drawn anew for every
 * candidate, so that panels mix and experts can later be compared with one another.
 */
function seatGreedily(openings: readonly Opening[], experts: number, random: RandomGenerator): Seat[] {
  const loads = Array.from({ length: experts }, () => 0);
  const seats = openings.map(({ free }) => ({ free, taken: new Set<number>() }));
  const order = openings.map((_, index) => index);
  shuffle(order, random);
  const choice = (index: number): number => at(openings, index).free.length;
  for (const index of order.toSorted((a, b) => choice(a) - choice(b))) {
    const { free, need } = at(openings, index);
    const drawn = [...free];
    shuffle(drawn, random);
    for (const expert of drawn.toSorted((a, b) => at(loads, a) - at(loads, b)).slice(0, need)) {
      at(seats, index).taken.add(expert);
      loads[expert] = at(loads, expert) + 1;
    }
  }
  return seats;
}

/** Fisher–Yates, in place. */
function shuffle(items: number[], random: RandomGenerator): void {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = uniformInt(random, 0, index);
    [items[index], items[other]] = [at(items, other), at(items, index)];
  }
}

function describe(
  openings: readonly Opening[],
  seats: readonly Seat[],
  experts: readonly AssignmentExpert[],
  perCandidate: number | 'all',
): Assignment {
  const pairs = openings.flatMap(({ candidate }, index) =>
    experts.flatMap(({ id }, expert) =>
      at(seats, index).taken.has(expert) ? [{ expertId: id, candidateId: candidate.id }] : [],
    ),
  );
  const shortfalls = openings.flatMap(({ candidate, need }): Shortfall[] =>
    perCandidate === 'all' || need === perCandidate
      ? []
      : [{ candidateId: candidate.id, wanted: perCandidate, assigned: need }],
  );
  const count = (expert: number): number => seats.filter(({ taken }) => taken.has(expert)).length;
  return { pairs, loads: experts.map(({ id }, index) => ({ expertId: id, count: count(index) })), shortfalls };
}
