import { crc32 } from 'node:zlib';
import type { Bytes } from '../identity/age.ts';
import { Refusal } from './refusal.ts';
import { formatCentral, formatEnd, formatLocal, type ZipMember } from './zip-records.ts';

/** A member with its content, whose size and CRC-32 are known beforehand. */
export type ZipSource = ZipMember & { readonly content: () => Bytes };

/** A member whose content is in memory. */
export function memoryMember(name: string, content: Uint8Array): ZipSource {
  return {
    name,
    size: content.length,
    crc32: crc32(content),
    content: async function* () {
      yield content;
    },
  };
}

/** Streams a ZIP in the exact form of package format 1: what `zip -0 -X -D` writes, with a fixed time. */
export async function* writeZip(sources: readonly ZipSource[]): AsyncGenerator<Uint8Array> {
  const central: Buffer[] = [];
  let offset = 0;
  for (const source of sources) {
    const local = formatLocal(source);
    central.push(formatCentral(source, offset));
    yield local;
    yield* exactly(source);
    offset += local.length + source.size;
  }
  const directory = Buffer.concat(central);
  yield directory;
  yield formatEnd(sources.length, directory.length, offset);
}

async function* exactly({ name, size, content }: ZipSource): AsyncGenerator<Uint8Array> {
  let left = size;
  for await (const chunk of content()) {
    left -= chunk.length;
    if (left < 0) break;
    yield chunk;
  }
  if (left !== 0) throw new Refusal('package.source-changed', { entry: name });
}
