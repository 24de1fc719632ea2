import { at } from '../base/at.ts';

/** The solution of a linear system over one positive denominator. */
export type ExactSolution = { readonly numerators: readonly bigint[]; readonly denominator: bigint };

/**
 * Solves a regular system of linear equations over the integers without rounding.
 * Source: E. H. Bareiss, "Sylvester's Identity and Multistep Integer-Preserving Gaussian Elimination", Mathematics of
 * Computation 22 (1968): every division below is exact, and the last pivot is the determinant.
 * The matrix must be positive definite, as the reduced normal equations of a connected design are; then no pivot is 0.
 */
export function solveExactly(matrix: readonly (readonly bigint[])[], right: readonly bigint[]): ExactSolution {
  const rows = matrix.map((row, index) => [...row, at(right, index)]);
  const size = rows.length;
  let previous = 1n;
  for (let step = 0; step < size; step += 1) {
    const pivotRow = at(rows, step);
    const pivot = at(pivotRow, step);
    for (const [index, row] of rows.entries()) {
      if (index !== step) eliminate(row, pivotRow, step, pivot, previous);
    }
    previous = pivot;
  }
  // Full elimination (Bareiss–Jordan): every pivot now equals the determinant.
  return { numerators: rows.map((row) => at(row, size)), denominator: previous };
}

/** row ← (pivot · row − row[step] · pivotRow) / previous pivot, exact by Sylvester's identity. */
function eliminate(row: bigint[], pivotRow: readonly bigint[], step: number, pivot: bigint, previous: bigint): void {
  const factor = at(row, step);
  for (const [column, value] of row.entries()) {
    row[column] = (pivot * value - factor * at(pivotRow, column)) / previous;
  }
}
