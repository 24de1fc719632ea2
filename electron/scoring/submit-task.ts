import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { cleanText } from '#shared/base/text.ts';
import type { Submission } from '#shared/ipc/expert-views.ts';
import { packageExtensions } from '#shared/packages/package-kind.ts';
import { listMissing } from '#shared/scoring/check-sheet.ts';
import { declaration } from '#shared/scoring/declaration.ts';
import type { ScoringCode } from '#shared/scoring/sentences.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import { fileFailure } from '../base/file-failure.ts';
import { sealResult } from '../packages/seal-result.ts';
import { makeFileName, nameInFolder } from '../base/file-names.ts';
import { homeTime, traceHome, type Home } from '../home/home.ts';
import { findRubric, loadTask, type LocalTask } from '../home/load-task.ts';
import { submissionPlace } from '../home/places.ts';
import { findTaskSigner } from '../home/task-signer.ts';
import { loadSheets } from './load-sheets.ts';
import { loadSubmissions, sumRevisions } from './submissions.ts';

/** A result package as it was made. */
export type Submitted = Submission & { readonly path: string };

/**
 * 提交: checks that every candidate is answered, then signs and seals a result package into a folder. The chain of the
 * round goes on from the last submission; from the second on a reason is needed. Nothing is recorded before the file
 * stands complete under its name.
 */
export async function submitTask(
  home: Home,
  { taskId, folder, reason }: { taskId: string; folder: string; reason: string | null },
): Promise<Result<Submitted>> {
  const task = loadTask(home, taskId);
  if (!task.ok) return task;
  const sheets = loadSheets(home, taskId);
  const complete = checkComplete(task.value, sheets);
  if (!complete.ok) return complete;
  const last = loadSubmissions(home, task.value).at(-1);
  const why = reason === null ? '' : cleanText(reason).trim();
  if (last !== undefined && why === '') return fail('scoring.reason-missing');
  const made = makeFolder(folder);
  if (!made.ok) return made;
  const link = {
    seq: (last?.seq ?? 0) + 1,
    previous: last?.statement ?? null,
    reason: last === undefined ? null : why,
  };
  return sealAndRecord(home, task.value, { ...link, folder, sheets: [...sheets.values()] });
}

type Sealing = {
  readonly seq: number;
  readonly previous: string | null;
  readonly reason: string | null;
  readonly folder: string;
  readonly sheets: readonly Sheet[];
};

async function sealAndRecord(home: Home, task: LocalTask, sealing: Sealing): Promise<Result<Submitted>> {
  const { seq, previous, reason, folder, sheets } = sealing;
  const at = homeTime(home);
  const path = join(folder, nameResult(folder, task, seq));
  const keys = findTaskSigner(home, task);
  if (keys === null) return fail('identity.sealed-to-card');
  const sealed = await sealResult({
    path,
    keys,
    task: task.predicate,
    taskStatement: task.statement,
    secret: task.secret,
    seq,
    previous,
    sheets,
    declaration: { text: declaration.zh, agreedAt: at },
    reason,
    issuedAt: at,
  });
  if (!sealed.ok) return sealed;
  const { statement } = sealed.value;
  const submission = { seq, statement, submittedAt: at, fileName: basename(path), reason, receipt: null };
  const { fingerprint } = keys.signer;
  recordSubmission(home, task, { submission, previous, revisions: sumRevisions(sheets), fingerprint });
  return ok({ ...submission, path });
}

/** Two experts of one name, or two rounds of one title, may hand in to the same folder. */
function nameResult(folder: string, { predicate: { round, expert } }: LocalTask, seq: number): string {
  const extension = packageExtensions.result;
  return nameInFolder(folder, makeFileName([round.title, expert.name, String(seq)], extension), extension);
}

function checkComplete(task: LocalTask, sheets: ReadonlyMap<string, Sheet>): Result<null, ScoringCode> {
  const open = task.predicate.candidates.filter(({ id }) => {
    const found = findRubric(task.predicate, id);
    return !found.ok || listMissing(found.value.rubric, sheets.get(id)).length > 0;
  });
  const [first] = open;
  if (first === undefined) return ok(null);
  return fail('scoring.incomplete', { count: open.length, candidate: `${first.code} ${first.name}` });
}

function makeFolder(folder: string): Result<null> {
  try {
    mkdirSync(folder, { recursive: true });
    return ok(null);
  } catch (error) {
    const failure = fileFailure(error, folder);
    if (failure === null) throw error;
    return { ok: false, error: failure };
  }
}

type Recorded = {
  readonly submission: Submission;
  readonly previous: string | null;
  readonly revisions: number;
  readonly fingerprint: string;
};

function recordSubmission(
  home: Home,
  task: LocalTask,
  { submission, previous, revisions, fingerprint }: Recorded,
): void {
  const { roundId, expertId, mode } = task.predicate;
  const { statement, seq, fileName, reason } = submission;
  home.db.transaction(() => {
    home.db
      .prepare(
        `INSERT INTO submissions (statement, task_id, commission, round_id, expert_id, seq, previous, reason,
           submitted_at, file, revisions, mode, fingerprint)
         VALUES (:statement, :taskId, :commission, :roundId, :expertId, :seq, :previous, :reason,
           :submittedAt, :fileName, :revisions, :mode, :fingerprint)`,
      )
      .run({
        ...submission,
        fileName: home.vault.seal(submissionPlace('file', statement), fileName),
        reason: reason === null ? null : home.vault.seal(submissionPlace('reason', statement), reason),
        taskId: task.id,
        commission: task.commission,
        roundId,
        expertId,
        previous,
        revisions,
        mode,
        fingerprint,
      });
    traceHome(home, expertId, { event: 'result-submitted', body: { statement, seq } });
  })();
}
