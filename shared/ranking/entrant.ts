import { at, doubleAt, intAt } from '../base/at.ts';
import type { Hundredths } from '../base/points.ts';
import type { Field } from './gather.ts';
import type { RankingCandidate, RankingSheet } from './ranking.ts';
import { sheetAt } from './sheet-columns.ts';

/** A sheet that counts. */
export type ValidSheet = {
  readonly sheet: RankingSheet;
  /** Sum of the points. */
  readonly total: Hundredths;
  /** The total under the policy's category weights, in units of the field. */
  readonly weighted: number;
  /** The weighted total after normalisation, in the unit that normalisation says. */
  readonly value: number;
};

/** A candidate with its sheets written out, both lists by bytes of the expert's id. */
export type Entrant = {
  readonly candidate: RankingCandidate;
  readonly valid: readonly ValidSheet[];
  /** Recused, abstained or void: these leave the mean, they are no zeros. */
  readonly left: readonly RankingSheet[];
};

/** Writes out one entrant of a track. `values`: by slot, after normalisation. */
export function entrantAt(field: Field, values: Float64Array, entrant: number): Entrant {
  const { columns, from, weighted, shape } = field;
  const first = intAt(from, entrant);
  const own = field.sheets.subarray(first, from[entrant + 1]);
  return {
    candidate: candidateAt(field, entrant),
    valid: Array.from(own, (place, index) => ({
      sheet: sheetAt(columns, place, shape),
      total: totalAt(field, place),
      weighted: doubleAt(weighted, first + index),
      value: doubleAt(values, first + index),
    })),
    left: (field.left.get(entrant) ?? []).map((place) => sheetAt(columns, place, shape)),
  };
}

/** The candidate that an entrant of a track is. */
export function candidateAt({ columns, entrants }: Field, entrant: number): RankingCandidate {
  return at(columns.candidates.list, intAt(entrants, entrant));
}

/** Sum of a valid sheet's points. */
export function totalAt({ columns, rubric }: Field, sheet: number): Hundredths {
  const { categories, categoryStride } = columns.sheets;
  let total = 0;
  for (let index = 0; index < rubric.categories.length; index += 1) {
    total += intAt(categories, sheet * categoryStride + index);
  }
  return total;
}
