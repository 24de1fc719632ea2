import { z } from 'zod';
import { idSchema, slugSchema, timeSchema } from '../base/ids.ts';
import { lineSchema, textSchema } from '../base/text.ts';
import { policySchema } from './policy.ts';
import { rubricSchema } from './rubric.ts';

/** What a round selects or evaluates; `other` is a round set up from a blank template. */
export const candidateKinds = ['building', 'product', 'talent', 'college', 'base', 'other'] as const;
export const candidateKindSchema = z.enum(candidateKinds);
export type CandidateKind = z.infer<typeof candidateKindSchema>;

/** Demo packages never enter an official round, nor the other way round. */
export const modeSchema = z.enum(['official', 'demo']);
export type Mode = z.infer<typeof modeSchema>;

/** 赛道/类别: a part of a round ranked by itself; `quota` null means that it is only ranked. */
export const trackSchema = z.strictObject({
  id: slugSchema,
  name: lineSchema(40),
  rubricId: slugSchema,
  quota: z.int().min(0).max(100_000).nullable(),
});
export type Track = z.infer<typeof trackSchema>;

/** Eligibility conditions, frozen with the round. */
export const eligibilitySchema = z.strictObject({
  match: z.enum(['all', 'any']),
  conditions: z.array(lineSchema(300)).max(30),
});
export type Eligibility = z.infer<typeof eligibilitySchema>;

/** The parts of a round that a template supplies and an admin edits. */
export const roundDesignSchema = z
  .strictObject({
    kind: candidateKindSchema,
    rubrics: z.array(rubricSchema).min(1).max(20),
    tracks: z.array(trackSchema).min(1).max(50),
    policy: policySchema,
    eligibility: eligibilitySchema,
    /** Shown to experts before they start. */
    instructions: textSchema(5000),
  })
  .refine(({ rubrics }) => new Set(rubrics.map(({ id }) => id)).size === rubrics.length, 'rubric ids repeat')
  .refine(({ tracks }) => new Set(tracks.map(({ id }) => id)).size === tracks.length, 'track ids repeat')
  .refine(
    ({ rubrics, tracks }) => tracks.every((track) => rubrics.some(({ id }) => id === track.rubricId)),
    'a track names an unknown rubric',
  );
export type RoundDesign = z.infer<typeof roundDesignSchema>;

/** A built-in or saved template (评分标准模板): a round design with a title. */
export const templateSchema = z.strictObject({
  formatVersion: z.literal(1),
  title: lineSchema(120),
  /** For example 参考模板，以当年通知为准. */
  notice: textSchema(500),
  design: roundDesignSchema,
});
export type Template = z.infer<typeof templateSchema>;

/** draft: being set up; issued: task packages are out; locked: no more results, ranking for the record. */
export const roundStatusSchema = z.enum(['draft', 'issued', 'locked']);
export type RoundStatus = z.infer<typeof roundStatusSchema>;

/** 批次. */
export const roundSchema = z.strictObject({
  id: idSchema,
  title: lineSchema(120),
  mode: modeSchema,
  status: roundStatusSchema,
  createdAt: timeSchema,
  deadline: timeSchema.nullable(),
  design: roundDesignSchema,
});
export type Round = z.infer<typeof roundSchema>;
