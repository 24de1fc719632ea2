import type { Database } from 'better-sqlite3';
import { compareBytes } from '#shared/base/order.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { WorkspaceCode } from '#shared/workspace/sentences.ts';

/** One step of a schema: `NNN-name` and its SQL. The step's place in the list is the version that it leads to. */
export type Migration = { readonly name: string; readonly sql: string };

/** Turns the files that the bundler collected (`path → SQL`) into steps in the order of their numbers. */
export function listMigrations(files: Readonly<Record<string, string>>): readonly Migration[] {
  return Object.entries(files)
    .map(([path, sql]) => ({ name: path.replace(/^.*\//, '').replace(/\.sql$/, ''), sql }))
    .toSorted((left, right) => compareBytes(left.name, right.name));
}

/** The schema version that a database file says it has. */
export function readVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/**
 * Brings a database to the newest version, each step in a transaction of its own with its version number, so that a
 * killed run resumes where it stopped.
 * @param backup called once before the first step, when the database already holds data
 * @returns `workspace.newer` when the database comes from a newer program; it is left unharmed
 */
export function migrate(
  db: Database,
  migrations: readonly Migration[],
  backup: (version: number) => void,
): Result<null, WorkspaceCode> {
  const found = readVersion(db);
  if (found > migrations.length) return fail('workspace.newer', { found, known: migrations.length });
  if (found > 0 && found < migrations.length) backup(found);
  for (const [index, migration] of migrations.entries()) {
    if (index < found) continue;
    db.transaction(() => {
      // Asked again under the write lock: another process may have taken this step meanwhile.
      if (readVersion(db) > index) return;
      db.exec(migration.sql);
      db.pragma(`user_version = ${index + 1}`);
    }).immediate();
  }
  return ok(null);
}
