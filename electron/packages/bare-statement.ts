import { fail, ok, type Result } from '#shared/base/result.ts';
import { isCanonicalJson, parseJson } from '#shared/packages/canonical.ts';
import { smallCaps } from '#shared/packages/limits.ts';
import { membershipPredicateSchema, rosterPredicateSchema, rotationPredicateSchema } from '#shared/packages/roster.ts';
import type { PackageCode } from '#shared/packages/sentences.ts';
import {
  emptyManifest,
  formatStatement,
  parseBareStatement,
  type BareKind,
  type BarePredicates,
} from '#shared/packages/statement.ts';
import { sha256Hex } from '../base/digest.ts';
import type { SigningKey } from '../identity/signing-key.ts';
import { matchSigner, openSigned, sealEnvelope } from './envelope.ts';

/** A statement without a package of its own. `envelope`: the bytes of a `statement.dsse.json`. */
export type BareStatement<Kind extends BareKind> = {
  readonly predicate: BarePredicates[Kind];
  /** Statement hash. */
  readonly hash: string;
};

const readers = {
  roster: (payload: unknown) => parseBareStatement(payload, 'roster', rosterPredicateSchema),
  rotation: (payload: unknown) => parseBareStatement(payload, 'rotation', rotationPredicateSchema),
  membership: (payload: unknown) => parseBareStatement(payload, 'membership', membershipPredicateSchema),
} satisfies { [Kind in BareKind]: (payload: unknown) => Result<BarePredicates[Kind], PackageCode> };

const read: { readonly [Kind in BareKind]: (payload: unknown) => Result<BarePredicates[Kind], PackageCode> } = readers;

/** Signs a statement; what our own reader would refuse is not signed. */
export function sealStatement<Kind extends BareKind>(
  kind: Kind,
  predicate: BarePredicates[Kind],
  signer: SigningKey,
): Result<{ readonly envelope: Buffer; readonly hash: string }, PackageCode> {
  const text = formatStatement(kind, emptyManifest, predicate);
  const payload = Buffer.from(text);
  const value = parseJson(text);
  if (!isCanonicalJson(value, text)) return fail('package.not-canonical');
  const parsed = read[kind](value);
  return parsed.ok ? ok({ envelope: sealEnvelope(payload, signer), hash: sha256Hex(payload) }) : parsed;
}

/** Opens a statement of one kind: signature first, then its schema, as every envelope is opened. */
export function openStatement<Kind extends BareKind>(
  bytes: Uint8Array,
  kind: Kind,
): Result<BareStatement<Kind>, PackageCode> {
  if (bytes.length > smallCaps.envelope) return fail('package.envelope');
  const signed = openSigned(bytes, smallCaps.values);
  if (!signed.ok) return signed;
  const predicate = read[kind](signed.value.payload);
  if (!predicate.ok) return predicate;
  const matched = matchSigner(predicate.value, signed.value.key);
  if (!matched.ok) return matched;
  return ok({ predicate: predicate.value, hash: signed.value.hash });
}
