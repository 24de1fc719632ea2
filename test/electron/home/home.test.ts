import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { homePaths, homeTime, openHome } from '#electron/home/home.ts';
import { loadTask, loadTasks } from '#electron/home/load-task.ts';
import { tickingEntropy, value } from '../../pipeline/make-round.ts';
import { openTestHome } from '../../pipeline/open-test-home.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-home-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('a home is made where it is opened, and found again', async () => {
  const place = join(folder, 'deep', 'home');
  const home = await openTestHome(place, tickingEntropy());
  expect(loadTasks(home)).toEqual([]);
  expect(existsSync(homePaths.dossiers(place))).toBe(true);
  home.db.close();
  const again = value(openHome(place, tickingEntropy(Date.UTC(2026, 10, 23))));
  expect(again.db.pragma('synchronous', { simple: true })).toBe(2);
  expect(homeTime(again)).toBe('2026-11-23T00:00:01Z');
  again.db.close();
});

it('a home is refused below a file, and when its database is none', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(openHome(join(folder, 'file', 'home'), tickingEntropy())).toMatchObject({
    error: { code: 'workspace.folder-not-writable', detail: { reason: 'ENOTDIR' } },
  });
  value(openHome(join(folder, 'home'), tickingEntropy())).db.close();
  writeFileSync(homePaths.database(join(folder, 'home')), 'rubbish '.repeat(1000));
  expect(openHome(join(folder, 'home'), tickingEntropy())).toMatchObject({
    error: { code: 'workspace.damaged', detail: { file: 'home.db' } },
  });
});

it('a home of a newer program is refused unharmed', () => {
  const place = join(folder, 'home');
  const home = value(openHome(place, tickingEntropy()));
  home.db.pragma('user_version = 99');
  home.db.close();
  expect(openHome(place, tickingEntropy())).toMatchObject({
    error: { code: 'workspace.newer', detail: { found: 99 } },
  });
});

it('a task that is not here is unknown', async () => {
  const home = await openTestHome(folder, tickingEntropy());
  expect(loadTask(home, 'x')).toEqual({ ok: false, error: { code: 'scoring.unknown-task' } });
  home.db.close();
});
