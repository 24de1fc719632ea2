import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What an enrolment proof ties together. Hashes in hexadecimal; `recipient` is the expert's age recipient. */
export type Enrolment = {
  /** Statement hash of the task that was opened with the code. */
  readonly taskStatement: string;
  /** Fingerprint of the expert's signing key. */
  readonly fingerprint: string;
  readonly recipient: string;
  readonly expertId: string;
  readonly roundId: string;
};

const context = 'mtx enrolment v1';

/**
 * Proof that the maker of these keys held the activation code (package format 1, "Enrolment proof"): HMAC-SHA256 under a
 * key derived from the code's secret by HKDF-SHA256, salted with the task statement hash.
 * @param secret the 12 secret symbols
 * @returns hexadecimal
 */
export function makeEnrolment(secret: string, enrolment: Enrolment): string {
  const salt = Buffer.from(enrolment.taskStatement, 'hex');
  const key = hkdfSync('sha256', Buffer.from(secret, 'ascii'), salt, context, 32);
  const lines = [context, enrolment.fingerprint, enrolment.recipient, enrolment.expertId, enrolment.roundId];
  return createHmac('sha256', Buffer.from(key))
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest('hex');
}

/** Whether a proof holds for these keys, in constant time. */
export function verifyEnrolment(secret: string, enrolment: Enrolment, proof: string): boolean {
  const expected = Buffer.from(makeEnrolment(secret, enrolment), 'hex');
  const given = Buffer.from(proof, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
