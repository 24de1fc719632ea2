import { packageLimits, type PackageCaps } from '#shared/packages/limits.ts';
import { bagFile, bagText, manifestFile, statementFile } from '#shared/packages/entry-name.ts';
import { parseManifest, type ManifestEntry } from '#shared/packages/manifest.ts';
import { plainKinds } from '#shared/packages/package-kind.ts';
import type { PackageCode } from '#shared/packages/sentences.ts';
import { compareBytes } from '#shared/base/order.ts';
import type { FileCode } from '#shared/base/file-sentences.ts';
import type { Result } from '#shared/base/result.ts';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { sha256Hex } from '../base/digest.ts';
import { decryptAge, type AgeFault, type Bytes, type Unlock } from '../identity/age.ts';
import { ByteReader } from './byte-reader.ts';
import { openEnvelope, type SignedStatement } from './envelope.ts';
import { OpeningTime, type Stopwatch } from './opening-time.ts';
import { readZip, type ZipEntry } from './read-zip.ts';
import { accept, Refusal, settle } from './refusal.ts';
import { noSink, receiveFile, type Sink } from './sink.ts';
import { dropStaged, stageFile, type StagedFile } from './stage-file.ts';

export type OpenInput<Examined> = {
  /** The file as it came, wherever it lies. */
  readonly file: string;
  /** A folder of ours for the private copy. */
  readonly staging: string;
  /** What is larger is refused unread. */
  readonly caps: PackageCaps;
  /** Measures the time that it takes; the machine's own unless a test brings another. */
  readonly stopwatch?: Stopwatch | undefined;
  readonly unlock: Unlock | null;
  /**
   * Decides on a statement whose signature and schema hold, before any file of the package is handed out. It may wait;
   * what it throws ends the opening.
   */
  readonly examine: (
    statement: SignedStatement,
  ) => Result<Examined, PackageCode> | Promise<Result<Examined, PackageCode>>;
  /** Decides on the signed list of files, before any of them is handed out. */
  readonly examineFiles: (examined: Examined, files: readonly ManifestEntry[]) => Result<null, PackageCode>;
  /** Where the files of the package go. */
  readonly sink: (examined: Examined) => Sink;
};

/** A package that passed. `staged` is the caller's: keep or drop it. */
export type OpenedPackage<Examined> = {
  readonly staged: StagedFile;
  /** What `examine` made of the statement. */
  readonly examined: Examined;
  /** Bytes of `statement.dsse.json`. */
  readonly envelope: Uint8Array;
  readonly files: readonly ManifestEntry[];
};

/** What could be learnt of a package, also of a refused one; `statement` only once its signature and schema held. */
export type OpenReport<Examined> = {
  readonly statement: SignedStatement | null;
  readonly outcome: Result<OpenedPackage<Examined>, PackageCode | FileCode>;
};

const readSize = 256 * 1024;

/**
 * Opens a package in one pass, in the order of the format, to its very last byte. The file is copied first, and the copy
 * is what is verified. Memory holds the statement, the list of files and one chunk; no plain text touches the disk
 * except what `sink` stores. On refusal the copy is removed.
 */
export async function openPackage<Examined>(input: OpenInput<Examined>): Promise<OpenReport<Examined>> {
  const time = new OpeningTime(input.stopwatch);
  const reading = new PackageReading(input, time);
  const outcome = await settle(input.file, async () => {
    const staged = await stageFile(input.file, input.staging, input.caps.package, (size) => time.check(size));
    try {
      return { staged, ...(await reading.read(staged)) };
    } catch (error) {
      await dropStaged(staged);
      throw error;
    }
  });
  return { statement: reading.statement, outcome };
}

/** One package being read. */
class PackageReading<Examined> {
  readonly #input: OpenInput<Examined>;
  readonly #time: OpeningTime;
  #manifest: Buffer = Buffer.alloc(0);
  #envelope: Buffer = Buffer.alloc(0);
  #statement: SignedStatement | null = null;
  #examined: { readonly value: Examined } | null = null;
  #sink: Sink = noSink;
  #files: readonly ManifestEntry[] = [];
  #received = 0;
  #sealed = true;

  constructor(input: OpenInput<Examined>, time: OpeningTime) {
    this.#input = input;
    this.#time = time;
  }

  get statement(): SignedStatement | null {
    return this.#statement;
  }

  async read(staged: StagedFile): Promise<Omit<OpenedPackage<Examined>, 'staged'>> {
    const bytes = new ByteReader(this.#time.watch(await this.#decrypt(staged), staged.size));
    try {
      await readZip(bytes, (entry) => this.#take(entry));
    } finally {
      await bytes.close();
    }
    const missing = this.#files[this.#received];
    if (missing !== undefined) throw new Refusal('package.missing-file', { entry: missing.path });
    if (this.#examined === null) throw new Refusal('package.bag', { entry: statementFile });
    return { examined: this.#examined.value, envelope: this.#envelope, files: this.#files };
  }

  async #decrypt(staged: StagedFile): Promise<Bytes> {
    const head = await readHead(staged);
    if (head.subarray(0, zipStart.length).equals(zipStart)) {
      this.#sealed = false;
      return readStaged(staged);
    }
    const plain = await decryptAge(head, readStaged(staged), this.#input.unlock);
    if (plain.ok) return plain.value;
    throw new Refusal(ageCode(plain.error.code, this.#input.unlock));
  }

  async #take(entry: ZipEntry): Promise<void> {
    switch (entry.name) {
      case bagFile:
        return this.#takeBag(
          await collect(entry, bagText.length, () => new Refusal('package.bag', { entry: bagFile })),
        );
      case manifestFile:
        this.#manifest = await collect(entry, packageLimits.manifest, tooLong);
        return;
      case statementFile:
        this.#envelope = await collect(entry, this.#input.caps.envelope, tooLong);
        return this.#examine();
      default:
        return this.#takeFile(entry);
    }
  }

  #takeBag(bytes: Buffer): void {
    if (bytes.toString('latin1') !== bagText) throw new Refusal('package.bag', { entry: bagFile });
  }

  async #examine(): Promise<void> {
    const statement = accept(openEnvelope(this.#envelope, this.#input.caps.values));
    this.#statement = statement;
    if (!this.#sealed && !plainKinds.includes(statement.kind)) throw new Refusal('package.not-sealed');
    const examined = accept(await this.#input.examine(statement));
    if (sha256Hex(this.#manifest) !== statement.manifest) throw new Refusal('package.manifest-mismatch');
    this.#files = accept(parseManifest(this.#manifest.toString('latin1')));
    accept(this.#input.examineFiles(examined, this.#files));
    this.#examined = { value: examined };
    this.#sink = this.#input.sink(examined);
  }

  async #takeFile(entry: ZipEntry): Promise<void> {
    const listed = this.#files[this.#received];
    if (listed === undefined || listed.path !== entry.name) throw unexpected(entry, listed);
    const file = { path: listed.path, sha256: listed.sha256, size: entry.size };
    if (!(await receiveFile(file, this.#sink, entry.pass))) {
      throw new Refusal('package.file-mismatch', { entry: entry.name });
    }
    this.#received += 1;
  }
}

// Both lists are sorted by bytes: the smaller name is the one that stands in one list only.
function unexpected(entry: ZipEntry, listed: ManifestEntry | undefined): Refusal {
  return listed === undefined || compareBytes(entry.name, listed.path) < 0
    ? new Refusal('package.extra-file', { entry: entry.name })
    : new Refusal('package.missing-file', { entry: listed.path });
}

const zipStart = Buffer.from('PK\u0003\u0004', 'latin1');

async function readHead({ path, size, content }: StagedFile): Promise<Buffer> {
  const length = Math.min(size, packageLimits.ageHeader);
  if (content !== null) return Buffer.from(content.subarray(0, length));
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function* readStaged({ path, content }: StagedFile): AsyncGenerator<Uint8Array> {
  if (content === null) yield* createReadStream(path, { highWaterMark: readSize });
  else yield content;
}

async function collect(entry: ZipEntry, limit: number, refuse: (entry: ZipEntry) => Refusal): Promise<Buffer> {
  if (entry.size > limit) throw refuse(entry);
  const parts: Uint8Array[] = [];
  await entry.pass((part) => void parts.push(part));
  return Buffer.concat(parts);
}

function tooLong(entry: ZipEntry): Refusal {
  return new Refusal('package.zip-size', { entry: entry.name });
}

function ageCode(fault: AgeFault, unlock: Unlock | null): PackageCode {
  switch (fault) {
    case 'not-age':
      return 'package.not-age';
    case 'header':
      return 'package.age-header';
    case 'work-factor':
      return 'package.work-factor';
    case 'passphrase-needed':
      return 'package.code-needed';
    case 'identity-needed':
      return 'package.identity-needed';
    case 'damaged':
      return 'package.damaged';
    case 'no-match':
      return unlock?.by === 'passphrase' ? 'package.wrong-code' : 'package.wrong-recipient';
  }
}
