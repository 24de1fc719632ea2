import type { SuiteName } from '#shared/packages/suite.ts';
import { ed25519 } from './ed25519.ts';
import { sm2 } from './sm2.ts';
import type { Suite } from './suite.ts';

/** The closed table of signature suites: nothing outside it signs or verifies. */
export const signatureSuites: Readonly<Record<SuiteName, Suite>> = { 'ed25519-sha256': ed25519, 'sm2-sm3': sm2 };
