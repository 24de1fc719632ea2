/**
 * What crosses a desk: the KIND in `urn:mantianxing:KIND:1`. Rosters, rotations and memberships are statements without a
 * package of their own: kept as envelopes, or carried inside another statement.
 */
export const packageKinds = [
  'task',
  'result',
  'receipt',
  'card',
  'roster',
  'rotation',
  'membership',
  'exchange',
  'archive',
] as const;
export type PackageKind = (typeof packageKinds)[number];

/** The one version of the format that this program reads and writes. */
export const formatVersion = 1;

/** Files that the system opens with this program. */
export const packageExtensions = {
  task: '.mtxtask',
  result: '.mtxresult',
  receipt: '.mtxreceipt',
  card: '.mtxcard',
  archive: '.mtxarchive',
} as const satisfies Partial<Record<PackageKind, string>>;

/** Kinds that hold no secret and may therefore be a bare ZIP without encryption. */
export const plainKinds: readonly PackageKind[] = ['receipt', 'card'];

/** The in-toto predicate type of a kind. */
export function predicateType(kind: PackageKind): string {
  return `urn:mantianxing:${kind}:${formatVersion}`;
}

/**
 * Reads a predicate type.
 * @returns kind and version; `kind` null for a kind unknown here; null when it is none of ours
 */
export function parsePredicateType(
  text: string,
): { readonly kind: PackageKind | null; readonly version: number } | null {
  const match = /^urn:mantianxing:([a-z]{1,20}):([1-9]\d{0,8})$/.exec(text);
  if (match === null) return null;
  const [, name = '', version = ''] = match;
  return { kind: packageKinds.find((kind) => kind === name) ?? null, version: Number(version) };
}
