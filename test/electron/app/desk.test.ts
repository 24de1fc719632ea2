import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setDesk, type Desk } from '#electron/app/desk.ts';
import { findDossierOn } from '#electron/app/find-dossier.ts';
import { sha256Hex } from '#electron/base/digest.ts';
import { attachDossiers } from '#electron/candidates/attach-dossiers.ts';
import { loadCandidates } from '#electron/candidates/list-candidates.ts';
import { listRounds } from '#electron/round/list-rounds.ts';
import { listTasks } from '#electron/tasks/list-tasks.ts';
import { workspacePaths } from '#electron/workspace/workspace.ts';
import { fail, ok } from '#shared/base/result.ts';
import { makeRound, makeWorkspace, tickingEntropy, value } from '../../pipeline/make-round.ts';
import { homePassphrase, openTestHome } from '../../pipeline/open-test-home.ts';

let folder: string;
let desk: Desk;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-desk-'));
  desk = setDesk(join(folder, 'home'), tickingEntropy());
});
afterEach(() => {
  desk.clear();
  rmSync(folder, { recursive: true, force: true });
});

const open = async (name: string) => {
  mkdirSync(join(folder, name));
  const workspace = await makeWorkspace(join(folder, name), tickingEntropy());
  await desk.putWorkspace(workspace);
  return workspace;
};

describe('the workspace on the desk', () => {
  it('is asked for in vain before one is open and after it was closed', async () => {
    const none = { ok: false, error: { code: 'ipc.no-workspace' } };
    const act = () => Promise.resolve(ok(null));
    expect([desk.workspace(), await desk.atWorkspace(act)]).toEqual([none, none]);
    await open('a');
    expect(await desk.atWorkspace(act)).toEqual({ ok: true, value: null });
    await desk.closeWorkspace();
    expect([desk.workspace(), await desk.atWorkspace(act)]).toEqual([none, none]);
  });

  it('makes room for the next one, which closes its database', async () => {
    const first = await open('a');
    const second = await open('b');
    expect(value(desk.workspace())).toBe(second);
    expect([first.db.open, second.db.open]).toEqual([false, true]);
  });

  it('stays open until every act on it has ended, also those that fail', async () => {
    const workspace = await open('a');
    let finish = (): void => undefined;
    const waiting = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const acts = [
      desk.atWorkspace(async (opened) => {
        await waiting;
        return listRounds(opened);
      }),
      desk.atWorkspace(async () => {
        await waiting;
        return fail('round.unknown');
      }),
      desk.atWorkspace(() => {
        throw new Error('a bug');
      }),
    ];
    const settled = Promise.allSettled(acts);
    const closing = desk.closeWorkspace();
    await Promise.resolve();
    expect(workspace.db.open).toBe(true);
    finish();
    expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    await closing;
    expect(workspace.db.open).toBe(false);
  });
});

const locked = async (code: string) => {
  expect(await desk.atHome(listTasks)).toMatchObject({ ok: false, error: { code } });
};

describe('the home on the desk', () => {
  it('is opened once, by whichever call comes first', async () => {
    const views = await Promise.all([1, 2, 3].map(() => desk.home.view()));
    for (const view of views) expect(view).toEqual({ ok: true, value: { state: 'new', tasks: 0 } });
    await locked('scoring.locked');
    value(await desk.home.setUp(homePassphrase));
    expect(await desk.atHome(listTasks)).toEqual({ ok: true, value: [] });
  });

  it('is refused with its code when its place cannot be written', async () => {
    writeFileSync(join(folder, 'home'), 'a file where the folder should be');
    expect(await desk.home.view()).toMatchObject({ ok: false, error: { code: 'workspace.folder-not-writable' } });
    expect(await desk.home.setUp(homePassphrase)).toMatchObject({ error: { code: 'workspace.folder-not-writable' } });
    await locked('scoring.locked');
  });

  it('is closed with the workspace when the desk is cleared, and opens again', async () => {
    value(await desk.home.setUp(homePassphrase));
    const home = value(await desk.atHome((opened) => ok(opened)));
    const workspace = await open('a');
    desk.clear();
    expect([home.db.open, home.vault.isLocked(), workspace.db.open]).toEqual([false, true, false]);
    await locked('scoring.locked');
    value(await desk.home.unlock(homePassphrase));
    expect(await desk.atHome(listTasks)).toEqual({ ok: true, value: [] });
  });
});

describe('locking the home on the desk', () => {
  beforeEach(async () => {
    (await openTestHome(join(folder, 'home'), tickingEntropy())).db.close();
    value(await desk.home.unlock(homePassphrase));
  });

  it('refuses further acts at once and lets those under way end', async () => {
    let finish = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (finish = resolve));
    const acting = desk.atHome(async (home) => {
      await waiting;
      return listTasks(home);
    });
    const locking = desk.home.lock();
    expect(desk.home.isOpen).toBe(false);
    await locked('scoring.locked');
    finish();
    expect(await acting).toEqual({ ok: true, value: [] });
    expect(await locking).toBe(true);
    expect(await desk.home.lock()).toBe(false);
    expect(await desk.home.view()).toEqual({ ok: true, value: { state: 'locked', tasks: 0 } });
  });

  it('holds also for what was being unlocked at that moment', async () => {
    await desk.home.lock();
    const unlocking = desk.home.unlock(homePassphrase);
    await desk.home.view();
    await desk.home.lock();
    expect(await unlocking).toMatchObject({ error: { code: 'scoring.locked' } });
    await locked('scoring.locked');
    expect(await desk.home.unlock('wrong')).toMatchObject({ error: { code: 'identity.wrong-passphrase' } });
    expect(value(await desk.home.unlock(homePassphrase)).state).toBe('open');
    expect(value(await desk.home.unlock(homePassphrase)).state).toBe('open');
  });

  it('and starting anew moves the old home aside and begins a new one', async () => {
    const aside = value(await desk.home.startAnew());
    expect(value(await desk.home.view()).state).toBe('new');
    value(await desk.home.setUp('秋水长天 落霞孤鹜'));
    expect(await desk.home.changePassphrase({ present: homePassphrase, next: homePassphrase })).toMatchObject({
      error: { code: 'identity.wrong-passphrase' },
    });
    (await openTestHome(aside, tickingEntropy())).db.close();
  });
});

describe('dossiers of what lies on the desk', () => {
  const content = '申报书正文';
  const sha256 = sha256Hex(content);

  async function attachOne() {
    const workspace = await open('a');
    const roundId = makeRound(workspace, 2, 1);
    mkdirSync(join(folder, '材料'));
    writeFileSync(join(folder, '材料', 'B01.txt'), content);
    value(await attachDossiers(workspace, { roundId, folder: join(folder, '材料') }));
    const [first, second] = loadCandidates(workspace.db, roundId);
    return { workspace, roundId, first: first?.id ?? '', second: second?.id ?? '' };
  }

  it('are read in parts', async () => {
    const { roundId, first } = await attachOne();
    const found = await findDossierOn(desk)({ of: 'round', id: roundId, candidateId: first, sha256 });
    expect(found).toMatchObject({ size: Buffer.byteLength(content), mediaType: 'text/plain' });
    const parts: Uint8Array[] = [];
    for await (const part of found?.read({ start: 3, end: 5 }) ?? []) parts.push(part);
    expect(Buffer.concat(parts).toString()).toBe('报');
  });

  it('are found only under their own candidate, round and kind of place', async () => {
    const { roundId, first, second } = await attachOne();
    const find = findDossierOn(desk);
    expect(await find({ of: 'round', id: roundId, candidateId: second, sha256 })).toBeNull();
    expect(await find({ of: 'round', id: first, candidateId: first, sha256 })).toBeNull();
    expect(await find({ of: 'round', id: roundId, candidateId: first, sha256: 'a'.repeat(64) })).toBeNull();
    expect(await find({ of: 'task', id: roundId, candidateId: first, sha256 })).toBeNull();
    await desk.closeWorkspace();
    expect(await find({ of: 'round', id: roundId, candidateId: first, sha256 })).toBeNull();
  });

  it('count as missing when their content on disk was cut short', async () => {
    const { workspace, roundId, first } = await attachOne();
    truncateSync(join(workspacePaths.dossiers(workspace.folder), sha256), 3);
    expect(await findDossierOn(desk)({ of: 'round', id: roundId, candidateId: first, sha256 })).toBeNull();
  });
});
