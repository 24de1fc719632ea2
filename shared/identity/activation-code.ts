import { asciiBytes, hexBytes } from '../base/bytes.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { encodeCrockford, normaliseCrockford } from './crockford.ts';
import type { IdentityCode } from './sentences.ts';

const secretSymbols = 12;
const pinSymbols = 4;
const allSymbols = secretSymbols + pinSymbols + 1;

/** SHA-256 of bytes, passed in because this code knows no machine. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/**
 * 激活码 in its parts (package format 1, "Activation code").
 * `secret`: 12 symbols, 60 random bits, the passphrase of the task package.
 * `pin`: 4 symbols, the first 20 bits of the commission key's fingerprint; catches mix-ups, proves nothing.
 */
export type ActivationCode = { readonly secret: string; readonly pin: string };

/**
 * Makes a code for the commission with the given fingerprint.
 * @param random at least 8 random bytes, of which 60 bits are used
 * @param fingerprint SHA-256 of the commission's SPKI key, hexadecimal
 */
export function makeActivationCode(random: Uint8Array, fingerprint: string): ActivationCode {
  return { secret: encodeCrockford(random, secretSymbols), pin: fingerprintPin(fingerprint) };
}

/** The four symbols that stand for a commission key in its activation codes. */
export function fingerprintPin(fingerprint: string): string {
  return encodeCrockford(hexBytes(fingerprint), pinSymbols);
}

/** The code as it is printed: `XXXX-XXXX-XXXX-XXXX-X`, the last symbol checking the others. */
export function formatActivationCode({ secret, pin }: ActivationCode, sha256: Sha256): string {
  const body = secret + pin;
  return [body.slice(0, 4), body.slice(4, 8), body.slice(8, 12), body.slice(12), checkSymbol(body, sha256)].join('-');
}

/** Reads a code as people type it; a slip of the hand is found here, before anything is decrypted. */
export function parseActivationCode(typed: string, sha256: Sha256): Result<ActivationCode, IdentityCode> {
  const { symbols, strange } = normaliseCrockford(typed);
  if (symbols === '') return fail('identity.code-empty');
  if (strange !== null) return fail('identity.code-symbol', { symbol: strange });
  if (symbols.length !== allSymbols) return fail('identity.code-length', { count: symbols.length });
  const body = symbols.slice(0, -1);
  if (!symbols.endsWith(checkSymbol(body, sha256))) return fail('identity.code-typo');
  return ok({ secret: body.slice(0, secretSymbols), pin: body.slice(secretSymbols) });
}

function checkSymbol(body: string, sha256: Sha256): string {
  return encodeCrockford(sha256(asciiBytes(body)), 1);
}
