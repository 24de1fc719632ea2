import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '#shared/base/result.ts';
import { openHome, type Home } from '#electron/home/home.ts';
import { addSlot, listSlotKinds, wrapKey } from '#electron/home/key-slots.ts';
import {
  openHomeByPassphrase,
  openScriptHome,
  reopenScriptHome,
  type ReadPassphrase,
} from '#electron/home/script-home.ts';
import { unlockHome } from '#electron/home/unlock-home.ts';
import { listTasks } from '#electron/tasks/list-tasks.ts';
import { openTask } from '#electron/tasks/open-task.ts';
import { issueDossierRound, type DossierTask } from '../../pipeline/dossier-round.ts';
import { tickingEntropy, value } from '../../pipeline/make-round.ts';
import { testWorkFactor } from '../../pipeline/open-test-home.ts';
import { findPlainWords } from '../../pipeline/plain-words.ts';

const passphrase = '秋水长天 落霞孤鹜';
const entropy = tickingEntropy();

let model: string;
let tasks: readonly DossierTask[];
let folder: string;
beforeAll(async () => {
  model = mkdtempSync(join(tmpdir(), 'mtx-script-'));
  tasks = await issueDossierRound(model, 3);
});
afterAll(() => rmSync(model, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-script-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const taskOf = (index: number): DossierTask => {
  const task = tasks[index];
  if (task === undefined) throw new Error('no such task');
  return task;
};
const nobody: ReadPassphrase = () => Promise.resolve(null);
const given =
  (text: string): ReadPassphrase =>
  () =>
    Promise.resolve(text);

/** Opens the home for a task and leaves the task in it. @returns the folder, and how many tasks it holds then */
async function use(index: number, readPassphrase: ReadPassphrase = nobody): Promise<[string, number] | [string]> {
  const task = taskOf(index);
  const home: Result<Home> = await openScriptHome({
    folder,
    entropy,
    code: task.code,
    readPassphrase,
    workFactor: testWorkFactor,
  });
  if (!home.ok) return [home.error.code];
  value(await openTask(home.value, task));
  const count = value(listTasks(home.value)).length;
  home.value.db.close();
  return [home.value.folder, count];
}

describe('a home of scripts', () => {
  it('is opened by the activation code alone, time and again, and is sealed', async () => {
    expect(await use(0)).toEqual([folder, 1]);
    expect(await use(0)).toEqual([folder, 1]);
    const { code } = taskOf(0);
    expect(findPlainWords(folder, [code, code.replaceAll('-', '').slice(0, 12), '对象B01', 'planted-dossier'])).toEqual(
      [],
    );
  });

  it('shared by several codes keeps each apart, as if on other machines', async () => {
    expect(await use(0)).toEqual([folder, 1]);
    const second = await use(1);
    const third = await use(2);
    expect(new Set([folder, second[0], third[0]]).size).toBe(3);
    expect(await use(1)).toEqual(second);
    expect(await use(2, given(passphrase))).toEqual(third);
    expect(readdirSync(join(folder, 'others'))).toHaveLength(2);
  });

  it('with a passphrase is one home for all codes, and later the code opens it too', async () => {
    expect(await use(0, given(passphrase))).toEqual([folder, 1]);
    expect(await use(0)).toEqual([folder, 1]);
    expect(await use(1)).toEqual(['identity.passphrase-missing']);
    expect(await use(1, given('wrong'))).toEqual(['identity.wrong-passphrase']);
    expect(await use(1, given(passphrase))).toEqual([folder, 2]);
    expect(await use(1)).toEqual([folder, 2]);
    expect(existsSync(join(folder, 'others'))).toBe(false);
  });

  it('that a code opened before takes a first passphrase, unless it is weak', async () => {
    expect(await use(0)).toEqual([folder, 1]);
    expect(await use(0, given('1234'))).toEqual(['identity.passphrase-weak']);
    expect(await use(0, given(passphrase))).toEqual([folder, 1]);
    const locked = value(openHome(folder, entropy));
    expect(listSlotKinds(locked.db)).toEqual(['code', 'passphrase']);
    expect(await unlockHome(locked, passphrase)).toMatchObject({ ok: true });
    locked.db.close();
  });

  it('is asked for only where it helps: confirmed at the beginning, never while the code opens it', async () => {
    const asked: [boolean, string][] = [];
    const record: ReadPassphrase = (confirm, how) => {
      asked.push([confirm, how]);
      return Promise.resolve(how === 'home' ? passphrase : null);
    };
    await use(0, record);
    await use(0, record);
    await use(1, record);
    expect(asked).toEqual([
      [true, 'home'],
      [false, 'home'],
    ]);
  });
});

describe('refusals', () => {
  it('of a weak passphrase, a mistyped code and a folder that is none leave nothing behind', async () => {
    expect(await use(0, given('1234'))).toEqual(['identity.passphrase-weak']);
    expect(listSlotKinds(value(openHome(folder, entropy)).db)).toEqual([]);
    const open = (code: string, place: string) =>
      openScriptHome({ folder: place, entropy, code, readPassphrase: nobody, workFactor: testWorkFactor });
    expect(await open('XXXX', folder)).toMatchObject({ error: { code: 'identity.code-length' } });
    expect(await open(taskOf(0).code, join(model, '材料', 'B01.txt'))).toMatchObject({
      error: { code: 'workspace.folder-not-writable' },
    });
  });

  it('of a slot that is damaged, in this home or in another of its folder', async () => {
    await use(0);
    const [other] = await use(1);
    const damage = (place: string) => {
      const locked = value(openHome(place, entropy));
      locked.db.prepare('UPDATE key_slots SET wrapped = ?').run(Buffer.from('rubbish'));
      locked.db.close();
    };
    damage(other);
    expect(await use(1)).toEqual(['identity.key-file-damaged']);
    damage(folder);
    expect(await use(0)).toEqual(['identity.key-file-damaged']);
  });

  it('of a home of a newer program among the others', async () => {
    await use(0);
    const [other] = await use(1);
    const locked = value(openHome(other, entropy));
    locked.db.pragma('user_version = 99');
    locked.db.close();
    expect(await use(1)).toEqual(['workspace.newer']);
  });

  it('of a slot that holds no key', async () => {
    const locked = value(openHome(folder, entropy));
    const secret = { kind: 'code', text: taskOf(0).code.replaceAll('-', '').slice(0, 12) } as const;
    addSlot(locked.db, await wrapKey(Buffer.from('short'), secret, 2), '2026-11-25T08:00:00Z');
    locked.db.close();
    expect(await use(0)).toEqual(['identity.key-file-damaged']);
  });
});

describe('a home that a code has opened before', () => {
  const reopen = async (code: string) => {
    const home = await reopenScriptHome({ folder, entropy, code });
    if (!home.ok) return home.error.code;
    home.value.db.close();
    return home.value.folder;
  };

  it('is found again, in the folder or beside it, and none is begun', async () => {
    await use(0);
    const [beside] = await use(1);
    expect(await reopen(taskOf(0).code)).toBe(folder);
    expect(await reopen(taskOf(1).code)).toBe(beside);
    expect(await reopen(taskOf(2).code)).toBe('identity.wrong-passphrase');
    expect(await reopen('ABCD')).toBe('identity.code-length');
    expect(readdirSync(join(folder, 'others'))).toHaveLength(1);
  });

  it('is not where no folder can be', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const place = { folder: join(file, 'home'), entropy };
    expect(await reopenScriptHome({ ...place, code: taskOf(0).code })).toMatchObject({
      error: { code: 'workspace.folder-not-writable' },
    });
    expect(await openHomeByPassphrase({ ...place, readPassphrase: given(passphrase) })).toMatchObject({
      error: { code: 'workspace.folder-not-writable' },
    });
  });
});
