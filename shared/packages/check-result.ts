import { fail, ok, type Result } from '../base/result.ts';
import type { Candidate } from '../candidates/candidate.ts';
import type { Rubric } from '../round/rubric.ts';
import { checkSheet, listMissing } from '../scoring/check-sheet.ts';
import type { ScoringCode } from '../scoring/sentences.ts';
import type { Sheet } from '../scoring/sheet.ts';
import type { ResultPredicate } from './result.ts';
import type { PackageCode } from './sentences.ts';
import type { TaskPredicate } from './task.ts';

type Answers = Pick<ResultPredicate, 'sheets'>;
type Asked = Pick<Candidate, 'id' | 'code' | 'trackId'>;

/** What a task asks, as far as checking its answers needs. */
export type Questions = Pick<TaskPredicate, 'tracks' | 'rubrics'> & { readonly candidates: readonly Asked[] };

/**
 * The sheets of a result answer its task: every assigned candidate once, in the task's order; every id known; points
 * within range and step; nothing missing.
 */
export function checkResult(task: Questions, result: Answers): Result<null, PackageCode> {
  const order = checkOrder(task.candidates, result.sheets);
  if (!order.ok) return order;
  const rubrics = rubricsByTrack(task);
  for (const [index, candidate] of task.candidates.entries()) {
    const sheet = result.sheets[index];
    const rubric = rubrics.get(candidate.trackId);
    if (sheet === undefined || rubric === undefined)
      return fail('package.sheet-missing', { candidate: candidate.code });
    const checked = checkAnswer(candidate, rubric, sheet);
    if (!checked.ok) return checked;
  }
  return ok(null);
}

function checkOrder(candidates: readonly Asked[], sheets: readonly Sheet[]): Result<null, PackageCode> {
  const known = new Map(candidates.map(({ id, code }) => [id, code]));
  const seen = new Set<string>();
  for (const { candidateId } of sheets) {
    const code = known.get(candidateId);
    if (code === undefined) return fail('package.sheet-unknown', { candidate: candidateId });
    if (seen.has(candidateId)) return fail('package.sheet-duplicate', { candidate: code });
    seen.add(candidateId);
  }
  const missing = candidates.find(({ id }) => !seen.has(id));
  if (missing !== undefined) return fail('package.sheet-missing', { candidate: missing.code });
  const misplaced = candidates.find(({ id }, index) => sheets[index]?.candidateId !== id);
  return misplaced === undefined ? ok(null) : fail('package.sheet-order', { candidate: misplaced.code });
}

function rubricsByTrack({ tracks, rubrics }: Questions): Map<string, Rubric | undefined> {
  const byId = new Map(rubrics.map((rubric) => [rubric.id, rubric]));
  return new Map(tracks.map(({ id, rubricId }) => [id, byId.get(rubricId)]));
}

function checkAnswer({ code }: Asked, rubric: Rubric, sheet: Sheet): Result<null, PackageCode> {
  const checked = checkSheet(rubric, sheet);
  if (!checked.ok) return fail(answerCode(checked.error.code), { ...checked.error.detail, candidate: code });
  if (sheet.state === 'scored' && sheet.reason !== null) return fail('package.sheet-state', { candidate: code });
  if (listMissing(rubric, sheet).length > 0) return fail('package.sheet-incomplete', { candidate: code });
  return ok(null);
}

function answerCode(code: ScoringCode): PackageCode {
  switch (code) {
    case 'scoring.out-of-range':
      return 'package.sheet-points';
    case 'scoring.off-step':
      return 'package.sheet-step';
    case 'scoring.unknown-criterion':
      return 'package.sheet-criterion';
    case 'scoring.unknown-gate':
      return 'package.sheet-gate';
    default:
      return 'package.sheet-state';
  }
}
