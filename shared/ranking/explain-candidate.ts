import { at, lookUp } from '../base/at.ts';
import { ok, type Result } from '../base/result.ts';
import type { Policy } from '../round/policy.ts';
import { figureOf } from './describe-row.ts';
import { explainCrossing } from './explain-crossing.ts';
import { explainSheets } from './explain-sheets.ts';
import { explainTie } from './explain-tie.ts';
import type { Explanation, GateExplanation, ItemExplanation } from './explanation.ts';
import { gatherFields } from './gather.ts';
import { meanPoints, type Scored } from './part-equals.ts';
import { orderField, type OrderedField, type RankingRefusal } from './rank-round.ts';
import type { RankedTrack, Ranking, RankingInput, RankingRow } from './ranking.ts';
import type { Tally } from './tally.ts';

/** Explains any candidate that has a row in the ranking; an id without one (also of a trial candidate) is a bug. */
export type Explainer = (candidateId: string) => Explanation;

/** One candidate of a ranking that was made of the input, undefined without a row. To explain many, use `makeExplainer`. */
export function explainCandidate(
  input: RankingInput,
  ranking: Ranking,
  candidateId: string,
): Result<Explanation | undefined, RankingRefusal> {
  const explain = makeExplainer(input, ranking);
  if (!explain.ok) return explain;
  const hasRow = ranking.tracks.some(({ rows }) => rows.some((row) => row.candidateId === candidateId));
  return ok(hasRow ? explain.value(candidateId) : undefined);
}

type Place = {
  readonly track: RankedTrack;
  readonly row: RankingRow;
  readonly ordered: OrderedField;
  readonly tally: Tally;
};

/** The explainer of a ranking that was made of the input: what is shared by all explanations is worked out once. */
export function makeExplainer(input: RankingInput, ranking: Ranking): Result<Explainer, RankingRefusal> {
  const fields = gatherFields(input);
  if (!fields.ok) return fields;
  const tracks = new Map(ranking.tracks.map((track) => [track.trackId, track]));
  const places = new Map<string, Place>();
  for (const field of fields.value) {
    const ordered = orderField(field, input);
    const track = lookUp(tracks, field.track.id);
    // The rows of a track stand in this order.
    const tallies: readonly Tally[] = [...scoredOf(ordered), ...ordered.vetoed, ...ordered.unscored];
    for (const [index, tally] of tallies.entries()) {
      places.set(tally.entrant.candidate.id, { track, row: at(track.rows, index), ordered, tally });
    }
  }
  return ok((candidateId) => explainPlace(lookUp(places, candidateId), input));
}

function scoredOf({ places }: OrderedField): Scored[] {
  return places.flatMap((place) => place.map(({ tally }) => tally));
}

function explainPlace({ track, row, ordered, tally }: Place, { policy, decisions }: RankingInput): Explanation {
  const { trimmedHigh, trimmedLow, entrant } = tally;
  const scored = scoredOf(ordered);
  return {
    trackId: track.trackId,
    row,
    ranked: scored.length,
    kept: tally.score === null ? 0 : entrant.valid.length - trimmedHigh.length - trimmedLow.length,
    droppedHigh: trimmedHigh.length,
    droppedLow: trimmedLow.length,
    weightedMaximum: track.weightedMaximum,
    sheets: explainSheets(ordered, tally, row, policy),
    items: entrant.valid.length === 0 ? [] : listItems(ordered, tally, row, policy),
    gates: listGates(ordered, tally, policy),
    tie: explainTie(ordered, scored, row, policy, decisions),
    crossing: explainCrossing({ track, row, ordered, tally, scored }, policy),
  };
}

function listItems({ field }: OrderedField, tally: Tally, row: RankingRow, { decimals }: Policy): ItemExplanation[] {
  const failed = new Set(row.failedCoreItems);
  return field.rubric.categories.flatMap(({ id: categoryId, criteria }) =>
    criteria.map((criterion) => ({
      criterionId: criterion.id,
      categoryId,
      max: criterion.max,
      failed: failed.has(criterion.id),
      ...figureOf(meanPoints(tally, [criterion]), decimals),
    })),
  );
}

/** All gates that experts answer, also those that nobody failed. */
function listGates({ field }: OrderedField, { entrant, veto }: Tally, { gates }: Policy): GateExplanation[] {
  const sheets = entrant.valid.length;
  const needed = gates === 'staff' ? null : gates === 'any' ? 1 : Math.floor(sheets / 2) + 1;
  return field.gates.map(({ id: gateId }) => ({
    gateId,
    fails: entrant.valid.filter(({ sheet }) => sheet.gates[gateId] === 'fail').length,
    sheets,
    needed,
    veto: veto?.by === 'experts' && veto.gateIds.includes(gateId),
  }));
}
