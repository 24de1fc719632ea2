import { formatFingerprint } from '../identity/fingerprint.ts';

// A task has no field of its own for the keys that the commission no longer takes. Its instructions are signed, read by
// people and shown by every program, so they say it, in a paragraph of fixed form that this program understands too.

const opening = '您此前的密钥已被评审办撤销，不再采用；打开本任务后，本机将换用新密钥。已撤销密钥的指纹：';
const instructionsLimit = 5000;
const mostKeys = 5;
const fingerprintLine = /^SHA256:\d{5}(?:-\d{5}){11}$/;

/** Instructions as they stand in a task. */
export type ReadInstructions = {
  /** Fingerprints, as people compare them, of keys of the expert that were revoked. */
  readonly revoked: readonly string[];
  /** What the office wrote for everybody. */
  readonly text: string;
};

/**
 * Puts the expert's revoked keys before the instructions of his task.
 * @param revoked fingerprints, hexadecimal, the newest first; the first five are named
 * @returns the instructions alone when there is no such key, or no room for the paragraph
 */
export function addRevokedKeys(instructions: string, revoked: readonly string[]): string {
  if (revoked.length === 0) return instructions;
  const paragraph = [opening, ...revoked.slice(0, mostKeys).map(formatFingerprint)].join('\n');
  const whole = instructions === '' ? paragraph : `${paragraph}\n\n${instructions}`;
  return whole.length > instructionsLimit ? instructions : whole;
}

/** Takes the instructions of a task apart; what does not have the fixed form is text. */
export function readInstructions(instructions: string): ReadInstructions {
  const whole = { revoked: [], text: instructions };
  const [first, ...lines] = instructions.split('\n');
  if (first !== opening) return whole;
  const end = lines.findIndex((line) => !fingerprintLine.test(line));
  const revoked = end < 0 ? lines : lines.slice(0, end);
  if (revoked.length === 0 || (end >= 0 && lines[end] !== '')) return whole;
  return { revoked, text: end < 0 ? '' : lines.slice(end + 1).join('\n') };
}
