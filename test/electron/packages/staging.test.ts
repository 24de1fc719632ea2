import { ok } from '#shared/base/result.ts';
import { measureDataFile } from '#electron/packages/data-file.ts';
import { settle } from '#electron/packages/refusal.ts';
import { folderSink, receiveFile } from '#electron/packages/sink.ts';
import { dropStaged, keepStaged, stageFile } from '#electron/packages/stage-file.ts';
import { sha256Hex } from '#electron/base/digest.ts';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { must } from '#test/fixtures/packages/desk.ts';

let folder: string;
let staging: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-staging-'));
  staging = join(folder, 'staging');
  mkdirSync(staging);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const put = (name: string, content: Buffer): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

function isFileHandle(value: unknown): value is FileHandle {
  return typeof value === 'object' && value !== null && 'stat' in value;
}

describe('a staged copy', () => {
  it.each([1, 1024 * 1024 - 1, 1024 * 1024, 2_500_000])('of %i bytes is the file as it was', async (size) => {
    const content = Buffer.alloc(size, 'stick');
    const staged = await stageFile(put('a', content), staging, 5_000_000);
    expect(readFileSync(staged.path).equals(content)).toBe(true);
    expect(staged).toMatchObject({ size, sha256: sha256Hex(content) });
    expect(staged.content === null ? size >= 1024 * 1024 : content.equals(staged.content)).toBe(true);
    await dropStaged(staged);
    expect(readdirSync(staging)).toEqual([]);
  });

  it('is kept under its final name, or not at all', async () => {
    const staged = await stageFile(put('a', Buffer.from('x')), staging, 10);
    expect(await keepStaged(staged, join(folder, 'none', 'kept'))).toMatchObject({ error: { code: 'files.missing' } });
    must(await keepStaged(staged, join(folder, 'kept')));
    expect(readFileSync(join(folder, 'kept'), 'utf8')).toBe('x');
    expect(readdirSync(staging)).toEqual([]);
  });

  it('ends where a file that grows while it is copied passes the cap', async () => {
    const path = put('a', Buffer.alloc(100));
    const handle = await open(path, 'r');
    const stat = await handle.stat();
    stat.size = 10;
    const prototype: unknown = Reflect.getPrototypeOf(handle);
    await handle.close();
    if (!isFileHandle(prototype)) throw new Error('another Node');
    vi.spyOn(prototype, 'stat').mockResolvedValue(stat);
    const staged = await settle(path, () => stageFile(path, staging, 50));
    expect(staged).toMatchObject({ error: { code: 'package.too-large', detail: { file: 'a' } } });
    expect(readdirSync(staging)).toEqual([]);
  });
});

describe('a folder of contents', () => {
  const content = Buffer.from('dossier');
  const file = { path: 'data/a', sha256: sha256Hex(content), size: content.length };
  const receive = (part: Buffer) => receiveFile(file, folderSink(staging), async (take) => take(part));

  it('holds a content under its SHA-256 and does not write it twice', async () => {
    expect(await receive(content)).toBe(true);
    expect(readFileSync(join(staging, file.sha256))).toEqual(content);
    expect(await receive(content)).toBe(true);
    expect(readdirSync(staging)).toEqual([file.sha256]);
  });

  it('does not hold a content that is another than was promised, or that never came', async () => {
    expect(await receive(Buffer.from('another'))).toBe(false);
    const broken = receiveFile(file, folderSink(staging), () => Promise.reject(new Error('pulled')));
    await expect(broken).rejects.toThrow('pulled');
    expect(readdirSync(staging)).toEqual([]);
  });
});

describe('measuring a dossier', () => {
  it('tells a missing file', async () => {
    expect(await measureDataFile(join(folder, 'none.pdf'))).toMatchObject({
      error: { code: 'files.missing', detail: { file: 'none.pdf' } },
    });
  });
});

it('a bug is not taken for a refusal', async () => {
  await expect(settle('a', () => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug');
  expect(await settle('a', () => Promise.resolve(1))).toEqual(ok(1));
});
