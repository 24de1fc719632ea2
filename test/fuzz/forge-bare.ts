import { formatEnvelope } from '#shared/packages/envelope.ts';
import { sha256Hex } from '#electron/base/digest.ts';
import { preAuthenticationEncoding } from '#electron/packages/envelope.ts';
import type { Forgery } from '#test/fixtures/packages/forge.ts';

/** A statement without a package, turned as the forgery says. */
export function forgeBare({ kind = '', predicate, signer, payload: turn, envelope: turnEnvelope }: Forgery): Buffer {
  const subject = [{ name: 'manifest-sha256.txt', digest: { sha256: sha256Hex(Buffer.alloc(0)) } }];
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject,
    predicateType: `urn:mantianxing:${kind}:1`,
    predicate,
  };
  const text = JSON.stringify(statement);
  const payload = Buffer.from(turn === undefined ? text : turn(text));
  const signature = Buffer.from(signer.sign(preAuthenticationEncoding(payload))).toString('base64');
  const envelope = formatEnvelope({ payload: payload.toString('base64'), keyid: signer.fingerprint, signature });
  return Buffer.from(turnEnvelope === undefined ? envelope : turnEnvelope(envelope));
}
