import {
  formatActivationCode,
  makeActivationCode,
  parseActivationCode,
  type ActivationCode,
} from '#shared/identity/activation-code.ts';
import type { IdentityCode } from '#shared/identity/sentences.ts';
import type { Entropy } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { sha256 } from '../base/digest.ts';

/**
 * log2 of scrypt's N for activation codes. Their 60 random bits need no stretching to be safe: at N = 2^14 one guess
 * costs about 50 ms here, so a million such machines need some 900 years to try half of the 2^60 codes.
 */
export const activationWorkFactor = 14;

/** A new activation code as it is printed. @param fingerprint of the commission's signing key, hexadecimal */
export function createActivationCode(entropy: Entropy, fingerprint: string): string {
  return formatActivationCode(makeActivationCode(entropy.randomBytes(8), fingerprint), sha256);
}

/** Reads an activation code as people type it. */
export function readActivationCode(typed: string): Result<ActivationCode, IdentityCode> {
  return parseActivationCode(typed, sha256);
}
