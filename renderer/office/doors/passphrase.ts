/** How hard a passphrase is to guess: `short` is not accepted for a new workspace. */
export type PassphraseStrength = 'empty' | 'short' | 'weak' | 'fair' | 'strong';

/** Bits below which a passphrase is refused, called weak, called fair. An estimate, no proof. */
const limits = { short: 28, weak: 45, fair: 60 };

/**
 * Rates a passphrase by the room its characters are drawn from; repeats and runs (aaaa, 1234) count a quarter.
 * Chinese characters count by the few thousand in daily use, so six of them already make a fair passphrase.
 */
export function ratePassphrase(passphrase: string): PassphraseStrength {
  if (passphrase === '') return 'empty';
  const bits = estimateBits(passphrase.normalize('NFC'));
  if (bits < limits.short) return 'short';
  if (bits < limits.weak) return 'weak';
  return bits < limits.fair ? 'fair' : 'strong';
}

function estimateBits(passphrase: string): number {
  const characters = Array.from(passphrase);
  const pool = characterClasses.reduce((sum, { pattern, size }) => sum + (pattern.test(passphrase) ? size : 0), 0);
  const latinBits = Math.log2(Math.max(pool, 2));
  return characters.reduce((sum, character, index) => {
    const bits = isIdeograph(character) ? ideographBits : latinBits;
    return sum + (continuesRun(characters[index - 1], character) ? bits / 4 : bits);
  }, 0);
}

const characterClasses = [
  { pattern: /[a-z]/, size: 26 },
  { pattern: /[A-Z]/, size: 26 },
  { pattern: /[0-9]/, size: 10 },
  { pattern: /[^a-zA-Z0-9\p{Script=Han}]/u, size: 20 },
];

/** About 2,500 characters in daily use (现代汉语常用字表). */
const ideographBits = 11;

const isIdeograph = (character: string): boolean => /\p{Script=Han}/u.test(character);

function continuesRun(previous: string | undefined, character: string): boolean {
  if (previous === undefined) return false;
  return Math.abs((previous.codePointAt(0) ?? 0) - (character.codePointAt(0) ?? 0)) <= 1;
}
