import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DamagedFile, readSealedFile, sealedLength, sealFile } from '#electron/home/sealed-file.ts';
import { openVault, type Vault } from '#electron/home/vault.ts';

const chunk = 64 * 1024;
let folder: string;
let path: string;
let vault: Vault;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-sealed-'));
  path = join(folder, 'file');
  vault = openVault(randomBytes(32));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function seal(plain: Buffer, part = plain.length || 1): Promise<void> {
  const handle = await open(path, 'w');
  const writer = await sealFile(handle, vault);
  for (let at = 0; at < plain.length; at += part) await writer.write(plain.subarray(at, at + part));
  await writer.end();
  await handle.close();
}
async function read(size: number, start = 0, end = size - 1): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of readSealedFile(path, size, { start, end }, vault)) parts.push(part);
  return Buffer.concat(parts);
}

describe('a sealed file', () => {
  it.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 3 * chunk + 17])(
    'of %i bytes reads as it was',
    async (size) => {
      const plain = randomBytes(size);
      await seal(plain, 10_007);
      expect(readFileSync(path)).toHaveLength(sealedLength(size));
      expect((await read(size)).equals(plain)).toBe(true);
    },
  );

  it('gives any range, across the seams of its chunks', async () => {
    const plain = randomBytes(3 * chunk + 17);
    await seal(plain);
    const last = plain.length - 1;
    const ranges = [
      [0, 0],
      [last, last],
      [chunk - 1, chunk],
      [chunk, 2 * chunk - 1],
      [5, last],
      [2 * chunk + 1, 3 * chunk],
    ];
    for (const [start = 0, end = 0] of ranges) {
      expect((await read(plain.length, start, end)).equals(plain.subarray(start, end + 1)), `${start}-${end}`).toBe(
        true,
      );
    }
  });

  it('shows nothing of its content, not even that two are the same', async () => {
    const plain = Buffer.alloc(2 * chunk, '申报书正文');
    await seal(plain);
    const first = readFileSync(path);
    await seal(plain);
    expect(readFileSync(path).equals(first)).toBe(false);
    expect(first.includes('申报书')).toBe(false);
    expect(first.subarray(16, 16 + chunk).equals(first.subarray(32 + chunk, 32 + 2 * chunk))).toBe(false);
  });

  it('is refused where a byte was changed, a chunk exchanged, left out, repeated or cut off', async () => {
    const size = 3 * chunk;
    const whole = chunk + 16;
    await seal(randomBytes(size));
    const good = readFileSync(path);
    const part = (number: number): Buffer => good.subarray(16 + number * whole, 16 + (number + 1) * whole);
    const salt = good.subarray(0, 16);
    const flipped = (at: number): Buffer => {
      const bytes = Buffer.from(good);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    };
    const damaged = {
      'the salt': flipped(0),
      'the first chunk': flipped(20),
      'the last tag': flipped(good.length - 1),
      exchanged: Buffer.concat([salt, part(1), part(0), part(2)]),
      repeated: Buffer.concat([salt, part(0), part(0), part(2)]),
    };
    for (const [what, bytes] of Object.entries(damaged)) {
      writeFileSync(path, bytes);
      await expect(read(size), what).rejects.toThrow(DamagedFile);
    }
    writeFileSync(path, Buffer.concat([salt, part(0), part(2)]));
    await expect(read(size), 'left out').rejects.toThrow(DamagedFile);
    await expect(read(2 * chunk), 'left out, and the record changed').rejects.toThrow(DamagedFile);
    writeFileSync(path, Buffer.concat([salt, part(0), part(1)]));
    await expect(read(2 * chunk), 'cut off, and the record changed').rejects.toThrow(DamagedFile);
  });

  it('damaged at its end still gives what is before, and says so only where it is read', async () => {
    const plain = randomBytes(3 * chunk);
    await seal(plain);
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect((await read(plain.length, 0, chunk - 1)).equals(plain.subarray(0, chunk))).toBe(true);
    await expect(read(plain.length, 2 * chunk)).rejects.toThrow(DamagedFile);
  });

  it('ends under whoever reads it when the home is locked', async () => {
    await seal(randomBytes(3 * chunk));
    const reading = readSealedFile(path, 3 * chunk, { start: 0, end: 3 * chunk - 1 }, vault);
    expect((await reading.next()).done).toBe(false);
    vault.lock();
    await expect(reading.next()).rejects.toThrow(DamagedFile);
    await expect(read(3 * chunk)).rejects.toThrow('locked');
  });

  it('cut short while it is read is refused', async () => {
    await seal(randomBytes(2 * chunk));
    const reading = readSealedFile(path, 2 * chunk, { start: 0, end: 2 * chunk - 1 }, vault);
    await reading.next();
    writeFileSync(path, readFileSync(path).subarray(0, chunk));
    await expect(reading.next()).rejects.toThrow(DamagedFile);
  });
});
