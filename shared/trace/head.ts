import { z } from 'zod';
import { idSchema, sha256Schema, timeSchema } from '../base/ids.ts';
import { formatVersion } from '../packages/package-kind.ts';
import { signerSchema } from '../packages/head.ts';
import { signerProofSchema } from '../packages/signer-proof.ts';
import { suiteSchema } from '../packages/suite.ts';
import { headOccasions } from './event.ts';

/** The in-toto predicate type of a signed head. */
export const traceHeadType = 'urn:mantianxing:trace-head:1';

/** A signed head says: at this time the log had so many entries, and the last one had this hash. */
export const traceHeadPredicateSchema = z.strictObject({
  formatVersion: z.literal(formatVersion),
  suite: suiteSchema,
  /** The workspace that keeps the log. */
  workspaceId: idSchema,
  entries: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  occasion: z.enum(headOccasions),
  issuedAt: timeSchema,
  signer: signerSchema,
  /** Null when the commission's first key signs. */
  proof: signerProofSchema.nullable(),
});
export type TraceHeadPredicate = z.infer<typeof traceHeadPredicateSchema>;

/** An in-toto Statement v1 whose one subject is the log, named by the hash of its last entry. */
export const traceHeadStatementSchema = z.strictObject({
  _type: z.literal('https://in-toto.io/Statement/v1'),
  subject: z.tuple([z.strictObject({ name: z.literal('trace'), digest: z.strictObject({ sha256: sha256Schema }) })]),
  predicateType: z.literal(traceHeadType),
  predicate: traceHeadPredicateSchema,
});

/** The payload text of a signed head: JSON without white space. */
export function formatTraceHead(head: string, predicate: TraceHeadPredicate): string {
  const subject = [{ name: 'trace', digest: { sha256: head } }];
  return JSON.stringify({ _type: 'https://in-toto.io/Statement/v1', subject, predicateType: traceHeadType, predicate });
}
