import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { diskFailure, errorNumber, fileFailure } from '#electron/base/file-failure.ts';

const make = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });

it.each([
  ['ENOSPC', 'files.disk-full'],
  ['EDQUOT', 'files.disk-full'],
  ['EROFS', 'files.read-only'],
  ['EACCES', 'files.no-access'],
  ['ENOENT', 'files.missing'],
  ['EISDIR', 'files.not-a-file'],
  ['EEXIST', 'files.not-a-folder'],
  ['ENAMETOOLONG', 'files.name-too-long'],
  ['EIO', 'files.io'],
  ['SQLITE_FULL', 'files.disk-full'],
  ['SQLITE_IOERR_SHMSIZE', 'files.disk-full'],
  ['SQLITE_IOERR_WRITE', 'files.io'],
  ['SQLITE_READONLY_DIRECTORY', 'files.read-only'],
  ['SQLITE_BUSY_SNAPSHOT', 'files.no-access'],
  ['SQLITE_CANTOPEN', 'files.no-access'],
])('%s is told as %s', (reason, code) => {
  expect(fileFailure(make(reason), '/a/b/名单.xlsx')).toEqual({ code, detail: { file: '名单.xlsx', reason } });
});

it('a mistake of the program is none of the disk', () => {
  for (const error of [
    new TypeError('x'),
    make('ERR_INVALID_ARG_TYPE'),
    make('SQLITE_CONSTRAINT_UNIQUE'),
    'ENOSPC',
    null,
  ]) {
    expect(fileFailure(error, 'x')).toBeNull();
  }
  expect(errorNumber(make('SQLITE_FULL'))).toBeNull();
});

it('an error names its own file, a database only what it is', () => {
  expect(diskFailure(make('ENOSPC', { path: '/a/任务.mtxtask' }))?.detail).toMatchObject({ file: '任务.mtxtask' });
  expect(diskFailure(make('SQLITE_FULL'))?.detail).toMatchObject({ file: '*.db' });
  expect(diskFailure(new Error('bug'))).toBeNull();
});

it('a database that may not grow any more is a full disk, and keeps what it had', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mtx-full-'));
  writeFileSync(join(folder, 'a.db'), '');
  const db = new Sqlite(join(folder, 'a.db'));
  db.exec('CREATE TABLE t (x TEXT) STRICT');
  db.pragma('max_page_count = 4');
  let caught: unknown;
  try {
    db.transaction(() => {
      for (let index = 0; index < 100; index += 1) db.prepare('INSERT INTO t VALUES (?)').run('评'.repeat(400));
    })();
  } catch (error) {
    caught = error;
  }
  expect(fileFailure(caught, 'a.db')).toMatchObject({ code: 'files.disk-full' });
  expect(db.prepare('SELECT count(*) AS n FROM t').get()).toEqual({ n: 0 });
  db.close();
  expect(existsSync(join(folder, 'a.db'))).toBe(true);
  expect(readdirSync(folder)).toEqual(['a.db']);
  expect(readFileSync(join(folder, 'a.db')).length).toBeGreaterThan(0);
  rmSync(folder, { recursive: true });
});
