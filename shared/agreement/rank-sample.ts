import type { Field } from '../ranking/gather.ts';
import { listStandings, orderFields, type Standing } from '../ranking/order-round.ts';
import type { RankingInput } from '../ranking/ranking.ts';

/**
 * Ranks a sample by the round's own rule: the round with every sheet counted as often as `weights` says, by its place: the
 * slots of the fields one after another. A second copy of a sheet comes from a second expert who is like the first in everything.
 * @returns where every entrant of each track stands
 */
export function rankSample(fields: readonly Field[], weights: Uint16Array, input: RankingInput): Standing[] {
  let first = 0;
  const drawn = fields.map((field) => {
    const own = weights.subarray(first, first + field.sheets.length);
    first += field.sheets.length;
    return drawField(field, own);
  });
  return listStandings(orderFields(drawn, input), input);
}

/** A track with each of its sheets as often as it was drawn. Sheets that do not count were not drawn from. */
function drawField(field: Field, weights: Uint16Array): Field {
  const count = weights.reduce((sum, copies) => sum + copies, 0);
  const from = new Int32Array(field.from.length);
  const sheets = new Int32Array(count);
  const experts = new Int32Array(count);
  const weighted = new Float64Array(count);
  const people = field.columns.sheets.expertIds.length;
  const voted = new Uint8Array(field.entrants.length);
  let next = 0;
  for (let entrant = 0; entrant < field.entrants.length; entrant += 1) {
    for (let slot = field.from[entrant] ?? 0; slot < (field.from[entrant + 1] ?? 0); slot += 1) {
      for (let copy = 0; copy < (weights[slot] ?? 0); copy += 1) {
        sheets[next] = field.sheets[slot] ?? -1;
        experts[next] = (field.experts[slot] ?? -1) + copy * people;
        weighted[next] = field.weighted[slot] ?? NaN;
        next += 1;
        voted[entrant] = field.voted[entrant] ?? 0;
      }
    }
    from[entrant + 1] = next;
  }
  return { ...field, from, sheets, experts, weighted, voted, left: new Map() };
}
