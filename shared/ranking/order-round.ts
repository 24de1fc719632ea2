import { at, intAt } from '../base/at.ts';
import { ok, type Result } from '../base/result.ts';
import { checkPolicy, checkQuota } from './check-policy.ts';
import { gatherFields, type Field } from './gather.ts';
import { gradeScored, listFailedCoreItems, type Grade } from './grade.ts';
import { normaliseField, type Normalised } from './normalise.ts';
import { orderScored, type Order } from './part-equals.ts';
import type { Policy } from '../round/policy.ts';
import type { RankingInput, RankingRow, RankingStatus } from './ranking.ts';
import { scoreEntrants, standingsOf } from './score.ts';
import { countEligible, shareSeats, standAt, type Seats } from './seats.ts';
import type { RankingCode } from './sentences.ts';
import type { ScoredField } from './tally.ts';
import { vetoOf } from './votes.ts';

/** Why a round cannot be ranked; `round.quota-mismatch` has its sentence with the round. */
export type RankingRefusal = RankingCode | 'round.quota-mismatch';

/** A track after scoring and ordering, before seats are given. Vetoed and unscored entrants by bytes of the code. */
export type OrderedField = ScoredField & {
  readonly order: Order;
  readonly vetoed: Int32Array;
  readonly unscored: Int32Array;
};

/** A round ordered in columns: everything is decided, nothing written out. */
export type OrderedRound = { readonly fields: readonly OrderedField[]; readonly seats: readonly Seats[] };

/**
 * Scores and orders a round by its policy: exact, the same for every order of the input, on every machine.
 * Source of every rule: procedure and rules, "Aggregation rules" and rulings 1–20.
 * @returns a refusal when the policy cannot be carried out or the input does not fit together; nothing is ignored silently
 */
export function orderRound(input: RankingInput): Result<OrderedRound, RankingRefusal> {
  const policy = checkPolicy(input.policy, input);
  if (!policy.ok) return policy;
  const quota = checkQuota(input);
  if (!quota.ok) return quota;
  const gathered = gatherFields(input);
  if (!gathered.ok) return gathered;
  return ok(orderFields(gathered.value, input));
}

/**
 * Orders tracks and shares out their seats.
 * @param normalise what the policy makes of the totals of a track, by its place; for samples that know a shorter way
 */
export function orderFields(
  gathered: readonly Field[],
  input: RankingInput,
  normalise: (field: Field, place: number) => Normalised = (field) => normaliseField(field, input.policy.normalisation),
): OrderedRound {
  const fields = gathered.map((field, place) => orderField(field, input, normalise(field, place)));
  const eligible = fields.map(({ order, standings }) => countEligible(order, standings, input.policy));
  return { fields, seats: shareSeats(input.tracks, eligible, input.policy) };
}

function orderField(field: Field, { policy, decisions }: RankingInput, normalised: Normalised): OrderedField {
  const scores = scoreEntrants(field, normalised, policy);
  const scored: ScoredField = { field, normalised, scores, standings: standingsOf(scores, policy) };
  const own = decisions.filter(({ trackId }) => trackId === field.track.id);
  const { ranked, vetoed, unscored } = sortOut(scored, policy);
  return { ...scored, order: orderScored(ranked, scored, policy, own), vetoed, unscored };
}

/** Entrants with a score that nobody vetoed, those vetoed, and the others. */
function sortOut({ field, scores }: ScoredField, policy: Policy) {
  const kinds = { ranked: placesFor(field), vetoed: placesFor(field), unscored: placesFor(field) };
  for (let entrant = 0; entrant < field.entrants.length; entrant += 1) {
    const isVetoed = vetoOf(field, entrant, policy) !== null;
    const own = kinds[isVetoed ? 'vetoed' : scores.denominators[entrant] === 0 ? 'unscored' : 'ranked'];
    own.entrants[own.count] = entrant;
    own.count += 1;
  }
  const { ranked, vetoed, unscored } = kinds;
  return { ranked: taken(ranked), vetoed: taken(vetoed), unscored: taken(unscored) };
}

type Places = { readonly entrants: Int32Array; count: number };

function placesFor({ entrants }: Field): Places {
  return { entrants: new Int32Array(entrants.length), count: 0 };
}

function taken({ entrants, count }: Places): Int32Array {
  return entrants.slice(0, count);
}

/** What the list as a whole made of an entrant. */
export type Outcome = Pick<RankingRow, 'rank' | 'status' | 'across'> & Omit<Grade, 'status'>;

const unranked = { rank: null, across: null, failedCoreItems: [], cappedFrom: null } as const;

/** Ruling 6: shared ranks count 1, 1, 3. What became of who stands at a position of the order. */
export function outcomeAt(track: OrderedField, position: number, seats: Seats, { policy }: RankingInput): Outcome {
  const { order } = track;
  const rank = intAt(order.firsts, position) + 1;
  if (policy.evaluation !== null) {
    const grade = gradeScored(track, intAt(order.entrants, position), policy.evaluation);
    return { ...unranked, ...grade, rank };
  }
  return { ...unranked, ...standAt(rank, intAt(order.ends, position), seats), rank };
}

/** Ruling 12: in an evaluation round a veto gives its band. */
export function vetoedOutcome({ field, scores }: OrderedField, entrant: number, { policy }: RankingInput): Outcome {
  const { evaluation } = policy;
  if (evaluation === null) return { ...unranked, status: 'vetoed' };
  const isScored = scores.denominators[entrant] !== 0;
  const failedCoreItems = isScored ? listFailedCoreItems(field, entrant, evaluation) : [];
  return { ...unranked, status: `band:${evaluation.vetoBand}`, failedCoreItems };
}

/** What becomes of entrants without a score. */
export const unscoredOutcome: Outcome = { ...unranked, status: 'no-score' };

/** Ranks (0: none) and statuses of a track, by entrant. */
export type Standing = { readonly ranks: Int32Array; readonly statuses: readonly RankingStatus[] };

/** Where every entrant of an ordered round stands. */
export function listStandings({ fields, seats }: OrderedRound, input: RankingInput): Standing[] {
  return fields.map((track, index) => {
    const { order, vetoed, field } = track;
    const ranks = new Int32Array(field.entrants.length);
    const statuses = Array.from<RankingStatus>({ length: ranks.length }).fill('no-score');
    for (const entrant of vetoed) statuses[entrant] = vetoedOutcome(track, entrant, input).status;
    for (const [position, entrant] of order.entrants.entries()) {
      const { rank, status } = outcomeAt(track, position, at(seats, index), input);
      ranks[entrant] = rank ?? 0;
      statuses[entrant] = status;
    }
    return { ranks, statuses };
  });
}
