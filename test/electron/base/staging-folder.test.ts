import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { prepareStaging, stagingFolder } from '#electron/base/staging-folder.ts';
import { keepStaged, stageFile } from '#electron/packages/stage-file.ts';

const now = Date.UTC(2026, 10, 28, 12);
const entropy = { now: () => now };
const hour = 60 * 60 * 1000;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-place-'));
  vi.stubEnv('TMPDIR', folder);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the staging folder of a workspace', () => {
  it('lies outside it, one for each, and is readable for its user only', () => {
    const workspace = join(folder, 'office');
    const staging = stagingFolder(workspace);
    expect(relative(workspace, staging)).toMatch(/^\.\./);
    expect(stagingFolder(join(folder, 'office', '..', 'office'))).toBe(staging);
    expect(stagingFolder(join(folder, 'other'))).not.toBe(staging);
    prepareStaging(staging, entropy);
    expect(statSync(staging).mode & 0o077).toBe(0);
    expect(statSync(dirname(staging)).mode & 0o077).toBe(0);
  });

  it('is cleared of copies that a killed program left a day ago, and of nothing else', () => {
    const staging = stagingFolder(folder);
    mkdirSync(staging, { recursive: true, mode: 0o700 });
    for (const [name, age] of [
      ['old.staged', 25],
      ['new.staged', 23],
      ['old.txt', 25],
    ] as const) {
      writeFileSync(join(staging, name), '');
      utimesSync(join(staging, name), (now - age * hour) / 1000, (now - age * hour) / 1000);
    }
    symlinkSync(join(folder, 'nowhere'), join(staging, 'gone.staged'));
    prepareStaging(staging, entropy);
    expect(['old.staged', 'new.staged', 'old.txt'].map((name) => existsSync(join(staging, name)))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it.skipIf(process.getuid === undefined)('is not made in a folder that others may write to, or behind a link', () => {
    const staging = stagingFolder(folder);
    mkdirSync(dirname(staging));
    chmodSync(dirname(staging), 0o777);
    expect(() => prepareStaging(staging, entropy)).toThrow('somebody else');
    rmSync(dirname(staging), { recursive: true });
    symlinkSync(folder, dirname(staging));
    expect(() => prepareStaging(staging, entropy)).toThrow('somebody else');
  });
});

// Two disks, where the system has a second one at hand.
describe.skipIf(!existsSync('/dev/shm'))('a staged copy on another disk', () => {
  it('is kept all the same, or not at all, and leaves nothing beside its name', async () => {
    const other = mkdtempSync('/dev/shm/mtx-staging-');
    writeFileSync(join(folder, 'package'), 'sealed');
    const staged = await stageFile(join(folder, 'package'), other, 100);
    expect(await keepStaged(staged, join(folder, 'none', 'kept'))).toMatchObject({ error: { code: 'files.missing' } });
    expect(existsSync(staged.path)).toBe(true);
    expect(await keepStaged(staged, join(folder, 'kept'))).toEqual({ ok: true, value: null });
    expect(existsSync(staged.path)).toBe(false);
    expect(statSync(join(folder, 'kept')).size).toBe(6);
    rmSync(other, { recursive: true });
  });
});
