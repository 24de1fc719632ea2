import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { expect } from 'vitest';
import type { Result } from '#shared/base/result.ts';

/** Everything that a database holds, the 留痕 included: what must be the same after a refusal. */
export function stateOf(db: Database): Record<string, readonly unknown[]> {
  const tables = db
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .all();
  return Object.fromEntries(tables.map(({ name }) => [name, db.prepare(`SELECT * FROM ${name}`).all()]));
}

/** Files below a folder with their sizes; databases' own files are left out. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory() && !/\.db(-wal|-shm)?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path.slice(folder.length + 1)} ${statSync(path).size}`)
    .toSorted();
}

/** Expects an act to be refused with a code, and the database to be as it was. @returns the failure */
export async function refusedUnchanged(
  db: Database,
  code: string,
  act: () => Result<unknown> | Promise<Result<unknown>>,
): Promise<{ readonly code: string; readonly detail?: Readonly<Record<string, string | number>> }> {
  const before = stateOf(db);
  const result = await act();
  if (result.ok) throw new Error(`expected ${code}, but it was done`);
  expect(result.error.code).toBe(code);
  expect(stateOf(db)).toEqual(before);
  return result.error;
}
