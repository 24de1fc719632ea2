import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { formatTime, type Entropy } from '#shared/base/ids.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { TaskPredicate } from '#shared/packages/task.ts';
import { sweepStaging } from '../base/staging-folder.ts';
import { homeMigrations } from '../db/migrations.ts';
import { openDatabase, type DatabaseCode } from '../db/open-database.ts';
import type { TraceEvent } from '#shared/trace/event.ts';
import { appendTrace } from '../trace/append-trace.ts';
import type { Vault } from './vault.ts';

/** The expert's side of a machine as it lies on the disk: what matters in it is sealed. */
export type LockedHome = {
  readonly folder: string;
  readonly db: Database;
  readonly entropy: Entropy;
};

/** An unlocked home: tasks opened here and what was scored can be read until its vault is locked. */
export type Home = LockedHome & {
  readonly vault: Vault;
  /** Task predicates already parsed, by local task id; they never change. */
  readonly parsedTasks: Map<string, TaskPredicate>;
  /** Set when `mtx` acts on it: the 留痕 says so. */
  readonly via?: 'command-line';
};

/** Where a home keeps things. */
export const homePaths = {
  database: (folder: string) => join(folder, 'home.db'),
  /** Dossiers, sealed, under names that only the home's key makes. */
  dossiers: (folder: string) => join(folder, 'dossiers'),
  staging: (folder: string) => join(folder, 'staging'),
  backups: (folder: string) => join(folder, 'backups'),
};

/** Opens the home in a folder, made when it does not exist; it stays locked. */
export function openHome(folder: string, entropy: Entropy): Result<LockedHome, DatabaseCode> {
  try {
    mkdirSync(homePaths.dossiers(folder), { recursive: true });
    mkdirSync(homePaths.staging(folder), { recursive: true });
    sweepStaging(homePaths.staging(folder), entropy);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return fail('workspace.folder-not-writable', { reason });
  }
  const db = openDatabase(homePaths.database(folder), homeMigrations);
  if (!db.ok) return db;
  // What SQLite sorts or rebuilds aside stays out of the system's folder for temporary files.
  db.value.pragma('temp_store = MEMORY');
  return ok({ folder, db: db.value, entropy });
}

/** The home's clock as RFC 3339 UTC. */
export function homeTime(home: Pick<LockedHome, 'entropy'>): string {
  return formatTime(home.entropy.now());
}

/**
 * Adds to the 留痕 of the home, inside the transaction of the act.
 * @param expertId whose task it is; null when that is not known
 */
export function traceHome(
  home: Pick<Home, 'db' | 'entropy' | 'via'>,
  expertId: string | null,
  event: TraceEvent,
): void {
  const via = home.via ?? 'window';
  appendTrace(home.db, homeTime(home), event, expertId === null ? null : { kind: 'expert', id: expertId, via });
}
