import { CsvError, parse, type Options } from 'csv-parse/sync';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { limitMarks } from '#shared/base/text.ts';
import type { TableCell, TableLimits, TableRow, TableSheet } from '#shared/tables/table.ts';
import { decodeText } from './decode-text.ts';

export type CsvCode = 'tables.encoding' | 'tables.open-quote' | 'tables.too-many-cells' | 'tables.damaged';

const separators = [',', '\t', ';'] as const;

/**
 * Reads CSV as offices write it: comma, semicolon or tab; UTF-8, GB18030 or UTF-16; short and long records as they
 * are. A record's number is the row that a spreadsheet shows for it.
 */
export function readCsvSheet(bytes: Buffer, limits: TableLimits): Result<TableSheet, CsvCode> {
  const text = decodeText(bytes);
  if (!text.ok) return text;
  const records = parseRecords(text.value, chooseSeparator(text.value));
  if (!records.ok) return records;
  const widest = records.value.reduce((width, record) => Math.max(width, record.length), 0);
  const cells = records.value.reduce((sum, record) => sum + record.length, 0);
  if (records.value.length > limits.rows || widest > limits.columns || cells > limits.cells)
    return fail('tables.too-many-cells', { rows: limits.rows, columns: limits.columns, cells: limits.cells });
  const rows = records.value.flatMap((record, index): TableRow[] => {
    const row = record.map(makeCell);
    return row.every((cell) => cell === null) ? [] : [{ number: index + 1, hidden: false, cells: row }];
  });
  return ok({ name: '', hidden: false, rows, merges: [], hiddenColumns: [] });
}

function makeCell(text: string): TableCell | null {
  return text.trim() === '' ? null : { kind: 'text', text: limitMarks(text) };
}

function parseRecords(text: string, delimiter: string, options: Options = {}): Result<string[][], CsvCode> {
  try {
    const records: string[][] = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      ...options,
    });
    return ok(records);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code !== 'CSV_QUOTE_NOT_CLOSED') return fail('tables.damaged', { part: error.code });
    return fail('tables.open-quote', { row: Number(error['records'] ?? 0) + 1 });
  }
}

/** The separator that cuts the first records into most columns; the comma when none cuts. */
function chooseSeparator(text: string): string {
  const head = text.slice(0, 100_000);
  const widths = separators.map((separator) => typicalWidth(head, separator));
  return separators[widths.indexOf(Math.max(...widths))] ?? ',';
}

/**
 * The width that at least a quarter of the first records reach: title lines above a header do not count. Where a
 * quotation mark stays open, quotation marks do not count either.
 */
function typicalWidth(text: string, separator: string): number {
  const quoted = parseRecords(text, separator, { to: 40 });
  const records = quoted.ok ? quoted : parseRecords(text, separator, { to: 40, quote: false });
  if (!records.ok) return 0;
  const widths = records.value.map(({ length }) => length).toSorted((a, b) => b - a);
  return widths[Math.floor(widths.length / 4)] ?? 0;
}
