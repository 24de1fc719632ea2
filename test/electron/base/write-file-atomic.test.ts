import { fail, ok } from '#shared/base/result.ts';
import { writeFileAtomic, type Write } from '#electron/base/write-file-atomic.ts';
import { errorNumber, fileFailure } from '#electron/base/file-failure.ts';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-atomic-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const put = (text: string) => async (write: Write) => {
  await write(Buffer.from(text));
  return ok(null);
};

describe('a file written atomically', () => {
  it('stands complete under its name, with its size and SHA-256, and nothing beside it', async () => {
    const path = join(folder, '名单.xlsx');
    const written = await writeFileAtomic(path, async (write) => {
      for (const part of ['排', '', '序']) await write(Buffer.from(part));
      return ok(null);
    });
    expect(written).toEqual({ ok: true, value: { path, size: 6, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(readFileSync(path, 'utf8')).toBe('排序');
    expect(readdirSync(folder)).toEqual(['名单.xlsx']);
  });

  it('replaces another only as a whole', async () => {
    const path = join(folder, 'a');
    writeFileSync(path, 'old');
    const seen: string[] = [];
    await writeFileAtomic(path, async (write) => {
      await write(Buffer.from('new'));
      seen.push(readFileSync(path, 'utf8'));
      return ok(null);
    });
    expect([...seen, readFileSync(path, 'utf8')]).toEqual(['old', 'new']);
  });

  it('has the permissions asked for', async () => {
    await writeFileAtomic(join(folder, 'a'), put('secret'), { mode: 0o600 });
    expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o600);
  });

  it('may be empty', async () => {
    expect(await writeFileAtomic(join(folder, 'a'), () => Promise.resolve(ok(null)))).toMatchObject({
      value: { size: 0 },
    });
  });

  it('is not there when its producer refuses or fails, and the old one stays', async () => {
    const path = join(folder, 'a');
    writeFileSync(path, 'old');
    expect(await writeFileAtomic(path, () => Promise.resolve(fail('own.code', { n: 1 })))).toEqual(
      fail('own.code', { n: 1 }),
    );
    await expect(writeFileAtomic(path, () => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug');
    expect(readdirSync(folder)).toEqual(['a']);
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  it('is refused where no file can stand', async () => {
    writeFileSync(join(folder, 'file'), '');
    mkdirSync(join(folder, 'folder'));
    expect(await writeFileAtomic(join(folder, 'none', 'a'), put('x'))).toMatchObject({
      error: { code: 'files.missing', detail: { file: 'a' } },
    });
    expect(await writeFileAtomic(join(folder, 'file', 'a'), put('x'))).toMatchObject({
      error: { code: 'files.not-a-folder' },
    });
    expect(await writeFileAtomic(join(folder, 'folder'), put('x'))).toMatchObject({
      error: { code: 'files.not-a-file' },
    });
    expect(await writeFileAtomic(join(folder, 'x'.repeat(300)), put('x'))).toMatchObject({
      error: { code: 'files.name-too-long' },
    });
    expect(readdirSync(folder).toSorted()).toEqual(['file', 'folder']);
  });
});

describe('an error of the file system', () => {
  const error = (code: unknown) => Object.assign(new Error('failed'), { code });

  it.each([
    ['ENOSPC', 'files.disk-full'],
    ['EDQUOT', 'files.disk-full'],
    ['EROFS', 'files.read-only'],
    ['EACCES', 'files.no-access'],
    ['EBUSY', 'files.no-access'],
    ['EFBIG', 'files.too-large'],
    ['EIO', 'files.io'],
    ['ENODEV', 'files.io'],
  ])('%s means %s', (code, meaning) => {
    expect(fileFailure(error(code), '/media/stick/a.mtxresult')).toEqual({
      code: meaning,
      detail: { file: 'a.mtxresult', reason: code },
    });
  });

  it('is told from a bug', () => {
    const bugs = [new Error('plain'), error('ERR_INVALID_ARG_TYPE'), error(5), 'EIO', null, { code: 'EIO' }];
    expect(bugs.map((bug) => [errorNumber(bug), fileFailure(bug, 'a')])).toEqual(bugs.map(() => [null, null]));
  });
});
