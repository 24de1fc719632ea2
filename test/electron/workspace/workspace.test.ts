import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { machineEntropy as entropy } from '#electron/base/machine-entropy.ts';
import { createWorkspace } from '#electron/workspace/create-workspace.ts';
import { openWorkspace, unlockWorkspace } from '#electron/workspace/open-workspace.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-workspace-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const passphrase = '山高水长 风清月朗';
const make = (place: string, name = '评审办', secret = passphrase) =>
  createWorkspace({ folder: place, name, demo: false, passphrase: secret, entropy, workFactor: 10 });

describe('a workspace', () => {
  it('opens again with the passphrase that it was made with, and with no other', async () => {
    const made = await make(join(folder, 'office'));
    if (!made.ok) throw new Error(made.error.code);
    made.value.db.close();
    const opened = openWorkspace(join(folder, 'office'), entropy);
    if (!opened.ok) throw new Error(opened.error.code);
    expect(opened.value.about.name).toBe('评审办');
    const unlocked = await unlockWorkspace(opened.value, passphrase);
    expect(unlocked.ok && unlocked.value.keys.signer.fingerprint).toBe(made.value.keys.signer.fingerprint);
    expect(await unlockWorkspace(opened.value, `${passphrase}?`)).toMatchObject({
      error: { code: 'identity.wrong-passphrase' },
    });
    opened.value.db.close();
  });

  it('is not made over another, nor among other files', async () => {
    const made = await make(join(folder, 'office'));
    if (made.ok) made.value.db.close();
    expect(await make(join(folder, 'office'))).toMatchObject({ error: { code: 'workspace.exists' } });
    writeFileSync(join(folder, 'letter.txt'), 'mine');
    expect(await make(folder)).toMatchObject({ error: { code: 'workspace.not-empty' } });
    expect(readdirSync(folder).toSorted()).toEqual(['letter.txt', 'office']);
  });

  it('leaves nothing behind when it cannot be made', async () => {
    expect(await make(join(folder, 'new'), '评审办', '123')).toMatchObject({
      error: { code: 'identity.passphrase-weak' },
    });
    expect(existsSync(join(folder, 'new'))).toBe(false);
    mkdirSync(join(folder, 'empty'));
    expect((await make(join(folder, 'empty'), '评审办', '123')).ok).toBe(false);
    expect(readdirSync(join(folder, 'empty'))).toEqual([]);
    expect(await make(join(folder, 'new'), '  ')).toMatchObject({ error: { code: 'workspace.name-missing' } });
  });

  it('is refused when the folder holds none or a damaged one', async () => {
    expect(openWorkspace(folder, entropy)).toMatchObject({ error: { code: 'workspace.not-found' } });
    writeFileSync(join(folder, 'workspace.json'), '{"formatVersion":1');
    expect(openWorkspace(folder, entropy)).toMatchObject({ error: { code: 'workspace.damaged' } });
  });
});
