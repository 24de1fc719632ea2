import type { Hundredths } from '#shared/base/points.ts';

/** Columns of the small picture. */
export const spreadColumns = 8;

/** The column that a score belongs to: 0 for no points, the last one for the maximum. */
export function columnOf(points: Hundredths, max: Hundredths): number {
  return Math.min(spreadColumns - 1, Math.floor((points * spreadColumns) / max));
}

/** How many scores each column holds. */
export function countColumns(own: readonly Hundredths[], max: Hundredths): number[] {
  const counts = Array.from({ length: spreadColumns }, () => 0);
  for (const points of own) {
    const column = columnOf(points, max);
    counts[column] = (counts[column] ?? 0) + 1;
  }
  return counts;
}
