import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { machineEntropy as entropy } from '#electron/base/machine-entropy.ts';
import { workspacePaths } from '#electron/workspace/workspace.ts';
import { value } from '../../pipeline/make-round.ts';
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

  it('says how its keys sign; one of before that was asked signs with Ed25519', async () => {
    const made = value(
      await createWorkspace({
        folder: join(folder, 'national'),
        name: '评审办',
        demo: false,
        passphrase,
        suite: 'sm2-sm3',
        entropy,
        workFactor: 10,
      }),
    );
    made.db.close();
    const opened = value(openWorkspace(join(folder, 'national'), entropy));
    expect(opened.about.suite).toBe('sm2-sm3');
    expect(value(await unlockWorkspace(opened, passphrase)).keys.signer).toMatchObject({
      suite: 'sm2-sm3',
      fingerprint: made.keys.signer.fingerprint,
    });
    opened.db.close();
    const about = join(folder, 'national', 'workspace.json');
    writeFileSync(about, readFileSync(about, 'utf8').replace(/,\s*"suite": "sm2-sm3"/, ''));
    const old = value(openWorkspace(join(folder, 'national'), entropy));
    expect(old.about.suite).toBe('ed25519-sha256');
    old.db.close();
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

  it('takes away the folders above it that it had to make', async () => {
    expect((await make(join(folder, 'a', 'b', 'c'), '评审办', '123')).ok).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused below a file and with a name on two lines or of 61 characters', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await make(join(folder, 'file', 'office'))).toMatchObject({
      error: { code: 'workspace.folder-not-writable', detail: { reason: 'ENOTDIR' } },
    });
    for (const name of ['一\n二', '评'.repeat(61), '\u0000']) {
      expect(await make(join(folder, 'new'), name)).toMatchObject({ error: { code: 'workspace.name-missing' } });
    }
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('works where it was moved to', async () => {
    value(await make(join(folder, 'office'))).db.close();
    renameSync(join(folder, 'office'), join(folder, '搬 家'));
    const moved = value(openWorkspace(join(folder, '搬 家'), entropy));
    expect(value(await unlockWorkspace(moved, passphrase)).about.name).toBe('评审办');
    moved.db.close();
  });

  it('is damaged, not empty, when its database is missing, empty or rubbish', async () => {
    value(await make(join(folder, 'office'))).db.close();
    const database = workspacePaths.database(join(folder, 'office'));
    const damaged = { error: { code: 'workspace.damaged', detail: { file: 'workspace.db' } } };
    rmSync(database);
    expect(openWorkspace(join(folder, 'office'), entropy)).toMatchObject(damaged);
    expect(existsSync(database)).toBe(false);
    writeFileSync(database, '');
    expect(openWorkspace(join(folder, 'office'), entropy)).toMatchObject(damaged);
    writeFileSync(database, 'rubbish '.repeat(1000));
    expect(openWorkspace(join(folder, 'office'), entropy)).toMatchObject(damaged);
    expect(readFileSync(database, 'utf8')).toBe('rubbish '.repeat(1000));
  });

  it('opens with its staging folder made anew, and not at all when a file lies in its place', async () => {
    value(await make(join(folder, 'office'))).db.close();
    const staging = workspacePaths.staging(join(folder, 'office'));
    rmSync(staging, { recursive: true });
    value(openWorkspace(join(folder, 'office'), entropy)).db.close();
    expect(existsSync(staging)).toBe(true);
    rmSync(staging, { recursive: true });
    writeFileSync(staging, '');
    expect(openWorkspace(join(folder, 'office'), entropy)).toMatchObject({ error: { code: 'files.not-a-folder' } });
  });

  it('keeps its keys locked when their file is gone', async () => {
    value(await make(join(folder, 'office'))).db.close();
    rmSync(workspacePaths.sealing(join(folder, 'office')));
    const opened = value(openWorkspace(join(folder, 'office'), entropy));
    expect(await unlockWorkspace(opened, passphrase)).toMatchObject({ error: { code: 'files.missing' } });
    opened.db.close();
  });

  it('is refused when the folder holds none or a damaged one', async () => {
    expect(openWorkspace(folder, entropy)).toMatchObject({ error: { code: 'workspace.not-found' } });
    writeFileSync(join(folder, 'workspace.json'), '{"formatVersion":1');
    expect(openWorkspace(folder, entropy)).toMatchObject({ error: { code: 'workspace.damaged' } });
  });
});
