import type { Hundredths } from '../base/points.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { listCriteria, listExpertGates, type Criterion, type Rubric } from '../round/rubric.ts';
import type { ScoringCode } from './sentences.ts';
import type { Sheet } from './sheet.ts';

/** One thing a sheet still lacks, in the order of the form. */
export type Missing =
  | { readonly what: 'points'; readonly criterionId: string }
  | { readonly what: 'gate'; readonly gateId: string }
  | { readonly what: 'reason' }
  | { readonly what: 'fraud-comment' };

/** Whether `points` is allowed for the criterion: 0 … max, a multiple of its step. */
export function checkPoints(criterion: Criterion, points: Hundredths): Result<Hundredths, ScoringCode> {
  const detail = { criterion: criterion.name, max: criterion.max / 100, step: criterion.step / 100 };
  if (points < 0 || points > criterion.max) return fail('scoring.out-of-range', detail);
  if (points % criterion.step !== 0) return fail('scoring.off-step', detail);
  return ok(points);
}

/** Every point of a sheet is allowed and every id belongs to the rubric; says nothing about completeness. */
export function checkSheet(rubric: Rubric, sheet: Sheet): Result<Sheet, ScoringCode> {
  const criteria = new Map(listCriteria(rubric).map((criterion) => [criterion.id, criterion]));
  for (const [id, points] of Object.entries(sheet.points)) {
    const criterion = criteria.get(id);
    if (criterion === undefined) return fail('scoring.unknown-criterion', { criterion: id });
    const checked = checkPoints(criterion, points);
    if (!checked.ok) return checked;
  }
  const gates = new Set(listExpertGates(rubric).map(({ id }) => id));
  const unknownGate = Object.keys(sheet.gates).find((id) => !gates.has(id));
  if (unknownGate !== undefined) return fail('scoring.unknown-gate', { gate: unknownGate });
  if (sheet.state !== 'scored' && Object.keys(sheet.points).length > 0) return fail('scoring.points-while-out');
  return ok(sheet);
}

/** What is missing before the sheet can be handed in; empty when it is complete. */
export function listMissing(rubric: Rubric, sheet: Sheet | undefined): Missing[] {
  if (sheet !== undefined && sheet.state !== 'scored') {
    return (sheet.reason ?? '').trim() === '' ? [{ what: 'reason' }] : [];
  }
  const points: Missing[] = listCriteria(rubric)
    .filter(({ id }) => sheet?.points[id] === undefined)
    .map(({ id }) => ({ what: 'points', criterionId: id }));
  const gates: Missing[] = listExpertGates(rubric)
    .filter(({ id }) => sheet?.gates[id] === undefined)
    .map(({ id }) => ({ what: 'gate', gateId: id }));
  const fraudWithoutComment = sheet !== undefined && sheet.fraud && sheet.comment.trim() === '';
  return [...points, ...gates, ...(fraudWithoutComment ? [{ what: 'fraud-comment' } as const] : [])];
}

/** Sum of the points given so far, in hundredths. */
export function sheetTotal(sheet: Pick<Sheet, 'points'>): Hundredths {
  return Object.values(sheet.points).reduce((sum, points) => sum + points, 0);
}
