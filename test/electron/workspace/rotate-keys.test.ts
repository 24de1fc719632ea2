import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { machineEntropy } from '#electron/base/machine-entropy.ts';
import { findKeysFor } from '#electron/home/forerunner.ts';
import { loadTask } from '#electron/home/load-task.ts';
import { createKeys, loadKeys } from '#electron/identity/keys.ts';
import { importResults } from '#electron/intake/import-results.ts';
import { verifyMembership } from '#electron/packages/membership.ts';
import { openTask } from '#electron/tasks/open-task.ts';
import { issueTasks } from '#electron/tasks/issue-tasks.ts';
import { loadRoster } from '#electron/workspace/load-roster.ts';
import { addMember } from '#electron/workspace/members.ts';
import { listRecipients, openSecrets, sealSecrets } from '#electron/workspace/office-keys.ts';
import { openWorkspace, unlockWorkspace } from '#electron/workspace/open-workspace.ts';
import { createRecoveryKey, restoreAdmin } from '#electron/workspace/recovery.ts';
import { rotateKeys } from '#electron/workspace/rotate-keys.ts';
import type { UnlockedWorkspace, Workspace } from '#electron/workspace/workspace.ts';
import { issueRound, makeRound, scoreAll, submit, value, type ExpertHome } from '../../pipeline/make-round.ts';
import { temporaryWorkspace } from '../../pipeline/temporary-round.ts';

const passphrase = '山高水长 风清月朗';
const temporary = temporaryWorkspace('each');
let folder: string;
let admin: UnlockedWorkspace;

beforeEach(() => void ({ folder, workspace: admin } = temporary));

const reopen = (): Workspace => temporary.closeLater(value(openWorkspace(admin.folder, machineEntropy)));
const rotate = async (): Promise<UnlockedWorkspace> => value(await rotateKeys(admin));
const roster = () => value(loadRoster(admin))?.roster;

/** The one expert of a round scores and hands in; what the office says. */
const returnResult = async (office: UnlockedWorkspace, home: ExpertHome, reason: string | null = null) => {
  const results = mkdtempSync(join(folder, 'results-'));
  scoreAll(home, () => 80);
  await submit(home, results, reason);
  const [entry] = value(await importResults(office, { paths: [results] }));
  return { verdict: entry?.verdict, code: entry?.code };
};

const firstRound = async (): Promise<ExpertHome> => {
  const { homes } = await issueRound(admin, folder, makeRound(admin, 1, 1));
  const [home] = homes;
  if (home === undefined) throw new Error('no expert');
  temporary.closeLater(home.home);
  return home;
};

/** Issues another round to the same expert, who opens it on the same machine. */
const nextRound = async (office: UnlockedWorkspace, { home }: ExpertHome): Promise<ExpertHome> => {
  const tasks = mkdtempSync(join(folder, 'tasks-'));
  const [issued] = value(await issueTasks(office, { roundId: makeRound(office, 1, 1), folder: tasks }));
  if (issued === undefined) throw new Error('nothing issued');
  const { id: taskId } = value(await openTask(home, { path: join(tasks, issued.file), code: issued.code }));
  return { home, taskId, expertId: issued.expertId, name: issued.name };
};

describe('rotating the commission’s keys', () => {
  it('gives it new ones, signed in by the old one; members sign in as before', async () => {
    value(await addMember(admin, { name: '小王', role: 'staff', passphrase: '小王的口令 很长', workFactor: 8 }));
    const rotated = await rotate();
    expect(rotated.keys.signer.fingerprint).not.toBe(admin.keys.signer.fingerprint);
    expect(rotated.keys.recipient).not.toBe(admin.keys.recipient);
    expect(roster()).toMatchObject({ seq: 3, signer: { fingerprint: admin.keys.signer.fingerprint } });
    for (const [secret, name] of [
      [passphrase, '管理员'],
      ['小王的口令 很长', '小王'],
    ] as const) {
      const back = value(await unlockWorkspace(reopen(), secret, name));
      expect(back.keys.signer.fingerprint).toBe(rotated.keys.signer.fingerprint);
      expect(back.keys.former).toEqual([{ fingerprint: admin.keys.signer.fingerprint, identity: admin.keys.identity }]);
      expect(verifyMembership(back.member.proof, admin.keys.signer.fingerprint)).toMatchObject({
        value: { fingerprint: back.member.signer.fingerprint },
      });
    }
  });

  it('destroys the old signing secret, and keeps the old age identity for results on their way', async () => {
    const before = value(await openSecrets(admin.folder, admin.member.identity, 'admin')).secrets;
    await rotate();
    const after = value(await openSecrets(admin.folder, admin.member.identity, 'admin')).secrets;
    expect(after.signing).toHaveLength(1);
    expect(after.signing).not.toEqual(before.signing);
    expect(after.identities.slice(0, -1)).toEqual(before.identities);
  });

  it('leaves tasks and results of before valid', async () => {
    const home = await firstRound();
    const rotated = await rotate();
    expect(await returnResult(rotated, home)).toEqual({ verdict: 'accepted', code: null });
    const reopened = value(await unlockWorkspace(reopen(), passphrase));
    expect(await returnResult(reopened, home, '更正笔误')).toEqual({ verdict: 'superseded', code: null });
  });

  it('is followed by the expert’s app through the next task: he keeps his keys', async () => {
    const home = await firstRound();
    const rotated = await rotate();
    expect(await returnResult(rotated, home)).toMatchObject({ verdict: 'accepted' });
    const next = await nextRound(rotated, home);
    const keysOf = (each: ExpertHome) => {
      const { predicate } = value(loadTask(each.home, each.taskId));
      return findKeysFor(each.home, predicate)?.signing;
    };
    expect(value(loadTask(home.home, next.taskId)).commission).toBe(rotated.keys.signer.fingerprint);
    expect(keysOf(next)).toBe(keysOf(home));
    expect(await returnResult(rotated, next)).toMatchObject({ verdict: 'accepted' });
    const twice = value(await rotateKeys(rotated));
    const third = await nextRound(twice, home);
    expect(keysOf(third)).toBe(keysOf(home));
    expect(await returnResult(twice, third)).toMatchObject({ verdict: 'accepted' });
  });

  it('is not followed to a commission that the old one has not signed in', async () => {
    const { home, taskId } = await firstRound();
    const { predicate } = value(loadTask(home, taskId));
    const stranger = loadKeys(await createKeys('commission', machineEntropy)).signer;
    const { publicKey, fingerprint } = stranger;
    const signer = { role: 'commission' as const, publicKey, fingerprint };
    expect(findKeysFor(home, { ...predicate, signer, rotations: [] })).toBeNull();
    expect(findKeysFor(home, { ...predicate, signer })).toBeNull();
    expect(findKeysFor(home, predicate)).not.toBeNull();
  });

  it('leaves the recovery key valid', async () => {
    const { groups } = value(await createRecoveryKey(admin));
    const rotated = await rotate();
    const restored = value(
      await restoreAdmin(reopen(), { paper: groups, passphrase: '新口令 新口令 好', workFactor: 8 }),
    );
    expect(restored.keys.signer.fingerprint).toBe(rotated.keys.signer.fingerprint);
  });

  it('is for admins only', async () => {
    const staff: UnlockedWorkspace = { ...admin, member: { ...admin.member, role: 'staff' } };
    expect(await rotateKeys(staff)).toMatchObject({ error: { code: 'identity.admin-only' } });
  });

  it('stopped before the roster was signed changes nothing; the next sign-in clears up', async () => {
    const { secrets } = value(await openSecrets(admin.folder, admin.member.identity, 'admin'));
    const made = await createKeys('commission', machineEntropy);
    const both = {
      identities: [...secrets.identities, made.sealing],
      signing: [...secrets.signing, { suite: made.suite, secret: made.signing }],
    };
    const recipients = listRecipients(roster() ?? { members: [], recovery: null });
    value(
      await sealSecrets(admin.folder, both, {
        ...recipients,
        sealing: [...recipients.sealing, made.recipient],
        roster: 1,
      }),
    );
    const back = value(await unlockWorkspace(reopen(), passphrase));
    expect(back.keys.signer.fingerprint).toBe(admin.keys.signer.fingerprint);
    const cleared = value(await openSecrets(admin.folder, admin.member.identity, 'admin'));
    expect(cleared.secrets).toEqual(secrets);
    expect(cleared.sealedFor).toEqual({ roster: 1, ...recipients });
  });

  it('stopped after the roster was signed is finished by the next sign-in of an admin', async () => {
    const before = value(await openSecrets(admin.folder, admin.member.identity, 'admin')).secrets;
    const rotated = await rotate();
    const after = value(await openSecrets(admin.folder, admin.member.identity, 'admin'));
    const both = { identities: after.secrets.identities, signing: [...before.signing, ...after.secrets.signing] };
    value(await sealSecrets(admin.folder, both, { ...after.sealedFor, roster: 1 }));
    const back = value(await unlockWorkspace(reopen(), passphrase));
    expect(back.keys.signer.fingerprint).toBe(rotated.keys.signer.fingerprint);
    expect(value(await openSecrets(admin.folder, admin.member.identity, 'admin'))).toEqual(after);
    expect(readdirSync(join(admin.folder, 'keys')).toSorted()).toEqual(['members', 'sealing.age', 'signing.age']);
    expect(existsSync(join(admin.folder, 'keys', 'commission.age'))).toBe(false);
  });
});
