import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { machineEntropy } from '#electron/base/machine-entropy.ts';
import { createCommissionKeys, createKeyFile } from '#electron/identity/key-file.ts';
import { listMembers } from '#electron/workspace/members.ts';
import { openWorkspace, unlockWorkspace } from '#electron/workspace/open-workspace.ts';
import { workspacePaths, type UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { value } from '../../pipeline/make-round.ts';
import { temporaryWorkspace } from '../../pipeline/temporary-round.ts';

const passphrase = '山高水长 风清月朗';
const temporary = temporaryWorkspace('each');
let folder: string;
let admin: UnlockedWorkspace;

beforeEach(() => void ({ folder, workspace: admin } = temporary));

describe('a workspace of before there were members', () => {
  const makeOld = async (secret = passphrase) => {
    const old = join(folder, 'old-office');
    cpSync(admin.folder, old, { recursive: true });
    rmSync(join(old, 'keys'), { recursive: true });
    rmSync(workspacePaths.rosters(old), { recursive: true });
    const workspace = temporary.closeLater(value(openWorkspace(old, machineEntropy)));
    workspace.db.exec('DELETE FROM rosters; DELETE FROM members; DELETE FROM column_key');
    mkdirSync(join(old, 'keys'));
    const options = { entropy: machineEntropy, workFactor: 8 };
    const keys = value(await createCommissionKeys(workspacePaths.formerKeys(old), secret, options));
    return { workspace, keys, old };
  };

  it('becomes an office of one admin at its first unlock, with the same passphrase and the same keys', async () => {
    const { workspace, keys, old } = await makeOld();
    expect(await unlockWorkspace(workspace, '不是 这个 口令')).toMatchObject({
      error: { code: 'identity.wrong-passphrase' },
    });
    expect(readdirSync(join(old, 'keys'))).toEqual(['commission.age']);
    const unlocked = value(await unlockWorkspace(workspace, passphrase));
    expect(unlocked.keys).toMatchObject({ identity: keys.identity, recipient: keys.recipient });
    expect(unlocked.keys.signer.fingerprint).toBe(keys.signer.fingerprint);
    expect(unlocked.member).toMatchObject({ name: '管理员', role: 'admin' });
    expect(readdirSync(join(old, 'keys')).toSorted()).toEqual(['members', 'sealing.age', 'signing.age']);
    expect(value(await unlockWorkspace(workspace, passphrase)).member.id).toBe(unlocked.member.id);
  });

  it('is upgraded anew when the machine stopped under way', async () => {
    const { workspace, keys, old } = await makeOld();
    mkdirSync(join(old, 'keys', 'members'));
    writeFileSync(join(old, 'keys', 'members', 'stray.age'), 'half');
    writeFileSync(workspacePaths.sealing(old), 'half');
    const unlocked = value(await unlockWorkspace(workspace, passphrase));
    expect(unlocked.keys.signer.fingerprint).toBe(keys.signer.fingerprint);
    expect(readdirSync(join(old, 'keys', 'members'))).toEqual([`${unlocked.member.id}.age`]);
  });

  it('is not upgraded from a key file that is none', async () => {
    const { workspace, old } = await makeOld();
    const path = workspacePaths.formerKeys(old);
    rmSync(path);
    value(await createKeyFile(path, 'escrow', passphrase, { entropy: machineEntropy, workFactor: 8 }));
    expect(await unlockWorkspace(workspace, passphrase)).toMatchObject({
      error: { code: 'identity.key-file-damaged' },
    });
    expect(listMembers(workspace)).toEqual({ ok: true, value: [] });
  });
});
