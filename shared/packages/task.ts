import { z } from 'zod';
import { idSchema, timeSchema } from '../base/ids.ts';
import { lineSchema, textSchema } from '../base/text.ts';
import { candidateSchema } from '../candidates/candidate.ts';
import { policySchema } from '../round/policy.ts';
import { candidateKindSchema, eligibilitySchema, trackSchema } from '../round/round.ts';
import { rubricSchema } from '../round/rubric.ts';
import { headShape, isChained, recipientSchema } from './head.ts';
import { innerEnvelopeSchema } from './roster.ts';

/** The round as the expert sees it. */
export const taskRoundSchema = z.strictObject({
  id: idSchema,
  title: lineSchema(120),
  kind: candidateKindSchema,
  deadline: timeSchema.nullable(),
  instructions: textSchema(5000),
  eligibility: eligibilitySchema,
  createdAt: timeSchema,
});

/** The expert for whom the task is. */
export const taskExpertSchema = z.strictObject({
  id: idSchema,
  name: lineSchema(60),
  unit: lineSchema(120, 0),
  title: lineSchema(60, 0),
  leader: z.boolean(),
});

/** 复评: a candidate of this task that is to be looked at again, and why. */
export const reviewRequestSchema = z.strictObject({ candidateId: idSchema, reason: textSchema(1000, 1) });

/**
 * Where the result goes: the office's name, the age recipient it must be sealed to, and, later, the address of a
 * delivery folder on the network (null: by hand).
 */
export const deliverSchema = z.strictObject({
  office: lineSchema(60),
  recipient: recipientSchema,
  address: z
    .url({ protocol: /^https$/ })
    .max(500)
    .nullable(),
});

const taskBodyShape = {
  round: taskRoundSchema,
  rubrics: z.array(rubricSchema).min(1).max(20),
  tracks: z.array(trackSchema).min(1).max(50),
  policy: policySchema,
  expert: taskExpertSchema,
  candidates: z.array(candidateSchema).min(1).max(100_000),
  reviewRequests: z.array(reviewRequestSchema).max(100_000),
  /** 恢复密钥: a second age recipient of results, kept on paper, or null. */
  escrow: recipientSchema.nullable(),
  deliver: deliverSchema,
  /**
   * The commission's 轮换声明, the oldest first, when its keys were rotated: experts who know an older key follow them to
   * the one that signs this task.
   */
  rotations: z.array(innerEnvelopeSchema).max(99).optional(),
};

const taskBodySchema = z.strictObject(taskBodyShape);
/** What the commission fills in; the head comes with sealing. */
export type TaskBody = z.infer<typeof taskBodySchema>;

/** 任务包: all that an expert needs to score offline. Dossier files lie under `data/`, found by their SHA-256. */
export const taskPredicateSchema = z
  .strictObject({ ...headShape, ...taskBodyShape })
  .refine(isChained, 'previous does not fit seq')
  .refine(({ roundId, round }) => roundId === round.id, 'round.id is not roundId')
  .refine(({ expertId, expert }) => expertId === expert.id, 'expert.id is not expertId')
  .refine(({ rubrics }) => isUnique(rubrics.map(({ id }) => id)), 'rubric ids repeat')
  .refine(({ tracks }) => isUnique(tracks.map(({ id }) => id)), 'track ids repeat')
  .refine(({ candidates }) => isUnique(candidates.map(({ id }) => id)), 'candidate ids repeat')
  .refine(({ candidates }) => isUnique(candidates.map(({ code }) => code)), 'candidate codes repeat')
  .refine(
    ({ rubrics, tracks }) =>
      namesOnly(
        tracks.map(({ rubricId }) => rubricId),
        rubrics,
      ),
    'a track names an unknown rubric',
  )
  .refine(
    ({ tracks, candidates }) =>
      namesOnly(
        candidates.map(({ trackId }) => trackId),
        tracks,
      ),
    'a candidate names an unknown track',
  )
  .refine(
    ({ candidates, reviewRequests }) =>
      namesOnly(
        reviewRequests.map(({ candidateId }) => candidateId),
        candidates,
      ),
    'a review request names an unknown candidate',
  )
  .refine(hasOneSizePerContent, 'one dossier content with two sizes');
export type TaskPredicate = z.infer<typeof taskPredicateSchema>;

function hasOneSizePerContent({ candidates }: Pick<TaskBody, 'candidates'>): boolean {
  const sizes = new Map<string, number>();
  return candidates.every(({ dossiers }) =>
    dossiers.every(({ sha256, size }) => (sizes.get(sha256) ?? size) === size && sizes.set(sha256, size).has(sha256)),
  );
}

function isUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

function namesOnly(ids: readonly string[], known: readonly { readonly id: string }[]): boolean {
  const all = new Set(known.map(({ id }) => id));
  return ids.every((id) => all.has(id));
}
