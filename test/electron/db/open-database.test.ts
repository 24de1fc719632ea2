import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listMigrations, migrate, type Migration } from '#electron/db/migrate.ts';
import { homeMigrations, workspaceMigrations } from '#electron/db/migrations.ts';
import { openDatabase } from '#electron/db/open-database.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-db-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const first: Migration = { name: '001-first', sql: 'CREATE TABLE a (x INTEGER NOT NULL) STRICT;' };
const second: Migration = { name: '002-second', sql: 'ALTER TABLE a ADD COLUMN y TEXT;' };
const broken: Migration = { name: '003-broken', sql: 'CREATE TABLE b (x INTEGER) STRICT; CREATE TABLE a (x INTEGER);' };

function open(migrations: readonly Migration[]) {
  const opened = openDatabase(join(folder, 'test.db'), migrations);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

it('migrations come in the order of their numbers, wherever the bundler lists them', () => {
  const files = { './m/010-c.sql': 'C', './m/002-b.sql': 'B', './m/001-a.sql': 'A' };
  expect(listMigrations(files)).toEqual([
    { name: '001-a', sql: 'A' },
    { name: '002-b', sql: 'B' },
    { name: '010-c', sql: 'C' },
  ]);
});

describe('opening a database', () => {
  it('sets full durability on every open, also on the second', () => {
    open([first]).close();
    const db = open([first]);
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    db.close();
  });

  it('has only STRICT tables in both schemas', () => {
    for (const migrations of [workspaceMigrations, homeMigrations]) {
      expect(migrations.length).toBeGreaterThan(0);
      const db = new Sqlite(':memory:');
      expect(migrate(db, migrations, () => undefined).ok).toBe(true);
      const loose = db
        .prepare("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
        .all();
      expect(loose).toEqual([]);
    }
  });

  it('copies the data before it upgrades them', () => {
    const old = open([first]);
    old.prepare('INSERT INTO a (x) VALUES (7)').run();
    old.close();
    const db = open([first, second]);
    expect(db.prepare('SELECT x, y FROM a').all()).toEqual([{ x: 7, y: null }]);
    db.close();
    const copy = new Sqlite(join(folder, 'backups', 'version-1.db'), { readonly: true });
    expect(copy.prepare('SELECT * FROM a').all()).toEqual([{ x: 7 }]);
    copy.close();
  });

  it('leaves the last complete version when a step fails', () => {
    expect(() => open([first, second, broken])).toThrow(/already exists/);
    const db = new Sqlite(join(folder, 'test.db'));
    expect(db.pragma('user_version', { simple: true })).toBe(2);
    expect(db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'b'").get()).toBeUndefined();
    db.close();
  });

  it('refuses a newer database and leaves it unharmed', () => {
    open([first, second]).close();
    const refused = openDatabase(join(folder, 'test.db'), [first]);
    expect(refused).toEqual({ ok: false, error: { code: 'workspace.newer', detail: { found: 2, known: 1 } } });
    expect(existsSync(join(folder, 'backups'))).toBe(false);
    open([first, second]).close();
  });

  it('keeps the first copy of a version when an upgrade is tried again', () => {
    open([first]).close();
    expect(() => open([first, { name: '002-broken', sql: 'CREATE TABLE a (x INTEGER);' }])).toThrow(/already exists/);
    const db = new Sqlite(join(folder, 'test.db'));
    db.prepare('INSERT INTO a (x) VALUES (8)').run();
    db.close();
    open([first, second]).close();
    const copy = new Sqlite(join(folder, 'backups', 'version-1.db'), { readonly: true });
    expect(copy.prepare('SELECT count(*) AS n FROM a').get()).toEqual({ n: 0 });
    copy.close();
  });

  it('takes a step once when two programs open an old database at the same moment', () => {
    const one = open([first]);
    const other = new Sqlite(join(folder, 'test.db'));
    // The other one upgrades after this one has read the version.
    const migrated = migrate(one, [first, second], () => migrate(other, [first, second], () => undefined));
    expect(migrated.ok).toBe(true);
    expect(one.prepare("SELECT name FROM pragma_table_info('a')").all()).toEqual([{ name: 'x' }, { name: 'y' }]);
    other.close();
    one.close();
  });

  it('tells of a folder in its place', () => {
    mkdirSync(join(folder, 'test.db'));
    const refused = openDatabase(join(folder, 'test.db'), [first]);
    expect(refused).toMatchObject({ error: { code: 'files.no-access', detail: { file: 'test.db' } } });
  });

  it('hands a mistake in a migration on as what it is', () => {
    expect(() => open([{ name: '001', sql: 'CREATE NONSENSE' }])).toThrow(/syntax error/);
  });

  it('refuses a file that is no database', () => {
    writeFileSync(join(folder, 'test.db'), 'this is not a database, whatever its name says. '.repeat(50));
    expect(openDatabase(join(folder, 'test.db'), [first])).toMatchObject({ error: { code: 'workspace.damaged' } });
  });
});
