import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { sha256Hex } from '#electron/base/digest.ts';
import { homeMigrations } from '#electron/db/migrations.ts';
import { openDatabase } from '#electron/db/open-database.ts';
import { homePaths, openHome, type Home, type LockedHome } from '#electron/home/home.ts';
import { loadTask } from '#electron/home/load-task.ts';
import { identityPlace } from '#electron/home/places.ts';
import { readHomeState, setUpHome, unlockHome } from '#electron/home/unlock-home.ts';
import { submitTask } from '#electron/scoring/submit-task.ts';
import { findTaskDossier } from '#electron/tasks/find-dossier.ts';
import { getTask } from '#electron/tasks/list-tasks.ts';
import { openTask } from '#electron/tasks/open-task.ts';
import { dossierWords, issueDossierRound } from '../../pipeline/dossier-round.ts';
import { tickingEntropy, value } from '../../pipeline/make-round.ts';
import { homePassphrase, openTestHome, testWorkFactor } from '../../pipeline/open-test-home.ts';
import { findPlainWords } from '../../pipeline/plain-words.ts';

const comment = '植入的评语 planted-comment';
const dossier = Buffer.from(dossierWords.repeat(5000));
const words = [comment, 'planted-dossier', '对象B01', '植入的理由', 'planted-file', 'AGE-SECRET-KEY', 'SECRETSECRET'];

let model: string;
let task: Awaited<ReturnType<typeof loadAll>>;
let folder: string;
let home: LockedHome;

/** What a task holds, out of a home of today. */
async function loadAll() {
  const [issued] = await issueDossierRound(model);
  if (issued === undefined) throw new Error('no task');
  const today = await openTestHome(join(model, 'today'), tickingEntropy());
  const { id } = value(await openTask(today, issued));
  const local = value(loadTask(today, id));
  const row = today.db.prepare<[], { keys: string }>('SELECT keys FROM identities').get();
  const place = identityPlace(local.commission, local.predicate.expertId);
  const keys = JSON.stringify(today.vault.openJson(place, String(JSON.parse(row?.keys ?? ''))));
  today.db.close();
  return { ...local, keys };
}

/** Writes a home as the first version did: everything in the open. */
function writeFirstVersion(place: string): void {
  mkdirSync(homePaths.dossiers(place), { recursive: true });
  mkdirSync(homePaths.staging(place), { recursive: true });
  const db = value(openDatabase(homePaths.database(place), homeMigrations.slice(0, 1)));
  const { id, statement, commission, predicate, keys } = task;
  const { roundId, expertId, candidates } = predicate;
  const [one, two] = candidates.map((candidate) => candidate.id);
  const at = '2026-11-20T08:00:00Z';
  db.prepare('INSERT INTO identities VALUES (?, ?, ?, ?)').run(commission, expertId, keys, at);
  const insertTask = db.prepare('INSERT INTO tasks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  insertTask.run(id, statement, commission, roundId, expertId, 1, JSON.stringify(predicate), 'SECRETSECRET', at);
  insertTask.run('other', 'f'.repeat(64), commission, roundId, expertId, 2, JSON.stringify(predicate), null, at);
  const insertSheet = db.prepare('INSERT INTO sheets VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  insertSheet.run(id, one, 'scored', '{"one-a":850}', '{}', 1, comment, null, 7, at, at);
  insertSheet.run(id, two, 'recused', '{}', '{}', 0, '', '植入的理由', 1, at, at);
  db.prepare('INSERT INTO stars VALUES (?, ?)').run(id, one);
  db.prepare('INSERT INTO stars VALUES (?, ?)').run(id, two);
  const insertSubmission = db.prepare('INSERT INTO submissions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const chain = [commission, roundId, expertId] as const;
  insertSubmission.run('a'.repeat(64), id, ...chain, 1, null, null, at, 'planted-file-1.mtxresult', 8);
  insertSubmission.run('b'.repeat(64), id, ...chain, 2, 'a'.repeat(64), '植入的理由', at, 'planted-file-2', 8);
  db.close();
  writeFileSync(join(homePaths.dossiers(place), sha256Hex(dossier)), dossier);
  writeFileSync(join(homePaths.dossiers(place), `.${'c'.repeat(64)}.0123.part`), 'planted-dossier');
}

beforeAll(async () => {
  model = mkdtempSync(join(tmpdir(), 'mtx-old-'));
  task = await loadAll();
});
afterAll(() => rmSync(model, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-old-'));
  writeFirstVersion(folder);
  home = value(openHome(folder, tickingEntropy()));
});
afterEach(() => {
  home.db.close();
  rmSync(folder, { recursive: true, force: true });
});

const seal = async (): Promise<Home> => value(await setUpHome(home, homePassphrase, testWorkFactor));

async function expectAllThere(opened: Home): Promise<void> {
  const view = value(await getTask(opened, { taskId: task.id }));
  const [one, two] = task.predicate.candidates;
  expect(view.summary).toMatchObject({ roundTitle: '示范楼宇评审', candidates: 2 });
  expect(view.sheets[one?.id ?? '']).toMatchObject({ points: { 'one-a': 850 }, comment, fraud: true, revision: 7 });
  expect(view.sheets[two?.id ?? '']).toMatchObject({ state: 'recused', reason: '植入的理由', fraud: false });
  expect(new Set(view.starred)).toEqual(new Set([one?.id, two?.id]));
  expect(view.submissions).toMatchObject([
    { seq: 1, reason: null, fileName: 'planted-file-1.mtxresult' },
    { seq: 2, reason: '植入的理由' },
  ]);
  expect(value(loadTask(opened, task.id)).secret).toBe('SECRETSECRET');
  expect(value(loadTask(opened, 'other')).secret).toBeNull();
  const sha256 = sha256Hex(dossier);
  const found = findTaskDossier(opened, { taskId: task.id, candidateId: one?.id ?? '', sha256 });
  const parts: Uint8Array[] = [];
  for await (const part of found?.read({ start: 0, end: dossier.length - 1 }) ?? []) parts.push(part);
  expect(Buffer.concat(parts).equals(dossier)).toBe(true);
  expect(findPlainWords(folder, words)).toEqual([]);
  expect(readdirSync(homePaths.dossiers(folder))).toHaveLength(1);
  expect(existsSync(homePaths.backups(folder))).toBe(false);
}

it('a home of the first version asks for a passphrase, and then nothing of it stands in the open', async () => {
  expect(readHomeState(home)).toBe('open-work');
  expect(findPlainWords(folder, words).length).toBeGreaterThan(words.length);
  const opened = await seal();
  expect(readHomeState(home)).toBe('locked');
  await expectAllThere(opened);
  const handedIn = await submitTask(opened, { taskId: task.id, folder: join(folder, 'out'), reason: '更正' });
  expect(handedIn).toMatchObject({ error: { code: 'scoring.incomplete' } });
});

it('sealing that was killed goes on at the next unlock, wherever it was killed', async () => {
  for (const step of ['DROP TABLE plain_sheets', 'VACUUM', 'DROP TABLE plain_leftovers']) {
    const exec = home.db.exec.bind(home.db);
    home.db.exec = (sql: string) => {
      if (sql.startsWith(step)) throw new Error('killed');
      return exec(sql);
    };
    await expect(readHomeState(home) === 'locked' ? unlockHome(home, homePassphrase) : seal()).rejects.toThrow(
      'killed',
    );
    home.db.close();
    home = value(openHome(folder, tickingEntropy()));
  }
  await expectAllThere(value(await unlockHome(home, homePassphrase)));
});

it('a dossier that cannot be sealed leaves the home locked and the plain one in its place', async () => {
  const plain = join(homePaths.dossiers(folder), 'd'.repeat(64));
  mkdirSync(plain);
  expect(await setUpHome(home, homePassphrase, testWorkFactor)).toMatchObject({ error: { code: 'files.not-a-file' } });
  expect(existsSync(plain)).toBe(true);
  rmSync(plain, { recursive: true });
  await expectAllThere(value(await unlockHome(home, homePassphrase)));
});

it('a dossier that was sealed before the stop is not sealed again', async () => {
  const opened = await seal();
  const [name = ''] = readdirSync(homePaths.dossiers(folder));
  const before = join(folder, 'before');
  copyFileSync(join(homePaths.dossiers(folder), name), before);
  home.db.exec('CREATE TABLE plain_leftovers (since TEXT NOT NULL) STRICT');
  writeFileSync(join(homePaths.dossiers(folder), sha256Hex(dossier)), dossier);
  rmSync(before);
  opened.vault.lock();
  await expectAllThere(value(await unlockHome(home, homePassphrase)));
});
