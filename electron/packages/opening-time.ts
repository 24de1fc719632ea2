import { packageLimits } from '#shared/packages/limits.ts';
import type { Bytes } from '../identity/age.ts';
import { Refusal } from './refusal.ts';

/** Milliseconds that run on whatever the clock says. */
export type Stopwatch = () => number;

/**
 * The time that opening one package may take, from its first copied byte: half a minute, and more the larger it is. What
 * takes longer is refused wherever it stands.
 */
export class OpeningTime {
  readonly #stopwatch: Stopwatch;
  readonly #start: number;

  constructor(stopwatch: Stopwatch = () => performance.now()) {
    this.#stopwatch = stopwatch;
    this.#start = stopwatch();
  }

  /** Throws a `Refusal` once the time for a package of this size (bytes) is over. */
  check(size: number): void {
    const limit = packageLimits.openTime + size / packageLimits.openBytes;
    if (this.#stopwatch() - this.#start > limit) {
      throw new Refusal('package.too-slow', { limit: Math.round(limit / 1000) });
    }
  }

  /** Passes a stream on as long as there is time. @param size of the package in bytes */
  async *watch(bytes: Bytes, size: number): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      this.check(size);
      yield chunk;
    }
  }
}
