import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { grantAll, makeGrants } from '#electron/app/grants.ts';
import { makeSavedFiles, shortenPath } from '#electron/app/saved-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-grants-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function countedIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return count.toString(16).padStart(32, '0');
  };
}

test('a grant names the file without its folder and leads back to the path', () => {
  const path = join(folder, '评审.mtxtask');
  writeFileSync(path, '');
  const grants = makeGrants(countedIds());
  const grant = grants.add(path);
  expect(grant).toEqual({ id: '1'.padStart(32, '0'), name: '评审.mtxtask', kind: 'file' });
  expect(grants.find(grant?.id ?? '')).toEqual({ ok: true, value: path });
});

test('a folder is granted as a folder, and nothing is granted where nothing is', () => {
  const grants = makeGrants(countedIds());
  expect(grants.add(folder)?.kind).toBe('folder');
  expect(grants.add(join(folder, 'missing'))).toBeNull();
  expect(grantAll(grants, [folder, join(folder, 'missing'), folder])).toHaveLength(2);
});

test('an id that was never given is refused', () => {
  expect(makeGrants(countedIds()).find('f'.repeat(32))).toEqual({ ok: false, error: { code: 'ipc.grant-unknown' } });
});

test('the oldest grants expire when there are too many', () => {
  const grants = makeGrants(countedIds());
  const first = grants.add(folder);
  for (let count = 0; count < 20_000; count += 1) grants.add(folder);
  expect(grants.find(first?.id ?? '').ok).toBe(false);
});

test('a saved file is shown with its folder, the home folder shortened', () => {
  const saved = makeSavedFiles(countedIds(), join(folder, 'home')).add(join(folder, 'home', '导出', '名单.xlsx'));
  expect(saved).toMatchObject({ name: '名单.xlsx', place: join('~', '导出') });
  expect(shortenPath('/home/someone', '/home/some')).toBe('/home/someone');
  expect(shortenPath('/home/some', '/home/some')).toBe('~');
});
