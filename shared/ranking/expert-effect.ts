import { at, doubleAt, intAt } from '../base/at.ts';
import { slotsByExpert } from './by-expert.ts';
import { countOf, type Field } from './gather.ts';
import { divideHalfUp, microPerUnit } from './micro-points.ts';
import { solveExactly } from './solve-exactly.ts';

/**
 * Ruling 14, additive expert effect: total = candidate + expert + rest, fitted by least squares over a possibly
 * incomplete design, per track and connected part; effects weighted by sheets sum to zero in each part. The value
 * is the total less the expert's effect, rounded half-up by magnitude to millionths of a point. All arithmetic is rational.
 * @returns values by slot; by entrant its part, counted from 1 by the least code, 0 without a valid sheet
 */
export function adjustByExpertEffect(field: Field): { values: Float64Array; parts: Int32Array } {
  const values = new Float64Array(field.weighted.length);
  const parts = new Int32Array(field.entrants.length);
  for (const [index, entrants] of connectedParts(field).entries()) {
    adjustPart(field, entrants, values);
    for (const entrant of entrants) parts[entrant] = index + 1;
  }
  return { values, parts };
}

/** Slots of an entrant. */
function slotsOf({ from }: Field, entrant: number): number[] {
  const first = intAt(from, entrant);
  return Array.from({ length: intAt(from, entrant + 1) - first }, (_, index) => first + index);
}

/** Entrants joined by common experts, in the order of their first. */
function connectedParts(field: Field): number[][] {
  const scoredBy = new Map<number, number[]>();
  const entrantOf = new Int32Array(field.weighted.length);
  for (const entrant of field.entrants.keys()) entrantOf.fill(entrant, field.from[entrant], field.from[entrant + 1]);
  for (const [expert, slots] of slotsByExpert(field))
    scoredBy.set(
      expert,
      slots.map((slot) => intAt(entrantOf, slot)),
    );
  const seen = new Set<number>();
  return [...field.entrants.keys()]
    .filter((entrant) => countOf(field, entrant) > 0)
    .map((entrant) => (seen.has(entrant) ? [] : visitFrom(entrant, field, scoredBy, seen)))
    .filter((part) => part.length > 0);
}

function visitFrom(start: number, field: Field, scoredBy: Map<number, number[]>, seen: Set<number>): number[] {
  const part = [start];
  seen.add(start);
  // `part` grows while it is walked.
  for (const visited of part) {
    for (const slot of slotsOf(field, visited)) {
      const expert = intAt(field.experts, slot);
      for (const entrant of scoredBy.get(expert) ?? []) {
        if (!seen.has(entrant)) part.push(entrant);
        seen.add(entrant);
      }
      scoredBy.delete(expert);
    }
  }
  return part;
}

/** Effects as fractions over one denominator, in the unit of weighted totals. */
type Effects = { readonly numerators: readonly bigint[]; readonly denominator: bigint };

function adjustPart(field: Field, entrants: readonly number[], values: Float64Array): void {
  const micro = microPerUnit(field.scale.perPoint);
  const slots = entrants.flatMap((entrant) => slotsOf(field, entrant));
  const experts = [...new Set(slots.map((slot) => intAt(field.experts, slot)))];
  const { numerators, denominator } = fitEffects(field, entrants, experts);
  for (const slot of slots) {
    const effect = at(numerators, experts.indexOf(intAt(field.experts, slot)));
    const exact = (BigInt(doubleAt(field.weighted, slot)) * denominator - effect) * micro;
    values[slot] = Number(divideHalfUp(exact, denominator));
  }
}

/** Solves the normal equations with the last expert held at 0, then shifts all effects so that they balance. */
function fitEffects(field: Field, entrants: readonly number[], experts: readonly number[]): Effects {
  const { matrix, right, counts } = normalEquations(field, entrants, experts);
  const free = experts.length - 1;
  const solved = solveExactly(
    matrix.slice(0, free).map((row) => row.slice(0, free)),
    right.slice(0, free),
  );
  const numerators = [...solved.numerators, 0n];
  const sheets = counts.reduce((sum, count) => sum + count, 0n);
  const shift = numerators.reduce((sum, effect, index) => sum + effect * at(counts, index), 0n);
  return {
    numerators: numerators.map((effect) => effect * sheets - shift),
    denominator: solved.denominator * sheets,
  };
}

type Equations = { readonly matrix: bigint[][]; readonly right: bigint[]; readonly counts: bigint[] };

/**
 * For each expert j: Σ over its candidates of (effect − mean effect there) = Σ of (total − mean total there),
 * multiplied by the least common multiple of the sheet counts to stay with integers.
 */
function normalEquations(field: Field, entrants: readonly number[], experts: readonly number[]): Equations {
  const size = experts.length;
  const matrix = Array.from({ length: size }, () => zeros(size));
  const right = zeros(size);
  const counts = zeros(size);
  const factor = entrants.reduce((multiple, entrant) => commonMultiple(multiple, BigInt(countOf(field, entrant))), 1n);
  const add = (list: bigint[], index: number, amount: bigint): void => {
    list[index] = at(list, index) + amount;
  };
  for (const entrant of entrants) {
    const slots = slotsOf(field, entrant);
    const totals = slots.map((slot) => BigInt(doubleAt(field.weighted, slot)));
    const share = factor / BigInt(slots.length);
    const sum = totals.reduce((all, total) => all + total, 0n);
    const places = slots.map((slot) => experts.indexOf(intAt(field.experts, slot)));
    for (const [index, place] of places.entries()) {
      add(counts, place, 1n);
      add(at(matrix, place), place, factor);
      for (const other of places) add(at(matrix, place), other, -share);
      add(right, place, factor * at(totals, index) - share * sum);
    }
  }
  return { matrix, right, counts };
}

function zeros(size: number): bigint[] {
  return Array.from({ length: size }, () => 0n);
}

function commonMultiple(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return (left / a) * right;
}
