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

/** A category's points count `percent` per cent; 100 leaves them as they are. */
export const categoryWeightSchema = z.strictObject({ category: slugSchema, percent: z.int().min(0).max(1000) });

/**
 * 汇总规则 of the newest version. Points in hundredths, shares in per cent.
 * Source of the defaults: procedure and rules, "Aggregation rules" and rulings 1–20.
 */
export const currentPolicySchema = z.strictObject({
  version: z.literal(2),
  centre: z.enum(['mean', 'median']),
  /**
   * Drop the highest and lowest totals when there are at least `from` valid sheets: `high` and `low` sheets, or, with
   * `trimUnit` percent, these shares of the valid sheets, each rounded down.
   */
  trim: z.strictObject({
    high: z.int().min(0).max(49),
    low: z.int().min(0).max(49),
    from: z.int().min(1).max(1000),
  }),
  trimUnit: z.enum(['sheets', 'percent']),
  /** Fewer valid sheets give no score (不出分). */
  minimumSheets: z.int().min(1).max(1000),
  /** 一级指标权重: a sheet's total is the sum of its categories' points × percent / 100; a category not named counts in full. */
  weights: z.array(categoryWeightSchema).max(20),
  /** Decimals of the score shown, half-up. */
  decimals: z.int().min(0).max(4),
  /** What is ranked, graded and held against the minimum score: the exact score, or the one shown. */
  rankBy: z.enum(['exact', 'rounded']),
  tieChain: z.array(tieLinkSchema).max(10),
  gates: z.enum(['majority', 'any', 'staff']),
  normalisation: z.enum(['none', 'z-score', 'rank', 'expert-effect']),
  /** 试评: codes of candidates that experts score to warm up; they and their sheets take no part in the ranking. */
  trial: z.array(lineSchema(60)).max(1000),
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

/** A policy of any version, as the newest one. */
export const policySchema = z.preprocess(upgradePolicy, currentPolicySchema);

export type TieLink = z.infer<typeof tieLinkSchema>;
export type Band = z.infer<typeof bandSchema>;
export type Policy = z.infer<typeof currentPolicySchema>;

/** What version 2 added, set so that a policy of version 1 means what it meant. */
const addedInVersion2 = {
  trimUnit: 'sheets',
  weights: [],
  rankBy: 'exact',
  trial: [],
} as const satisfies Partial<Policy>;

function upgradePolicy(policy: unknown): unknown {
  if (typeof policy !== 'object' || policy === null || !('version' in policy) || policy.version !== 1) return policy;
  return { ...addedInVersion2, ...policy, version: 2 };
}

/**
 * A policy in the lowest version that can say it, so that its hash stays the same when a newer program reads it.
 * What version 1 knows nothing of shows in its settings, or in a normalisation that it lacks.
 */
export function lowestVersion(policy: Policy): object {
  const { version: _, trimUnit, weights, rankBy, trial, ...first } = policy;
  const plain = trimUnit === 'sheets' && weights.length === 0 && rankBy === 'exact' && trial.length === 0;
  return plain && policy.normalisation !== 'rank' ? { version: 1, ...first } : policy;
}

/** The default rule of a selection round (quota and reserve list). */
export const defaultSelectionPolicy: Policy = {
  version: 2,
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
  ...addedInVersion2,
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
