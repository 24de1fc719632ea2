import { existsSync, renameSync, rmSync } from 'node:fs';
import type { FileCode } from '#shared/base/file-sentences.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { IdentityCode } from '#shared/identity/sentences.ts';
import { fileFailure } from '../base/file-failure.ts';
import { checkPassphrase } from '../identity/passphrase.ts';
import { homePaths, homeTime, type Home, type LockedHome } from './home.ts';
import { addSlot, listSlotKinds, readSecrets, replaceSlots, unwrapKey, wrapKey, type SlotSecret } from './key-slots.ts';
import { sealPlain } from './seal-plain.ts';
import { openVault } from './vault.ts';

/** `new`: nothing in it yet. `open-work`: work of an earlier version that no passphrase protects yet. */
export type HomeState = 'new' | 'open-work' | 'locked';

type Unlocked = Promise<Result<Home, IdentityCode | FileCode>>;

const keyLength = 32;

/** What a home needs before anything in it can be read. */
export function readHomeState({ db }: LockedHome): HomeState {
  if (listSlotKinds(db).length > 0) return 'locked';
  return countTasks(db) === 0 ? 'new' : 'open-work';
}

/** How many tasks a home holds: the one thing that a locked home tells. */
export function countTasks(db: LockedHome['db']): number {
  return Number(db.prepare('SELECT count(*) FROM tasks').pluck().get());
}

/** Gives a home without a key its passphrase: a person's own, checked for strength. Work done before is sealed. */
export async function setUpHome(home: LockedHome, passphrase: string, workFactor?: number): Unlocked {
  const checked = checkPassphrase(passphrase);
  return checked.ok ? foundHome(home, [{ kind: 'passphrase', text: checked.value }], workFactor) : checked;
}

/** Gives a home without a key a random one, which each of the secrets opens from now on. */
export async function foundHome(home: LockedHome, secrets: readonly SlotSecret[], workFactor?: number): Unlocked {
  const key = home.entropy.randomBytes(keyLength);
  const slots = await Promise.all(secrets.map((secret) => wrapKey(key, secret, workFactor)));
  const founded = home.db
    .transaction((): boolean => {
      if (listSlotKinds(home.db).length > 0) return false;
      for (const slot of slots) addSlot(home.db, slot, homeTime(home));
      return true;
    })
    .immediate();
  return founded ? openWith(home, key) : fail('identity.key-file-exists', { file: 'home.db' });
}

/** Opens a home with a passphrase, or with an activation code that has a slot of its own. */
export async function unlockHome(home: LockedHome, typed: string): Unlocked {
  if (typed === '') return fail('identity.passphrase-missing');
  const key = await unwrapKey(home.db, readSecrets(typed));
  return key.ok ? openWith(home, key.value) : key;
}

/** A home for one use, whose key nobody keeps: what is left on the disk can never be read. For demos. */
export async function openForOnce(home: LockedHome): Unlocked {
  return openWith(home, home.entropy.randomBytes(keyLength));
}

async function openWith(home: LockedHome, key: Uint8Array): Unlocked {
  const unlocked: Home = { ...home, vault: openVault(key), parsedTasks: new Map() };
  key.fill(0);
  try {
    await sealPlain(unlocked);
    return ok(unlocked);
  } catch (error) {
    unlocked.vault.lock();
    const failure = fileFailure(error, home.folder);
    if (failure === null) throw error;
    return { ok: false, error: failure };
  }
}

/** Forgets the keys of a home and what was read with them. */
export function lockHome(home: Home): void {
  home.vault.lock();
  home.parsedTasks.clear();
}

/**
 * Wraps the home's key anew; nothing else is written, however much the home holds. From then on only the new
 * passphrase opens the home.
 * @param present passphrase, or the activation code of a slot
 */
export async function changeHomePassphrase(
  home: LockedHome,
  { present, next, workFactor }: { readonly present: string; readonly next: string; readonly workFactor?: number },
): Promise<Result<null, IdentityCode>> {
  const checked = checkPassphrase(next);
  if (!checked.ok) return checked;
  const key = await unwrapKey(home.db, readSecrets(present));
  if (!key.ok) return key;
  const slot = await wrapKey(key.value, { kind: 'passphrase', text: checked.value }, workFactor);
  key.value.fill(0);
  replaceSlots(home.db, slot, homeTime(home));
  // Copies made before an upgrade still open with the old passphrase.
  rmSync(homePaths.backups(home.folder), { recursive: true, force: true });
  return ok(null);
}

/**
 * For a forgotten passphrase: moves a home aside, whole, so that a new one can begin. Nothing is deleted: should the
 * passphrase be remembered, the folder can be moved back. The home's database must be closed.
 * @param stamp of the time, for the name
 * @returns the folder in which the old home lies now
 */
export function moveHomeAside(folder: string, stamp: string): Result<string, FileCode> {
  const wanted = `${folder}.locked-${stamp.replaceAll(/\D/g, '')}`;
  let free = wanted;
  for (let number = 2; existsSync(free); number += 1) free = `${wanted}-${number}`;
  try {
    renameSync(folder, free);
    return ok(free);
  } catch (error) {
    const failure = fileFailure(error, folder);
    if (failure === null) throw error;
    return { ok: false, error: failure };
  }
}
