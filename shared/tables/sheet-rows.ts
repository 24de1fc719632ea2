import type { Header } from './find-header.ts';
import { showCell } from './show-cell.ts';
import type { TableCell, TableRow, TableSheet } from './table.ts';

/** One row below the header with merges spread downwards. */
export type SheetRow = {
  readonly number: number;
  readonly hidden: boolean;
  /** By column; a value merged over several rows stands in each of them. */
  readonly cells: readonly (TableCell | null)[];
  /** What the row itself shows, merges not spread. */
  readonly texts: readonly string[];
  /** Columns whose value comes from a row above. */
  readonly spread: ReadonlySet<number>;
  /** The first text is merged over several columns. */
  readonly across: boolean;
};

/** The rows below a header, each as wide as the sheet. */
export function listSheetRows(sheet: TableSheet, header: Header): SheetRow[] {
  const below = sheet.rows.filter(({ number }) => number > header.lastRow);
  const width = sheet.rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  const spread = spreadDownwards(sheet, below, header.lastRow);
  const across = new Set(
    sheet.merges
      .filter((range) => range.lastColumn > range.firstColumn)
      .map((range) => `${range.firstRow},${range.firstColumn}`),
  );
  return below.map(({ number, hidden, cells }) => {
    const texts = Array.from({ length: width }, (_, column) => showCell(cells[column] ?? null));
    const values = spread.get(number);
    const first = texts.findIndex((text) => text !== '');
    return {
      number,
      hidden,
      texts,
      cells: Array.from({ length: width }, (_, column) => values?.get(column) ?? cells[column] ?? null),
      spread: new Set(values?.keys()),
      across: across.has(`${number},${first}`),
    };
  });
}

/** For each row the values that ranges merged over several rows give it. */
function spreadDownwards(
  { merges }: TableSheet,
  rows: readonly TableRow[],
  headerRow: number,
): Map<number, Map<number, TableCell>> {
  const result = new Map<number, Map<number, TableCell>>();
  const positions = new Map(rows.map(({ number }, position) => [number, position]));
  for (const { firstRow, lastRow, firstColumn } of merges) {
    const start = positions.get(firstRow);
    const origin = start === undefined ? null : (rows[start]?.cells[firstColumn] ?? null);
    if (start === undefined || origin === null || firstRow <= headerRow) continue;
    for (let position = start + 1; position < rows.length; position += 1) {
      const number = rows[position]?.number ?? Infinity;
      if (number > lastRow) break;
      const values = result.get(number) ?? new Map<number, TableCell>();
      values.set(firstColumn, origin);
      result.set(number, values);
    }
  }
  return result;
}
