import { z } from 'zod';
import { fail, ok, type Result } from '../base/result.ts';
import { parseJson } from './canonical.ts';
import type { PackageCode } from './sentences.ts';

/** DSSE's media type for in-toto statements (in-toto attestation framework, "Envelope"). */
export const payloadType = 'application/vnd.in-toto+json';

const envelopeSchema = z.strictObject({
  payloadType: z.literal(payloadType),
  payload: z.string().min(1),
  signatures: z.tuple([z.strictObject({ keyid: z.string().max(200), sig: z.string().min(1).max(1000) })]),
});

/** A DSSE v1 envelope with one signature; `payload` and `sig` in standard base64. `keyid` is a hint, never decided on. */
export type Envelope = { readonly payload: string; readonly keyid: string; readonly signature: string };

/** The one text of an envelope (JSON without white space). */
export function formatEnvelope({ payload, keyid, signature }: Envelope): string {
  return JSON.stringify({ payloadType, payload, signatures: [{ keyid, sig: signature }] });
}

/** Reads an envelope; any other form of the same JSON is refused. The base64 texts are not yet checked. */
export function parseEnvelope(text: string): Result<Envelope, PackageCode> {
  const value = parseJson(text);
  const parsed = envelopeSchema.safeParse(value);
  if (!parsed.success || JSON.stringify(value) !== text) return fail('package.envelope');
  const [signature] = parsed.data.signatures;
  return ok({ payload: parsed.data.payload, keyid: signature.keyid, signature: signature.sig });
}

/** What precedes the payload in the bytes that are signed: DSSE's pre-authentication encoding up to the body. */
export function preAuthenticationPrefix(payloadLength: number): string {
  return `DSSEv1 ${payloadType.length} ${payloadType} ${payloadLength} `;
}
