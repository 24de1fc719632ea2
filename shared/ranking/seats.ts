import { at, doubleAt, intAt } from '../base/at.ts';
import type { Policy } from '../round/policy.ts';
import type { Track } from '../round/round.ts';
import { compareQuotients } from '../base/fraction.ts';
import type { Order } from './part-equals.ts';
import type { RankedTrack, RankingRow, RankingStatus } from './ranking.ts';
import type { Scores } from './score.ts';

/** The seats of one track: what it offers and how many who may take one stand in line. */
export type Seats = Pick<RankedTrack, 'quota' | 'received' | 'seats' | 'unfilled' | 'reserve'> & {
  readonly eligible: number;
};

/** Ruling 17: those who reach the minimum score may take a seat; all ranked candidates when there is none. */
export function countEligible({ entrants }: Order, standings: Scores, policy: Policy): number {
  const minimum = policy.selection?.minimumScore ?? null;
  if (minimum === null) return entrants.length;
  const { numerators, denominators, perPoint } = standings;
  const below = entrants.findIndex((entrant) => {
    const divisor = intAt(denominators, entrant) * perPoint;
    return compareQuotients(doubleAt(numerators, entrant), divisor, minimum, 100) < 0;
  });
  return below < 0 ? entrants.length : below;
}

/** Rulings 8 and 9: seats of every track in the round's order, after passing on what cannot be filled. */
export function shareSeats(tracks: readonly Track[], eligible: readonly number[], { selection }: Policy): Seats[] {
  const quotas = tracks.map(({ quota }) => (selection === null ? null : quota));
  const unfilled = quotas.map((quota, index) => Math.max(0, (quota ?? 0) - at(eligible, index)));
  const waiting = quotas.map((quota, index) => (quota === null ? 0 : Math.max(0, at(eligible, index) - quota)));
  const received = passOn(selection?.passOn === true ? unfilled.reduce((sum, seats) => sum + seats, 0) : 0, waiting);
  return quotas.map((quota, index) => ({
    quota: at(tracks, index).quota,
    received: at(received, index),
    seats: quota === null ? null : quota + at(received, index),
    unfilled: at(unfilled, index),
    reserve: selection === null || quota === null ? 0 : selection.reserve,
    eligible: at(eligible, index),
  }));
}

/** One seat each in turn, in order, to tracks where somebody waits. */
function passOn(pool: number, waiting: readonly number[]): number[] {
  const received = waiting.map(() => 0);
  let left = Math.min(
    pool,
    waiting.reduce((sum, count) => sum + count, 0),
  );
  while (left > 0) {
    for (const [index, count] of waiting.entries()) {
      const has = at(received, index);
      if (left === 0 || has >= count) continue;
      received[index] = has + 1;
      left -= 1;
    }
  }
  return received;
}

/** What the seats make of a shared rank that takes the positions `first` … `last` (1-based) of a track. */
export type Standing = { readonly status: RankingStatus; readonly across: RankingRow['across'] };

/** Ruling 7: equals across the cut line or the end of the reserve list stay undecided. */
export function standAt(first: number, last: number, { seats, reserve, eligible }: Seats): Standing {
  if (seats === null) return { status: 'ranked', across: null };
  if (first > eligible) return { status: 'below', across: null };
  const end = seats + reserve;
  if (last <= seats) return { status: 'selected', across: null };
  if (first <= seats) return { status: 'undecided', across: 'cut-line' };
  if (last <= end) return { status: 'reserve', across: null };
  if (first <= end) return { status: 'undecided', across: 'reserve-end' };
  return { status: 'below', across: null };
}
