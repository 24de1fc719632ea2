import { writeXlsx } from 'hucre/xlsx';
import type { NamedRange } from 'hucre';
import type { Cell, CellValue, MergeRange, WriteSheet } from 'hucre/xlsx';
import type { WorkbookCell, WorkbookSheet, WorkbookSpec } from '#shared/tables/workbook.ts';
import { paperOf } from '#shared/tables/paper.ts';
import { cleanSheetText, nameSheets } from './sheet-text.ts';
import { defaultFont, rowHeight, styleCell } from './workbook-style.ts';

const centimetre = 1 / 2.54;
/** Points; spreadsheet programs know no taller row. */
const tallestRow = 409;
const footerWords = { 'zh-CN': '第 &P 页，共 &N 页', en: 'Page &P of &N' } as const;

/**
 * Writes a styled workbook (xlsx): A4, or A3 for wide sheets, fitted to the page's width, page numbers at the foot.
 * Text is written as text whatever it begins with; control characters and lone surrogates are dropped.
 * Equal specifications give equal bytes.
 */
export async function writeWorkbook(spec: WorkbookSpec): Promise<Uint8Array> {
  const created = new Date(spec.createdAt);
  const names = nameSheets(spec.sheets.map(({ name }) => name));
  return writeXlsx({
    sheets: spec.sheets.map((sheet, index) => layOutSheet(sheet, names[index] ?? `Sheet${index + 1}`)),
    namedRanges: spec.sheets.flatMap((sheet, index) => repeatedRows(sheet, names[index] ?? '')),
    properties: { title: cleanSheetText(spec.title), created, modified: created },
    defaultFont,
  });
}

function layOutSheet(sheet: WorkbookSheet, name: string): WriteSheet {
  const { cells, merges } = placeCells(sheet);
  const heights = sheet.rows.map((row) => row.height ?? rowHeight(row.cells));
  return {
    name,
    columns: sheet.columnWidths.map((width) => ({ width })),
    rows: sheet.rows.map((): CellValue[] => sheet.columnWidths.map(() => null)),
    cells,
    merges,
    rowDefs: new Map(
      heights.flatMap((height, index) =>
        height === null ? [] : [[index, { height: Math.min(height, tallestRow) }] as const],
      ),
    ),
    ...(sheet.freeze === undefined ? {} : { freezePane: { ...sheet.freeze } }),
    pageSetup: {
      paperSize: paperOf(sheet.columnWidths),
      orientation: sheet.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: {
        top: 2 * centimetre,
        bottom: 2 * centimetre,
        left: 1.5 * centimetre,
        right: 1.5 * centimetre,
        header: centimetre,
        footer: centimetre,
      },
    },
    headerFooter: { oddFooter: footerText(sheet) },
  };
}

/**
 * The rows that every page repeats. The library can name them too, but does not quote the sheet's name, without which a name of
 * several words makes Excel call the file damaged (ECMA-376 part 1, 18.17.2.3).
 */
function repeatedRows({ repeatRows }: WorkbookSheet, name: string): NamedRange[] {
  if (repeatRows === undefined) return [];
  const { first, last } = repeatRows;
  return [{ name: '_xlnm.Print_Titles', range: `'${name.replaceAll("'", "''")}'!$${first}:$${last}`, scope: name }];
}

/** Header and footer codes begin with &, so a plain one is doubled (ECMA-376 part 1, 18.3.1.46). */
function footerText(sheet: WorkbookSheet): string {
  const left = sheet.footer === undefined ? '' : `&L${cleanSheetText(sheet.footer).replaceAll('&', '&&')}`;
  return `${left}&C${footerWords[sheet.language ?? 'zh-CN']}`;
}

/** Gives every cell its place: from left to right, past what merges from above or from the left cover. */
function placeCells(sheet: WorkbookSheet): { cells: Map<string, Partial<Cell>>; merges: MergeRange[] } {
  const cells = new Map<string, Partial<Cell>>();
  const merges: MergeRange[] = [];
  sheet.rows.forEach((row, rowIndex) => {
    let column = 0;
    for (const cell of row.cells) {
      while (cells.has(`${rowIndex},${column}`)) column += 1;
      const endRow = rowIndex + (cell.down ?? 1) - 1;
      const endCol = column + (cell.across ?? 1) - 1;
      coverCells(cells, cell, { startRow: rowIndex, startCol: column, endRow, endCol });
      if (endRow > rowIndex || endCol > column) merges.push({ startRow: rowIndex, startCol: column, endRow, endCol });
      column = endCol + 1;
    }
  });
  return { cells, merges };
}

/** The first cell of a range holds the value; all of them the style, so that borders go round the whole range. */
function coverCells(cells: Map<string, Partial<Cell>>, cell: WorkbookCell, range: MergeRange): void {
  const style = styleCell(cell);
  for (let row = range.startRow; row <= range.endRow; row += 1) {
    for (let column = range.startCol; column <= range.endCol; column += 1) {
      cells.set(`${row},${column}`, { value: null, style });
    }
  }
  cells.set(`${range.startRow},${range.startCol}`, { ...cellContent(cell.value), style });
}

function cellContent(value: WorkbookCell['value']): Partial<Cell> {
  if (typeof value === 'string') return { value: cleanSheetText(value) };
  if (typeof value !== 'object' || value === null) return { value };
  const result = typeof value.result === 'string' ? cleanSheetText(value.result) : value.result;
  return { value: result, formula: value.formula, formulaResult: result };
}
