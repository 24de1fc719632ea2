import { z } from 'zod';
import { sha256Schema } from '../base/ids.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { cardPredicateSchema, type CardPredicate } from './card.ts';
import { manifestFile } from './entry-name.ts';
import { checkFormat } from './head.ts';
import { formatVersion, parsePredicateType, predicateType, type PackageKind } from './package-kind.ts';
import { receiptPredicateSchema, type ReceiptPredicate } from './receipt.ts';
import { resultPredicateSchema, type ResultPredicate } from './result.ts';
import type { PackageCode } from './sentences.ts';
import type { MembershipPredicate, RosterPredicate, RotationPredicate } from './roster.ts';
import { taskPredicateSchema, type TaskPredicate } from './task.ts';

/** The predicates that this program reads, by kind. Roster, exchange and archive are named by the format and come later. */
export type Predicates = {
  readonly task: TaskPredicate;
  readonly result: ResultPredicate;
  readonly receipt: ReceiptPredicate;
  readonly card: CardPredicate;
};
export type ReadableKind = keyof Predicates;
export type AnyPredicate = Predicates[ReadableKind];

/** A statement that passed its schema; `manifest` is the SHA-256 of `manifest-sha256.txt`, its one subject. */
export type Statement = {
  readonly [Kind in ReadableKind]: {
    readonly kind: Kind;
    readonly manifest: string;
    readonly predicate: Predicates[Kind];
  };
}[ReadableKind];

const statementType = 'https://in-toto.io/Statement/v1';

const statementSchema = z.strictObject({
  _type: z.literal(statementType),
  subject: z.tuple([
    z.strictObject({ name: z.literal(manifestFile), digest: z.strictObject({ sha256: sha256Schema }) }),
  ]),
  predicateType: z.string(),
  predicate: z.unknown(),
});

/** The payload text of a statement (in-toto Statement v1, JSON without white space). */
export function formatStatement(kind: PackageKind, manifest: string, predicate: AnyPredicate | BarePredicate): string {
  const subject = [{ name: manifestFile, digest: { sha256: manifest } }];
  return JSON.stringify({ _type: statementType, subject, predicateType: predicateType(kind), predicate });
}

const signerKeySchema = z.looseObject({
  predicate: z.looseObject({ signer: z.looseObject({ publicKey: z.string() }) }),
});

/**
 * The key that a payload claims to be signed with, looked up before its signature is checked: it stands inside the
 * signed bytes. Nothing else of a payload is used before the signature holds with this very key.
 */
export function findSignerKey(payload: unknown): string | null {
  const parsed = signerKeySchema.safeParse(payload);
  return parsed.success ? parsed.data.predicate.signer.publicKey : null;
}

/** Reads a signed payload: its format first, then the strict schema of its kind. */
export function parseStatement(payload: unknown): Result<Statement, PackageCode> {
  const outer = statementSchema.safeParse(payload);
  if (!outer.success) return refuse(outer.error);
  const { subject, predicate } = outer.data;
  const type = parsePredicateType(outer.data.predicateType);
  if (type === null) return fail('package.schema', { problem: 'predicateType' });
  if (type.version !== formatVersion) return fail('package.version', { version: type.version });
  return parsePredicate(type.kind, subject[0].digest.sha256, predicate);
}

/** Statements without a package of their own, by kind; their manifest is the empty one. */
export type BarePredicates = {
  readonly roster: RosterPredicate;
  readonly rotation: RotationPredicate;
  readonly membership: MembershipPredicate;
};
export type BareKind = keyof BarePredicates;
export type BarePredicate = BarePredicates[BareKind];

/** SHA-256 of the manifest of no files. */
export const emptyManifest = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Reads a signed payload that must be a statement of one kind without a package of its own. */
export function parseBareStatement<Shape extends z.core.$ZodShape, Output extends object>(
  payload: unknown,
  kind: BareKind,
  schema: z.ZodObject<Shape> & z.ZodType<Output>,
): Result<Output, PackageCode> {
  const outer = statementSchema.safeParse(payload);
  if (!outer.success) return refuse(outer.error);
  const type = parsePredicateType(outer.data.predicateType);
  if (type?.kind !== kind) return fail('package.schema', { problem: 'predicateType' });
  if (type.version !== formatVersion) return fail('package.version', { version: type.version });
  if (outer.data.subject[0].digest.sha256 !== emptyManifest) return fail('package.manifest-mismatch');
  const { predicate } = outer.data;
  const format = checkFormat(predicate, Object.keys(schema.shape));
  if (!format.ok) return format;
  const parsed = schema.safeParse(predicate);
  return parsed.success ? ok(parsed.data) : refuse(parsed.error);
}

function parsePredicate(kind: PackageKind | null, manifest: string, value: unknown): Result<Statement, PackageCode> {
  switch (kind) {
    case 'task':
      return read(taskPredicateSchema, value, (predicate) => ({ kind, manifest, predicate }));
    case 'result':
      return read(resultPredicateSchema, value, (predicate) => ({ kind, manifest, predicate }));
    case 'receipt':
      return read(receiptPredicateSchema, value, (predicate) => ({ kind, manifest, predicate }));
    case 'card':
      return read(cardPredicateSchema, value, (predicate) => ({ kind, manifest, predicate }));
    default:
      return fail('package.kind-unknown');
  }
}

function read<Shape extends z.core.$ZodShape, Output extends object>(
  schema: z.ZodObject<Shape> & z.ZodType<Output>,
  value: unknown,
  build: (predicate: Output) => Statement,
): Result<Statement, PackageCode> {
  const format = checkFormat(value, Object.keys(schema.shape));
  if (!format.ok) return format;
  const parsed = schema.safeParse(value);
  return parsed.success ? ok(build(parsed.data)) : refuse(parsed.error);
}

function refuse(error: z.ZodError): Result<never, PackageCode> {
  const [problem] = error.issues.map(({ path, message }) => [...path.map(String), message].join(' › '));
  return fail('package.schema', { problem: `${problem}` });
}
