import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Entropy } from '#shared/base/ids.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { readActivationCode } from '../identity/activation-code.ts';
import { checkPassphrase } from '../identity/passphrase.ts';
import { homeTime, openHome, type Home, type LockedHome } from './home.ts';
import { addSlot, listSlotKinds, wrapKey, type SlotSecret } from './key-slots.ts';
import { foundHome, setUpHome, unlockHome } from './unlock-home.ts';

/** How a script comes by a passphrase; `unasked`: only one that is given already, nobody is to be asked. */
export type ReadPassphrase = (confirm: boolean, how: 'home' | 'unasked') => Promise<string | null>;

type ScriptHome = {
  readonly folder: string;
  readonly entropy: Entropy;
  /** The activation code as typed. */
  readonly code: string;
  readonly readPassphrase: ReadPassphrase;
  /** log2 of scrypt's N instead of the usual ones; tests pass a small one. */
  readonly workFactor?: number;
};

/** Opens a home by its passphrase alone; one without a key gets this one. The caller closes the database. */
export async function openHomeByPassphrase(input: Omit<ScriptHome, 'code'>): Promise<Result<Home>> {
  const locked = openHome(input.folder, input.entropy);
  if (!locked.ok) return locked;
  const isNew = listSlotKinds(locked.value.db).length === 0;
  const passphrase = await input.readPassphrase(isNew, 'home');
  const opened = await openLocked(locked.value, passphrase, isNew);
  if (!opened.ok) locked.value.db.close();
  return opened;
}

async function openLocked(locked: LockedHome, passphrase: string | null, isNew: boolean): Promise<Result<Home>> {
  if (passphrase === null) return fail('identity.passphrase-missing');
  return isNew ? setUpHome(locked, passphrase) : unlockHome(locked, passphrase);
}

const othersFolder = 'others';

/**
 * Opens a home for one activation code, without a window: with the passphrase where one is to be had, otherwise with
 * the code, which gets a slot of its own. A home that other experts' codes protect is left alone: the code opens or
 * begins another one in the folder `others`, as if it were another machine. The caller closes the database.
 */
export async function openScriptHome(input: ScriptHome): Promise<Result<Home>> {
  const code = readActivationCode(input.code);
  if (!code.ok) return code;
  const locked = openHome(input.folder, input.entropy);
  if (!locked.ok) return locked;
  const opened = await open(locked.value, { ...input, secret: { kind: 'code', text: code.value.secret } });
  if (!opened.ok || opened.value.db !== locked.value.db) locked.value.db.close();
  return opened;
}

type CodeInput = ScriptHome & { readonly secret: SlotSecret };

async function open(locked: LockedHome, input: CodeInput): Promise<Result<Home>> {
  const kinds = listSlotKinds(locked.db);
  if (kinds.length === 0) return begin(locked, input, await input.readPassphrase(true, 'home'));
  const byCode = await unlockHome(locked, input.code);
  if (kinds.includes('passphrase')) {
    return isOtherKey(byCode) ? openByPassphrase(locked, input, await input.readPassphrase(false, 'home')) : byCode;
  }
  if (isOtherKey(byCode)) return openOther(input);
  const passphrase = await input.readPassphrase(false, 'unasked');
  return byCode.ok && passphrase !== null ? addPassphrase(byCode.value, passphrase, input) : byCode;
}

function isOtherKey(opened: Result<Home>): boolean {
  return !opened.ok && opened.error.code === 'identity.wrong-passphrase';
}

/** A home without a key: from now on the code opens it, and the passphrase when there is one. */
async function begin(
  locked: LockedHome,
  { secret, workFactor }: CodeInput,
  passphrase: string | null,
): Promise<Result<Home>> {
  if (passphrase === null) return foundHome(locked, [secret], workFactor);
  const checked = checkPassphrase(passphrase);
  return checked.ok ? foundHome(locked, [{ kind: 'passphrase', text: checked.value }, secret], workFactor) : checked;
}

async function openByPassphrase(
  locked: LockedHome,
  { secret, workFactor }: CodeInput,
  passphrase: string | null,
): Promise<Result<Home>> {
  if (passphrase === null) return fail('identity.passphrase-missing');
  const home = await unlockHome(locked, passphrase);
  if (!home.ok) return home;
  addSlot(home.value.db, await wrapKey(home.value.vault.homeKey(), secret, workFactor), homeTime(home.value));
  return home;
}

/** The first passphrase of a home that a code alone opened before. */
async function addPassphrase(home: Home, passphrase: string, { workFactor }: CodeInput): Promise<Result<Home>> {
  const checked = checkPassphrase(passphrase);
  if (!checked.ok) return checked;
  const slot = await wrapKey(home.vault.homeKey(), { kind: 'passphrase', text: checked.value }, workFactor);
  addSlot(home.db, slot, homeTime(home));
  return ok(home);
}

/** Opens the home that an activation code has opened before, in the folder or beside it; begins none. */
export async function reopenScriptHome(input: Omit<ScriptHome, 'readPassphrase'>): Promise<Result<Home>> {
  const code = readActivationCode(input.code);
  return code.ok ? openFirst(input, [input.folder, ...listOthers(input.folder)]) : code;
}

/** The first of several homes that the code opens. */
async function openFirst(
  { entropy, code }: Omit<ScriptHome, 'readPassphrase'>,
  folders: readonly string[],
): Promise<Result<Home>> {
  for (const folder of folders) {
    const locked = openHome(folder, entropy);
    if (!locked.ok) return locked;
    const home = await unlockHome(locked.value, code);
    if (home.ok) return home;
    locked.value.db.close();
    if (!isOtherKey(home)) return home;
  }
  return fail('identity.wrong-passphrase');
}

function listOthers(folder: string): string[] {
  const others = join(folder, othersFolder);
  return existsSync(others) ? readdirSync(others).map((name) => join(others, name)) : [];
}

async function openOther(input: CodeInput): Promise<Result<Home>> {
  const opened = await openFirst(input, listOthers(input.folder));
  if (!isOtherKey(opened)) return opened;
  const locked = openHome(join(input.folder, othersFolder, randomBytes(8).toString('hex')), input.entropy);
  return locked.ok ? begin(locked.value, input, await input.readPassphrase(true, 'unasked')) : locked;
}
