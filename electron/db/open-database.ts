import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import type { FileCode } from '#shared/base/file-sentences.ts';
import type { Failure, Result } from '#shared/base/result.ts';
import type { WorkspaceCode } from '#shared/workspace/sentences.ts';
import { fileFailure } from '../base/file-failure.ts';
import { migrate, type Migration } from './migrate.ts';

export type DatabaseCode = WorkspaceCode | FileCode;

/**
 * Opens a database file with the discipline that every acknowledged write needs: WAL, `synchronous = FULL` (a reopened
 * WAL database would fall back to NORMAL), foreign keys, no trust in the schema; then brings it to the newest version.
 * @param file path of the database; made when it does not exist
 * @returns `workspace.newer`, `workspace.damaged` or what the disk refuses, with the file unharmed
 */
export function openDatabase(file: string, migrations: readonly Migration[]): Result<Database, DatabaseCode> {
  let db: Database | undefined;
  try {
    db = new Sqlite(file);
    setPragmas(db);
    const opened = db;
    const migrated = migrate(opened, migrations, (version) => backUp(opened, file, version));
    if (migrated.ok) return { ok: true, value: db };
    db.close();
    return migrated;
  } catch (error) {
    db?.close();
    const failure = isDamage(error) ? damage(file) : fileFailure(error, file);
    if (failure === null) throw error;
    return { ok: false, error: failure };
  }
}

function damage(file: string): Failure<WorkspaceCode> {
  return { code: 'workspace.damaged', detail: { file: basename(file) } };
}

function setPragmas(db: Database): void {
  db.pragma('busy_timeout = 5000');
  db.pragma('trusted_schema = OFF');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
}

/** A consistent copy beside the database, complete under its name or absent. */
function backUp(db: Database, file: string, version: number): void {
  const folder = join(dirname(file), 'backups');
  mkdirSync(folder, { recursive: true });
  const target = join(folder, `version-${version}.db`);
  if (existsSync(target)) return;
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  db.prepare('VACUUM INTO ?').run(partial);
  renameSync(partial, target);
}

function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(NOTADB|CORRUPT)/.test(String(error.code));
}
