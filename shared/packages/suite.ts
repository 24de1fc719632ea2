import { z } from 'zod';

/** Names of signature suites. */
export const suiteSchema = z.enum(['ed25519-sha256', 'sm2-sm3']);
export type SuiteName = z.infer<typeof suiteSchema>;

/**
 * Signature suites: a closed table. The suite is named inside the signature, so it cannot be downgraded.
 * `sm2-sm3` is reserved: packages that name it are refused with `package.suite` until it is implemented.
 */
export const suites = {
  'ed25519-sha256': { available: true },
  'sm2-sm3': { available: false },
} as const satisfies Record<SuiteName, { readonly available: boolean }>;

/** The suite of new packages. */
export const defaultSuite = 'ed25519-sha256' satisfies SuiteName;

/** Whether this program can check signatures of the named suite. */
export function isSuiteAvailable(name: string): boolean {
  return Object.entries(suites).some(([known, { available }]) => known === name && available);
}
