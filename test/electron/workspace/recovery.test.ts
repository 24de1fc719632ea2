import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { machineEntropy } from '#electron/base/machine-entropy.ts';
import { importResults } from '#electron/intake/import-results.ts';
import { addMember, listMembers } from '#electron/workspace/members.ts';
import { openWorkspace, unlockWorkspace } from '#electron/workspace/open-workspace.ts';
import { createRecoveryKey, recoverySince, restoreAdmin } from '#electron/workspace/recovery.ts';
import { workspacePaths, type UnlockedWorkspace, type Workspace } from '#electron/workspace/workspace.ts';
import {
  issueRound,
  makeRound,
  makeWorkspace,
  scoreAll,
  submit,
  tickingEntropy,
  value,
} from '../../pipeline/make-round.ts';
import { temporaryWorkspace } from '../../pipeline/temporary-round.ts';

const fresh = '全新的 口令 不再忘记';
const temporary = temporaryWorkspace('each');
let folder: string;
let admin: UnlockedWorkspace;

beforeEach(() => void ({ folder, workspace: admin } = temporary));

const reopen = (): Workspace => temporary.closeLater(value(openWorkspace(admin.folder, machineEntropy)));
const restore = (paper: string, member?: string) =>
  restoreAdmin(reopen(), { paper, passphrase: fresh, workFactor: 8, member });

describe('the recovery key', () => {
  it('alone lets an admin in again, who signs in with a new passphrase from then on', async () => {
    expect(value(recoverySince(admin))).toBeNull();
    const { groups } = value(await createRecoveryKey(admin));
    expect(value(recoverySince(admin))).toMatch(/^2026-/);
    const { id } = admin.member;
    const restored = value(await restore(groups));
    expect(restored.member).toMatchObject({ name: '管理员', role: 'admin' });
    expect(restored.member.id).not.toBe(id);
    expect(restored.keys.signer.fingerprint).toBe(admin.keys.signer.fingerprint);
    expect(restored.keys.signer.sign(Buffer.from('x'))).toHaveLength(64);
    expect(value(await unlockWorkspace(reopen(), fresh)).member.id).toBe(restored.member.id);
    expect(await unlockWorkspace(reopen(), '山高水长 风清月朗')).toMatchObject({
      error: { code: 'identity.wrong-passphrase' },
    });
    expect(readdirSync(join(admin.folder, 'keys', 'members'))).toEqual([`${restored.member.id}.age`]);
  });

  it('works by what its QR code says too, and for an admin of choice; the others keep their passphrases', async () => {
    value(await addMember(admin, { name: '老李', role: 'admin', passphrase: '老李的口令 很长', workFactor: 8 }));
    value(await addMember(admin, { name: '小王', role: 'staff', passphrase: '小王的口令 很长', workFactor: 8 }));
    const { identity } = value(await createRecoveryKey(admin));
    const restored = value(await restore(identity, '老李'));
    expect(restored.member.name).toBe('老李');
    expect(value(await unlockWorkspace(reopen(), '小王的口令 很长', '小王')).member.role).toBe('staff');
    expect(value(await unlockWorkspace(reopen(), '山高水长 风清月朗', '管理员')).member.role).toBe('admin');
    expect(await restore(identity, '小王')).toMatchObject({ error: { code: 'identity.member-unknown' } });
  });

  it('is refused when it is mistyped, of before, or of another office, and nothing changes', async () => {
    expect(await restore('AAAAA')).toMatchObject({ error: { code: 'identity.paper-length' } });
    const old = value(await createRecoveryKey(admin));
    const paper = value(await createRecoveryKey(admin));
    expect(paper.groups).not.toBe(old.groups);
    const before = value(listMembers(admin));
    expect(await restore(old.groups)).toMatchObject({ error: { code: 'identity.paper-wrong' } });
    expect(await restoreAdmin(reopen(), { paper: paper.groups, passphrase: '123' })).toMatchObject({
      error: { code: 'identity.passphrase-weak' },
    });
    expect(value(listMembers(admin))).toEqual(before);
    expect(readdirSync(join(admin.folder, 'keys', 'members'))).toHaveLength(1);
  });

  it('does not exist before one was made', async () => {
    const { groups } = value(await createRecoveryKey(admin));
    const other = temporary.closeLater(await makeWorkspace(join(folder, 'other'), tickingEntropy()));
    expect(await restoreAdmin(other, { paper: groups, passphrase: fresh })).toMatchObject({
      error: { code: 'identity.no-recovery' },
    });
  });

  it('is made by admins only', async () => {
    const staff: UnlockedWorkspace = { ...admin, member: { ...admin.member, role: 'staff' } };
    expect(await createRecoveryKey(staff)).toMatchObject({ error: { code: 'identity.admin-only' } });
  });

  it('stands nowhere in the workspace, and opens its key files by the age tool alone', async () => {
    const { identity, groups } = value(await createRecoveryKey(admin));
    const files = readdirSync(admin.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const file of files) {
      const text = readFileSync(join(file.parentPath, file.name)).toString('latin1');
      expect([text.includes(identity), text.includes(groups)]).toEqual([false, false]);
    }
    const key = join(folder, 'paper.txt');
    writeFileSync(key, `${identity}\n`);
    const age = (path: string): string => execFileSync('age', ['-d', '-i', key, path]).toString();
    expect(JSON.parse(age(workspacePaths.sealing(admin.folder))).identities).toEqual([admin.keys.identity]);
    expect(JSON.parse(age(workspacePaths.signing(admin.folder))).keys).toHaveLength(1);
  });

  it('opens the results of tasks that were issued after it was made', async () => {
    const { identity } = value(await createRecoveryKey(admin));
    const round = await issueRound(admin, folder, makeRound(admin, 1, 1));
    const results = join(folder, 'results');
    for (const home of round.homes) {
      scoreAll(home, () => 80);
      await submit(home, results);
      home.home.db.close();
    }
    const [file = ''] = readdirSync(results);
    const key = join(folder, 'paper.txt');
    writeFileSync(key, `${identity}\n`);
    execFileSync('age', ['-d', '-i', key, '-o', join(folder, 'out.zip'), join(results, file)]);
    expect(readFileSync(join(folder, 'out.zip')).subarray(0, 2).toString()).toBe('PK');
    expect(value(await importResults(admin, { paths: [results] }))[0]?.verdict).toBe('accepted');
  });
});
