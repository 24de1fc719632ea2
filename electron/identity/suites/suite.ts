import type { Entropy } from '#shared/base/ids.ts';

/** The private half of a key, loaded. */
export type SuiteKey = {
  /** SPKI DER encoding of the public half. */
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
};

export type VerifySignature = (message: Uint8Array, signature: Uint8Array) => boolean;

/** What a signature suite must be able to do; the message is hashed as the suite's standard says. */
export type Suite = {
  /** A new private key: 32 bytes, as key files store it. */
  readonly makeSecret: (entropy: Entropy) => Uint8Array;
  /** Throws a `RangeError` for bytes that are no private key. */
  readonly loadSecret: (secret: Uint8Array) => SuiteKey;
  /** null for a DER that is not the one encoding of a public key of this suite. */
  readonly loadPublic: (der: Buffer) => VerifySignature | null;
};
