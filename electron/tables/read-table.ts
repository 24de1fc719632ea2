import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileCode } from '#shared/base/file-sentences.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { TableCode } from '#shared/tables/sentences.ts';
import { defaultTableLimits, type TableFile, type TableLimits, type TableSheet } from '#shared/tables/table.ts';
import { fileFailure } from '../base/file-failure.ts';
import { recogniseFormat } from './recognise-format.ts';
import { readCsvSheet } from './read-csv.ts';
import { readXlsxSheets } from './read-xlsx.ts';

/**
 * Reads a spreadsheet (xlsx or CSV, told apart by content, not by name) into plain cells.
 * Never writes. Every refusal leaves the caller's data as it was and names the file.
 */
export async function readTable(
  path: string,
  limits: TableLimits = defaultTableLimits,
): Promise<Result<TableFile, TableCode | FileCode>> {
  const name = basename(path).normalize('NFC');
  const result = await readSheets(path, limits);
  if (!result.ok) return fail(result.error.code, { name, ...result.error.detail });
  if (result.value.sheets.every(({ rows }) => rows.length === 0)) return fail('tables.no-cells', { name });
  return ok({ name, ...result.value });
}

type Sheets = { readonly format: 'xlsx' | 'csv'; readonly sheets: readonly TableSheet[] };

async function readSheets(path: string, limits: TableLimits): Promise<Result<Sheets, TableCode | FileCode>> {
  const bytes = await readBytes(path, limits.fileBytes);
  if (!bytes.ok) return bytes;
  const format = recogniseFormat(bytes.value);
  if (!format.ok) return format;
  if (format.value === 'xlsx') {
    const sheets = await readXlsxSheets(bytes.value, limits);
    return sheets.ok ? ok({ format: 'xlsx', sheets: sheets.value }) : sheets;
  }
  const sheet = readCsvSheet(bytes.value, limits);
  return sheet.ok ? ok({ format: 'csv', sheets: [sheet.value] }) : sheet;
}

/** The whole file in memory, read once, so that what is checked is what is used. */
async function readBytes(path: string, maximum: number): Promise<Result<Buffer, TableCode | FileCode>> {
  try {
    const { size } = await stat(path);
    if (size > maximum) return fail('tables.too-large', { limit: Math.round(maximum / 1_000_000) });
    const bytes = await readFile(path);
    return bytes.length === 0 ? fail('tables.empty-file') : ok(bytes);
  } catch (error) {
    const failure = fileFailure(error, path);
    if (failure === null) throw error;
    return { ok: false, error: failure };
  }
}
