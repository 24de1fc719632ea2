import { at } from '../base/at.ts';
import type { Field } from '../ranking/gather.ts';
import { listStandings, orderFields, type Standing } from '../ranking/order-round.ts';
import type { RankingInput } from '../ranking/ranking.ts';
import type { Draw } from './draw-sample.ts';
import { readyNormaliser, valuesPerPoint, type Normaliser } from './normalise-sample.ts';
import { listExperts } from './score-table.ts';

/** A track made ready for many samples. */
type ReadyField = {
  readonly field: Field;
  readonly perPoint: number;
  /** Null without normalisation. */
  readonly normalise: Normaliser | null;
  /** By slot: values with every expert counted once, and those of the sample at hand. */
  readonly whole: Float64Array;
  readonly values: Float64Array;
};

/** Makes tracks ready for samples, their normalisation included. */
export function readyFields(fields: readonly Field[], { policy }: RankingInput): ReadyField[] {
  const { normalisation } = policy;
  return fields.map((field) => {
    const perPoint = valuesPerPoint(normalisation, field.scale.perPoint);
    if (normalisation === 'none')
      return { field, perPoint, normalise: null, whole: field.weighted, values: field.weighted };
    const experts = listExperts(field);
    const normalise = readyNormaliser(describe(field, experts), normalisation);
    const whole = new Float64Array(field.weighted.length);
    normalise(new Uint16Array(experts.length).fill(1), whole);
    return { field, perPoint, normalise, whole, values: new Float64Array(whole.length) };
  });
}

function describe({ from, experts, weighted, scale, entrants }: Field, listed: readonly number[]) {
  const places = new Map(listed.map((expert, place) => [expert, place]));
  const candidates = new Int32Array(weighted.length);
  for (const entrant of entrants.keys()) candidates.fill(entrant, from[entrant], from[entrant + 1]);
  return {
    candidateOf: candidates,
    expertOf: experts.map((expert) => places.get(expert) ?? -1),
    weighted,
    candidates: entrants.length,
    experts: listed.length,
    perPoint: scale.perPoint,
    maximum: scale.maximum,
  };
}

/**
 * Ranks a sample by the round's own rule: every sheet counts as often as the draw says, by its place: the slots of the fields
 * one after another. A second copy of a sheet comes from a second expert who is like the first in everything. Where whole
 * experts were drawn, totals are normalised anew among them; where sheets were drawn, they keep the round's own normalisation,
 * since a handful of an expert's sheets does not tell his scale.
 * @returns where every entrant of each track stands
 */
export function rankSample(ready: readonly ReadyField[], draws: readonly Draw[], input: RankingInput): Standing[] {
  const drawn = ready.map((track, index) => drawField(track, at(draws, index)));
  const ordered = orderFields(
    drawn.map(({ field }) => field),
    input,
    (_, place) => ({ values: at(drawn, place).values, perPoint: at(ready, place).perPoint, parts: null }),
  );
  return listStandings(ordered, input);
}

function valuesOf({ normalise, whole, values }: ReadyField, { times }: Draw): Float64Array {
  if (normalise === null || times === null) return whole;
  normalise(times, values);
  return values;
}

/** A track with each of its sheets as often as it was drawn, and their values. Sheets that do not count were not drawn from. */
function drawField(track: ReadyField, draw: Draw): { readonly field: Field; readonly values: Float64Array } {
  const { field } = track;
  const { weights } = draw;
  const whole = valuesOf(track, draw);
  const count = weights.reduce((sum, copies) => sum + copies, 0);
  const from = new Int32Array(field.from.length);
  const sheets = new Int32Array(count);
  const weighted = new Float64Array(count);
  const values = whole === field.weighted ? weighted : new Float64Array(count);
  const voted = new Uint8Array(field.entrants.length);
  let next = 0;
  for (let entrant = 0; entrant < field.entrants.length; entrant += 1) {
    for (let slot = field.from[entrant] ?? 0; slot < (field.from[entrant + 1] ?? 0); slot += 1) {
      for (let copy = 0; copy < (weights[slot] ?? 0); copy += 1) {
        sheets[next] = field.sheets[slot] ?? -1;
        weighted[next] = field.weighted[slot] ?? NaN;
        values[next] = whole[slot] ?? NaN;
        next += 1;
        voted[entrant] = field.voted[entrant] ?? 0;
      }
    }
    from[entrant + 1] = next;
  }
  return { field: { ...field, from, sheets, weighted, voted, left: new Map() }, values };
}
