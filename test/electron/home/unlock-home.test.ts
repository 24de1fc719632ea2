import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sealingSink } from '#electron/home/dossiers.ts';
import { guardDossier, guardHome } from '#electron/home/home-failure.ts';
import { openHome, type Home, type LockedHome } from '#electron/home/home.ts';
import { wrapKey } from '#electron/home/key-slots.ts';
import { loadTask } from '#electron/home/load-task.ts';
import {
  changeHomePassphrase,
  countTasks,
  foundHome,
  lockHome,
  moveHomeAside,
  openForOnce,
  readHomeState,
  setUpHome,
  unlockHome,
} from '#electron/home/unlock-home.ts';
import { DamagedFile } from '#electron/home/sealed-file.ts';
import { receiveFile } from '#electron/packages/sink.ts';
import { editSheet } from '#electron/scoring/edit-sheet.ts';
import { submitTask } from '#electron/scoring/submit-task.ts';
import { findTaskDossier } from '#electron/tasks/find-dossier.ts';
import { getTask, listTasks, removeTask } from '#electron/tasks/list-tasks.ts';
import { openTask } from '#electron/tasks/open-task.ts';
import { dossierWords, issueDossierRound, type DossierTask } from '../../pipeline/dossier-round.ts';
import { scoreAll, tickingEntropy, value } from '../../pipeline/make-round.ts';
import { homePassphrase, openTestHome, testWorkFactor } from '../../pipeline/open-test-home.ts';
import { findPlainWords } from '../../pipeline/plain-words.ts';

const comment = '植入的评语 planted-comment';
const next = '秋水长天 落霞孤鹜';

let model: string;
let task: DossierTask;
let taskId: string;
let folder: string;
let home: Home;
beforeAll(async () => {
  model = mkdtempSync(join(tmpdir(), 'mtx-model-'));
  const [first] = await issueDossierRound(model);
  if (first === undefined) throw new Error('no task');
  task = first;
  const made = await openTestHome(join(model, 'home'), tickingEntropy());
  taskId = value(await openTask(made, task)).id;
  scoreAll({ home: made, taskId, expertId: '', name: '' }, () => 80);
  const candidateId = value(loadTask(made, taskId)).predicate.candidates[0]?.id ?? '';
  value(editSheet(made, { taskId, candidateId, change: { what: 'comment', comment } }));
  value(await submitTask(made, { taskId, folder: join(model, 'results'), reason: null }));
  made.db.close();
});
afterAll(() => rmSync(model, { recursive: true, force: true }));
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-unlock-'));
  cpSync(join(model, 'home'), join(folder, 'home'), { recursive: true });
  home = await openTestHome(join(folder, 'home'), tickingEntropy(Date.UTC(2026, 10, 25)));
});
afterEach(() => {
  home.db.close();
  rmSync(folder, { recursive: true, force: true });
});
const lockedHome = (): LockedHome => ({ folder: home.folder, db: home.db, entropy: home.entropy });
const readLatin = (path: string) => readFileSync(path, 'latin1');
const code = (result: object) => ('error' in result ? result.error : 'ok');

describe('a locked home', () => {
  it('tells that it is locked and how many tasks it holds, and nothing else', async () => {
    expect([readHomeState(home), countTasks(home.db)]).toEqual(['locked', 1]);
    home.db.pragma('wal_checkpoint(TRUNCATE)');
    const { predicate } = value(loadTask(home, taskId));
    const words = [
      comment,
      dossierWords.slice(0, 7),
      'planted-dossier',
      task.code,
      task.code.replaceAll('-', '').slice(0, 12),
      predicate.round.title,
      predicate.expert.name,
      '对象B01',
      '单位B02',
      'AGE-SECRET-KEY',
      'one-a',
      'recused',
    ];
    expect(findPlainWords(home.folder, words)).toEqual([]);
    expect(findPlainWords(join(model, '材料'), ['planted-dossier'])).toHaveLength(1);
  });

  it('answers no call: not one that runs while it is locked, nor any later one', async () => {
    const candidateId = value(loadTask(home, taskId)).predicate.candidates[0]?.id ?? '';
    lockHome(home);
    const calls = [
      () => listTasks(home),
      () => getTask(home, { taskId }),
      () => editSheet(home, { taskId, candidateId, change: { what: 'comment', comment: '' } }),
      () => submitTask(home, { taskId, folder: join(folder, 'out'), reason: '更正' }),
      () => removeTask(home, { taskId }),
      () => openTask(home, task),
    ];
    for (const call of calls) expect(code(await guardHome<unknown, string>(call))).toEqual({ code: 'scoring.locked' });
    expect(existsSync(join(folder, 'out'))).toBe(false);
    home = value(await unlockHome(lockedHome(), homePassphrase));
    expect(value(await getTask(home, { taskId })).sheets[candidateId]?.comment).toBe(comment);
  });

  it('opens with its passphrase only', async () => {
    expect(code(await unlockHome(lockedHome(), ''))).toEqual({ code: 'identity.passphrase-missing' });
    for (const typed of ['wrong', homePassphrase.slice(1), task.code]) {
      expect(code(await unlockHome(lockedHome(), typed))).toEqual({ code: 'identity.wrong-passphrase' });
    }
    // As another system may write the same characters.
    const again = value(await unlockHome(lockedHome(), homePassphrase.normalize('NFD')));
    expect(value(listTasks(again))).toHaveLength(1);
  });

  it('with a slot that is damaged is named as such', async () => {
    home.db.prepare('UPDATE key_slots SET wrapped = ?').run(Buffer.from('age-encryption.org/v1\n-> X'));
    expect(code(await unlockHome(lockedHome(), homePassphrase))).toMatchObject({ code: 'identity.key-file-damaged' });
  });

  it('whose texts were changed or exchanged is named as damaged', async () => {
    const rows = home.db
      .prepare<[], { candidate_id: string; sealed: string }>('SELECT candidate_id, sealed FROM sheets')
      .all();
    const [one, two] = rows;
    home.db.prepare('UPDATE sheets SET sealed = ? WHERE candidate_id = ?').run(two?.sealed, one?.candidate_id);
    expect(code(await guardHome(() => getTask(home, { taskId })))).toEqual({
      code: 'workspace.damaged',
      detail: { file: 'home.db' },
    });
    await expect(
      guardHome(() => {
        throw new Error('a bug');
      }),
    ).rejects.toThrow('a bug');
  });
});

it('a dossier that was changed on the disk is refused by its name', async () => {
  const damaged = () => Promise.reject(new DamagedFile('chunk'));
  expect(code(await guardDossier<null, string>(damaged))).toEqual({ code: 'candidates.dossier-damaged' });
  expect(code(await guardDossier(() => Promise.resolve(listTasks(home))))).toBe('ok');
  await expect(guardDossier(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
});

describe('setting a home up', () => {
  const fresh = (): LockedHome => value(openHome(join(folder, 'new'), tickingEntropy()));

  it('takes a strong passphrase, once', async () => {
    const locked = fresh();
    expect(readHomeState(locked)).toBe('new');
    for (const weak of ['', '12345678', '短口令', 'aaaaaaaaaaaa']) {
      expect(code(await setUpHome(locked, weak))).toMatchObject({ code: expect.stringMatching(/^identity\./) });
    }
    expect(readHomeState(locked)).toBe('new');
    value(await setUpHome(locked, next, testWorkFactor));
    expect(code(await setUpHome(locked, homePassphrase, testWorkFactor))).toMatchObject({
      code: 'identity.key-file-exists',
    });
    value(await unlockHome(locked, next));
    locked.db.close();
  });

  it('with an activation code opens by it however it is typed, and by a passphrase beside it', async () => {
    const locked = fresh();
    const secret = task.code.replaceAll('-', '').slice(0, 12);
    value(
      await foundHome(
        locked,
        [
          { kind: 'code', text: secret },
          { kind: 'passphrase', text: next },
        ],
        testWorkFactor,
      ),
    );
    for (const typed of [task.code, task.code.toLowerCase().replaceAll('-', ' '), next]) {
      expect(code(await unlockHome(locked, typed))).toBe('ok');
    }
    expect(code(await unlockHome(locked, secret))).toEqual({ code: 'identity.wrong-passphrase' });
    locked.db.close();
  });

  it('for one use leaves what nobody can open', async () => {
    const locked = fresh();
    const once = value(await openForOnce(locked));
    value(await openTask(once, task));
    expect(value(listTasks(once))).toHaveLength(1);
    expect(code(await unlockHome(locked, homePassphrase))).toEqual({ code: 'identity.wrong-passphrase' });
    locked.db.close();
    expect(findPlainWords(locked.folder, [task.code, '对象B01', 'planted-dossier'])).toEqual([]);
  });
});

describe('changing the passphrase', () => {
  it('wraps the key anew and touches nothing else', async () => {
    const dump = () => home.db.prepare('SELECT id, predicate, secret FROM tasks').all();
    const before = [dump(), readdirSync(join(home.folder, 'dossiers'))];
    const change = { present: homePassphrase, next, workFactor: testWorkFactor };
    expect(code(await changeHomePassphrase(home, { ...change, present: 'wrong' }))).toEqual({
      code: 'identity.wrong-passphrase',
    });
    expect(code(await changeHomePassphrase(home, { ...change, next: '1234' }))).toEqual({
      code: 'identity.passphrase-weak',
    });
    value(await changeHomePassphrase(home, change));
    expect([dump(), readdirSync(join(home.folder, 'dossiers'))]).toEqual(before);
    expect(code(await unlockHome(lockedHome(), homePassphrase))).toEqual({ code: 'identity.wrong-passphrase' });
    const again = value(await unlockHome(lockedHome(), next));
    expect(value(listTasks(again))).toHaveLength(1);
    expect(value(listTasks(home))).toHaveLength(1);
  });

  it('is refused without the present one, and costs a thief what it should', async () => {
    expect(code(await changeHomePassphrase(home, { present: '', next }))).toEqual({
      code: 'identity.wrong-passphrase',
    });
    value(await changeHomePassphrase(home, { present: homePassphrase, next }));
    const slot = home.db.prepare<[], { wrapped: Buffer }>('SELECT wrapped FROM key_slots').get();
    expect(slot?.wrapped.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt [\w+/]{22} 17\n/);
    const byCode = await wrapKey(Buffer.alloc(32), { kind: 'code', text: 'ABCDEFGHJKMN' });
    expect(byCode.wrapped.toString('latin1')).toMatch(/-> scrypt [\w+/]{22} 14\n/);
  });

  it('leaves nothing of the old slot on the disk', async () => {
    const old = home.db.prepare<[], { wrapped: Buffer }>('SELECT wrapped FROM key_slots').get();
    mkdirSync(join(home.folder, 'backups'));
    cpSync(join(home.folder, 'home.db'), join(home.folder, 'backups', 'version-4.db'));
    const piece = old?.wrapped.subarray(-32).toString('latin1') ?? '';
    home.db.pragma('wal_checkpoint(TRUNCATE)');
    const holds = () =>
      readdirSync(home.folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .some(({ name, parentPath }) => readLatin(join(parentPath, name)).includes(piece));
    expect(holds()).toBe(true);
    value(await changeHomePassphrase(home, { present: homePassphrase, next, workFactor: testWorkFactor }));
    expect(holds()).toBe(false);
  });
});

describe('starting anew', () => {
  it('moves the home aside, whole, under a name that is free', async () => {
    home.db.close();
    const { folder: place } = home;
    const aside = value(moveHomeAside(place, '2026-11-25T08:00:00Z'));
    expect(aside).toBe(`${place}.locked-20261125080000`);
    home = value(await unlockHome(value(openHome(aside, tickingEntropy())), homePassphrase));
    expect(value(listTasks(home))).toHaveLength(1);
    cpSync(aside, place, { recursive: true });
    expect(value(moveHomeAside(place, '2026-11-25T08:00:00Z'))).toBe(`${aside}-2`);
    expect(moveHomeAside(place, '2026-11-25T08:00:00Z')).toMatchObject({ error: { code: 'files.missing' } });
  });
});

it('a dossier that is not what was promised leaves nothing behind', async () => {
  const before = readdirSync(join(home.folder, 'dossiers'));
  const file = { path: 'data/dossiers/x', sha256: 'a'.repeat(64), size: 3 };
  const pass = async (take: (part: Uint8Array) => void | Promise<void>) => take(Buffer.from('abc'));
  expect(await receiveFile(file, sealingSink(home), pass)).toBe(false);
  expect(readdirSync(join(home.folder, 'dossiers'))).toEqual(before);
});

it('a dossier of the home reads as it came, and does not lie under its own hash', async () => {
  const candidate = value(loadTask(home, taskId)).predicate.candidates[0];
  const [file] = candidate?.dossiers ?? [];
  const found = findTaskDossier(home, { taskId, candidateId: candidate?.id ?? '', sha256: file?.sha256 ?? '' });
  const parts: Uint8Array[] = [];
  for await (const part of found?.read({ start: 0, end: found.size - 1 }) ?? []) parts.push(part);
  expect(Buffer.concat(parts).toString()).toBe(dossierWords.repeat(5000));
  const names = readdirSync(join(home.folder, 'dossiers'));
  expect(names).toHaveLength(1);
  expect(names.some((name) => name.includes(file?.sha256 ?? ''))).toBe(false);
});
