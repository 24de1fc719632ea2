import { at } from '../base/at.ts';
import { makeFraction } from '../base/fraction.ts';
import type { Entrant, Field, ValidSheet } from '../ranking/gather.ts';
import { gradeScored } from '../ranking/grade.ts';
import { orderScored, type Scored } from '../ranking/part-equals.ts';
import type { RankingInput, RankingStatus } from '../ranking/ranking.ts';
import { shareSeats, standAt, type Seats } from '../ranking/seats.ts';
import { tallyEntrant, trimBounds, type Tally } from '../ranking/tally.ts';
import type { Policy } from '../round/policy.ts';

/** Where every entrant of a track stands, along its entrants; rank 0: none. Overwritten by the next sample. */
export type SampleStanding = { readonly ranks: Int32Array; readonly statuses: RankingStatus[] };

/** A track made ready for many rankings. */
type ReadyField = SampleStanding & {
  readonly field: Field;
  readonly entries: readonly ReadyEntry[];
  /** What is ranked of each entrant: its score in units of the field, or rounded, in units of the last decimal; NaN without one. */
  readonly keys: Float64Array;
  /** Places in `entries` of those with a score, best first. */
  readonly order: number[];
};

type ReadyEntry = {
  readonly entrant: Entrant;
  /** Place of its first sheet in a sample. */
  readonly first: number;
  /** Places and weighted totals of its sheets, by total. */
  readonly places: readonly number[];
  readonly totals: readonly number[];
  /** Some expert failed a gate, so that votes must be counted anew in every sample. */
  readonly voted: boolean;
};

/** Whether samples of a round can be ranked by `rankSample`; otherwise its sheets must be copied and ranked in full. */
export function isQuick({ normalisation }: Policy): boolean {
  return normalisation === 'none';
}

/** A round made ready: `fields` as gathered, in the order of the tracks. */
export function readyFields(fields: readonly Field[]): ReadyField[] {
  let place = 0;
  return fields.map((field) => {
    const entries = field.entrants.map((entrant) => {
      const first = place;
      place += entrant.valid.length;
      const sorted = entrant.valid.map(({ weighted: total }, index) => ({ total, place: first + index }));
      sorted.sort((a, b) => a.total - b.total);
      return {
        entrant,
        first,
        places: sorted.map((each) => each.place),
        totals: sorted.map(({ total }) => total),
        voted: entrant.valid.some(({ sheet }) => Object.values(sheet.gates).includes('fail')),
      };
    });
    return {
      field,
      entries,
      keys: new Float64Array(entries.length),
      ranks: new Int32Array(entries.length),
      statuses: entries.map((): RankingStatus => 'no-score'),
      order: [],
    };
  });
}

/**
 * Ranks a sample: the round with every sheet counted as often as `weights` says (by its place). Gives the same ranks and
 * statuses as `rankRound` does for a round in which the sheets were copied (a property test holds the two together), and
 * is fast because sheets stay sorted and only equals, gates and grades need the full rules.
 *
 * Scores are compared as quotients of whole numbers in floating point, which is exact here: two different quotients with
 * divisors below 10⁴ differ by more than 10⁻⁸, two equal ones round to the same number.
 */
export function rankSample(ready: readonly ReadyField[], weights: Uint16Array, input: RankingInput): void {
  const { policy, tracks } = input;
  const eligible = ready.map((track) => scoreTrack(track, weights, policy));
  const seats = shareSeats(tracks, eligible, policy);
  for (const [index, track] of ready.entries()) standTrack(track, weights, at(seats, index), input);
}

/** Scores a track and orders it by score alone. @returns how many may take a seat */
function scoreTrack(track: ReadyField, weights: Uint16Array, policy: Policy): number {
  const { field, entries, keys, ranks, statuses, order } = track;
  const vetoed: RankingStatus = policy.evaluation === null ? 'vetoed' : `band:${policy.evaluation.vetoBand}`;
  const minimum = minimumKey(field, policy);
  let eligible = 0;
  order.length = 0;
  ranks.fill(0);
  for (const [index, entry] of entries.entries()) {
    keys[index] = NaN;
    if (isVetoed(field, entry, weights, policy)) {
      statuses[index] = vetoed;
      continue;
    }
    const key = scoreOf(entry, weights, field, policy);
    keys[index] = key;
    statuses[index] = 'no-score';
    if (Number.isNaN(key)) continue;
    order.push(index);
    if (key >= minimum) eligible += 1;
  }
  order.sort((a, b) => (keys[b] ?? 0) - (keys[a] ?? 0));
  return eligible;
}

function isVetoed(field: Field, entry: ReadyEntry, weights: Uint16Array, policy: Policy): boolean {
  if (entry.entrant.candidate.staffVeto !== null) return true;
  return entry.voted && tallyOf(field, entry, weights, policy).veto !== null;
}

/** The least key that may take a seat (ruling 17). */
function minimumKey({ scale }: Field, { selection, rankBy, decimals }: Policy): number {
  const minimum = selection?.minimumScore ?? null;
  if (minimum === null) return -Infinity;
  return (minimum * (rankBy === 'rounded' ? 10 ** decimals : scale.perPoint)) / 100;
}

/** Trimmed mean or median of the drawn sheets as it is ranked; NaN with fewer than the minimum. */
function scoreOf({ places, totals }: ReadyEntry, weights: Uint16Array, { scale }: Field, policy: Policy): number {
  let count = 0;
  for (const place of places) count += weights[place] ?? 0;
  if (count < policy.minimumSheets) return NaN;
  let [from, to] = trimBounds(count, policy);
  if (policy.centre === 'median') {
    const half = Math.floor((to - from - 1) / 2);
    [from, to] = [from + half, to - half];
  }
  let [passed, sum] = [0, 0];
  for (let index = 0; passed < to; index += 1) {
    const next = passed + (weights[places[index] ?? -1] ?? 0);
    const kept = Math.min(next, to) - Math.max(passed, from);
    if (kept > 0) sum += kept * (totals[index] ?? NaN);
    passed = next;
  }
  if (policy.rankBy === 'exact') return sum / (to - from);
  const divisor = (to - from) * scale.perPoint;
  return Math.floor((2 * sum * 10 ** policy.decimals + divisor) / (2 * divisor));
}

/** The tally that the full rules give for an entrant with its drawn sheets. */
function tallyOf(field: Field, entry: ReadyEntry, weights: Uint16Array, policy: Policy): Tally {
  return tallyEntrant(field, drawnEntrant(entry, weights), policy, field.scale.perPoint);
}

function drawnEntrant({ entrant, first }: ReadyEntry, weights: Uint16Array): Entrant {
  const valid: ValidSheet[] = [];
  for (const [index, sheet] of entrant.valid.entries())
    for (let copy = weights[first + index] ?? 0; copy > 0; copy -= 1) valid.push(sheet);
  return { candidate: entrant.candidate, valid, left: [] };
}

/** Parts equals by the tie chain, then gives ranks and statuses. */
function standTrack(track: ReadyField, weights: Uint16Array, seats: Seats, input: RankingInput): void {
  const { order, keys } = track;
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && keys[at(order, to)] === keys[at(order, from)]) to += 1;
    if (to === from + 1) standPlace(track, [at(order, from)], from + 1, weights, seats, input);
    else standEquals(track, order.slice(from, to), from + 1, weights, seats, input);
    from = to;
  }
}

/**
 * Parts equals. The mean over all drawn sheets, where it is the chain's first link, parts most of them by a mere sum; the
 * others go through the whole chain.
 */
function standEquals(
  track: ReadyField,
  equals: readonly number[],
  first: number,
  weights: Uint16Array,
  seats: Seats,
  input: RankingInput,
): void {
  const byTotal = input.policy.tieChain[0]?.by === 'total';
  const measured = equals.map((index) => ({ index, mean: byTotal ? meanOf(at(track.entries, index), weights) : 0 }));
  measured.sort((a, b) => b.mean - a.mean);
  for (let from = 0; from < measured.length;) {
    const { mean } = at(measured, from);
    let to = from + 1;
    while (to < measured.length && at(measured, to).mean === mean) to += 1;
    const members = measured.slice(from, to).map(({ index }) => index);
    if (members.length === 1) standPlace(track, members, first + from, weights, seats, input);
    else standByChain(track, members, first + from, weights, seats, input);
    from = to;
  }
}

/** Mean of all drawn sheets. */
function meanOf({ places, totals }: ReadyEntry, weights: Uint16Array): number {
  let [count, sum] = [0, 0];
  for (const [index, place] of places.entries()) {
    const drawn = weights[place] ?? 0;
    count += drawn;
    sum += drawn * (totals[index] ?? NaN);
  }
  return sum / count;
}

function standByChain(
  track: ReadyField,
  equals: readonly number[],
  first: number,
  weights: Uint16Array,
  seats: Seats,
  input: RankingInput,
): void {
  const { field, entries } = track;
  const places = new Map(equals.map((index) => [at(entries, index).entrant.candidate.id, index]));
  const tallies = equals.map((index) => equalTally(at(entries, index), weights));
  const decisions = input.decisions.filter(({ trackId }) => trackId === field.track.id);
  let rank = first;
  for (const place of orderScored(tallies, field, input.policy, decisions, field.scale.perPoint)) {
    const members = place.flatMap(({ tally }) => places.get(tally.entrant.candidate.id) ?? []);
    standPlace(track, members, rank, weights, seats, input);
    rank += members.length;
  }
}

/** Any score will do for those who are known to be equal. */
const level = makeFraction(0);

/** As much of a tally as parting equals needs. */
function equalTally(entry: ReadyEntry, weights: Uint16Array): Scored {
  return {
    entrant: drawnEntrant(entry, weights),
    trimmedHigh: [],
    trimmedLow: [],
    score: level,
    standing: level,
    rawScore: level,
    spread: null,
    gateVotes: [],
    veto: null,
  };
}

function scoredTally(field: Field, entry: ReadyEntry, weights: Uint16Array, policy: Policy): Scored {
  const tally = tallyOf(field, entry, weights, policy);
  const { score, standing } = tally;
  if (score === null || standing === null) throw new Error('a scored entrant has no score');
  return { ...tally, score, standing };
}

function standPlace(
  { field, entries, ranks, statuses }: ReadyField,
  members: readonly number[],
  rank: number,
  weights: Uint16Array,
  seats: Seats,
  { policy }: RankingInput,
): void {
  const { status } = standAt(rank, rank + members.length - 1, seats);
  for (const index of members) {
    ranks[index] = rank;
    statuses[index] =
      policy.evaluation === null
        ? status
        : gradeScored(field, scoredTally(field, at(entries, index), weights, policy), policy.evaluation).status;
  }
}
