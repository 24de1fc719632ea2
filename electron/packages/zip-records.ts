/**
 * The records of a stored ZIP (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16) in the exact form of package
 * format 1. Bytes 4–29 of a local record stand again as bytes 6–31 of its central one.
 */
export type ZipMember = { readonly name: string; readonly size: number; readonly crc32: number };

export const localSize = 30;
export const centralSize = 46;
export const endSize = 22;

export const localSignature = 0x04034b50;
export const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;

/** Version needed: 1.0, stored; and 2.0, which some writers state for it. */
export const allowedVersions: readonly number[] = [10, 20];
/** Bit 11 says that names are UTF-8; our names are ASCII, where it means nothing. */
export const allowedFlags: readonly number[] = [0, 0x0800];

const madeBy = 0x031e;
// 1980-01-01 00:00: packages with the same content have the same ZIP.
const noTime = 0;
const noDate = 0x0021;
const regularFile = 0o100644;

/** A local record with its name. */
export function formatLocal(member: ZipMember): Buffer {
  const record = Buffer.alloc(localSize);
  record.writeUInt32LE(localSignature, 0);
  writeCommon(record.subarray(4), member);
  return Buffer.concat([record, Buffer.from(member.name, 'ascii')]);
}

/** A central record with its name. @param offset of the local record */
export function formatCentral(member: ZipMember, offset: number): Buffer {
  const record = Buffer.alloc(centralSize);
  record.writeUInt32LE(centralSignature, 0);
  record.writeUInt16LE(madeBy, 4);
  writeCommon(record.subarray(6), member);
  record.writeUInt32LE(regularFile * 0x10000, 38);
  record.writeUInt32LE(offset, 42);
  return Buffer.concat([record, Buffer.from(member.name, 'ascii')]);
}

/** The end record: one disk, no comment. */
export function formatEnd(members: number, centralLength: number, centralOffset: number): Buffer {
  const record = Buffer.alloc(endSize);
  record.writeUInt32LE(endSignature, 0);
  record.writeUInt16LE(members, 8);
  record.writeUInt16LE(members, 10);
  record.writeUInt32LE(centralLength, 12);
  record.writeUInt32LE(centralOffset, 16);
  return record;
}

/** Bytes of a ZIP with these members. */
export function zipLength(members: readonly Pick<ZipMember, 'name' | 'size'>[]): number {
  return members.reduce((sum, { name, size }) => sum + localSize + centralSize + 2 * name.length + size, endSize);
}

function writeCommon(record: Buffer, { name, size, crc32 }: ZipMember): void {
  record.writeUInt16LE(10, 0);
  record.writeUInt16LE(0, 2);
  record.writeUInt16LE(0, 4);
  record.writeUInt16LE(noTime, 6);
  record.writeUInt16LE(noDate, 8);
  record.writeUInt32LE(crc32, 10);
  record.writeUInt32LE(size, 14);
  record.writeUInt32LE(size, 18);
  record.writeUInt16LE(name.length, 22);
  record.writeUInt16LE(0, 24);
}
