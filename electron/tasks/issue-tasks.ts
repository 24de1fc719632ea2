import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { IssuedTask } from '#shared/ipc/office-views.ts';
import { listDossiers } from '#shared/packages/check-dossiers.ts';
import { packageExtensions } from '#shared/packages/package-kind.ts';
import type { Round } from '#shared/round/round.ts';
import { fileFailure } from '../base/file-failure.ts';
import type { Progress } from '../base/progress.ts';
import { writeFileAtomic } from '../base/write-file-atomic.ts';
import { createActivationCode, readActivationCode } from '../identity/activation-code.ts';
import { measureDataFile, type DataFile } from '../packages/data-file.ts';
import { sealTask, type SealTaskInput } from '../packages/seal-task.ts';
import { loadDraft } from '../round/load-round.ts';
import { writeCsv } from '../tables/write-csv.ts';
import { currentTime, trace, workspacePaths, type UnlockedWorkspace } from '../workspace/workspace.ts';
import { makeFileName, makeUniqueNames } from '../base/file-names.ts';
import { makeTaskBody, planTasks, type PlannedTask } from './task-body.ts';

type Issued = IssuedTask & { readonly statement: string; readonly candidateIds: readonly string[] };

/**
 * 下发: seals one task package per expert into a folder, with `codes.csv` (expertId,name,code,file) beside them, and
 * freezes the round. All packages are written or none: on failure those already written are removed and the round
 * stays a draft.
 */
export async function issueTasks(
  workspace: UnlockedWorkspace,
  { roundId, folder }: { roundId: string; folder: string },
  progress: Progress = () => undefined,
): Promise<Result<readonly IssuedTask[]>> {
  const round = loadDraft(workspace.db, roundId);
  if (!round.ok) return round;
  const plan = planTasks(workspace.db, round.value);
  if (!plan.ok) return plan;
  const made = makeFolder(folder);
  if (!made.ok) return made;
  const sealed = await sealAll(workspace, round.value, plan.value, folder, progress);
  if (!sealed.ok) return sealed;
  const codes = await writeCodes(folder, sealed.value);
  if (!codes.ok) {
    removeAll(folder, sealed.value);
    return codes;
  }
  recordIssue(workspace, round.value, sealed.value);
  return ok(sealed.value.map(({ statement: _statement, candidateIds: _ids, ...task }) => task));
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

async function sealAll(
  workspace: UnlockedWorkspace,
  round: Round,
  plan: readonly PlannedTask[],
  folder: string,
  progress: Progress,
): Promise<Result<readonly Issued[]>> {
  const dossiers = await measureDossiers(workspace, plan);
  if (!dossiers.ok) return dossiers;
  const uniqueName = makeUniqueNames();
  const issued: Issued[] = [];
  for (const task of plan) {
    progress(issued.length, plan.length, task.expert.name);
    const extension = packageExtensions.task;
    const file = uniqueName(makeFileName([round.title, task.expert.name], extension), extension);
    const sealed = await sealOne(workspace, round, task, join(folder, file), dossiers.value);
    if (!sealed.ok) {
      removeAll(folder, issued);
      return sealed;
    }
    issued.push(sealed.value);
  }
  progress(plan.length, plan.length, '');
  return ok(issued);
}

async function sealOne(
  workspace: UnlockedWorkspace,
  round: Round,
  task: PlannedTask,
  path: string,
  dossiers: ReadonlyMap<string, DataFile>,
): Promise<Result<Issued>> {
  const { keys, about } = workspace;
  const code = createActivationCode(workspace.entropy, keys.signer.fingerprint);
  const parts = readActivationCode(code);
  if (!parts.ok) return parts;
  const issuedAt = currentTime(workspace);
  const input: SealTaskInput = {
    path,
    signer: keys.signer,
    mode: round.mode,
    body: makeTaskBody(round, task, { name: about.name, recipient: keys.recipient }),
    seq: 1,
    previous: null,
    issuedAt,
    lock: { by: 'code', secret: parts.value.secret },
    findDossier: (sha256) => dossiers.get(sha256) ?? null,
  };
  const sealed = await sealTask(input);
  if (!sealed.ok) return sealed;
  const { id, name, unit } = task.expert;
  return ok({
    expertId: id,
    name,
    unit,
    code,
    file: basename(path),
    candidates: task.candidates.length,
    issuedAt,
    returnedAt: null,
    statement: sealed.value.statement,
    candidateIds: task.candidates.map((candidate) => candidate.id),
  });
}

/** Measures every dossier once: the same file goes into many packages. */
async function measureDossiers(
  workspace: UnlockedWorkspace,
  plan: readonly PlannedTask[],
): Promise<Result<ReadonlyMap<string, DataFile>>> {
  const measured = new Map<string, DataFile>();
  for (const { sha256, name } of listDossiers({ candidates: plan.flatMap(({ candidates }) => candidates) }).values()) {
    const file = await measureDataFile(join(workspacePaths.dossiers(workspace.folder), sha256));
    if (!file.ok) return fail('package.source-changed', { entry: name, file: name });
    measured.set(sha256, file.value);
  }
  return ok(measured);
}

async function writeCodes(folder: string, issued: readonly Issued[]): Promise<Result<null>> {
  const rows = issued.map(({ expertId, name, code, file }) => [expertId, name, code, file]);
  const bytes = writeCsv([['expertId', 'name', 'code', 'file'], ...rows], false);
  const written = await writeFileAtomic(join(folder, 'codes.csv'), async (write) => {
    await write(bytes);
    return ok(null);
  });
  return written.ok ? ok(null) : written;
}

function removeAll(folder: string, issued: readonly Issued[]): void {
  for (const { file } of issued) rmSync(join(folder, file), { force: true });
}

function recordIssue(workspace: UnlockedWorkspace, round: Round, issued: readonly Issued[]): void {
  const { db } = workspace;
  db.transaction(() => {
    const insert = db.prepare(
      `INSERT INTO tasks (statement, round_id, expert_id, seq, code, file, issued_at, candidates)
       VALUES (?, ?, ?, 1, ?, ?, ?, ?)`,
    );
    for (const { statement, expertId, code, file, issuedAt, candidateIds } of issued) {
      insert.run(statement, round.id, expertId, code, file, issuedAt, JSON.stringify(candidateIds));
      trace(workspace, { event: 'task-issued', body: { roundId: round.id, expertId, statement } });
    }
    db.prepare("UPDATE rounds SET status = 'issued' WHERE id = ?").run(round.id);
  })();
}
