import type { Candidate } from '#shared/candidates/candidate.ts';
import type { Expert } from '#shared/experts/expert.ts';
import { listCriteria, type Criterion, type Rubric } from '#shared/round/rubric.ts';
import { judgeQuality } from './candidate-quality.ts';
import { makeRandom, type DemoRandom } from './random.ts';

/** How an expert tends to score; shares of the full points. */
export type Temper = {
  readonly who: string;
  /** Above zero: generous; below: severe. */
  readonly lean: number;
  /** How much his view of a criterion wanders. */
  readonly unrest: number;
};

/** The temper of an expert, the same in every task of the seed. */
export function readTemper({ name, unit }: Expert, seed: number): Temper {
  const who = `${name}\u0000${unit}`;
  const random = makeRandom(seed, 'temper', who);
  return { who, lean: random.spread(0.024), unrest: 0.03 + 0.03 * random.unit() };
}

type Scoring = {
  readonly candidate: Candidate;
  readonly rubric: Rubric;
  readonly temper: Temper;
  readonly seed: number;
};

/**
 * Points for every criterion of the rubric, hundredths, on the step and within the range.
 * Shares of full points: quality sets the ground (60 … 96 %), the candidate's profile and the expert's view move it.
 */
export function givePoints({ candidate, rubric, temper, seed }: Scoring): Record<string, number> {
  const { code } = candidate;
  const view = makeRandom(seed, 'view', temper.who, code);
  const ground =
    0.59 + 0.37 * judgeQuality(candidate, rubric.id, seed) + temper.lean + view.spread(0.018) + shockOf(view);
  const entries = rubric.categories.flatMap(({ id, criteria }) => {
    const profile = makeRandom(seed, 'profile', code, id).spread(0.045);
    return criteria.map((criterion) => {
      const detail = makeRandom(seed, 'detail', code, criterion.id).spread(0.03);
      return [criterion.id, snap(criterion, ground + profile + detail + view.spread(temper.unrest))] as const;
    });
  });
  return Object.fromEntries(entries);
}

/** Now and then an expert sees a candidate quite differently from everybody else; re-review exists for that. */
function shockOf(view: DemoRandom): number {
  if (!view.chance(0.015)) return 0;
  return view.chance(0.75) ? -0.2 : 0.1;
}

function snap({ max, step }: Criterion, share: number): number {
  const steps = Math.round((Math.min(1, Math.max(0, share)) * max) / step);
  return Math.min(max, steps * step);
}

/** Share of the full points that was given, 0 … 1. */
export function shareOf(rubric: Rubric, points: Readonly<Record<string, number>>, category?: string): number {
  const criteria =
    category === undefined
      ? listCriteria(rubric)
      : rubric.categories.flatMap((each) => (each.id === category ? each.criteria : []));
  const full = criteria.reduce((sum, { max }) => sum + max, 0);
  return criteria.reduce((sum, { id }) => sum + (points[id] ?? 0), 0) / full;
}
