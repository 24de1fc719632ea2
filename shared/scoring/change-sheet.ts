import { z } from 'zod';
import { assertNever } from '../base/assert-never.ts';
import { slugSchema } from '../base/ids.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { textSchema } from '../base/text.ts';
import { listCriteria, listExpertGates, type Rubric } from '../round/rubric.ts';
import { checkPoints } from './check-sheet.ts';
import type { ScoringCode } from './sentences.ts';
import { commentLimit, gateAnswerSchema, sheetStateSchema, type Sheet } from './sheet.ts';

/** One change of one sheet; `points` and `answer` null clear the field. */
export const sheetChangeSchema = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('points'),
    criterionId: slugSchema,
    points: z.int().min(0).max(1_000_000).nullable(),
  }),
  z.strictObject({ what: z.literal('gate'), gateId: slugSchema, answer: gateAnswerSchema.nullable() }),
  z.strictObject({ what: z.literal('comment'), comment: textSchema(commentLimit) }),
  z.strictObject({ what: z.literal('fraud'), fraud: z.boolean() }),
  z.strictObject({ what: z.literal('state'), state: sheetStateSchema, reason: textSchema(commentLimit).nullable() }),
]);
export type SheetChange = z.infer<typeof sheetChangeSchema>;

/** A sheet on which nothing has been entered yet. `at`: RFC 3339 UTC. */
export function emptySheet(candidateId: string, at: string): Sheet {
  return {
    candidateId,
    state: 'scored',
    points: {},
    gates: {},
    fraud: false,
    comment: '',
    reason: null,
    revision: 0,
    firstEditedAt: at,
    lastEditedAt: at,
  };
}

/**
 * The sheet after one change, one revision on. Recusing or abstaining clears points and gates, for such a sheet
 * carries none; going back to scoring clears the reason.
 * @param at RFC 3339 UTC
 */
export function changeSheet(rubric: Rubric, sheet: Sheet, change: SheetChange, at: string): Result<Sheet, ScoringCode> {
  const changed = applyChange(rubric, sheet, change);
  if (!changed.ok) return changed;
  return ok({ ...sheet, ...changed.value, revision: sheet.revision + 1, lastEditedAt: at });
}

function applyChange(rubric: Rubric, sheet: Sheet, change: SheetChange): Result<Partial<Sheet>, ScoringCode> {
  switch (change.what) {
    case 'points':
      return changePoints(rubric, sheet, change);
    case 'gate':
      return changeGate(rubric, sheet, change);
    case 'comment':
      return ok({ comment: change.comment });
    case 'fraud':
      return ok({ fraud: change.fraud });
    case 'state':
      return changeState(change);
    default:
      return assertNever(change);
  }
}

function changePoints(
  rubric: Rubric,
  sheet: Sheet,
  { criterionId, points }: Extract<SheetChange, { what: 'points' }>,
): Result<Partial<Sheet>, ScoringCode> {
  if (sheet.state !== 'scored') return fail('scoring.points-while-out');
  const criterion = listCriteria(rubric).find(({ id }) => id === criterionId);
  if (criterion === undefined) return fail('scoring.unknown-criterion', { criterion: criterionId });
  if (points === null) return ok({ points: without(sheet.points, criterionId) });
  const checked = checkPoints(criterion, points);
  return checked.ok ? ok({ points: { ...sheet.points, [criterionId]: points } }) : checked;
}

function changeGate(
  rubric: Rubric,
  sheet: Sheet,
  { gateId, answer }: Extract<SheetChange, { what: 'gate' }>,
): Result<Partial<Sheet>, ScoringCode> {
  if (sheet.state !== 'scored') return fail('scoring.points-while-out');
  if (!listExpertGates(rubric).some(({ id }) => id === gateId)) return fail('scoring.unknown-gate', { gate: gateId });
  return ok({ gates: answer === null ? without(sheet.gates, gateId) : { ...sheet.gates, [gateId]: answer } });
}

function changeState({ state, reason }: Extract<SheetChange, { what: 'state' }>): Result<Partial<Sheet>, ScoringCode> {
  return ok(state === 'scored' ? { state, reason: null } : { state, reason: reason ?? '', points: {}, gates: {} });
}

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
