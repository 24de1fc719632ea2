import { z } from 'zod';

/** A UUIDv7 (RFC 9562) in lower case. */
export const idSchema = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'not a UUIDv7');

/** A name inside a rubric (criterion, category, gate) or a track: short, lower case, stable. */
export const slugSchema = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'not a slug');

/** A SHA-256 digest in lower-case hexadecimal. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256 digest');

/** RFC 3339 UTC, whole seconds, `Z`. */
export const timeSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, 'not an RFC 3339 UTC time');

/** Supplies time and randomness, so that everything that uses them can be repeated. */
export type Entropy = {
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** `count` random bytes. */
  readonly randomBytes: (count: number) => Uint8Array;
};

/** A new UUIDv7 (RFC 9562, section 5.7) from the given clock and randomness. */
export function makeId(entropy: Entropy): string {
  const bytes = new Uint8Array(16);
  bytes.set(entropy.randomBytes(10), 6);
  let time = entropy.now();
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A clock reading (milliseconds) as RFC 3339 UTC with whole seconds. */
export function formatTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
