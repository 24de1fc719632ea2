import { at, lookUp } from '../base/at.ts';
import { ok, type Result } from '../base/result.ts';
import type { Policy } from '../round/policy.ts';
import { figureOf } from './describe-row.ts';
import { candidateAt } from './entrant.ts';
import { explainCrossing } from './explain-crossing.ts';
import { explainSheets } from './explain-sheets.ts';
import { explainTie } from './explain-tie.ts';
import type { Explanation, GateExplanation, ItemExplanation } from './explanation.ts';
import { countOf } from './gather.ts';
import { orderRound, type OrderedField, type RankingRefusal } from './order-round.ts';
import { meanPoints } from './part-equals.ts';
import { listedEntrants } from './rank-round.ts';
import type { RankedTrack, Ranking, RankingInput, RankingRow } from './ranking.ts';
import { tallyAt } from './tally.ts';
import { countGateVotes, vetoOf } from './votes.ts';

/** Explains any candidate that has a row in the ranking; an id without one (also of a trial candidate) is a bug. */
export type Explainer = (candidateId: string) => Explanation;

type Place = {
  readonly track: RankedTrack;
  readonly row: RankingRow;
  readonly ordered: OrderedField;
  readonly entrant: number;
};

/** The explainer of a ranking that was made of the input: what is shared by all explanations is worked out once. */
export function makeExplainer(input: RankingInput, ranking: Ranking): Result<Explainer, RankingRefusal> {
  const round = orderRound(input);
  if (!round.ok) return round;
  const tracks = new Map(ranking.tracks.map((track) => [track.trackId, track]));
  const places = new Map<string, Place>();
  for (const ordered of round.value.fields) {
    const track = lookUp(tracks, ordered.field.track.id);
    for (const [index, entrant] of listedEntrants(ordered).entries()) {
      places.set(candidateAt(ordered.field, entrant).id, { track, row: at(track.rows, index), ordered, entrant });
    }
  }
  return ok((candidateId) => explainPlace(lookUp(places, candidateId), input));
}

function explainPlace({ track, row, ordered, entrant }: Place, { policy, decisions }: RankingInput): Explanation {
  const tally = tallyAt(ordered, entrant, policy);
  const { trimmedHigh, trimmedLow } = tally;
  const valid = countOf(ordered.field, entrant);
  return {
    trackId: track.trackId,
    row,
    ranked: ordered.order.entrants.length,
    kept: tally.score === null ? 0 : valid - trimmedHigh.length - trimmedLow.length,
    droppedHigh: trimmedHigh.length,
    droppedLow: trimmedLow.length,
    weightedMaximum: track.weightedMaximum,
    sheets: explainSheets(ordered, tally, row, policy),
    items: valid === 0 ? [] : listItems(ordered, entrant, row, policy),
    gates: listGates(ordered, entrant, policy),
    tie: explainTie(ordered, entrant, row, policy, decisions),
    crossing: explainCrossing({ track, row, ordered, entrant, tally }, policy),
  };
}

function listItems({ field }: OrderedField, entrant: number, row: RankingRow, { decimals }: Policy): ItemExplanation[] {
  const failed = new Set(row.failedCoreItems);
  const categories = new Map(
    field.rubric.categories.flatMap(({ id, criteria }) => criteria.map((criterion) => [criterion.id, id] as const)),
  );
  return field.criteria.map(({ id, max }, place) => ({
    criterionId: id,
    categoryId: lookUp(categories, id),
    max,
    failed: failed.has(id),
    ...figureOf(meanPoints(field, entrant, place), decimals),
  }));
}

/** All gates that experts answer, also those that nobody failed. */
function listGates({ field }: OrderedField, entrant: number, policy: Policy): GateExplanation[] {
  const sheets = countOf(field, entrant);
  const votes = new Map(countGateVotes(field, entrant).map(({ gateId, fails }) => [gateId, fails]));
  const veto = vetoOf(field, entrant, policy);
  const needed = policy.gates === 'staff' ? null : policy.gates === 'any' ? 1 : Math.floor(sheets / 2) + 1;
  return field.gates.map(({ id: gateId }) => ({
    gateId,
    fails: votes.get(gateId) ?? 0,
    sheets,
    needed,
    veto: veto?.by === 'experts' && veto.gateIds.includes(gateId),
  }));
}
