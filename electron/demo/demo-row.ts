import type { CandidateKind } from '#shared/round/round.ts';

/** One row of a sample spreadsheet: column header → cell, in the order of the columns. Empty text is an empty cell. */
export type DemoRow = Readonly<Record<string, string | number>>;

/** The kinds that sample data exist for. */
export const demoKinds = [
  'building',
  'product',
  'talent',
  'college',
  'base',
] as const satisfies readonly CandidateKind[];
export type DemoKind = (typeof demoKinds)[number];

/** The cell of the first of the columns that the row has, as text. */
export function cellOf(row: DemoRow, ...columns: readonly string[]): string {
  const column = columns.find((each) => row[each] !== undefined);
  return column === undefined ? '' : String(row[column]);
}
