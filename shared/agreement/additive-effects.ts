import { at } from '../base/at.ts';
import { mean, sum } from './moments.ts';
import type { ScoreTable } from './score-table.ts';

/** Fit of total = candidate + expert + rest by least squares, per connected part of the design. Hundredths. */
export type AdditiveFit = {
  /** Effect of each expert; weighted by sheets they sum to zero in each part. */
  readonly effects: readonly number[];
  /** 0-based part of each expert. Effects compare inside a part only. */
  readonly parts: readonly number[];
  /** Residuals laid out as the table. */
  readonly residuals: readonly (readonly (number | null)[])[];
  /** Standard deviation of the rest; null without degrees of freedom. */
  readonly residualDeviation: number | null;
};

/**
 * Severity by the additive two-way model, over a possibly incomplete design: H. Scheffé, "The Analysis of Variance" (1959),
 * chapter 4. In floating point: for looking, while
 * rankings use the exact solution of shared/ranking (a test holds the two together).
 */
export function fitAdditive(table: Pick<ScoreTable, 'rows'>): AdditiveFit {
  const { rows } = table;
  const size = rows[0]?.length ?? 0;
  const parts = findParts(rows, size);
  const effects = solveEffects(rows, size, parts);
  const residuals = rows.map((row) => residualsOf(row, effects));
  const given = residuals.flatMap((row) => row.flatMap((value) => value ?? []));
  const free = given.length - rows.length - size + new Set(parts).size;
  return {
    effects,
    parts,
    residuals,
    residualDeviation: free > 0 ? Math.sqrt(sum(given.map((value) => value ** 2)) / free) : null,
  };
}

function residualsOf(row: readonly (number | null)[], effects: readonly number[]): (number | null)[] {
  const own = row.flatMap((value, expert) => (value === null ? [] : [value - at(effects, expert)]));
  const level = own.length === 0 ? 0 : mean(own);
  return row.map((value, expert) => (value === null ? null : value - at(effects, expert) - level));
}

/** Experts joined by common candidates, numbered from 0 in the order of experts. */
function findParts(rows: readonly (readonly (number | null)[])[], size: number): number[] {
  const leader = Array.from({ length: size }, (_, expert) => expert);
  const find = (expert: number): number => {
    let root = expert;
    while (at(leader, root) !== root) root = at(leader, root);
    return root;
  };
  for (const row of rows) {
    const experts = row.flatMap((value, expert) => (value === null ? [] : [expert]));
    for (const expert of experts) leader[find(expert)] = find(at(experts, 0));
  }
  const numbers = new Map<number, number>();
  return leader.map((_, expert) => {
    const root = find(expert);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
}

/**
 * Normal equations after taking out the candidates. The sum of squares over each part is added to its block, which
 * picks the solution whose effects sum to zero and makes the system positive definite; then effects are shifted.
 */
function solveEffects(rows: readonly (readonly (number | null)[])[], size: number, parts: readonly number[]): number[] {
  const matrix = parts.map((part) => parts.map((other): number => (part === other ? 1 : 0)));
  const [right, counts] = [zeros(size), zeros(size)];
  for (const row of rows) {
    const given = row.flatMap((value, expert) => (value === null ? [] : [{ value, expert }]));
    const level = given.length === 0 ? 0 : mean(given.map(({ value }) => value));
    for (const { value, expert } of given) {
      const line = at(matrix, expert);
      counts[expert] = at(counts, expert) + 1;
      right[expert] = at(right, expert) + value - level;
      line[expert] = at(line, expert) + 1;
      for (const other of given) line[other.expert] = at(line, other.expert) - 1 / given.length;
    }
  }
  const solved = solvePositive(matrix, right);
  return solved.map((effect, expert) => {
    const own = Array.from({ length: size }, (_, index) => index).filter((i) => at(parts, i) === at(parts, expert));
    const sheets = sum(own.map((index) => at(counts, index)));
    return effect - sum(own.map((index) => at(counts, index) * at(solved, index))) / sheets;
  });
}

function zeros(size: number): number[] {
  return Array.from({ length: size }, () => 0);
}

/** Gaussian elimination without pivoting, for a symmetric positive definite matrix; the arguments are used up. */
function solvePositive(matrix: readonly number[][], right: number[]): number[] {
  for (const [step, pivotRow] of matrix.entries()) {
    for (let index = step + 1; index < matrix.length; index += 1) {
      const row = at(matrix, index);
      const factor = at(row, step) / at(pivotRow, step);
      if (factor === 0) continue;
      for (let column = step; column < matrix.length; column += 1)
        row[column] = at(row, column) - factor * at(pivotRow, column);
      right[index] = at(right, index) - factor * at(right, step);
    }
  }
  const solution = zeros(right.length);
  for (let step = matrix.length - 1; step >= 0; step -= 1) {
    const row = at(matrix, step);
    const known = row.reduce(
      (total, value, column) => (column > step ? total + value * at(solution, column) : total),
      0,
    );
    solution[step] = (at(right, step) - known) / at(row, step);
  }
  return solution;
}
