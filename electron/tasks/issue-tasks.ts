import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { IssuedTask } from '#shared/ipc/office-views.ts';
import { packageExtensions } from '#shared/packages/package-kind.ts';
import type { Round } from '#shared/round/round.ts';
import { signHead } from '../audit/sign-head.ts';
import { fileFailure } from '../base/file-failure.ts';
import type { Progress } from '../base/progress.ts';
import { writeFileAtomic } from '../base/write-file-atomic.ts';
import { loadDraft } from '../round/load-round.ts';
import { writeCsv } from '../tables/write-csv.ts';
import { authorise } from '../workspace/authorise.ts';
import { describeOffice } from '../workspace/describe-office.ts';
import type { UnlockedWorkspace } from '../workspace/workspace.ts';
import { makeFileName, makeUniqueNames } from '../base/file-names.ts';
import { recordTask } from './record-task.ts';
import { measureDossiers, sealOne, type SealedTask } from './seal-one.ts';
import { planTasks, type PlannedTask, type TaskOffice } from './task-body.ts';

/** What is issued: the round as it stood, and who gets what. */
type Plan = { readonly round: Round; readonly tasks: readonly PlannedTask[] };

const codesFile = 'codes.csv';

/**
 * 下发: seals one task package per expert into a folder, with `codes.csv` (expertId,name,code,file) beside them, and
 * freezes the round. Nothing in the folder is written over. All packages are written or none: on failure what was
 * written is removed and the round stays a draft.
 */
export async function issueTasks(
  workspace: UnlockedWorkspace,
  { roundId, folder }: { roundId: string; folder: string },
  progress: Progress = () => undefined,
): Promise<Result<readonly IssuedTask[]>> {
  const allowed = authorise(workspace, 'issue');
  if (!allowed.ok) return allowed;
  const plan = makePlan(workspace, roundId);
  if (!plan.ok) return plan;
  const names = nameFiles(plan.value, folder);
  if (!names.ok) return names;
  const office = describeOffice(workspace);
  if (!office.ok) return office;
  const made = makeFolder(folder);
  if (!made.ok) return made;
  let issued: Result<readonly IssuedTask[]> | undefined;
  try {
    issued = await issueInto(workspace, plan.value, { folder, names: names.value, office: office.value, progress });
    return issued;
  } finally {
    // Also when the disk refuses the record itself.
    if (issued?.ok !== true) removeFiles(folder, [...names.value, codesFile], made.value);
  }
}

function makePlan({ db }: UnlockedWorkspace, roundId: string): Result<Plan> {
  const round = loadDraft(db, roundId);
  if (!round.ok) return round;
  const tasks = planTasks(db, round.value);
  return tasks.ok ? ok({ round: round.value, tasks: tasks.value }) : tasks;
}

/** File names in the order of the tasks; refused when one of them is taken, for codes and packages belong together. */
function nameFiles({ round, tasks }: Plan, folder: string): Result<readonly string[]> {
  const extension = packageExtensions.task;
  const uniqueName = makeUniqueNames();
  const names = tasks.map(({ expert }) => uniqueName(makeFileName([round.title, expert.name], extension), extension));
  const taken = [...names, codesFile].find((name) => existsSync(join(folder, name)));
  return taken === undefined ? ok(names) : fail('files.exists', { file: taken });
}

/** @returns the topmost folder that had to be made, undefined when the folder was there */
function makeFolder(folder: string): Result<string | undefined> {
  try {
    return ok(mkdirSync(folder, { recursive: true }));
  } catch (error) {
    const failure = fileFailure(error, folder);
    if (failure === null) throw error;
    return { ok: false, error: failure };
  }
}

function removeFiles(folder: string, names: readonly string[], madeFolder: string | undefined): void {
  for (const name of names) rmSync(join(folder, name), { force: true });
  if (madeFolder !== undefined) rmSync(madeFolder, { recursive: true, force: true });
}

type Place = {
  readonly folder: string;
  readonly names: readonly string[];
  readonly office: TaskOffice;
  readonly progress: Progress;
};

async function issueInto(
  workspace: UnlockedWorkspace,
  plan: Plan,
  place: Place,
): Promise<Result<readonly IssuedTask[]>> {
  const sealed = await sealAll(workspace, plan, place);
  if (!sealed.ok) return sealed;
  const codes = await writeCodes(place.folder, sealed.value);
  if (!codes.ok) return codes;
  const recorded = recordIssue(workspace, plan, sealed.value);
  if (!recorded.ok) return recorded;
  // What was issued stays issued, whether or not the disk takes this file too.
  await signHead(workspace, 'issue');
  return ok(sealed.value.map(({ statement: _statement, candidateIds: _ids, ...task }) => task));
}

async function sealAll(
  workspace: UnlockedWorkspace,
  { round, tasks }: Plan,
  { folder, names, office, progress }: Place,
): Promise<Result<readonly SealedTask[]>> {
  const dossiers = await measureDossiers(workspace, tasks);
  if (!dossiers.ok) return dossiers;
  const issued: SealedTask[] = [];
  for (const [index, task] of tasks.entries()) {
    progress(index, tasks.length, task.expert.name);
    const path = join(folder, names[index] ?? '');
    const sealed = await sealOne(workspace, { round, task, office, path, seq: 1, previous: null }, dossiers.value);
    if (!sealed.ok) return sealed;
    issued.push(sealed.value);
  }
  progress(tasks.length, tasks.length, '');
  return ok(issued);
}

async function writeCodes(folder: string, issued: readonly SealedTask[]): Promise<Result<null>> {
  const rows = issued.map(({ expertId, name, code, file }) => [expertId, name, code, file]);
  const bytes = writeCsv([['expertId', 'name', 'code', 'file'], ...rows], false);
  const written = await writeFileAtomic(join(folder, codesFile), async (write) => {
    await write(bytes);
    return ok(null);
  });
  return written.ok ? ok(null) : written;
}

/** Records the tasks and freezes the round, unless somebody has changed it while the packages were sealed. */
function recordIssue(workspace: UnlockedWorkspace, plan: Plan, issued: readonly SealedTask[]): Result<null> {
  const { db } = workspace;
  const { id: roundId, title } = plan.round;
  return db
    .transaction((): Result<null> => {
      const now = makePlan(workspace, roundId);
      if (!now.ok) return now;
      if (JSON.stringify(now.value) !== JSON.stringify(plan)) return fail('round.changed', { title });
      for (const task of issued) recordTask(workspace, roundId, task);
      db.prepare("UPDATE rounds SET status = 'issued' WHERE id = ?").run(roundId);
      return ok(null);
    })
    .immediate();
}
