import { readXlsx, type Sheet } from 'hucre/xlsx';
import { ZipFile } from 'yazl';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { columnLetters, type TableLimits, type TableSheet } from '#shared/tables/table.ts';
import type { SheetExtent } from './measure-sheet.ts';
import { nameChineseFormats } from './number-formats.ts';
import { openContainer } from './unzip-parts.ts';
import { readWorkbookParts, type PartsCode, type WorkbookParts } from './workbook-parts.ts';
import { makeTableSheet } from './xlsx-cells.ts';

export type XlsxCode = PartsCode | 'tables.nothing-read';

/**
 * Reads the cells of an xlsx. The library sees only what was checked before: the container is opened and checked
 * by us, and the few parts that hold cells are handed over in a fresh, stored container, bounded to the filled range.
 * It runs in this process: the caps on bytes, rows and cells are checked before any cell is built.
 */
export async function readXlsxSheets(bytes: Buffer, limits: TableLimits): Promise<Result<TableSheet[], XlsxCode>> {
  const container = await openContainer(bytes, limits);
  if (!container.ok) return container;
  const checked = await readWorkbookParts(container.value, limits);
  if (!checked.ok) return checked;
  const { extents } = checked.value;
  const lastRow = Math.max(1, ...extents.map((extent) => extent?.lastRow ?? 0));
  const lastColumn = Math.max(0, ...extents.map((extent) => extent?.lastColumn ?? 0));
  const sheets = await readCells(checked.value, `A1:${columnLetters(lastColumn)}${lastRow}`);
  if (sheets === null) return fail('tables.damaged', { part: 'xl' });
  const worksheets = extents.filter((extent) => extent !== null);
  if (sheets.some((sheet, index) => lacksValues(sheet, worksheets[index]))) return fail('tables.nothing-read');
  const merged = sheets.reduce((sum, sheet) => sum + countMergedRows(sheet, lastRow), 0);
  if (merged > limits.cells) return fail('tables.damaged', { part: 'mergeCells' });
  return ok(sheets.map(makeTableSheet));
}

/** Ranges that do not overlap merge no more rows than there are cells; a file of overlapping ones could stall us. */
function countMergedRows({ merges = [] }: Sheet, lastRow: number): number {
  return merges.reduce((sum, { startRow, endRow }) => sum + Math.max(1, Math.min(endRow, lastRow) - startRow), 0);
}

/** The library takes broken parts for empty ones: as many values as the sheet stores have to come out. */
function lacksValues(sheet: Sheet, extent: SheetExtent | undefined): boolean {
  let values = 0;
  for (const row of sheet.rows) for (const value of row) if (value !== null) values += 1;
  return values < (extent?.values ?? 0);
}

async function readCells({ parts, extents }: WorkbookParts, range: string): Promise<Sheet[] | null> {
  try {
    const workbook = await readXlsx(await packParts(parts), {
      sheets: (_, index) => extents[index] !== null && extents[index] !== undefined,
      readStyles: true,
      range,
    });
    return workbook.sheets;
  } catch {
    // The library throws on what it cannot read; its message is English and technical, the file is damaged.
    return null;
  }
}

/** A stored ZIP of the checked parts. */
async function packParts(parts: ReadonlyMap<string, Buffer>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, content] of parts) zip.addBuffer(nameChineseFormats(content), name, { compress: false });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
