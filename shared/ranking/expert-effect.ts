import { at } from '../base/at.ts';
import type { Entrant, Field, ValidSheet } from './gather.ts';
import { divideHalfUp, microPerUnit } from './micro-points.ts';
import { solveExactly } from './solve-exactly.ts';

/**
 * Ruling 14, additive expert effect: total = candidate + expert + rest, fitted by least squares over a possibly
 * incomplete design, per track and connected part; effects weighted by sheets sum to zero in each part. The value
 * is the total less the expert's effect, rounded half-up by magnitude to millionths of a point. All arithmetic is rational.
 * @returns candidate id → its part, counted from 1 by the least code; candidates without a valid sheet are left out
 */
export function adjustByExpertEffect(field: Field): Map<string, number> {
  const parts = new Map<string, number>();
  for (const [index, entrants] of connectedParts(field.entrants).entries()) {
    adjustPart(entrants, microPerUnit(field.scale.perPoint));
    for (const { candidate } of entrants) parts.set(candidate.id, index + 1);
  }
  return parts;
}

/** Candidates joined by common experts, in the order of their first candidate. */
function connectedParts(entrants: readonly Entrant[]): Entrant[][] {
  const scoredBy = new Map<string, Entrant[]>();
  for (const entrant of entrants) {
    for (const { sheet } of entrant.valid) {
      const known = scoredBy.get(sheet.expertId);
      if (known === undefined) scoredBy.set(sheet.expertId, [entrant]);
      else known.push(entrant);
    }
  }
  const seen = new Set<Entrant>();
  return entrants
    .filter(({ valid }) => valid.length > 0)
    .map((entrant) => (seen.has(entrant) ? [] : visitFrom(entrant, scoredBy, seen)))
    .filter((part) => part.length > 0);
}

function visitFrom(start: Entrant, scoredBy: Map<string, Entrant[]>, seen: Set<Entrant>): Entrant[] {
  const part = [start];
  seen.add(start);
  // `part` grows while it is walked.
  for (const { valid } of part) {
    for (const { sheet } of valid) {
      for (const entrant of scoredBy.get(sheet.expertId) ?? []) {
        if (!seen.has(entrant)) part.push(entrant);
        seen.add(entrant);
      }
      scoredBy.delete(sheet.expertId);
    }
  }
  return part;
}

/** Effects as fractions over one denominator, in the unit of weighted totals. */
type Effects = { readonly numerators: readonly bigint[]; readonly denominator: bigint };

function adjustPart(entrants: readonly Entrant[], micro: bigint): void {
  const experts = [...new Set(entrants.flatMap(({ valid }) => valid.map(({ sheet }) => sheet.expertId)))];
  const { numerators, denominator } = fitEffects(entrants, experts);
  for (const sheet of entrants.flatMap(({ valid }) => valid)) {
    const effect = at(numerators, placeOf(experts, sheet));
    const exact = (BigInt(sheet.weighted) * denominator - effect) * micro;
    sheet.value = Number(divideHalfUp(exact, denominator));
  }
}

/** Solves the normal equations with the last expert held at 0, then shifts all effects so that they balance. */
function fitEffects(entrants: readonly Entrant[], experts: readonly string[]): Effects {
  const { matrix, right, counts } = normalEquations(entrants, experts);
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
function normalEquations(entrants: readonly Entrant[], experts: readonly string[]): Equations {
  const size = experts.length;
  const matrix = Array.from({ length: size }, () => zeros(size));
  const right = zeros(size);
  const counts = zeros(size);
  const factor = entrants.reduce((multiple, { valid }) => commonMultiple(multiple, BigInt(valid.length)), 1n);
  const add = (list: bigint[], index: number, amount: bigint): void => {
    list[index] = at(list, index) + amount;
  };
  for (const { valid } of entrants) {
    const share = factor / BigInt(valid.length);
    const sum = valid.reduce((total, sheet) => total + BigInt(sheet.weighted), 0n);
    const places = valid.map((sheet) => placeOf(experts, sheet));
    for (const [index, place] of places.entries()) {
      add(counts, place, 1n);
      add(at(matrix, place), place, factor);
      for (const other of places) add(at(matrix, place), other, -share);
      add(right, place, factor * BigInt(at(valid, index).weighted) - share * sum);
    }
  }
  return { matrix, right, counts };
}

/** Row and column of a sheet's expert. */
function placeOf(experts: readonly string[], { sheet }: ValidSheet): number {
  return experts.indexOf(sheet.expertId);
}

function zeros(size: number): bigint[] {
  return Array.from({ length: size }, () => 0n);
}

function commonMultiple(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return (left / a) * right;
}
