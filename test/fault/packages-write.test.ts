import { ok } from '#shared/base/result.ts';
import { writeFileAtomic, type Disk } from '#electron/base/write-file-atomic.ts';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { must, setUpDesk, type Desk } from '#test/fixtures/packages/desk.ts';

type Operation = 'open' | 'write' | 'sync' | 'stat' | 'read' | 'close' | 'rename';

/** The real file system, except that its call number `at` fails. */
function failingDisk(at: number, code: string) {
  let calls = 0;
  const done: Operation[] = [];
  const step = (operation: Operation): void => {
    calls += 1;
    if (calls === at) throw Object.assign(new Error(`${code}: ${operation}`), { code });
    done.push(operation);
  };
  const watch = (handle: FileHandle): FileHandle =>
    new Proxy(handle, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          if (name === 'write' || name === 'sync' || name === 'stat' || name === 'read') step(name);
          return Reflect.apply(value, target, args) as unknown;
        };
      },
    });
  const disk: Disk = {
    open: async (...args) => {
      step('open');
      return watch(await open(...args));
    },
    rename: async (...args) => {
      step('rename');
      return rename(...args);
    },
    rm,
  };
  return { disk, done, calls: () => calls };
}

let folder: string;
let desk: Desk;
beforeAll(async () => {
  desk = await setUpDesk();
});
afterAll(() => {
  desk.remove();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-fault-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const content = Buffer.alloc(600_000, 'mtx');
async function write(path: string, disk: Disk) {
  const produce = async (put: (chunk: Uint8Array) => Promise<void>) => {
    for (let at = 0; at < content.length; at += 100_000) await put(content.subarray(at, at + 100_000));
    return ok(null);
  };
  return writeFileAtomic(path, produce, { disk });
}

const errors = ['ENOSPC', 'EIO', 'EROFS', 'ENODEV', 'EACCES'] as const;

describe('writing that fails at any of its calls to the disk', () => {
  it('leaves either the old file or the whole new one, nothing beside it, and succeeds when tried again', async () => {
    const counting = failingDisk(-1, '');
    must(await write(join(folder, 'count'), counting.disk));
    const total = counting.calls();
    expect(new Set(counting.done)).toEqual(new Set(['open', 'write', 'sync', 'stat', 'read', 'rename']));
    for (const code of errors) {
      for (let at = 1; at <= total; at += 1) {
        const path = join(folder, `${code}-${at}`);
        writeFileSync(path, 'old');
        const result = await write(path, failingDisk(at, code).disk);
        const text = readFileSync(path);
        // Past the rename the new file stands; only syncing the folder is left.
        const last = at > total - 2;
        expect(text.equals(last ? content : Buffer.from('old')), `${code} at ${at} of ${total}`).toBe(true);
        expect(result.ok, `${code} at ${at} of ${total}`).toBe(last && code !== 'EIO');
        must(await write(path, failingDisk(-1, '').disk));
        expect(readFileSync(path).equals(content)).toBe(true);
        rmSync(path);
      }
    }
    expect(readdirSync(folder)).toEqual(['count']);
  });

  it('is told when the disk gives back other bytes than were written', async () => {
    const lying: Disk = {
      rename,
      rm,
      open: async (path, flags, mode) => {
        const handle = await open(path, flags, mode);
        if (flags !== 'r') return handle;
        const read = async (buffer: Buffer, ...rest: [number, number, null]) => {
          const result = await handle.read(buffer, ...rest);
          buffer[0] = (buffer[0] ?? 0) ^ 1;
          return result;
        };
        return new Proxy(handle, {
          get: (target, name) => {
            if (name === 'read') return read;
            const value: unknown = Reflect.get(target, name);
            return typeof value === 'function' ? (value.bind(target) as unknown) : value;
          },
        });
      },
    };
    expect(await write(join(folder, 'a'), lying)).toMatchObject({
      error: { code: 'files.unfaithful', detail: { file: 'a' } },
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('sealing that fails at any of its calls to the disk', () => {
  it('leaves no package and no part of one, and succeeds when tried again', async () => {
    const path = join(folder, 'a.mtxtask');
    const counting = failingDisk(-1, '');
    must(await desk.sealTask({ path, disk: counting.disk }));
    rmSync(path);
    for (let at = 1; at <= counting.calls() - 2; at += 1) {
      const result = await desk.sealTask({ path, disk: failingDisk(at, 'ENOSPC').disk });
      expect(result).toMatchObject({ ok: false, error: { code: 'files.disk-full', detail: { file: 'a.mtxtask' } } });
      expect(readdirSync(folder)).toEqual([]);
    }
    must(await desk.sealTask({ path }));
    must(await desk.openTask(path));
  });
});
