import { assertNever } from '../base/assert-never.ts';
import { at } from '../base/at.ts';
import { divideHalfUp, microPerPoint, microPerUnit } from '../ranking/micro-points.ts';
import type { Policy } from '../round/policy.ts';
import { fitSample } from './fit-sample.ts';

/** The sheets of a track in columns, as normalisation sees them. */
export type NormalTrack = {
  /** By slot: the places of candidate and expert in the track, and the total under category weights. */
  readonly candidateOf: Int32Array;
  readonly expertOf: Int32Array;
  readonly weighted: Float64Array;
  readonly candidates: number;
  readonly experts: number;
  /** How many units of a total make a point. */
  readonly perPoint: number;
  /** The most that a sheet can reach, in the same unit. */
  readonly maximum: number;
};

/**
 * Normalises a track in which every expert counts as often as `drawn` says, with all his sheets: sets the value of each
 * sheet. Values of experts who are not drawn are of no meaning.
 */
export type Normaliser = (drawn: Uint16Array, values: Float64Array) => void;

/** How many units of a normalised value make a point. */
export function valuesPerPoint(normalisation: Policy['normalisation'], perPoint: number): number {
  return normalisation === 'none' ? perPoint : microPerPoint;
}

/**
 * The normalisation of a policy made ready for many samples. Gives the same whole numbers as the ranking does for a panel
 * in which experts were copied: what floating point cannot decide is decided exactly.
 */
export function readyNormaliser(
  track: NormalTrack,
  normalisation: Exclude<Policy['normalisation'], 'none'>,
): Normaliser {
  switch (normalisation) {
    case 'z-score':
      return zScores(track);
    case 'rank': {
      const shares = rankShares(track);
      return (_, values) => values.set(shares);
    }
    case 'expert-effect':
      return fitSample(track);
    /* v8 ignore next 2 -- the types rule it out */
    default:
      return assertNever(normalisation);
  }
}

/** Ranks among an expert's own sheets do not depend on who is drawn beside him. */
function rankShares(track: NormalTrack): Float64Array {
  const { experts, perPoint, maximum, weighted } = track;
  const most = BigInt(maximum) * microPerUnit(perPoint);
  const values = new Float64Array(weighted.length);
  for (let expert = 0; expert < experts; expert += 1) {
    const own = slotsOf(track, expert).map((slot) => ({ slot, total: weighted[slot] ?? NaN }));
    own.sort((a, b) => a.total - b.total);
    for (let from = 0, to = 0; from < own.length; from = to) {
      while (to < own.length && at(own, to).total === at(own, from).total) to += 1;
      const share = Number(divideHalfUp(most * BigInt(from + to), BigInt(2 * own.length)));
      for (const { slot } of own.slice(from, to)) values[slot] = share;
    }
  }
  return values;
}

function slotsOf({ expertOf }: NormalTrack, expert: number): number[] {
  return [...expertOf.keys()].filter((slot) => expertOf[slot] === expert);
}

/** What an expert's own sheets say: n, Σx, Σx² and their scatter nΣx² − (Σx)². */
type Moments = { readonly count: bigint; readonly sum: bigint; readonly squares: bigint; readonly scatter: bigint };

function momentsOf(track: NormalTrack): Moments[] {
  return Array.from({ length: track.experts }, (_, expert) => {
    const totals = slotsOf(track, expert).map((slot) => BigInt(track.weighted[slot] ?? NaN));
    const count = BigInt(totals.length);
    const sum = totals.reduce((all, total) => all + total, 0n);
    const squares = totals.reduce((all, total) => all + total ** 2n, 0n);
    return { count, sum, squares, scatter: count * squares - sum ** 2n };
  });
}

/** Ruling 13 for samples: only mean and deviation of all sheets depend on who is drawn. */
function zScores(track: NormalTrack): Normaliser {
  const moments = momentsOf(track);
  const micro = microPerUnit(track.perPoint);
  const roots = moments.map(({ scatter }) => Math.sqrt(Number(scatter)));
  // n·x − Σx of every sheet: exact, since a track's totals stay far below 2^53.
  const distances = track.weighted.map((total, slot) => {
    const { count, sum } = at(moments, track.expertOf[slot] ?? -1);
    return Number(count) * total - Number(sum);
  });
  const slopes = new Float64Array(track.experts);
  return (drawn, values) => {
    const all = drawnMoments(moments, drawn);
    if (all.count === 0n) return;
    const centre = Number(divideHalfUp(all.sum * micro, all.count));
    const root = (Number(micro) * Math.sqrt(Number(all.scatter))) / Number(all.count);
    for (const [expert, own] of roots.entries()) slopes[expert] = own === 0 ? 0 : root / own;
    for (let slot = 0; slot < distances.length; slot += 1) {
      const [distance, expert] = [distances[slot] ?? NaN, track.expertOf[slot] ?? -1];
      const size = Math.abs(distance) * (slopes[expert] ?? 0);
      let rounded = Math.floor(size + 0.5);
      if (isNearHalf(size)) rounded = roundRoot(size, BigInt(distance), at(moments, expert), all, micro);
      values[slot] = centre + (distance < 0 ? -rounded : rounded);
    }
  };
}

function drawnMoments(moments: readonly Moments[], drawn: Uint16Array): Moments {
  let [count, sum, squares] = [0n, 0n, 0n];
  for (const [expert, own] of moments.entries()) {
    const times = BigInt(drawn[expert] ?? 0);
    count += times * own.count;
    sum += times * own.sum;
    squares += times * own.squares;
  }
  return { count, sum, squares, scatter: count * squares - sum ** 2n };
}

/** Whether rounding hangs on more digits than floating point has for sure. */
function isNearHalf(size: number): boolean {
  return Math.abs(size - Math.floor(size) - 0.5) < 1e-5 + size * 1e-14;
}

/** √(d²·V·micro² / (N²·v)), half up, given that it lies next to `size`: compared as squares of whole numbers. */
function roundRoot(size: number, distance: bigint, own: Moments, all: Moments, micro: bigint): number {
  if (own.scatter === 0n) return 0;
  const square = 4n * distance ** 2n * all.scatter * micro ** 2n;
  const unit = all.count ** 2n * own.scatter;
  let low = BigInt(Math.floor(size));
  // Below 2^53 the guess is off by one at most.
  while ((2n * low - 1n) ** 2n * unit > square && low > 0n) low -= 1n;
  while ((2n * low + 1n) ** 2n * unit <= square) low += 1n;
  return Number(low);
}
