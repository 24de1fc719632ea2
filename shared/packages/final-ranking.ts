import { z } from 'zod';
import { idSchema, sha256Schema, timeSchema } from '../base/ids.ts';
import { modeSchema } from '../round/round.ts';
import { isChained, signerSchema } from './head.ts';
import { formatVersion } from './package-kind.ts';
import { suiteSchema } from './suite.ts';

/** The predicate type of a list for the record. It is a signed statement of its own, not a package. */
export const finalRankingType = `urn:mantianxing:ranking:${formatVersion}`;

/**
 * 定稿排名: what an admin signs when a round is locked. The statement's subject is `ranking.json`, the list without white
 * space, whose SHA-256 is `resultHash`; `seq` and `previous` chain the lists of a round that was reopened.
 */
export const finalRankingSchema = z
  .strictObject({
    formatVersion: z.literal(formatVersion),
    suite: suiteSchema,
    mode: modeSchema,
    roundId: idSchema,
    signer: signerSchema,
    seq: z.int().min(1),
    previous: sha256Schema.nullable(),
    issuedAt: timeSchema,
    policyHash: sha256Schema,
    inputsHash: sha256Schema,
    resultHash: sha256Schema,
    /** Ids of the decisions in force, in the order of their recording. */
    decisions: z.array(idSchema),
    /** Assigned sheets that had not come in. */
    outstanding: z.int().min(0),
    note: z.string().max(5000),
  })
  .refine(isChained, 'previous does not fit seq');
export type FinalRanking = z.infer<typeof finalRankingSchema>;

/** The payload text of the statement (in-toto Statement v1, JSON without white space). */
export function formatFinalRanking(predicate: FinalRanking): string {
  return JSON.stringify({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'ranking.json', digest: { sha256: predicate.resultHash } }],
    predicateType: finalRankingType,
    predicate,
  });
}
