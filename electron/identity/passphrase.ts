import type { IdentityCode } from '#shared/identity/sentences.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';

const fewestCharacters = 8;
const fewestDifferent = 5;
const fewestDigits = 12;

/** A passphrase as it is used: NFC, so that the same characters typed on another system are the same bytes. */
export function normalisePassphrase(typed: string): string {
  return typed.normalize('NFC');
}

/**
 * Whether a passphrase that a person chose is strong enough for a file that may be stolen: at least 8 characters, 5 of
 * them different; 12 when it is digits only. Length counts more than signs (NIST SP 800-63B, 5.1.1.2).
 * @returns the passphrase in its normal form
 */
export function checkPassphrase(typed: string): Result<string, IdentityCode> {
  const passphrase = normalisePassphrase(typed);
  if (passphrase === '') return fail('identity.passphrase-missing');
  const characters = Array.from(passphrase);
  const different = new Set(characters).size;
  const fewest = /^\p{Nd}+$/u.test(passphrase) ? fewestDigits : fewestCharacters;
  return characters.length < fewest || different < fewestDifferent ? fail('identity.passphrase-weak') : ok(passphrase);
}
