import { assertNever } from '../base/assert-never.ts';
import type { Policy } from '../round/policy.ts';
import { adjustByExpertEffect } from './expert-effect.ts';
import type { Field } from './gather.ts';
import { microPerPoint } from './micro-points.ts';
import { adjustByRank } from './rank-score.ts';
import { adjustByZScore } from './z-score.ts';

/** The unit of the values after normalisation, and the connected part of each candidate where that matters. */
export type Normalised = { readonly perPoint: number; readonly parts: ReadonlyMap<string, number> | null };

/** Sets the `value` of every valid sheet of a track as the policy says; totals stay untouched. */
export function normaliseField(field: Field, normalisation: Policy['normalisation']): Normalised {
  switch (normalisation) {
    case 'none':
      return { perPoint: field.scale.perPoint, parts: null };
    case 'z-score':
      adjustByZScore(field);
      return { perPoint: microPerPoint, parts: null };
    case 'rank':
      adjustByRank(field);
      return { perPoint: microPerPoint, parts: null };
    case 'expert-effect':
      return { perPoint: microPerPoint, parts: adjustByExpertEffect(field) };
    /* v8 ignore next 2 -- the types rule it out */
    default:
      return assertNever(normalisation);
  }
}
