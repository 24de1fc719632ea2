import type { Cell, CellValue, Sheet } from 'hucre/xlsx';
import { limitMarks } from '#shared/base/text.ts';
import type { TableCell, TableRow, TableSheet } from '#shared/tables/table.ts';
import { showsMonthOnly } from './number-formats.ts';

/** One sheet of the library as ours: empty rows dropped, numbers of rows kept. */
export function makeTableSheet(sheet: Sheet): TableSheet {
  const rows: TableRow[] = [];
  sheet.rows.forEach((values, index) => {
    const cells = values.map((value, column) => makeCell(value, sheet.cells?.get(`${index},${column}`)));
    if (cells.every((cell) => cell === null)) return;
    rows.push({ number: index + 1, hidden: sheet.rowDefs?.get(index)?.hidden === true, cells });
  });
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows,
    merges: (sheet.merges ?? []).map(({ startRow, endRow, startCol, endCol }) => ({
      firstRow: startRow + 1,
      lastRow: endRow + 1,
      firstColumn: startCol,
      lastColumn: endCol,
    })),
    hiddenColumns: (sheet.columns ?? []).flatMap(({ hidden, width }, column) =>
      hidden === true || width === 0 ? [column] : [],
    ),
  };
}

function makeCell(value: CellValue, cell: Cell | undefined): TableCell | null {
  if (value === null) return cell?.formula === undefined ? null : { kind: 'formula' };
  if (cell?.type === 'error') return { kind: 'error', text: String(value) };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'string') return value.trim() === '' ? null : { kind: 'text', text: limitMarks(value) };
  const format = cell?.style?.numFmt ?? null;
  if (typeof value === 'number') return { kind: 'number', value, format: format === 'General' ? null : format };
  return makeDate(value, format);
}

/** A time without a date lies before the calendar's first year and stays what it shows; beyond 9999 is no date. */
function makeDate(value: Date, format: string | null): TableCell {
  const year = value.getUTCFullYear();
  if (!(year >= 1800 && year <= 9999)) return { kind: 'error', text: '#DATE!' };
  const iso = value.toISOString();
  if (year < 1900) return { kind: 'text', text: iso.slice(11, 16) };
  return { kind: 'date', iso: iso.slice(0, 10), month: format !== null && showsMonthOnly(format) };
}
