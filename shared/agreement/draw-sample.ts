import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { at } from '../base/at.ts';
import type { Field } from '../ranking/gather.ts';

/**
 * What is drawn with replacement in a track: whole experts with all their sheets, where (nearly) everybody scored
 * everybody; else sheets, candidate by candidate, since a candidate would be left without any otherwise.
 */
export type DrawUnit = 'experts' | 'sheets';

/** From this share of filled cells on, experts are drawn. */
const nearlyFull = 0.8;

/** The sheets of one track by their places in a sample: a list of how often each sheet of the round was drawn. */
export type DrawPlan = {
  readonly unit: DrawUnit;
  /** Groups to draw from: all experts with their sheets' places, or the places of each candidate's sheets. */
  readonly experts: readonly (readonly number[])[];
  readonly candidates: readonly (readonly [first: number, count: number])[];
  readonly first: number;
  readonly count: number;
  /** A candidate left with fewer sheets by a draw of experts has its own sheets drawn instead. */
  readonly minimum: number;
};

/**
 * Plans the draws of a track whose sheets take the places from `first` on, candidate by candidate.
 * @param unit what to draw; null: as the design suggests
 * @param minimum fewest sheets of a candidate in a draw of experts: who recused is not drawn anew, so that a candidate
 *   with a recusal must not lose its score by the draw alone; 0: whatever comes
 */
export function planDraws(
  { from, entrants, experts: expertOf }: Field,
  first: number,
  { unit, minimum }: { readonly unit: DrawUnit | null; readonly minimum: number },
): DrawPlan {
  const byExpert = new Map<number, number[]>();
  const candidates: [number, number][] = [];
  for (let entrant = 0; entrant < entrants.length; entrant += 1) {
    const [begin, end] = [from[entrant] ?? 0, from[entrant + 1] ?? 0];
    if (end > begin) candidates.push([first + begin, end - begin]);
  }
  for (const [slot, expert] of expertOf.entries()) {
    const own = byExpert.get(expert);
    if (own === undefined) byExpert.set(expert, [first + slot]);
    else own.push(first + slot);
  }
  const experts = [...byExpert].toSorted(([a], [b]) => a - b).map(([, places]) => places);
  const count = expertOf.length;
  const full = count >= nearlyFull * experts.length * candidates.length;
  return { unit: unit ?? (full ? 'experts' : 'sheets'), experts, candidates, first, count, minimum };
}

/** Draws one sample of a track: sets how often each of its sheets counts. */
export function drawSample(plan: DrawPlan, random: RandomGenerator, weights: Uint16Array): void {
  const { experts, candidates, first, count, minimum } = plan;
  weights.fill(0, first, first + count);
  if (plan.unit === 'experts') {
    for (let draw = 0; draw < experts.length; draw += 1)
      for (const place of at(experts, uniformInt(random, 0, experts.length - 1))) add(weights, place);
  }
  for (const [from, own] of candidates)
    if (plan.unit === 'sheets' || countDrawn(weights, from, own) < Math.min(minimum, own)) {
      weights.fill(0, from, from + own);
      for (let draw = 0; draw < own; draw += 1) add(weights, from + uniformInt(random, 0, own - 1));
    }
}

function add(weights: Uint16Array, place: number): void {
  weights[place] = (weights[place] ?? 0) + 1;
}

function countDrawn(weights: Uint16Array, from: number, own: number): number {
  let drawn = 0;
  for (let place = from; place < from + own; place += 1) drawn += weights[place] ?? 0;
  return drawn;
}
