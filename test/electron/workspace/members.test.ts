import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  addMember,
  changePassphrase,
  listMembers,
  removeMember,
  renewMember,
  setMemberRole,
} from '#electron/workspace/members.ts';
import { createRound } from '#electron/round/create-round.ts';
import { loadTemplate } from '#electron/round/templates.ts';
import { openWorkspace, unlockWorkspace } from '#electron/workspace/open-workspace.ts';
import { workspacePaths, type UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { readWorkFactor } from '#electron/identity/member-keys.ts';
import { verifyMembership } from '#electron/packages/membership.ts';
import { machineEntropy } from '#electron/base/machine-entropy.ts';
import { value } from '../../pipeline/make-round.ts';
import { temporaryWorkspace } from '../../pipeline/temporary-round.ts';

const passphrase = '山高水长 风清月朗';
const staffPassphrase = '春江潮水 连海平';
const temporary = temporaryWorkspace('each');
let folder: string;
let admin: UnlockedWorkspace;

beforeEach(() => void ({ folder, workspace: admin } = temporary));

const add = (name = '小王', role: 'admin' | 'staff' = 'staff') =>
  addMember(admin, { name, role, passphrase: staffPassphrase, workFactor: 8 });

/** Opens the workspace anew and signs somebody in. */
const enter = async (secret: string, member?: string) => {
  const workspace = temporary.closeLater(value(openWorkspace(admin.folder, machineEntropy)));
  return unlockWorkspace(workspace, secret, member);
};

describe('members of the office', () => {
  it('sign in each with a passphrase of their own', async () => {
    const member = value(await add());
    expect(member).toMatchObject({ name: '小王', role: 'staff', until: null });
    const signedIn = value(await enter(staffPassphrase, '小王'));
    expect(signedIn.member).toMatchObject({ id: member.id, name: '小王', role: 'staff' });
    expect(signedIn.keys.identity).toBe(admin.keys.identity);
    expect(value(await enter(passphrase, '管理员')).member.role).toBe('admin');
    expect(await enter(staffPassphrase, '管理员')).toMatchObject({ error: { code: 'identity.wrong-passphrase' } });
    expect(await enter(passphrase, '小王')).toMatchObject({ error: { code: 'identity.wrong-passphrase' } });
  });

  it('are told apart by name or id, which is needed as soon as there are two', async () => {
    const { id } = value(await add());
    expect(await enter(passphrase)).toMatchObject({
      error: { code: 'identity.member-needed', detail: { members: '管理员、小王' } },
    });
    expect(value(await enter(staffPassphrase, id)).member.name).toBe('小王');
    expect(await enter(passphrase, '小张')).toMatchObject({
      error: { code: 'identity.member-unknown', detail: { member: '小张' } },
    });
  });

  it('sign in before anybody sets a round up, as soon as there are two; alone, one counts as acting', async () => {
    const { design } = value(loadTemplate('building'));
    const round = { title: '批次', mode: 'official', deadline: null, design } as const;
    const locked = temporary.closeLater(value(openWorkspace(admin.folder, machineEntropy)));
    expect(createRound(locked, round).ok).toBe(true);
    value(await add());
    expect(createRound(locked, round)).toMatchObject({ error: { code: 'identity.sign-in-needed' } });
    expect(createRound(value(await enter(staffPassphrase, '小王')), round)).toMatchObject({
      error: { code: 'identity.admin-only' },
    });
  });

  it('of the staff hold the commission’s public key only: signing is out of their reach, not only forbidden', async () => {
    value(await add());
    const staff = value(await enter(staffPassphrase, '小王'));
    expect(staff.keys.signer.fingerprint).toBe(admin.keys.signer.fingerprint);
    expect(() => staff.keys.signer.sign(Buffer.from('x'))).toThrow(/sealed to its admins/);
  });

  it('can prove by the commission’s key that they belong to it', async () => {
    value(await add());
    const { member, keys } = value(await enter(staffPassphrase, '小王'));
    expect(verifyMembership(member.proof, keys.signer.fingerprint)).toMatchObject({
      value: { fingerprint: member.signer.fingerprint, role: 'staff' },
    });
  });

  it('are managed by admins only', async () => {
    const { id } = value(await add());
    const staff = value(await enter(staffPassphrase, '小王'));
    const refused = { ok: false, error: { code: 'identity.admin-only' } };
    expect(await addMember(staff, { name: '小张', role: 'admin', passphrase, workFactor: 8 })).toMatchObject(refused);
    expect(await removeMember(staff, { memberId: id })).toMatchObject(refused);
    expect(await setMemberRole(staff, { memberId: id, role: 'admin' })).toMatchObject(refused);
    expect(await renewMember(staff, { memberId: id, passphrase })).toMatchObject(refused);
    expect(value(listMembers(staff))).toHaveLength(2);
  });

  it('who are removed cannot come back, while what they were stays on record', async () => {
    const { id } = value(await add());
    value(await removeMember(admin, { memberId: id }));
    expect(await enter(staffPassphrase, '小王')).toMatchObject({ error: { code: 'identity.member-unknown' } });
    expect(value(listMembers(admin)).map(({ name, until }) => [name, until !== null])).toEqual([
      ['管理员', false],
      ['小王', true],
    ]);
    expect(readdirSync(dirname(workspacePaths.memberKeys(admin.folder, id)))).toEqual([`${admin.member.id}.age`]);
    expect(await removeMember(admin, { memberId: id })).toMatchObject({ error: { code: 'identity.member-unknown' } });
    value(await add());
    expect(value(await enter(staffPassphrase, '小王')).member.id).not.toBe(id);
  });

  it('change their role: the new admin can sign, and back on the staff he cannot', async () => {
    const { id } = value(await add());
    value(await setMemberRole(admin, { memberId: id, role: 'admin' }));
    const promoted = value(await enter(staffPassphrase, '小王'));
    expect(promoted.member.role).toBe('admin');
    expect(promoted.keys.signer.sign(Buffer.from('x'))).toHaveLength(64);
    value(await setMemberRole(admin, { memberId: id, role: 'staff' }));
    expect(() => promoted.db.prepare('SELECT 1').get()).not.toThrow();
    const demoted = value(await enter(staffPassphrase, '小王'));
    expect(() => demoted.keys.signer.sign(Buffer.from('x'))).toThrow(/sealed to its admins/);
    expect(await setMemberRole(admin, { memberId: 'nobody', role: 'staff' })).toMatchObject({
      error: { code: 'identity.member-unknown' },
    });
  });

  it('who forgot their passphrase get new keys under a new one', async () => {
    const old = value(await add());
    const renewed = value(
      await renewMember(admin, { memberId: old.id, passphrase: '另一个 口令 更长', workFactor: 8 }),
    );
    expect(renewed).toMatchObject({ name: '小王', role: 'staff' });
    expect(renewed.fingerprint).not.toBe(old.fingerprint);
    expect(await enter(staffPassphrase, '小王')).toMatchObject({ error: { code: 'identity.wrong-passphrase' } });
    expect(value(await enter('另一个 口令 更长', '小王')).member.id).toBe(renewed.id);
    expect(await renewMember(admin, { memberId: old.id, passphrase })).toMatchObject({
      error: { code: 'identity.member-unknown' },
    });
  });

  it('never act on their own entry, so that one admin always stays', async () => {
    const own = { error: { code: 'identity.own-entry' } };
    const memberId = admin.member.id;
    expect(await removeMember(admin, { memberId })).toMatchObject(own);
    expect(await setMemberRole(admin, { memberId, role: 'staff' })).toMatchObject(own);
    expect(await renewMember(admin, { memberId, passphrase })).toMatchObject(own);
  });

  it('have names that tell them apart, and passphrases that are no guess', async () => {
    for (const name of ['', '  ', '一\n二', '王'.repeat(61)]) {
      expect(await add(name)).toMatchObject({ error: { code: 'identity.member-name' } });
    }
    expect(await add('管理员')).toMatchObject({
      error: { code: 'identity.member-exists', detail: { member: '管理员' } },
    });
    expect(await addMember(admin, { name: '小王', role: 'staff', passphrase: '123' })).toMatchObject({
      error: { code: 'identity.passphrase-weak' },
    });
    expect(value(listMembers(admin))).toHaveLength(1);
    expect(readdirSync(join(admin.folder, 'keys', 'members'))).toHaveLength(1);
  });

  it('are at most 19, so that the key files stay within the format', async () => {
    for (let index = 1; index < 19; index += 1) value(await add(`成员${index}`));
    expect(await add('再一个')).toMatchObject({ error: { code: 'identity.members-full', detail: { limit: 19 } } });
    expect(value(await enter(staffPassphrase, '成员18')).member.name).toBe('成员18');
  });

  it('whose key file is none have no work factor to keep', async () => {
    const damaged = { error: { code: 'identity.key-file-damaged', detail: { file: 'sealing.age' } } };
    expect(await readWorkFactor(workspacePaths.sealing(admin.folder))).toMatchObject(damaged);
    expect(await readWorkFactor(join(folder, 'none.age'))).toMatchObject({ error: { code: 'files.missing' } });
    expect(await readWorkFactor(workspacePaths.memberKeys(admin.folder, admin.member.id))).toEqual({
      ok: true,
      value: 10,
    });
  });

  it('change their own passphrase, which writes their own file and no other', async () => {
    value(await add());
    const staff = value(await enter(staffPassphrase, '小王'));
    const next = '换了 一个 新的口令';
    expect(await changePassphrase(staff, { from: '不是它 不是它', to: next })).toMatchObject({
      error: { code: 'identity.wrong-passphrase' },
    });
    expect(await changePassphrase(staff, { from: staffPassphrase, to: '123' })).toMatchObject({
      error: { code: 'identity.passphrase-weak' },
    });
    value(await changePassphrase(staff, { from: staffPassphrase, to: next }));
    expect(await enter(staffPassphrase, '小王')).toMatchObject({ error: { code: 'identity.wrong-passphrase' } });
    expect(value(await enter(next, '小王')).member.signer.fingerprint).toBe(staff.member.signer.fingerprint);
    expect(value(await enter(passphrase, '管理员')).member.id).toBe(admin.member.id);
  });
});
