import { assertNever } from '../base/assert-never.ts';
import type { Policy } from '../round/policy.ts';
import { adjustByExpertEffect } from './expert-effect.ts';
import type { Field } from './gather.ts';
import { microPerPoint } from './micro-points.ts';
import { adjustByRank } from './rank-score.ts';
import { adjustByZScore } from './z-score.ts';

/** Totals of a track after normalisation. */
export type Normalised = {
  /** By slot. */
  readonly values: Float64Array;
  /** How many units of a value make a point. */
  readonly perPoint: number;
  /** By entrant: the connected part of the design where that matters, counted from 1; 0 without a valid sheet. */
  readonly parts: Int32Array | null;
};

/** What the policy makes of the totals of a track. */
export function normaliseField(field: Field, normalisation: Policy['normalisation']): Normalised {
  switch (normalisation) {
    case 'none':
      return { values: field.weighted, perPoint: field.scale.perPoint, parts: null };
    case 'z-score':
      return { values: adjustByZScore(field), perPoint: microPerPoint, parts: null };
    case 'rank':
      return { values: adjustByRank(field), perPoint: microPerPoint, parts: null };
    case 'expert-effect':
      return { ...adjustByExpertEffect(field), perPoint: microPerPoint };
    /* v8 ignore next 2 -- the types rule it out */
    default:
      return assertNever(normalisation);
  }
}
