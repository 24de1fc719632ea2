import { compareBytes } from '#shared/base/order.ts';
import type { Candidate } from '#shared/candidates/candidate.ts';
import type { Track } from '#shared/round/round.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import { judgeQuality } from './candidate-quality.ts';
import { makeRandom } from './random.ts';

/** A candidate who gets the points of another one; `parted`: a step moves between two categories, the total stays. */
export type Twin = { readonly of: string; readonly parted: boolean };

type Field = {
  readonly tracks: readonly Track[];
  readonly candidates: readonly Candidate[];
  readonly seed: number;
  /** Codes of candidates who will be vetoed: they take no seat. */
  readonly vetoed: ReadonlySet<string>;
};

/**
 * Where ties are wanted: in most tracks the first candidate below the cut line equals the last one above it. They
 * arise when all experts score the same candidates; otherwise each expert sees another neighbourhood, and few do.
 */
export function findTwins({ tracks, candidates, seed, vetoed }: Field): Map<string, Twin> {
  const twins = new Map<string, Twin>();
  for (const { id, rubricId, quota } of tracks) {
    const chance = makeRandom(seed, 'tie', id);
    const parted = chance.chance(0.6);
    if (quota === null || quota === 0 || !chance.chance(0.75)) continue;
    const order = candidates
      .filter(({ trackId, code }) => trackId === id && !vetoed.has(code))
      .map((candidate) => ({ code: candidate.code, quality: judgeQuality(candidate, rubricId, seed) }))
      .toSorted((left, right) => right.quality - left.quality || compareBytes(left.code, right.code));
    const [last, next] = [order[quota - 1], order[quota]];
    if (last !== undefined && next !== undefined) twins.set(next.code, { of: last.code, parted });
  }
  return twins;
}

/** Takes one step from the core category (or the first) and gives it to another one; leaves the points where that is impossible. */
export function movePoint(rubric: Rubric, points: Readonly<Record<string, number>>): Record<string, number> {
  const core = rubric.categories.find(({ id }) => id === rubric.coreCategory) ?? rubric.categories[0];
  const giver = core?.criteria[0];
  const taker = rubric.categories.find(({ id }) => id !== core?.id)?.criteria[0];
  if (giver === undefined || taker === undefined || giver.step !== taker.step) return { ...points };
  const given = (points[giver.id] ?? 0) - giver.step;
  const taken = (points[taker.id] ?? 0) + taker.step;
  return given < 0 || taken > taker.max ? { ...points } : { ...points, [giver.id]: given, [taker.id]: taken };
}
