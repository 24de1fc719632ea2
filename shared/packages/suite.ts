/**
 * Signature suites: a closed table. The suite is named inside the signature, so it cannot be downgraded.
 * `sm2-sm3` is reserved: packages that name it are refused with `package.suite` until it is implemented.
 */
export const suites = {
  'ed25519-sha256': { available: true },
  'sm2-sm3': { available: false },
} as const satisfies Record<string, { readonly available: boolean }>;

export type SuiteName = keyof typeof suites;

/** The suite of new packages. */
export const defaultSuite = 'ed25519-sha256' satisfies SuiteName;

/** Whether this program can check signatures of the named suite. */
export function isSuiteAvailable(name: string): boolean {
  return Object.entries(suites).some(([known, { available }]) => known === name && available);
}
