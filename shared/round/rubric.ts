import { z } from 'zod';
import { slugSchema } from '../base/ids.ts';
import { lineSchema, textSchema } from '../base/text.ts';

/** 分档: what a stretch of points stands for. Both ends belong to it; hundredths. */
export const anchorSchema = z.strictObject({
  label: lineSchema(60),
  from: z.int().min(0).max(1_000_000),
  to: z.int().min(0).max(1_000_000),
});

/** 二级指标. Points and step in hundredths; `core` marks a core item (核心项 *). */
export const criterionSchema = z.strictObject({
  id: slugSchema,
  name: lineSchema(60),
  max: z.int().min(1).max(1_000_000),
  step: z.int().min(1).max(1_000_000),
  guidance: textSchema(1000),
  anchors: z.array(anchorSchema).max(10),
  core: z.boolean(),
});

/** 一级指标. */
export const categorySchema = z.strictObject({
  id: slugSchema,
  name: lineSchema(60),
  criteria: z.array(criterionSchema).min(1).max(50),
});

/** 否决项: a pass/fail condition outside the points. `by: staff` is settled at 形式审查 and not asked of experts. */
export const gateSchema = z.strictObject({
  id: slugSchema,
  name: lineSchema(120),
  guidance: textSchema(1000),
  by: z.enum(['expert', 'staff']),
});

/** 评分标准: categories → criteria, gates, and the category that decides ties. */
export const rubricSchema = z
  .strictObject({
    id: slugSchema,
    name: lineSchema(60),
    categories: z.array(categorySchema).min(1).max(20),
    gates: z.array(gateSchema).max(20),
    coreCategory: slugSchema.nullable(),
  })
  .refine((rubric) => isUnique(rubric.categories.map(({ id }) => id)), 'category ids repeat')
  .refine((rubric) => isUnique(listCriteria(rubric).map(({ id }) => id)), 'criterion ids repeat')
  .refine((rubric) => isUnique(rubric.gates.map(({ id }) => id)), 'gate ids repeat')
  .refine(
    (rubric) => rubric.coreCategory === null || rubric.categories.some(({ id }) => id === rubric.coreCategory),
    'core category unknown',
  )
  .refine((rubric) => listCriteria(rubric).every(({ max, step }) => max % step === 0), 'step does not divide max');

export type Anchor = z.infer<typeof anchorSchema>;
export type Criterion = z.infer<typeof criterionSchema>;
export type Category = z.infer<typeof categorySchema>;
export type Gate = z.infer<typeof gateSchema>;
export type Rubric = z.infer<typeof rubricSchema>;

/** All criteria of a rubric in its order. */
export function listCriteria(rubric: { readonly categories: readonly Category[] }): Criterion[] {
  return rubric.categories.flatMap(({ criteria }) => criteria);
}

/** The most points a sheet can reach, in hundredths. */
export function rubricMaximum(rubric: { readonly categories: readonly Category[] }): number {
  return listCriteria(rubric).reduce((sum, { max }) => sum + max, 0);
}

/** The gates that experts answer. */
export function listExpertGates(rubric: { readonly gates: readonly Gate[] }): Gate[] {
  return rubric.gates.filter(({ by }) => by === 'expert');
}

function isUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
