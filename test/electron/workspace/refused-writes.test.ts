import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Result } from '#shared/base/result.ts';
import { machineEntropy } from '#electron/base/machine-entropy.ts';
import type * as Writing from '#electron/base/write-file-atomic.ts';
import { createCommissionKeys } from '#electron/identity/key-file.ts';
import { createWorkspace } from '#electron/workspace/create-workspace.ts';
import {
  addMember,
  changePassphrase,
  listMembers,
  removeMember,
  renewMember,
  setMemberRole,
} from '#electron/workspace/members.ts';
import { openWorkspace, unlockWorkspace } from '#electron/workspace/open-workspace.ts';
import { createRecoveryKey, restoreAdmin } from '#electron/workspace/recovery.ts';
import { rotateKeys } from '#electron/workspace/rotate-keys.ts';
import { workspacePaths, type UnlockedWorkspace, type Workspace } from '#electron/workspace/workspace.ts';
import { makeWorkspace, tickingEntropy, value } from '../../pipeline/make-round.ts';

/** Which write from now on the disk refuses; 0: none. */
const disk = vi.hoisted(() => ({ refuses: 0 }));
vi.mock('#electron/base/write-file-atomic.ts', async (importOriginal) => {
  const real = await importOriginal<typeof Writing>();
  const writeFileAtomic = async (...input: Parameters<typeof real.writeFileAtomic>) => {
    disk.refuses -= 1;
    return disk.refuses === 0 ? { ok: false, error: { code: 'files.full' } } : real.writeFileAtomic(...input);
  };
  return { ...real, writeFileAtomic };
});

const passphrase = '山高水长 风清月朗';
const other = '小王的口令 很长';
let folder: string;
let admin: UnlockedWorkspace;
const open: Workspace[] = [];

beforeEach(async () => {
  disk.refuses = 0;
  folder = mkdtempSync(join(tmpdir(), 'mtx-writes-'));
  admin = await makeWorkspace(folder, tickingEntropy());
});
afterEach(() => {
  admin.db.close();
  for (const { db } of open.splice(0)) db.close();
  rmSync(folder, { recursive: true, force: true });
});

const enter = async (secret = passphrase, member?: string): Promise<Result<UnlockedWorkspace>> => {
  const workspace = value(openWorkspace(admin.folder, machineEntropy));
  open.push(workspace);
  return unlockWorkspace(workspace, secret, member);
};
const add = (name: string) => addMember(admin, { name, role: 'staff', passphrase: other, workFactor: 8 });
const names = (): string[] =>
  value(listMembers(admin))
    .filter(({ until }) => until === null)
    .map(({ name }) => name);

/**
 * Tries an act with its first write refused, then its second, and so on until it succeeds. After each refusal an admin
 * gets in as before. @returns how often it was refused
 */
const insist = async (act: () => Promise<Result<unknown>>): Promise<number> => {
  for (let refused = 0; refused < 20; refused += 1) {
    disk.refuses = refused + 1;
    const result = await act();
    disk.refuses = 0;
    if (result.ok) return refused;
    expect(result.error.code).toBe('files.full');
    expect(value(await enter(passphrase, '管理员')).keys.signer.sign(Buffer.from('x'))).toHaveLength(64);
  }
  throw new Error('refused for ever');
};

describe('a disk that refuses one write', () => {
  it('while a member is added leaves the roster without him, or with him and his keys', async () => {
    expect(await insist(() => add('小王'))).toBe(4);
    expect(names()).toEqual(['管理员', '小王']);
    expect(value(await enter(other, '小王')).member.role).toBe('staff');
  });

  it('while a member is removed, changed or renewed leaves him as he was, or as he shall be', async () => {
    const { id } = value(await add('小王'));
    expect(await insist(() => setMemberRole(admin, { memberId: id, role: 'admin' }))).toBe(3);
    expect(value(await enter(other, '小王')).member.role).toBe('admin');
    expect(await insist(() => renewMember(admin, { memberId: id, passphrase: other, workFactor: 8 }))).toBe(4);
    const renewed = value(await enter(other, '小王')).member;
    expect(await insist(() => removeMember(admin, { memberId: renewed.id }))).toBe(3);
    expect(names()).toEqual(['管理员']);
  });

  it('while a passphrase is changed leaves the old one', async () => {
    const change = () => changePassphrase(admin, { from: passphrase, to: '换了 一个 新的口令' });
    expect(await insist(change)).toBe(1);
    expect((await enter('换了 一个 新的口令')).ok).toBe(true);
  });

  it('while keys are rotated leaves the old ones, or the new ones', async () => {
    const before = admin.keys.signer.fingerprint;
    expect(await insist(() => rotateKeys(admin))).toBe(3);
    expect(value(await enter()).keys.signer.fingerprint).not.toBe(before);
  });

  it('while an admin is restored leaves the paper key good', async () => {
    const { groups } = value(await createRecoveryKey(admin));
    const restore = async () => {
      const workspace = value(openWorkspace(admin.folder, machineEntropy));
      open.push(workspace);
      return restoreAdmin(workspace, { paper: groups, passphrase: other, workFactor: 8 });
    };
    expect(await insist(restore)).toBe(4);
    expect(value(await enter(other)).member.role).toBe('admin');
  });

  it('after the roster was signed is made good at the next sign-in, and refuses it only when it refuses again', async () => {
    const { id } = value(await add('小王'));
    disk.refuses = 4;
    value(await removeMember(admin, { memberId: id }));
    disk.refuses = 0;
    value(await add('小张'));
    disk.refuses = 5;
    value(await add('小李'));
    disk.refuses = 1;
    expect(await enter(passphrase, '管理员')).toMatchObject({ error: { code: 'files.full' } });
    disk.refuses = 0;
    expect((await enter(passphrase, '管理员')).ok).toBe(true);
    expect((await enter(other, '小李')).ok).toBe(true);
  });

  it('while a workspace is made leaves nothing behind', async () => {
    const place = join(folder, 'new');
    const make = () =>
      createWorkspace({
        folder: place,
        name: '评审办',
        demo: false,
        passphrase,
        entropy: machineEntropy,
        workFactor: 8,
      });
    let refused = 0;
    for (let write = 1; write < 9; write += 1) {
      disk.refuses = write;
      const made = await make();
      disk.refuses = 0;
      if (made.ok) {
        made.value.db.close();
        break;
      }
      refused += 1;
      expect(made.error.code).toBe('files.full');
    }
    expect(refused).toBe(5);
  });

  it('while an old workspace is upgraded leaves it old, with the same passphrase', async () => {
    const old = value(openWorkspace(admin.folder, machineEntropy));
    open.push(old);
    rmSync(join(old.folder, 'keys'), { recursive: true });
    rmSync(workspacePaths.rosters(old.folder), { recursive: true });
    old.db.exec('DELETE FROM rosters; DELETE FROM members; DELETE FROM column_key');
    mkdirSync(join(old.folder, 'keys'));
    const options = { entropy: machineEntropy, workFactor: 8 };
    value(await createCommissionKeys(workspacePaths.formerKeys(old.folder), passphrase, options));
    for (let write = 1; write <= 4; write += 1) {
      disk.refuses = write;
      expect(await unlockWorkspace(old, passphrase)).toMatchObject({ error: { code: 'files.full' } });
      disk.refuses = 0;
    }
    expect(value(await unlockWorkspace(old, passphrase)).member.role).toBe('admin');
  });
});
