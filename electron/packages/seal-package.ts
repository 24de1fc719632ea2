import type { FileCode } from '#shared/base/file-sentences.ts';
import { compareBytes } from '#shared/base/order.ts';
import { ok, type Result } from '#shared/base/result.ts';
import { hasFewValues, isCanonicalJson } from '#shared/packages/canonical.ts';
import { bagFile, bagText, manifestFile, statementFile } from '#shared/packages/entry-name.ts';
import { capsOf, packageLimits } from '#shared/packages/limits.ts';
import { formatManifest } from '#shared/packages/manifest.ts';
import { formatStatement, parseStatement, type AnyPredicate, type ReadableKind } from '#shared/packages/statement.ts';
import type { PackageCode } from '#shared/packages/sentences.ts';
import { sha256Hex } from '../base/digest.ts';
import { writeFileAtomic, type Disk, type WrittenFile } from '../base/write-file-atomic.ts';
import { encryptAge, type Bytes, type Lock } from '../identity/age.ts';
import type { SigningKey } from '../identity/signing-key.ts';
import { readDataFile, type DataFile } from './data-file.ts';
import { sealEnvelope } from './envelope.ts';
import { accept, Refusal, settle } from './refusal.ts';
import { memoryMember, writeZip, type ZipSource } from './write-zip.ts';
import { zipLength } from './zip-records.ts';

export type SealInput = {
  /** Where the package shall stand. */
  readonly path: string;
  readonly kind: ReadableKind;
  readonly predicate: AnyPredicate;
  readonly signer: SigningKey;
  /** Paths under `data/` with their contents. */
  readonly files: ReadonlyMap<string, DataFile>;
  /** null: no encryption, for receipts and cards. */
  readonly lock: Lock | null;
  readonly disk?: Disk | undefined;
};

/** A package on disk. */
export type SealedPackage = WrittenFile & {
  /** Statement hash. */
  readonly statement: string;
  /** Bytes of `statement.dsse.json`. */
  readonly envelope: Uint8Array;
};

/**
 * Signs, then encrypts, and writes atomically. What our own reader would refuse is not written: the predicate passes the
 * strict schema first.
 */
export async function sealPackage(input: SealInput): Promise<Result<SealedPackage, PackageCode | FileCode>> {
  return settle(input.path, async () => {
    const files = [...input.files].toSorted(([left], [right]) => compareBytes(left, right));
    const manifest = Buffer.from(formatManifest(files.map(([path, { sha256 }]) => ({ path, sha256 }))));
    const payload = Buffer.from(formatStatement(input.kind, sha256Hex(manifest), input.predicate));
    checkPayload(payload, input.kind);
    const envelope = sealEnvelope(payload, input.signer);
    const members = [
      memoryMember(bagFile, Buffer.from(bagText)),
      memoryMember(manifestFile, manifest),
      memoryMember(statementFile, envelope),
      ...files.map(([path, file]) => dataMember(path, file)),
    ];
    checkSize(members, envelope, input.kind);
    const written = accept(await writeMembers(input, members));
    return { ...written, statement: sha256Hex(payload), envelope };
  });
}

const mebi = 1024 * 1024;

/** Bytes that encryption adds at most: a header, and 16 for every 64 KiB. */
function ageOverhead(size: number): number {
  return packageLimits.ageHeader + Math.ceil(size / (64 * 1024)) * 16;
}

function dataMember(name: string, file: DataFile): ZipSource {
  return { name, size: file.size, crc32: file.crc32, content: () => readDataFile(file, name) };
}

function checkPayload(payload: Buffer, kind: ReadableKind): void {
  if (!hasFewValues(payload, capsOf(kind).values)) throw new Refusal('package.too-many-values');
  const text = payload.toString('utf8');
  const value: unknown = JSON.parse(text);
  if (!isCanonicalJson(value, text)) throw new Refusal('package.not-canonical');
  accept(parseStatement(value));
}

function checkSize(members: readonly ZipSource[], envelope: Uint8Array, kind: ReadableKind): void {
  const caps = capsOf(kind);
  const zip = Math.min(packageLimits.zip, caps.package - ageOverhead(caps.package));
  if (envelope.length > caps.envelope) throw new Refusal('package.too-large', { limit: caps.envelope / mebi });
  if (zipLength(members) > zip) throw new Refusal('package.too-large', { limit: Math.floor(zip / mebi) });
  if (members.length > packageLimits.entries) {
    throw new Refusal('package.zip-entries', { limit: packageLimits.entries });
  }
}

async function writeMembers(
  { path, lock, disk }: SealInput,
  members: readonly ZipSource[],
): Promise<Result<WrittenFile, PackageCode | FileCode>> {
  const plain = writeZip(members);
  return writeFileAtomic(
    path,
    async (write) => {
      const sealed: Bytes = lock === null ? plain : await encryptAge(plain, lock);
      for await (const chunk of sealed) await write(chunk);
      return ok(null);
    },
    { disk },
  );
}
