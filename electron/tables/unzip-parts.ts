import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { TableLimits } from '#shared/tables/table.ts';

const entryMaximum = 5000;

/** Reads single entries of a ZIP container under byte caps; nothing is unpacked before it is asked for. */
export type Container = {
  readonly names: ReadonlySet<string>;
  /** The bytes of one entry, checked against its declared size and CRC. */
  readonly read: (name: string) => Promise<Result<Buffer, UnzipCode>>;
};

export type UnzipCode = 'tables.damaged' | 'tables.encrypted' | 'tables.unpacks-too-large';

/** Opens a ZIP container that is wholly in memory. Entries of equal names or beyond 5,000 are damage. */
export async function openContainer(bytes: Buffer, limits: TableLimits): Promise<Result<Container, UnzipCode>> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true });
    const entries = new Map<string, Entry>();
    if (zip.entryCount > entryMaximum) return damaged('entries');
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) return damaged(entry.fileName);
      entries.set(entry.fileName, entry);
    }
    return ok(makeContainer(zip, entries, limits));
  } catch {
    return damaged('zip');
  }
}

function makeContainer(zip: ZipFile, entries: ReadonlyMap<string, Entry>, limits: TableLimits): Container {
  let total = 0;
  return {
    names: new Set(entries.keys()),
    read: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return damaged(name);
      if (entry.isEncrypted()) return fail('tables.encrypted');
      total += entry.uncompressedSize;
      if (entry.uncompressedSize > limits.partBytes) return tooLarge(limits.partBytes);
      if (total > limits.totalBytes) return tooLarge(limits.totalBytes);
      return readEntry(zip, entry);
    },
  };
}

/** The library ends the stream as soon as it yields more or fewer bytes than declared. */
async function readEntry(zip: ZipFile, entry: Entry): Promise<Result<Buffer, UnzipCode>> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      if (Buffer.isBuffer(chunk)) chunks.push(chunk);
    }
    const content = Buffer.concat(chunks);
    return crc32(content) === entry.crc32 ? ok(content) : damaged(entry.fileName);
  } catch {
    return damaged(entry.fileName);
  }
}

function damaged(part: string): Result<never, 'tables.damaged'> {
  return fail('tables.damaged', { part: part.slice(0, 100) });
}

function tooLarge(bytes: number): Result<never, 'tables.unpacks-too-large'> {
  return fail('tables.unpacks-too-large', { limit: Math.round(bytes / 1_000_000) });
}
