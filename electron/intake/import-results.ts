import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { makeId } from '#shared/base/ids.ts';
import { compareBytes } from '#shared/base/order.ts';
import { ok, type FailureDetail, type Result } from '#shared/base/result.ts';
import type { IntakeEntry } from '#shared/ipc/office-views.ts';
import { packageExtensions } from '#shared/packages/package-kind.ts';
import { fileFailure } from '../base/file-failure.ts';
import type { Progress } from '../base/progress.ts';
import { openResult, type ReceivedResult, type ResultContext, type ResultReport } from '../packages/open-result.ts';
import { dropStaged, keepStaged } from '../packages/stage-file.ts';
import { currentTime, trace, workspacePaths, type UnlockedWorkspace } from '../workspace/workspace.ts';
import { makeResultContext } from './result-context.ts';
import { storeResult } from './store-result.ts';

/**
 * 收包: verifies each package and stores it, or refuses it with its code. Folders are searched for result packages at
 * every depth. Each package is all or nothing: its file is kept first, then one transaction makes it count.
 * @returns one entry per package, in the order of their names
 */
export async function importResults(
  workspace: UnlockedWorkspace,
  { paths }: { paths: readonly string[] },
  progress: Progress = () => undefined,
): Promise<Result<readonly IntakeEntry[]>> {
  const files = listPackages(paths);
  if (!files.ok) return files;
  const context = makeResultContext(workspace);
  const entries: IntakeEntry[] = [];
  for (const file of files.value) {
    progress(entries.length, files.value.length, basename(file));
    entries.push(await importOne(workspace, context, file));
  }
  progress(files.value.length, files.value.length, '');
  return ok(entries);
}

/** Named files as they are; of folders, the result packages in them. */
function listPackages(paths: readonly string[]): Result<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) {
    try {
      if (statSync(path).isDirectory()) found.push(...searchFolder(path));
      else found.push(path);
    } catch (error) {
      const failure = fileFailure(error, path);
      if (failure === null) throw error;
      return { ok: false, error: failure };
    }
  }
  return ok([...new Set(found)]);
}

function searchFolder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith(packageExtensions.result))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted(compareBytes);
}

async function importOne(workspace: UnlockedWorkspace, context: ResultContext, file: string): Promise<IntakeEntry> {
  const report = await openResult({
    file,
    staging: workspacePaths.staging(workspace.folder),
    keys: workspace.keys,
    context,
  });
  const { outcome } = report;
  if (!outcome.ok) return recordEntry(workspace, file, report, outcome.error);
  const kept = await keepPackage(workspace, outcome.value);
  return kept.ok ? recordEntry(workspace, file, report, null) : recordEntry(workspace, file, report, kept.error);
}

/** Puts the package as received where packages are kept, by statement hash; a duplicate is there already. */
async function keepPackage(workspace: UnlockedWorkspace, received: ReceivedResult): Promise<Result<null>> {
  if (received.verdict === 'duplicate') {
    await dropStaged(received.staged);
    return ok(null);
  }
  const name = `${received.statement}${packageExtensions.result}`;
  return keepStaged(received.staged, join(workspacePaths.results(workspace.folder), name));
}

type Refused = { readonly code: string; readonly detail?: FailureDetail };

/** One transaction: the result with its sheets, and the entry that says what became of the package. */
function recordEntry(
  workspace: UnlockedWorkspace,
  file: string,
  { seen, outcome }: ResultReport,
  refused: Refused | null,
): IntakeEntry {
  const received = refused === null && outcome.ok ? outcome.value : null;
  const { db } = workspace;
  const entry: IntakeEntry = {
    id: makeId(workspace.entropy),
    file: basename(file),
    verdict: received?.verdict ?? 'refused',
    code: refused?.code ?? null,
    detail: refused?.detail ?? {},
    roundId: seen?.roundId ?? null,
    expertId: seen?.expertId ?? null,
    expertName: findExpertName(workspace, seen?.expertId),
    seq: seen?.seq ?? null,
    statement: seen?.statement ?? null,
    sheets: received === null || received.verdict === 'duplicate' ? 0 : received.result.sheets.length,
    receivedAt: currentTime(workspace),
  };
  db.transaction(() => {
    if (received !== null && received.verdict !== 'duplicate') storeResult(db, received, entry.receivedAt);
    db.prepare(
      `INSERT INTO intake (id, file, verdict, code, detail, round_id, expert_id, seq, statement, sheets, received_at)
       VALUES (:id, :file, :verdict, :code, :detail, :roundId, :expertId, :seq, :statement, :sheets, :receivedAt)`,
    ).run({ ...entry, detail: JSON.stringify(entry.detail) });
    const { verdict, code, statement } = entry;
    trace(workspace, { event: 'package-received', body: { verdict, code, statement } });
  }).immediate();
  return entry;
}

function findExpertName({ db }: UnlockedWorkspace, expertId: string | undefined): string | null {
  if (expertId === undefined) return null;
  return db.prepare<[string], { name: string }>('SELECT name FROM experts WHERE id = ?').get(expertId)?.name ?? null;
}
