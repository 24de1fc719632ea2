import { at, intAt } from '../base/at.ts';
import type { Track } from '../round/round.ts';
import type { Rubric } from '../round/rubric.ts';
import type { Columns } from './columns.ts';
import { isIncomplete, isValid } from './sheet-columns.ts';
import type { WeightScale } from './weigh.ts';

/** A track with its place among the round's tracks and what its sheets are weighed by. */
export type TrackRules = {
  readonly track: Track;
  readonly place: number;
  readonly rubric: Rubric;
  readonly scale: WeightScale;
};

/** What stands among weighed totals for sheets that do not count, and for those that lack points. */
export const leftOut = -1;
export const incomplete = -2;

/** The total of every valid sheet under its track's weights: Σ points × percent over the categories. */
export function weighSheets({ candidates, sheets }: Columns, tracks: readonly TrackRules[]): Float64Array {
  const { flags, categories, categoryStride } = sheets;
  const percents = tracks.map(({ rubric, scale }) =>
    Int32Array.from({ length: categoryStride }, (_, index) =>
      index < rubric.categories.length ? (scale.percents?.[index] ?? 1) : 0,
    ),
  );
  const [first = new Int32Array()] = percents;
  const alike = percents.every((own) => own.every((percent, index) => percent === first[index]));
  const weighed = new Float64Array(sheets.count);
  for (let sheet = 0; sheet < weighed.length; sheet += 1) {
    const own = alike ? first : at(percents, intAt(candidates.tracks, intAt(sheets.candidates, sheet)));
    let sum = 0;
    for (let index = 0; index < categoryStride; index += 1) {
      sum += intAt(categories, sheet * categoryStride + index) * intAt(own, index);
    }
    const bits = intAt(flags, sheet);
    weighed[sheet] = isValid(bits) ? sum : isIncomplete(bits) ? incomplete : leftOut;
  }
  return weighed;
}
