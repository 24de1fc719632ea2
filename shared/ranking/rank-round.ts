import { at } from '../base/at.ts';
import { ok, type Result } from '../base/result.ts';
import type { Policy } from '../round/policy.ts';
import { checkPolicy, checkQuota } from './check-policy.ts';
import { describeRow, maximumFigure, type Verdict } from './describe-row.ts';
import { gatherFields, type Field } from './gather.ts';
import { gradeScored, listFailedCoreItems } from './grade.ts';
import { normaliseField } from './normalise.ts';
import { orderScored, type Place, type Scored } from './part-equals.ts';
import type { RankedTrack, Ranking, RankingInput, RankingRow } from './ranking.ts';
import { countEligible, shareSeats, standAt, type Seats } from './seats.ts';
import type { RankingCode } from './sentences.ts';
import { tallyEntrant, type Tally } from './tally.ts';

/** Why a round cannot be ranked; `round.quota-mismatch` has its sentence with the round. */
export type RankingRefusal = RankingCode | 'round.quota-mismatch';

/** A track after scoring and ordering, before seats are given. */
export type OrderedField = {
  readonly field: Field;
  readonly places: readonly Place[];
  readonly vetoed: readonly Tally[];
  readonly unscored: readonly Tally[];
  readonly parts: ReadonlyMap<string, number> | null;
  /** How many units of a sheet's `value` make a point. */
  readonly perPoint: number;
};

/**
 * Ranks a round by its policy: exact, the same for every order of the input, on every machine.
 * Source of every rule: procedure and rules, "Aggregation rules" and rulings 1–19.
 * @returns a refusal when the policy cannot be carried out or the input does not fit together; nothing is ignored silently
 */
export function rankRound(input: RankingInput): Result<Ranking, RankingRefusal> {
  const policy = checkPolicy(input.policy, input);
  if (!policy.ok) return policy;
  const quota = checkQuota(input);
  if (!quota.ok) return quota;
  const fields = gatherFields(input);
  if (!fields.ok) return fields;
  const ordered = fields.value.map((field) => orderField(field, input));
  const eligible = ordered.map(({ places }) => countEligible(places, input.policy));
  const seats = shareSeats(input.tracks, eligible, input.policy);
  return ok({ tracks: ordered.map((track, index) => seatTrack(track, at(seats, index), input)) });
}

/** Scores and orders a track. */
export function orderField(field: Field, { policy, decisions }: RankingInput): OrderedField {
  const { perPoint, parts } = normaliseField(field, policy.normalisation);
  const scored: Scored[] = [];
  const vetoed: Tally[] = [];
  const unscored: Tally[] = [];
  for (const entrant of field.entrants) {
    const tally = tallyEntrant(field, entrant, policy, perPoint);
    if (tally.veto !== null) vetoed.push(tally);
    else if (isScored(tally)) scored.push(tally);
    else unscored.push(tally);
  }
  const own = decisions.filter(({ trackId }) => trackId === field.track.id);
  return { field, places: orderScored(scored, field, policy, own, perPoint), vetoed, unscored, parts, perPoint };
}

function isScored(tally: Tally): tally is Scored {
  return tally.score !== null && tally.standing !== null;
}

function seatTrack(ordered: OrderedField, seats: Seats, { policy }: RankingInput): RankedTrack {
  const { field, places, parts } = ordered;
  const row = (tally: Tally, verdict: Verdict): RankingRow => describeRow(field, tally, verdict, policy, parts);
  const rows = [
    ...rankPlaces(places, field, seats, policy).map(([tally, verdict]) => row(tally, verdict)),
    ...ordered.vetoed.map((tally) => row(tally, vetoedVerdict(field, tally, policy))),
    ...ordered.unscored.map((tally) => row(tally, { ...unranked, status: 'no-score' })),
  ];
  const { eligible: _, ...shown } = seats;
  return {
    trackId: field.track.id,
    name: field.track.name,
    rubricId: field.rubric.id,
    maximum: field.maximum,
    weightedMaximum: maximumFigure(field.scale, policy),
    trial: field.trial,
    ...shown,
    ...linesOf(rows, seats),
    parts: parts === null ? 1 : new Set(parts.values()).size,
    rows,
  };
}

const unranked = { rank: null, across: null, tie: null, failedCoreItems: [], cappedFrom: null } as const;

/** Ruling 12: in an evaluation round a veto gives its band. */
function vetoedVerdict(field: Field, tally: Tally, { evaluation }: Policy): Verdict {
  if (evaluation === null) return { ...unranked, status: 'vetoed' };
  const failedCoreItems = isScored(tally) ? listFailedCoreItems(field, tally, evaluation) : [];
  return { ...unranked, status: `band:${evaluation.vetoBand}`, failedCoreItems };
}

/** Ruling 6: shared ranks count 1, 1, 3. */
function rankPlaces(places: readonly Place[], field: Field, seats: Seats, { evaluation }: Policy): [Tally, Verdict][] {
  const ranked: [Tally, Verdict][] = [];
  for (const place of places) {
    const rank = ranked.length + 1;
    const standing = standAt(rank, ranked.length + place.length, seats);
    for (const { tally, tie } of place) {
      const grade = evaluation === null ? null : gradeScored(field, tally, evaluation);
      const outcome = grade === null ? { ...unranked, ...standing } : { ...unranked, ...grade };
      ranked.push([tally, { ...outcome, rank, tie }]);
    }
  }
  return ranked;
}

/** Where the cut line and the end of the reserve list are drawn, and how many seats wait for a decision. */
function linesOf(
  rows: readonly RankingRow[],
  { seats, reserve, eligible }: Seats,
): Pick<RankedTrack, 'cutAfter' | 'reserveAfter' | 'openSeats'> {
  if (seats === null) return { cutAfter: null, reserveAfter: null, openSeats: 0 };
  const count = (test: (row: RankingRow) => boolean): number => rows.filter(test).length;
  const selected = count(({ status }) => status === 'selected');
  const atCut = count(({ across }) => across === 'cut-line');
  const inReserve = count(({ status, across }) => status === 'reserve' || across === 'reserve-end');
  return {
    cutAfter: selected + atCut,
    reserveAfter: reserve === 0 ? null : selected + atCut + inReserve,
    openSeats: Math.min(seats, eligible) - selected,
  };
}
