import type { Rubric } from '#shared/round/rubric.ts';
import { listMissing, type Missing } from '#shared/scoring/check-sheet.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';

/** How far a candidate is: done ●, begun ○, untouched ◌, or out ⊘ (recused or abstained). */
export type Standing = 'done' | 'begun' | 'untouched' | 'recused' | 'abstained';

/** The standing of a sheet; one that is out but lacks its reason still counts as out. */
export function standingOf(rubric: Rubric, sheet: Sheet | undefined): Standing {
  if (sheet === undefined) return 'untouched';
  if (sheet.state !== 'scored') return sheet.state;
  if (listMissing(rubric, sheet).length === 0) return 'done';
  const entered = Object.keys(sheet.points).length + Object.keys(sheet.gates).length > 0 || sheet.comment !== '';
  return entered || sheet.fraud ? 'begun' : 'untouched';
}

/** The name of the field that a missing thing belongs to, as the rubric pane knows it. */
export function fieldOf(missing: Missing): string {
  switch (missing.what) {
    case 'points':
      return `points:${missing.criterionId}`;
    case 'gate':
      return `gate:${missing.gateId}`;
    case 'reason':
      return 'reason';
    case 'fraud-comment':
      return 'comment';
  }
}

/** Decimals that a rubric's steps need: 0 for whole points, 1 for halves and tenths, 2 for less. */
export function decimalsOf(rubric: Pick<Rubric, 'categories'>): 0 | 1 | 2 {
  const steps = rubric.categories.flatMap(({ criteria }) => criteria.map(({ step }) => step));
  if (steps.every((step) => step % 100 === 0)) return 0;
  return steps.every((step) => step % 10 === 0) ? 1 : 2;
}

/** Sum of a category's points given so far, in hundredths. */
export function categoryTotal(category: Rubric['categories'][number], sheet: Sheet | undefined): number {
  return category.criteria.reduce((sum, { id }) => sum + (sheet?.points[id] ?? 0), 0);
}

/** Where to go on: the first missing field, else the first field of the form. */
export function firstFieldOf(rubric: Rubric, sheet: Sheet | undefined): string {
  const [missing] = listMissing(rubric, sheet);
  if (missing !== undefined) return fieldOf(missing);
  if (sheet !== undefined && sheet.state !== 'scored') return 'reason';
  return `points:${rubric.categories[0]?.criteria[0]?.id ?? ''}`;
}
