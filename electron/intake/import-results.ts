import type { Database } from 'better-sqlite3';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { makeId } from '#shared/base/ids.ts';
import { compareBytes } from '#shared/base/order.ts';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import type { IntakeEntry } from '#shared/ipc/office-views.ts';
import { packageExtensions } from '#shared/packages/package-kind.ts';
import type { PackageCode } from '#shared/packages/sentences.ts';
import { attemptFile } from '../base/attempt-file.ts';
import type { Progress } from '../base/progress.ts';
import {
  checkReplay,
  openResult,
  type ReceivedResult,
  type ResultContext,
  type ResultReport,
  type SeenResult,
} from '../packages/open-result.ts';
import { dropStaged, keepStaged } from '../packages/stage-file.ts';
import { currentTime, trace, workspacePaths, type UnlockedWorkspace } from '../workspace/workspace.ts';
import { oncePer } from '../base/once-per.ts';
import { makeResultContext } from './result-context.ts';
import { storeResult } from './store-result.ts';

const statements = oncePer((db: Database) => ({
  held: db.prepare<[string]>('SELECT 1 FROM results WHERE statement = ?'),
  name: db.prepare<[string], { name: string }>('SELECT name FROM experts WHERE id = ?'),
  insert: db.prepare<[Omit<IntakeEntry, 'detail'> & { detail: string; fingerprint: string | null }]>(
    `INSERT INTO intake (id, file, verdict, code, detail, round_id, expert_id, seq, statement, sheets, received_at,
       fingerprint)
     VALUES (:id, :file, :verdict, :code, :detail, :roundId, :expertId, :seq, :statement, :sheets, :receivedAt,
       :fingerprint)`,
  ),
}));

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
  const files = await listPackages(paths);
  if (!files.ok) return files;
  const entries = await importInTurn(workspace, files.value, progress);
  progress(files.value.length, files.value.length, '');
  return ok(entries);
}

/**
 * While the disk makes one package durable, the next is copied and opened up to its signature; it is held against the
 * workspace when the one before counts there, as if it had come alone.
 */
async function importInTurn(
  workspace: UnlockedWorkspace,
  files: readonly string[],
  progress: Progress,
): Promise<IntakeEntry[]> {
  const context = makeResultContext(workspace);
  const staging = workspacePaths.staging(workspace.folder);
  const open = (file: string, turn: Promise<unknown>): Promise<ResultReport> => {
    const opening = openResult({ file, staging, keys: workspace.keys, context, turn });
    // What goes wrong in it is told in its turn.
    opening.catch(() => undefined);
    return opening;
  };
  const entries: IntakeEntry[] = [];
  let opening: Promise<ResultReport> | null = null;
  for (const [index, file] of files.entries()) {
    progress(index, files.length, basename(file));
    const taken: Promise<IntakeEntry> = (opening ?? open(file, Promise.resolve())).then((report) =>
      takeIn(workspace, context, file, report),
    );
    const next = files[index + 1];
    opening = next === undefined ? null : open(next, taken);
    try {
      entries.push(await taken);
    } catch (error) {
      // The next one, whose turn never comes, has dropped its copy by then.
      await Promise.allSettled([opening]);
      throw error;
    }
  }
  return entries;
}

/** Named files as they are; of folders, the result packages in them. */
async function listPackages(paths: readonly string[]): Promise<Result<readonly string[]>> {
  const found = new Set<string>();
  for (const path of paths) {
    const files = await attemptFile(path, async () => (statSync(path).isDirectory() ? searchFolder(path) : [path]));
    if (!files.ok) return files;
    for (const file of files.value) found.add(file);
  }
  return ok([...found]);
}

function searchFolder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith(packageExtensions.result))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted((left, right) => compareBytes(padNumbers(left), padNumbers(right)));
}

/** Names end in the number of the submission: 2 comes before 10, or 2 would be refused as older. */
function padNumbers(name: string): string {
  return name.replaceAll(/\d+/g, (digits) => digits.padStart(12, '0'));
}

async function takeIn(
  workspace: UnlockedWorkspace,
  context: ResultContext,
  file: string,
  report: ResultReport,
): Promise<IntakeEntry> {
  const kept = report.outcome.ok ? await keepPackage(workspace, report.outcome.value) : report.outcome;
  const received = kept.ok && report.outcome.ok ? report.outcome.value : null;
  const arrival = { file, seen: report.seen, received, refused: kept.ok ? null : kept.error };
  try {
    return recordEntry(workspace, context, arrival);
  } finally {
    if (received !== null) dropUnheld(workspace, received);
  }
}

/** Puts the package as received where packages are kept, by statement hash; a duplicate is there already. */
async function keepPackage(workspace: UnlockedWorkspace, received: ReceivedResult): Promise<Result<null>> {
  const isNew = received.verdict !== 'duplicate';
  const kept = isNew ? await keepStaged(received.staged, keptPath(workspace, received)) : ok(null);
  if (!isNew || !kept.ok) await dropStaged(received.staged);
  return kept;
}

function keptPath({ folder }: UnlockedWorkspace, { statement }: ReceivedResult): string {
  return join(workspacePaths.results(folder), `${statement}${packageExtensions.result}`);
}

/** Takes a kept package away again when it did not come to count. */
function dropUnheld(workspace: UnlockedWorkspace, received: ReceivedResult): void {
  const isHeld = statements(workspace.db).held.get(received.statement) !== undefined;
  if (!isHeld) rmSync(keptPath(workspace, received), { force: true });
}

type Arrival = {
  readonly file: string;
  readonly seen: SeenResult | null;
  readonly received: ReceivedResult | null;
  readonly refused: Failure | null;
};

/** One transaction: the result with its sheets, and the entry that says what became of the package. */
function recordEntry(workspace: UnlockedWorkspace, context: ResultContext, arrival: Arrival): IntakeEntry {
  const { db } = workspace;
  return db
    .transaction((): IntakeEntry => {
      const { received } = arrival;
      const settled = received === null ? null : settle(context, received);
      const stored = settled?.ok === true && settled.value !== 'duplicate' ? received : null;
      const entry = describeEntry(workspace, arrival, settled, stored?.result.sheets.length ?? 0);
      if (stored !== null) storeResult(db, stored, entry.receivedAt);
      const detail = JSON.stringify(entry.detail);
      statements(db).insert.run({ ...entry, detail, fingerprint: arrival.seen?.fingerprint ?? null });
      const { verdict, code, statement, roundId, expertId, seq } = entry;
      trace(workspace, { event: 'package-received', body: { verdict, code, statement, roundId, expertId, seq } });
      return entry;
    })
    .immediate();
}

type Verdict = ReceivedResult['verdict'];

/** Asked again under the write lock: another process may have taken a package of this expert in since it was verified. */
function settle(context: ResultContext, { statement, result }: ReceivedResult): Result<Verdict, PackageCode> {
  const { roundId, expertId, signer, seq, previous } = result;
  const replay = checkReplay(context, statement, { roundId, signer, seq, previous });
  if (!replay.ok || replay.value === 'duplicate') return replay;
  /* v8 ignore next -- only when another program revokes the key between verifying and storing */
  if (context.isRevoked(signer.fingerprint)) return fail('package.revoked');
  const enrolled = context.findEnrolled(roundId, expertId);
  return enrolled !== null && enrolled !== signer.fingerprint ? fail('package.key-changed') : replay;
}

function describeEntry(
  workspace: UnlockedWorkspace,
  { file, seen, refused }: Arrival,
  settled: Result<Verdict, PackageCode> | null,
  sheets: number,
): IntakeEntry {
  const failure = settled === null || settled.ok ? refused : settled.error;
  return {
    id: makeId(workspace.entropy),
    file: basename(file),
    verdict: settled?.ok === true ? settled.value : 'refused',
    code: failure?.code ?? null,
    detail: failure === null ? {} : { file: basename(file), ...failure.detail },
    roundId: seen?.roundId ?? null,
    expertId: seen?.expertId ?? null,
    expertName: findExpertName(workspace, seen?.expertId),
    seq: seen?.seq ?? null,
    statement: seen?.statement ?? null,
    sheets,
    receivedAt: currentTime(workspace),
  };
}

function findExpertName({ db }: UnlockedWorkspace, expertId: string | undefined): string | null {
  if (expertId === undefined) return null;
  return statements(db).name.get(expertId)?.name ?? null;
}
