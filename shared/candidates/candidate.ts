import { z } from 'zod';
import { idSchema, sha256Schema, slugSchema } from '../base/ids.ts';
import { lineSchema, textSchema } from '../base/text.ts';

/** 申报材料: one file of a dossier, named by its content. `name` is the original file name for people. */
export const dossierFileSchema = z.strictObject({
  sha256: sha256Schema,
  size: z.int().min(0),
  mediaType: z.string().regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/),
  name: lineSchema(255),
});
export type DossierFile = z.infer<typeof dossierFileSchema>;

/** One declared fact of a candidate, in the order of the sheet. `key` is a known field, or null for an extra column. */
export const candidateFieldSchema = z.strictObject({
  key: z
    .string()
    .regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/)
    .nullable(),
  label: lineSchema(80),
  value: textSchema(5000),
});
export type CandidateField = z.infer<typeof candidateFieldSchema>;

/** 评审对象 as experts receive it. */
export const candidateSchema = z.strictObject({
  id: idSchema,
  /** 编号: unique in the round. */
  code: lineSchema(40),
  name: lineSchema(120),
  /** 申报单位; empty when the sheet names none. */
  unit: lineSchema(120, 0),
  trackId: slugSchema,
  fields: z.array(candidateFieldSchema).max(200),
  dossiers: z.array(dossierFileSchema).max(500),
});
export type Candidate = z.infer<typeof candidateSchema>;
