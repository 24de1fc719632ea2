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

/** What a track is drawn from, by the slots of its sheets. */
export type DrawPlan = {
  readonly unit: DrawUnit;
  /** Groups to draw from: all experts with their sheets' places, or the places of each candidate's sheets. */
  readonly experts: readonly (readonly number[])[];
  readonly candidates: readonly (readonly [first: number, count: number])[];
  readonly count: number;
  /** A candidate left with fewer sheets by a draw of experts has its sheets drawn instead … */
  readonly minimum: number;
  /** … from all of its own, or only from those by experts who were drawn: nobody else is normalised. */
  readonly refill: 'own' | 'drawn';
};

/** A sample of one track. */
export type Draw = {
  /** By slot: how often the sheet was drawn. */
  readonly weights: Uint16Array;
  /** How often each expert was drawn, in their order; null where sheets were drawn. */
  readonly times: Uint16Array | null;
};

/** Draws of a track, overwritten by each sample. */
export function emptyDraw({ unit, count, experts }: DrawPlan): Draw {
  return { weights: new Uint16Array(count), times: unit === 'experts' ? new Uint16Array(experts.length) : null };
}

/**
 * Plans the draws of a track.
 * @param unit what to draw; null: as the design suggests
 * @param minimum fewest sheets of a candidate in a draw of experts: who recused is not drawn anew, so that a candidate
 *   with a recusal must not lose its score by the draw alone; 0: whatever comes
 */
export function planDraws(
  { from, entrants, experts: expertOf }: Field,
  { unit, minimum, refill }: Pick<DrawPlan, 'minimum' | 'refill'> & { readonly unit: DrawUnit | null },
): DrawPlan {
  const byExpert = new Map<number, number[]>();
  const candidates: [number, number][] = [];
  for (let entrant = 0; entrant < entrants.length; entrant += 1) {
    const [begin, end] = [from[entrant] ?? 0, from[entrant + 1] ?? 0];
    if (end > begin) candidates.push([begin, end - begin]);
  }
  for (const [slot, expert] of expertOf.entries()) {
    const own = byExpert.get(expert);
    if (own === undefined) byExpert.set(expert, [slot]);
    else own.push(slot);
  }
  const experts = [...byExpert].toSorted(([a], [b]) => a - b).map(([, slots]) => slots);
  const count = expertOf.length;
  const full = count >= nearlyFull * experts.length * candidates.length;
  return { unit: unit ?? (full ? 'experts' : 'sheets'), experts, candidates, count, minimum, refill };
}

/** Draws one sample of a track. */
export function drawSample(plan: DrawPlan, random: RandomGenerator, { weights, times }: Draw): void {
  const { experts, candidates, minimum } = plan;
  weights.fill(0);
  times?.fill(0);
  if (plan.unit === 'experts') {
    for (let draw = 0; draw < experts.length; draw += 1) {
      const expert = uniformInt(random, 0, experts.length - 1);
      for (const slot of at(experts, expert)) add(weights, slot);
      if (times !== null) add(times, expert);
    }
  }
  for (const [first, own] of candidates) {
    if (plan.unit === 'experts' && countDrawn(weights, first, own) >= Math.min(minimum, own)) continue;
    const from = plan.unit === 'experts' && plan.refill === 'drawn' ? slotsDrawn(weights, first, own) : null;
    if (from?.length === 0) continue;
    weights.fill(0, first, first + own);
    for (let draw = 0; draw < own; draw += 1) {
      const pick = uniformInt(random, 0, (from?.length ?? own) - 1);
      add(weights, from === null ? first + pick : at(from, pick));
    }
  }
}

function add(counts: Uint16Array, place: number): void {
  counts[place] = (counts[place] ?? 0) + 1;
}

function countDrawn(weights: Uint16Array, first: number, own: number): number {
  let drawn = 0;
  for (let slot = first; slot < first + own; slot += 1) drawn += weights[slot] ?? 0;
  return drawn;
}

/** The slots of a candidate that were drawn, each as often as it was. */
function slotsDrawn(weights: Uint16Array, first: number, own: number): number[] {
  const drawn: number[] = [];
  for (let slot = first; slot < first + own; slot += 1)
    for (let copy = 0; copy < (weights[slot] ?? 0); copy += 1) drawn.push(slot);
  return drawn;
}
