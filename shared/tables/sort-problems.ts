import type { ImportProblem } from '../base/import-table.ts';
import type { SheetLayout } from './interpretation.ts';

/** Problems in the order a person meets them: of the file, then sheet by sheet, row by row. */
export function sortProblems(problems: readonly ImportProblem[], layouts: readonly SheetLayout[]): ImportProblem[] {
  const order = new Map(layouts.map(({ sheet }, index) => [sheet, index]));
  const sheetOf = ({ sheet }: ImportProblem): number => order.get(sheet) ?? -1;
  return problems.toSorted((a, b) => sheetOf(a) - sheetOf(b) || (a.row ?? 0) - (b.row ?? 0));
}

/** The key under which a row's problems are found. */
export function placeKey({ sheet, row }: { readonly sheet: string; readonly row: number | null }): string {
  return `${row ?? ''}:${sheet}`;
}

/** Keys (`placeKey`) of the rows that are held for a fault. */
export function listHeldRows(problems: readonly ImportProblem[]): Set<string> {
  return new Set(problems.filter(({ severity }) => severity === 'row').map(placeKey));
}
