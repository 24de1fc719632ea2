import { z } from 'zod';
import { slugSchema } from '../base/ids.ts';
import { lineSchema } from '../base/text.ts';

/** One link of the tie chain, tried in order until candidates part. */
export const tieLinkSchema = z.discriminatedUnion('by', [
  /** Mean total over all valid sheets, before trimming (ruling 1). */
  z.strictObject({ by: z.literal('total') }),
  /** Mean of a category over all valid sheets; null: the rubric's core category, else the one with most points. */
  z.strictObject({ by: z.literal('category'), category: slugSchema.nullable() }),
  /** Means of the named criteria in order; null: every criterion in rubric order. */
  z.strictObject({ by: z.literal('criteria'), criteria: z.array(slugSchema).min(1).nullable() }),
  /** The panel leader's recorded decision. */
  z.strictObject({ by: z.literal('decision') }),
]);

/** A grade of an evaluation round: reached from `from` on (hundredths of a point, unrounded score). */
export const bandSchema = z.strictObject({ name: lineSchema(20), from: z.int().min(0).max(1_000_000) });

/**
 * 汇总规则. Points in hundredths, shares in per cent.
 * Source of the defaults: procedure and rules, "Aggregation rules" and rulings 1–20.
 */
export const policySchema = z.strictObject({
  version: z.literal(1),
  centre: z.enum(['mean', 'median']),
  /** Drop `high` highest and `low` lowest totals when there are at least `from` valid sheets. */
  trim: z.strictObject({
    high: z.int().min(0).max(10),
    low: z.int().min(0).max(10),
    from: z.int().min(1).max(1000),
  }),
  /** Fewer valid sheets give no score (不出分). */
  minimumSheets: z.int().min(1).max(1000),
  /** Decimals of the score shown, half-up; ranking uses the exact value. */
  decimals: z.int().min(0).max(4),
  tieChain: z.array(tieLinkSchema).max(10),
  gates: z.enum(['majority', 'any', 'staff']),
  normalisation: z.enum(['none', 'z-score', 'expert-effect']),
  /** Re-review is advised when max − min exceeds this share of the rubric's maximum (strictly). */
  spreadPercent: z.int().min(1).max(100),
  selection: z
    .strictObject({
      /** Sum of the tracks' quotas, or null when no quota is set. */
      quota: z.int().min(0).max(100_000).nullable(),
      reserve: z.int().min(0).max(10_000),
      /** Seats that a track cannot fill go to the other tracks. */
      passOn: z.boolean(),
      minimumScore: z.int().min(0).max(1_000_000).nullable(),
    })
    .nullable(),
  evaluation: z
    .strictObject({
      /** Highest first; the last one starts at 0. */
      bands: z.array(bandSchema).min(1).max(10),
      /** Band of a vetoed candidate. */
      vetoBand: lineSchema(20),
      /** A core item whose mean is below this share of its points has failed … */
      coreItemPercent: z.int().min(0).max(100),
      /** … and then the grade is not above this band. */
      coreItemCap: lineSchema(20),
    })
    .nullable(),
});

export type TieLink = z.infer<typeof tieLinkSchema>;
export type Band = z.infer<typeof bandSchema>;
export type Policy = z.infer<typeof policySchema>;

/** The default rule of a selection round (quota and reserve list). */
export const defaultSelectionPolicy: Policy = {
  version: 1,
  centre: 'mean',
  trim: { high: 1, low: 1, from: 5 },
  minimumSheets: 3,
  decimals: 2,
  tieChain: [
    { by: 'total' },
    { by: 'category', category: null },
    { by: 'criteria', criteria: null },
    { by: 'decision' },
  ],
  gates: 'majority',
  normalisation: 'none',
  spreadPercent: 20,
  selection: { quota: null, reserve: 0, passOn: false, minimumScore: null },
  evaluation: null,
};

/** The default rule of an evaluation round (grade bands). */
export const defaultEvaluationPolicy: Policy = {
  ...defaultSelectionPolicy,
  selection: null,
  evaluation: {
    bands: [
      { name: '优秀', from: 9000 },
      { name: '合格', from: 7500 },
      { name: '限期整改', from: 6000 },
      { name: '建议撤销', from: 0 },
    ],
    vetoBand: '建议撤销',
    coreItemPercent: 60,
    coreItemCap: '限期整改',
  },
};
