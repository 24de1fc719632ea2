import type { ImportProblem } from '../base/import-table.ts';
import { cleanLine } from './clean.ts';
import { findHeader, type Header } from './find-header.ts';
import { indexHeaders } from './header-text.ts';
import type { ImportNote, RowMend, SheetLayout } from './interpretation.ts';
import type { TableRecord } from './read-record.ts';
import { readSheet } from './read-sheet.ts';
import type { TableRules } from './table-rules.ts';
import type { TableFile, TableSheet } from './table.ts';

/** The data rows of all sheets with everything found on the way. */
export type TableRecords = {
  readonly records: readonly TableRecord[];
  readonly problems: ImportProblem[];
  readonly notes: ImportNote[];
  readonly layouts: readonly SheetLayout[];
};

/** A sheet with its header and the required columns it lacks. */
type Found = {
  readonly sheet: TableSheet;
  readonly header: Header;
  readonly missing: ReturnType<TableRules['listMissing']>;
};

/**
 * Finds the sheets that hold data and reads their rows. Every sheet with a complete header is taken; hidden sheets,
 * and sheets without one, are named in a warning, never passed over in silence.
 */
export function readRecords(table: TableFile, rules: TableRules, mends: readonly RowMend[]): TableRecords {
  const index = indexHeaders(rules.definitions);
  const problems: ImportProblem[] = [];
  const notes: ImportNote[] = [];
  const filled = table.sheets.filter(({ rows }) => rows.length > 0);
  const found = filled.flatMap((sheet): Found[] => {
    const header = findHeader(sheet, index, rules.anchors);
    return header === null ? [] : [{ sheet, header, missing: rules.listMissing(listKeys(header, rules)) }];
  });
  const complete = found.filter(({ sheet, missing }) => !sheet.hidden && missing.length === 0);
  const taken = complete.length > 0 ? complete : found.filter(({ missing }) => missing.length === 0).slice(0, 1);
  if (taken.length === 0) problems.push(refuseTable(filled, found, rules));
  else problems.push(...nameSkipped(filled, taken));
  const sheets = taken.map(({ sheet, header }) => readSheet(table, sheet, header, rules, mends));
  if (taken.length > 0 && sheets.every(({ records }) => records.length === 0))
    problems.push(fileProblem(taken[0]?.sheet, 'tables.no-rows'));
  if (taken.length > 1) notes.push(noteSheets(taken));
  return {
    records: sheets.flatMap(({ records }) => records),
    problems: [...problems, ...sheets.flatMap((sheet) => sheet.problems)],
    notes: [...notes, ...sheets.flatMap((sheet) => sheet.notes)],
    layouts: sheets.map(({ layout }) => layout),
  };
}

/** Keys of a header, with what 序号 stands for. */
function listKeys({ columns }: Header, { serialFor }: TableRules): Set<string> {
  const keys = new Set(columns.flatMap(({ match }) => (match === null ? [] : [match.definition.key])));
  if (serialFor !== null && keys.has('serial')) keys.add(serialFor);
  return keys;
}

function refuseTable(filled: readonly TableSheet[], found: readonly Found[], rules: TableRules): ImportProblem {
  const [best] = found.toSorted((a, b) => a.missing.length - b.missing.length);
  const wanted = best?.missing ?? rules.listMissing(new Set());
  return {
    sheet: sheetName(best?.sheet ?? filled[0]),
    row: best?.header.lastRow ?? null,
    column: null,
    kind: best === undefined ? 'tables.no-header' : 'tables.column-missing',
    severity: 'file',
    detail: { columns: wanted.map(({ zh }) => zh).join('、'), columnsEn: wanted.map(({ en }) => en).join(', ') },
  };
}

function nameSkipped(filled: readonly TableSheet[], taken: readonly Found[]): ImportProblem[] {
  return filled
    .filter((sheet) => taken.every((found) => found.sheet !== sheet))
    .map((sheet) => ({
      sheet: sheetName(sheet),
      row: null,
      column: null,
      kind: sheet.hidden ? 'tables.hidden-sheet-skipped' : 'tables.sheet-skipped',
      severity: 'warning',
      detail: { rows: sheet.rows.length },
    }));
}

function noteSheets(taken: readonly Found[]): ImportNote {
  const sheets = taken.map(({ sheet }) => sheetName(sheet)).join('、');
  return { sheet: '', row: null, column: null, kind: 'tables.several-sheets', detail: { count: taken.length, sheets } };
}

function fileProblem(sheet: TableSheet | undefined, kind: string): ImportProblem {
  return { sheet: sheetName(sheet), row: null, column: null, kind, severity: 'file', detail: {} };
}

function sheetName(sheet: TableSheet | undefined): string {
  return cleanLine(sheet?.name ?? '');
}
