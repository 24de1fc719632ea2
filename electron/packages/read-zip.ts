import { isDataName, leadingFiles } from '#shared/packages/entry-name.ts';
import { packageLimits } from '#shared/packages/limits.ts';
import { compareBytes } from '#shared/base/order.ts';
import { crc32 } from 'node:zlib';
import type { ByteReader } from './byte-reader.ts';
import { Refusal } from './refusal.ts';
import {
  allowedFlags,
  allowedVersions,
  centralSignature,
  centralSize,
  endSize,
  formatEnd,
  localSignature,
  localSize,
} from './zip-records.ts';

/** A member as its local record announces it, and the one way to its content. */
export type ZipEntry = {
  readonly name: string;
  readonly size: number;
  /** Hands on the whole content, once. */
  readonly pass: (take: (part: Uint8Array) => void | Promise<void>) => Promise<void>;
};

type LocalRecord = { readonly name: string; readonly size: number; readonly bytes: Buffer; readonly offset: number };

/**
 * Reads a ZIP in the exact form of package format 1 from its first byte to its last, in one pass: records lie side by
 * side, the directory and the end record say again what was read, and nothing else is there. Every fault is thrown as a
 * `Refusal`. An entry's content is authentic to its CRC only; whoever takes it checks its SHA-256, and that the archive
 * did not end before its statement.
 * @param visit must pass on the content of the entry before it resolves
 */
export async function readZip(bytes: ByteReader, visit: (entry: ZipEntry) => Promise<void>): Promise<void> {
  const locals: LocalRecord[] = [];
  const names = new NamePolicy();
  for (;;) {
    const offset = bytes.position;
    const signature = (await bytes.read(4)).readUInt32LE(0);
    if (signature === centralSignature) break;
    if (signature !== localSignature) throw new Refusal('package.zip-record');
    const local = await readLocal(bytes, offset);
    names.check(local.name);
    locals.push(local);
    await visit(openEntry(bytes, local));
  }
  await readDirectory(bytes, locals);
  if (!(await bytes.atEnd())) throw new Refusal('package.zip-trailing');
}

async function readLocal(bytes: ByteReader, offset: number): Promise<LocalRecord> {
  const record = await bytes.read(localSize - 4);
  const name = (await bytes.read(record.readUInt16LE(22))).toString('latin1');
  const entry = showName(name);
  if (record.readUInt16LE(4) !== 0) throw new Refusal('package.zip-method', { entry });
  if (!allowedFlags.includes(record.readUInt16LE(2)) || !allowedVersions.includes(record.readUInt16LE(0))) {
    throw new Refusal('package.zip-flags', { entry });
  }
  if (record.readUInt16LE(24) !== 0) throw new Refusal('package.zip-extra', { entry });
  const size = record.readUInt32LE(18);
  if (record.readUInt32LE(14) !== size) throw new Refusal('package.zip-size', { entry });
  return { name, size, bytes: record, offset };
}

function openEntry(bytes: ByteReader, { name, size, bytes: record }: LocalRecord): ZipEntry {
  return {
    name,
    size,
    pass: async (take) => {
      let sum = 0;
      await bytes.pass(size, (part) => {
        sum = crc32(part, sum);
        return take(part);
      });
      if (sum !== record.readUInt32LE(10)) throw new Refusal('package.zip-crc', { entry: name });
    },
  };
}

/** Names in the order of the format, each allowed, none clashing with another once case is folded. */
class NamePolicy {
  readonly #names = new Set<string>();
  readonly #folded = new Set<string>();
  readonly #folders = new Set<string>();
  #count = 0;
  #last = '';

  check(name: string): void {
    const leading = leadingFiles[this.#count];
    if (leading !== undefined && name !== leading) throw new Refusal('package.bag', { entry: leading });
    if (leading === undefined) this.#checkData(name);
    this.#count += 1;
    if (this.#count > packageLimits.entries) {
      throw new Refusal('package.zip-entries', { limit: packageLimits.entries });
    }
  }

  #checkData(name: string): void {
    const entry = showName(name);
    if (!isDataName(name)) throw new Refusal('package.zip-name', { entry });
    if (this.#names.has(name)) throw new Refusal('package.zip-duplicate', { entry });
    const folded = name.toLowerCase();
    const parts = folded.split('/');
    const above = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
    if (this.#folded.has(folded) || this.#folders.has(folded) || above.some((path) => this.#folded.has(path))) {
      throw new Refusal('package.zip-clash', { entry });
    }
    if (compareBytes(this.#last, name) > 0) throw new Refusal('package.zip-order', { entry });
    this.#last = name;
    this.#names.add(name);
    this.#folded.add(folded);
    for (const path of above) this.#folders.add(path);
  }
}

async function readDirectory(bytes: ByteReader, locals: readonly LocalRecord[]): Promise<void> {
  const start = bytes.position - 4;
  for (const [index, local] of locals.entries()) {
    const signature = index === 0 ? centralSignature : (await bytes.read(4)).readUInt32LE(0);
    if (signature !== centralSignature) throw new Refusal('package.zip-central', { entry: local.name });
    await readCentral(bytes, local);
  }
  const end = await bytes.read(endSize);
  const expected = formatEnd(locals.length, bytes.position - endSize - start, start);
  if (end.subarray(0, 20).equals(expected.subarray(0, 20)) && end.readUInt16LE(20) !== 0) {
    throw new Refusal('package.zip-extra', { entry: '' });
  }
  if (!end.equals(expected)) throw new Refusal('package.zip-central', { entry: '' });
}

async function readCentral(bytes: ByteReader, local: LocalRecord): Promise<void> {
  const record = Buffer.concat([Buffer.alloc(4), await bytes.read(centralSize - 4)]);
  const entry = local.name;
  if (record.readUInt16LE(30) !== 0 || record.readUInt16LE(32) !== 0) throw new Refusal('package.zip-extra', { entry });
  const same = record.subarray(6, 32).equals(local.bytes);
  const name = (await bytes.read(record.readUInt16LE(28))).toString('latin1');
  const offset = record.readUInt32LE(42);
  if (!same || name !== local.name || offset !== local.offset || record.readUInt16LE(34) !== 0) {
    throw new Refusal('package.zip-central', { entry });
  }
  if (record.readUInt16LE(36) > 1 || !isRegularFile(record.readUInt32LE(38))) {
    throw new Refusal('package.zip-file-type', { entry });
  }
}

/** External attributes of an ordinary file: a Unix mode that says so or none, and no folder or volume bit of DOS. */
function isRegularFile(attributes: number): boolean {
  const type = (attributes >>> 16) & 0o170000;
  return (type === 0o100000 || type === 0) && (attributes & 0x18) === 0;
}

/** A name that somebody chose, fit to be shown. */
function showName(name: string): string {
  return name.replaceAll(/[^ -~]/g, '?').slice(0, 80);
}
