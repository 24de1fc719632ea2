import { at, intAt } from '../base/at.ts';
import { ok, type Result } from '../base/result.ts';
import { describeRow, maximumFigure } from './describe-row.ts';
import { candidateAt } from './entrant.ts';
import {
  orderRound,
  outcomeAt,
  unscoredOutcome,
  vetoedOutcome,
  type OrderedField,
  type OrderedRound,
  type RankingRefusal,
} from './order-round.ts';
import type { RankedTrack, Ranking, RankingInput, RankingRow, Tie } from './ranking.ts';
import { standAt, type Seats } from './seats.ts';

/** Ranks a round by its policy; see `orderRound`. Rows are written out when asked for. */
export function rankRound(input: RankingInput): Result<Ranking, RankingRefusal> {
  const ordered = orderRound(input);
  return ordered.ok ? ok(describeRound(ordered.value, input)) : ordered;
}

/** The list of an ordered round. */
export function describeRound({ fields, seats }: OrderedRound, input: RankingInput): Ranking {
  return { tracks: fields.map((track, index) => describeTrack(track, at(seats, index), input)) };
}

function describeTrack(track: OrderedField, seats: Seats, input: RankingInput): RankedTrack {
  const { field, normalised } = track;
  const { eligible: _, ...shown } = seats;
  let rows: RankingRow[] | null = null;
  return {
    trackId: field.track.id,
    name: field.track.name,
    rubricId: field.rubric.id,
    maximum: field.maximum,
    weightedMaximum: maximumFigure(field.scale, input.policy),
    trial: field.trial,
    ...shown,
    ...linesOf(track, seats),
    parts: normalised.parts === null ? 1 : new Set(normalised.parts.filter((part) => part > 0)).size,
    get rows() {
      rows ??= listRows(track, seats, input);
      return rows;
    },
  };
}

/** Entrants in the order of the rows: first ranked, then vetoed, then without score. */
export function listedEntrants({ order, vetoed, unscored }: OrderedField): number[] {
  return [...order.entrants, ...vetoed, ...unscored];
}

function listRows(track: OrderedField, seats: Seats, input: RankingInput): RankingRow[] {
  const { order, vetoed, unscored } = track;
  const { policy } = input;
  return [
    ...Array.from(order.entrants, (entrant, position) => {
      const verdict = { ...outcomeAt(track, position, seats, input), tie: tieAt(track, position) };
      return describeRow(track, entrant, verdict, policy);
    }),
    ...Array.from(vetoed, (entrant) =>
      describeRow(track, entrant, { ...vetoedOutcome(track, entrant, input), tie: null }, policy),
    ),
    ...Array.from(unscored, (entrant) => describeRow(track, entrant, { ...unscoredOutcome, tie: null }, policy)),
  ];
}

/** The others are listed when asked for: written out for each of n equals they would take n² entries. */
function tieAt({ field, order }: OrderedField, position: number): Tie | null {
  const rule = order.rules[position] ?? null;
  if (rule === null) return null;
  return {
    rule,
    get with() {
      const equals = order.entrants.subarray(order.equalsFrom[position], order.equalsTo[position]).toSorted();
      const own = order.entrants[position];
      return [...equals].filter((entrant) => entrant !== own).map((entrant) => candidateAt(field, entrant).code);
    },
  };
}

/** Where the cut line and the end of the reserve list are drawn, and how many seats wait for a decision. */
function linesOf({ order }: OrderedField, given: Seats): Pick<RankedTrack, 'cutAfter' | 'reserveAfter' | 'openSeats'> {
  const { seats, reserve, eligible } = given;
  if (seats === null) return { cutAfter: null, reserveAfter: null, openSeats: 0 };
  let [selected, atCut, inReserve] = [0, 0, 0];
  for (let first = 0; first < order.firsts.length; first = intAt(order.ends, first)) {
    const end = intAt(order.ends, first);
    const { status, across } = standAt(first + 1, end, given);
    if (status === 'selected') selected += end - first;
    else if (across === 'cut-line') atCut += end - first;
    else if (status === 'reserve' || across === 'reserve-end') inReserve += end - first;
    else break;
  }
  return {
    cutAfter: selected + atCut,
    reserveAfter: reserve === 0 ? null : selected + atCut + inReserve,
    openSeats: Math.min(seats, eligible) - selected,
  };
}
