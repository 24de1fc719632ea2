import { Refusal } from './refusal.ts';

/** Reads a stream by counts of bytes; what ends too early is refused. Holds one chunk at a time. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array();
  #position = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#chunks = source[Symbol.asyncIterator]();
  }

  /** Bytes read so far. */
  get position(): number {
    return this.#position;
  }

  /** Exactly `count` bytes, in memory. */
  async read(count: number): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    await this.pass(count, (part) => void parts.push(part));
    return Buffer.concat(parts, count);
  }

  /** Hands on exactly `count` bytes, chunk by chunk. */
  async pass(count: number, take: (part: Uint8Array) => void | Promise<void>): Promise<void> {
    for (let left = count; left > 0;) {
      if (!(await this.#fill())) throw new Refusal('package.zip-truncated');
      const part = this.#chunk.subarray(0, left);
      this.#chunk = this.#chunk.subarray(part.length);
      this.#position += part.length;
      left -= part.length;
      await take(part);
    }
  }

  /** Whether nothing follows. */
  async atEnd(): Promise<boolean> {
    return !(await this.#fill());
  }

  /** Stops reading; the source is closed. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #fill(): Promise<boolean> {
    while (this.#chunk.length === 0) {
      const next = await this.#chunks.next();
      if (next.done === true) return false;
      this.#chunk = next.value;
    }
    return true;
  }
}
