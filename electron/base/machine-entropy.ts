import { randomBytes } from 'node:crypto';
import type { Entropy } from '#shared/base/ids.ts';

/** The machine's clock and random numbers: what a composition root passes in. */
export const machineEntropy: Entropy = {
  now: () => Date.now(),
  randomBytes: (count) => randomBytes(count),
};
