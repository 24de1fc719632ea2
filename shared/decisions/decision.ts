import { z } from 'zod';
import { idSchema, slugSchema } from '../base/ids.ts';
import { lineSchema, textSchema } from '../base/text.ts';
import { policySchema } from '../round/policy.ts';
import { decisionReasons, type DecisionReason } from './reasons.ts';

/** What every recorded decision carries: its ground, the words of it, and who took part. */
const recordShape = {
  reason: z.custom<DecisionReason>((value) => typeof value === 'string' && Object.hasOwn(decisionReasons, value)),
  /** Why, in words. */
  note: textSchema(5000),
  /** Number or title of the minutes (会议纪要); empty when there are none. */
  minutes: lineSchema(120, 0),
  /** Names of those who decided, the leader first. */
  people: z.array(lineSchema(60)).max(50),
} as const;

/** Quotas by track id; null takes the quota away. */
export const quotasSchema = z.record(slugSchema, z.int().min(0).max(100_000).nullable());
export type Quotas = z.infer<typeof quotasSchema>;

/** A decision of people that a ranking depends on (集体复议, 形式审查, 意见无效). */
export const decisionSchema = z.discriminatedUnion('kind', [
  /** 形式审查否决: the candidate is out; `gateId` null when the reason is none of the rubric's gates. */
  z.strictObject({ kind: z.literal('veto'), candidateId: idSchema, gateId: slugSchema.nullable(), ...recordShape }),
  /** 意见无效: no sheet of the expert counts. */
  z.strictObject({ kind: z.literal('void-expert'), expertId: idSchema, ...recordShape }),
  /** The leader's order of candidates that are equal by every other link (ruling 7). */
  z.strictObject({
    kind: z.literal('tie'),
    trackId: slugSchema,
    order: z.array(idSchema).min(2).max(1000),
    ...recordShape,
  }),
  /** Takes an earlier veto, voiding or settlement back. */
  z.strictObject({ kind: z.literal('reinstate'), decisionId: idSchema, ...recordShape }),
  /** Settles the 弄虚作假 flags of a candidate (ruling 18); the flags themselves change nothing. */
  z.strictObject({
    kind: z.literal('fraud'),
    candidateId: idSchema,
    outcome: z.enum(['unfounded', 'confirmed']),
    ...recordShape,
  }),
  /** Another aggregation rule or other quotas after issuing, adopted from a trial. */
  z.strictObject({ kind: z.literal('policy'), policy: policySchema, quotas: quotasSchema, ...recordShape }),
]);
export type Decision = z.infer<typeof decisionSchema>;
export type DecisionKind = Decision['kind'];
/** The parts of a decision that say what is decided; the record says why and by whom. */
export type DecisionRecord = Pick<Decision, 'reason' | 'note' | 'minutes' | 'people'>;

/** A decision as it stands on record. */
export type RecordedDecision = {
  readonly id: string;
  readonly decision: Decision;
  /** Name of the office's member who recorded it; null from before members signed in. */
  readonly recordedBy: string | null;
  /** RFC 3339 UTC. */
  readonly decidedAt: string;
  /** Id of the decision that took it back, or null: it is in force. */
  readonly takenBackBy: string | null;
};
