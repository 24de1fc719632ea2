import type { Lock } from '#electron/identity/age.ts';
import type { SigningKey } from '#electron/identity/signing-key.ts';

/** What became of a file: the statement that was taken, or the code of the refusal. */
export type Verdict = { readonly taken: string } | { readonly code: string };

/** A good package and what it is made of. */
export type Sample = {
  readonly file: Buffer;
  /** null where the kind has no ZIP around its envelope. */
  readonly zip: Buffer | null;
  readonly payload: string;
  readonly predicate: object;
  readonly data: readonly { readonly name: string; readonly content: Buffer }[];
  /** Statement hash. */
  readonly statement: string;
};

/** One kind of package, two good ones of it, and whoever takes it in. */
export type Subject = {
  readonly kind: string;
  /** The word in its predicate type. */
  readonly type: string;
  readonly samples: readonly [Sample, Sample];
  readonly signer: SigningKey;
  readonly lock: Lock | null;
  /** Whoever signs such a package may: a registration card speaks for its own key only, and people compare fingerprints. */
  readonly anybody?: true;
  /** Throws only where the product does: a crash. */
  readonly open: (file: Buffer) => Promise<Verdict>;
};
