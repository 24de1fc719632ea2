import { at } from '../base/at.ts';
import { microPerUnit } from '../ranking/micro-points.ts';
import { solveExactly } from '../ranking/solve-exactly.ts';
import type { Normaliser, NormalTrack } from './normalise-sample.ts';

/**
 * Ruling 14 for samples: the additive expert effect where each expert counts as often as he is drawn. Copies of an expert
 * have one effect, so there are as many unknowns as experts drawn. Effects are solved in floating point; one whose
 * rounding hangs on digits that floating point does not have for sure is solved again exactly.
 */
export function fitSample(track: NormalTrack): Normaliser {
  const { weighted, expertOf, perPoint } = track;
  const rows = rowsOf(track);
  const micro = Number(microPerUnit(perPoint));
  const totals = weighted.map((total) => total * micro);
  return (drawn, values) => {
    const steps = Array.from({ length: track.experts }, () => none);
    for (const part of connect(rows, drawn))
      for (const [expert, step] of stepsOf(rows, part, drawn, micro)) steps[expert] = step;
    for (let slot = 0; slot < totals.length; slot += 1)
      values[slot] = lessen(totals[slot] ?? NaN, steps[expertOf[slot] ?? -1] ?? none);
  };
}

/** Candidates scored by the same experts: these, the sums of their totals, and how many candidates they are. */
type Row = { readonly experts: readonly number[]; readonly totals: number[]; candidates: number };

/** The equations ask for sums only, so that candidates of the same experts are one row; in a full design all are. */
function rowsOf({ weighted, candidateOf, expertOf, candidates }: NormalTrack): Row[] {
  const slots = Array.from({ length: candidates }, (): number[] => []);
  for (const [slot, candidate] of candidateOf.entries()) at(slots, candidate).push(slot);
  const rows = new Map<string, Row>();
  for (const own of slots) {
    if (own.length === 0) continue;
    const experts = own.map((slot) => expertOf[slot] ?? -1);
    const key = experts.join(' ');
    const row = rows.get(key) ?? { experts, totals: experts.map(() => 0), candidates: 0 };
    rows.set(key, row);
    row.candidates += 1;
    for (const [index, slot] of own.entries()) row.totals[index] = at(row.totals, index) + (weighted[slot] ?? NaN);
  }
  return [...rows.values()];
}

/** Drawn experts joined by common candidates, part by part. */
function connect(rows: readonly Row[], drawn: Uint16Array): number[][] {
  const leader = Int32Array.from(drawn, (_, expert) => expert);
  const find = (expert: number): number => {
    let root = expert;
    while (leader[root] !== root) root = leader[root] ?? root;
    return root;
  };
  for (const { experts } of rows) {
    let first = -1;
    for (const expert of experts) {
      if ((drawn[expert] ?? 0) === 0) continue;
      if (first < 0) first = find(expert);
      else leader[find(expert)] = first;
    }
  }
  const parts = new Map<number, number[]>();
  for (const [expert, times] of drawn.entries()) {
    if (times === 0) continue;
    const root = find(expert);
    const part = parts.get(root);
    if (part === undefined) parts.set(root, [expert]);
    else part.push(expert);
  }
  return [...parts.values()];
}

/** An expert's effect in millionths of a point: its floor, and how what is above it compares with a half. */
type Step = { readonly floor: number; readonly half: -1 | 0 | 1 };

const none: Step = { floor: 0, half: -1 };

/** total − effect, rounded half-up by magnitude. */
function lessen(total: number, { floor, half }: Step): number {
  const left = total - floor;
  // Exactly left − rest with rest in [0, 1): towards `left` below a half, away from it above.
  if (half !== 0) return half < 0 ? left : left - 1;
  return left > 0 ? left : left - 1;
}

function stepsOf(rows: readonly Row[], part: readonly number[], drawn: Uint16Array, micro: number): [number, Step][] {
  const effects = solveRoughly(rows, part, drawn);
  const exact = effects === null || effects.some((effect) => isNearHalf(effect * micro));
  if (exact || effects === null) return solveSteps(rows, part, drawn, micro);
  return part.map((expert, index) => {
    const effect = at(effects, index) * micro;
    const floor = Math.floor(effect);
    return [expert, { floor, half: effect - floor < 0.5 ? -1 : 1 }];
  });
}

/** Wide, for what remains of the digits after solving; such effects are solved again. */
function isNearHalf(effect: number): boolean {
  return Math.abs(effect - Math.floor(effect) - 0.5) < 1e-3;
}

/** Sums over the candidates of a part that make the normal equations, row of expert j multiplied by how often he is drawn. */
type Equations<Value> = { readonly matrix: Value[][]; readonly right: Value[]; readonly counts: number[] };

/** Effects in units of totals; null where pivots are too small to trust. */
function solveRoughly(rows: readonly Row[], part: readonly number[], drawn: Uint16Array): number[] | null {
  const places = placesIn(part, drawn);
  const size = part.length;
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  const [right, counts] = [new Float64Array(size), new Float64Array(size)];
  for (const { experts, totals, candidates } of rows) {
    let [count, sum] = [0, 0];
    for (const [index, expert] of experts.entries()) {
      if ((places[expert] ?? -1) < 0) continue;
      const times = drawn[expert] ?? 0;
      count += times;
      sum += times * at(totals, index);
    }
    if (count === 0) continue;
    const mean = sum / count;
    for (const [index, expert] of experts.entries()) {
      const place = places[expert] ?? -1;
      if (place < 0) continue;
      const times = drawn[expert] ?? 0;
      const line = at(matrix, place);
      counts[place] = (counts[place] ?? 0) + times * candidates;
      right[place] = (right[place] ?? 0) + times * (at(totals, index) - mean);
      line[place] = (line[place] ?? 0) + times * candidates;
      const share = (times * candidates) / count;
      for (const other of experts) {
        const column = places[other] ?? -1;
        if (column >= 0) line[column] = (line[column] ?? 0) - share * (drawn[other] ?? 0);
      }
    }
  }
  const solved = eliminate(matrix, right);
  if (solved === null) return null;
  let [sheets, shift] = [0, 0];
  for (const [index, effect] of solved.entries()) {
    sheets += counts[index] ?? 0;
    shift += effect * (counts[index] ?? 0);
  }
  return solved.map((effect) => effect - shift / sheets);
}

/** Place of each expert in a part; −1 outside. */
function placesIn(part: readonly number[], drawn: Uint16Array): Int32Array {
  const places = new Int32Array(drawn.length).fill(-1);
  for (const [place, expert] of part.entries()) places[expert] = place;
  return places;
}

/** Gauss without pivoting on a positive definite system, the last unknown held at 0; null when a pivot nearly vanishes. */
function eliminate(matrix: readonly Float64Array[], right: Float64Array): number[] | null {
  const free = matrix.length - 1;
  for (let step = 0; step < free; step += 1) {
    const pivotRow = at(matrix, step);
    const pivot = pivotRow[step] ?? 0;
    if (pivot < 1e-4) return null;
    for (let index = step + 1; index < free; index += 1) {
      const row = at(matrix, index);
      const factor = (row[step] ?? 0) / pivot;
      if (factor === 0) continue;
      for (let column = step; column < free; column += 1)
        row[column] = (row[column] ?? 0) - factor * (pivotRow[column] ?? 0);
      right[index] = (right[index] ?? 0) - factor * (right[step] ?? 0);
    }
  }
  const solution = Array.from({ length: matrix.length }, () => 0);
  for (let step = free - 1; step >= 0; step -= 1) {
    const row = at(matrix, step);
    let known = right[step] ?? 0;
    for (let column = step + 1; column < free; column += 1) known -= (row[column] ?? 0) * at(solution, column);
    solution[step] = known / (row[step] ?? NaN);
  }
  return solution;
}

/** The same in whole numbers: equations multiplied by the least common multiple of the sheet counts. */
function solveSteps(
  rows: readonly Row[],
  part: readonly number[],
  drawn: Uint16Array,
  micro: number,
): [number, Step][] {
  const { matrix, right, counts } = exactEquations(rows, part, drawn);
  const free = part.length - 1;
  const solved = solveExactly(
    matrix.slice(0, free).map((row) => row.slice(0, free)),
    right.slice(0, free),
  );
  const numerators = [...solved.numerators, 0n];
  const sheets = counts.reduce((sum, count) => sum + BigInt(count), 0n);
  const shift = numerators.reduce((sum, effect, index) => sum + effect * BigInt(at(counts, index)), 0n);
  const divisor = solved.denominator * sheets;
  return part.map((expert, index) => {
    const effect = (at(numerators, index) * sheets - shift) * BigInt(micro);
    const rest = ((effect % divisor) + divisor) % divisor;
    const half = 2n * rest < divisor ? -1 : 2n * rest === divisor ? 0 : 1;
    return [expert, { floor: Number((effect - rest) / divisor), half }];
  });
}

function exactEquations(rows: readonly Row[], part: readonly number[], drawn: Uint16Array): Equations<bigint> {
  const places = placesIn(part, drawn);
  const own = rows.map(({ experts, totals, candidates }) => {
    const inside = experts.flatMap((expert, index) => {
      const place = places[expert] ?? -1;
      return place < 0 ? [] : [{ place, times: drawn[expert] ?? 0, total: at(totals, index) }];
    });
    return { inside, candidates, count: inside.reduce((sum, { times }) => sum + times, 0) };
  });
  const factor = own.reduce(
    (multiple, { count }) => (count === 0 ? multiple : commonMultiple(multiple, BigInt(count))),
    1n,
  );
  const matrix = part.map(() => part.map(() => 0n));
  const [right, counts] = [part.map(() => 0n), part.map(() => 0)];
  for (const { inside, candidates, count } of own) {
    if (count === 0) continue;
    const share = factor / BigInt(count);
    const sum = BigInt(inside.reduce((total, each) => total + each.times * each.total, 0));
    for (const { place, times, total } of inside) {
      const line = at(matrix, place);
      counts[place] = at(counts, place) + times * candidates;
      right[place] = at(right, place) + BigInt(times) * (factor * BigInt(total) - share * sum);
      line[place] = at(line, place) + factor * BigInt(times * candidates);
      for (const other of inside)
        line[other.place] = at(line, other.place) - share * BigInt(times * other.times * candidates);
    }
  }
  return { matrix, right, counts };
}

function commonMultiple(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return (left / a) * right;
}
