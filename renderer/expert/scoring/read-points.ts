import { parsePoints, type Hundredths } from '#shared/base/points.ts';
import type { Failure } from '#shared/base/result.ts';
import type { Criterion } from '#shared/round/rubric.ts';
import { checkPoints } from '#shared/scoring/check-sheet.ts';

/** What a score field holds: a value, nothing, or something that is no score (yet). */
export type PointsText =
  | { readonly state: 'value'; readonly points: Hundredths | null }
  /** Digits may still make it a score: nothing is said until the field is left. */
  | { readonly state: 'unfinished'; readonly failure: Failure }
  | { readonly state: 'wrong'; readonly failure: Failure };

/** Reads what was typed into a score field. */
export function readPoints(criterion: Criterion, typed: string): PointsText {
  if (typed.trim() === '') return { state: 'value', points: null };
  const detail = { criterion: criterion.name, max: criterion.max / 100, step: criterion.step / 100 };
  const points = parsePoints(typed);
  if (points === null) return { state: 'wrong', failure: { code: 'scoring.out-of-range', detail } };
  const checked = checkPoints(criterion, points);
  if (checked.ok) return { state: 'value', points };
  return { state: points > criterion.max ? 'wrong' : 'unfinished', failure: checked.error };
}

/** The score one step up or down, within 0 and the maximum; an empty field starts at the near end. */
export function stepPoints(criterion: Criterion, points: Hundredths | null, way: 1 | -1): Hundredths {
  if (points === null) return way > 0 ? criterion.step : criterion.max;
  return Math.min(criterion.max, Math.max(0, points + way * criterion.step));
}
