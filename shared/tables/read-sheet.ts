import type { ImportProblem } from '../base/import-table.ts';
import { cleanLine, foldText } from './clean.ts';
import type { Header } from './find-header.ts';
import { maskIdentities } from './identity-number.ts';
import type { ImportNote, RowMend, SheetLayout } from './interpretation.ts';
import { labelMaximum, planColumns, planMended, type ColumnPlan } from './plan-columns.ts';
import { readRecord, type TableRecord } from './read-record.ts';
import { judgeRow, type RowContext, type RowKind } from './row-kind.ts';
import { listSheetRows, type SheetRow } from './sheet-rows.ts';
import type { TableFile, TableSheet } from './table.ts';
import type { TableRules } from './table-rules.ts';

/** One sheet's data rows with everything found on the way. */
export type SheetRecords = {
  readonly records: readonly TableRecord[];
  readonly problems: readonly ImportProblem[];
  readonly notes: readonly ImportNote[];
  readonly layout: SheetLayout;
};

const skippedKinds: Readonly<Partial<Record<RowKind, string>>> = {
  total: 'tables.total-skipped',
  note: 'tables.note-skipped',
  header: 'tables.header-repeated',
  heading: 'tables.heading-skipped',
};

/** What the rows of one sheet are read with, and where their faults gather. */
type Reader = {
  readonly name: string;
  readonly table: TableFile;
  readonly header: Header;
  readonly rules: TableRules;
  readonly plans: readonly ColumnPlan[];
  readonly mends: ReadonlyMap<number, Readonly<Record<string, string>>>;
  readonly problems: ImportProblem[];
};

/** Reads the rows under a header; totals, notes, headings and repeated headers are noted and left out. */
export function readSheet(
  table: TableFile,
  sheet: TableSheet,
  header: Header,
  rules: TableRules,
  mends: readonly RowMend[],
): SheetRecords {
  const name = cleanLine(sheet.name);
  const serialFor = rules.definitions.find(({ key }) => key === rules.serialFor) ?? null;
  const plans = planColumns(table, sheet, header, serialFor);
  const own = new Map(mends.filter((mend) => mend.sheet === name).map(({ row, cells }) => [row, cells]));
  const reader: Reader = { name, table, header, rules, plans, mends: own, problems: [] };
  const { data, notes } = sortRows(reader, listSheetRows(sheet, header));
  const records = data.map(({ row, heading }) => readRow(reader, row, heading));
  const hiddenRows = data.flatMap(({ row }) => (row.hidden ? [row.number] : []));
  return {
    records,
    problems: [...judgeWidth(name, plans), ...judgeSheet(name, plans, hiddenRows), ...reader.problems],
    notes: [...notePlans(name, header, plans), ...notes],
    layout: layOut(name, header, plans),
  };
}

const noMend: Readonly<Record<string, string>> = {};

type DataRow = { readonly row: SheetRow; readonly heading: string | null };

function sortRows(reader: Reader, rows: readonly SheetRow[]): { data: DataRow[]; notes: ImportNote[] } {
  const context = makeRowContext(reader);
  const data: DataRow[] = [];
  const notes: ImportNote[] = [];
  let heading: string | null = null;
  for (const row of rows) {
    const continued = context.identifiers.some((column) => row.spread.has(column));
    const kind = judgeRow(row.texts, { across: row.across, continued }, context);
    if (kind === 'heading') heading = firstText(row);
    const skipped = skippedKinds[kind];
    if (skipped !== undefined) notes.push(noteRow(reader.name, row, skipped));
    if (kind === 'data') data.push({ row, heading });
  }
  return { data, notes };
}

function readRow(reader: Reader, row: SheetRow, heading: string | null): TableRecord {
  const { name, table, header, rules, plans, problems } = reader;
  const mend = reader.mends.get(row.number) ?? noMend;
  const last = header.columns.findLast((column) => column.header !== '')?.index ?? -1;
  if (table.format === 'csv' && row.texts.some((text, column) => column > last && text !== ''))
    problems.push(rowProblem(name, row, 'tables.long-row', { columns: last + 1 }));
  return readRecord(row, {
    sheet: name,
    plans: mend === noMend ? plans : [...plans, ...planMissing(plans, mend, rules)],
    ownKeys: rules.ownKeys,
    maxima: rules.maxima,
    mend,
    heading,
    report: (problem) => problems.push(problem),
  });
}

function makeRowContext({ header, plans, rules }: Reader): RowContext {
  const serial = header.columns.findIndex(({ match }) => match?.definition.key === 'serial');
  return {
    headerTexts: header.columns.map((column) => foldText(column.header.split('·').at(-1) ?? '')),
    identifiers: plans.flatMap(({ key, index }) => (key !== null && rules.identifiers.includes(key) ? [index] : [])),
    serial,
    isGroupName: rules.isGroupName,
  };
}

/** Fields that a mend fills although the sheet has no column for them. */
function planMissing(
  plans: readonly ColumnPlan[],
  mend: Readonly<Record<string, string>>,
  rules: TableRules,
): ColumnPlan[] {
  const known = new Set(plans.map((plan) => plan.cellKey));
  return rules.definitions.filter(({ key }) => mend[key] !== undefined && !known.has(key)).map(planMended);
}

function judgeSheet(sheet: string, plans: readonly ColumnPlan[], hiddenRows: readonly number[]): ImportProblem[] {
  const hidden = plans.filter((plan) => plan.hidden).map(({ column, label }) => `${column}（${label}）`);
  const bare = plans.filter(({ key, label, column }) => key === null && label === `列 ${column}`);
  const twice = plans.filter(({ repeats }) => repeats);
  const long = plans.filter(({ label }) => label.endsWith('…') && label.length === labelMaximum);
  const problem = (kind: string, column: string | null, detail: ImportProblem['detail']): ImportProblem => ({
    sheet,
    row: null,
    column,
    kind,
    severity: 'warning',
    detail,
  });
  return [
    ...(hidden.length === 0 ? [] : [problem('tables.hidden-columns', null, { columns: hidden.join('、') })]),
    ...(hiddenRows.length === 0
      ? []
      : [problem('tables.hidden-rows', null, { rows: listNumbers(hiddenRows), count: hiddenRows.length })]),
    ...bare.map(({ column }) => problem('tables.column-without-header', column, {})),
    ...long.map(({ column, label }) =>
      problem('tables.header-too-long', column, { field: label, maximum: labelMaximum }),
    ),
    ...twice.map(({ column, label }) => problem('tables.column-twice', column, { field: label })),
  ];
}

/** A package carries at most 200 fields of a candidate (`candidateSchema`). */
const columnMaximum = 200;

function judgeWidth(sheet: string, plans: readonly ColumnPlan[]): ImportProblem[] {
  const detail = { count: plans.length, maximum: columnMaximum };
  const problem = { sheet, row: null, column: null, kind: 'tables.too-many-columns', detail } as const;
  return plans.length > columnMaximum ? [{ ...problem, severity: 'file' }] : [];
}

function listNumbers(numbers: readonly number[]): string {
  return numbers.slice(0, 20).join('、') + (numbers.length > 20 ? ' …' : '');
}

/** 序号 standing for 编号 is worth a word: numbers given anew next time would not match. */
function notePlans(sheet: string, header: Header, plans: readonly ColumnPlan[]): ImportNote[] {
  return plans
    .filter(({ key, index }) => key !== null && header.columns[index]?.match?.definition.key === 'serial')
    .map(({ column, label }) => ({
      sheet,
      row: header.lastRow,
      column,
      kind: 'tables.serial-stands-in',
      detail: { field: label },
    }));
}

function noteRow(sheet: string, row: SheetRow, kind: string): ImportNote {
  return { sheet, row: row.number, column: null, kind, detail: { text: firstText(row).slice(0, 40) } };
}

function rowProblem(sheet: string, row: SheetRow, kind: string, detail: ImportProblem['detail']): ImportProblem {
  return { sheet, row: row.number, column: null, kind, severity: 'row', detail };
}

function firstText(row: SheetRow): string {
  return maskIdentities(cleanLine(row.texts.find((text) => text !== '') ?? ''));
}

function layOut(sheet: string, header: Header, plans: readonly ColumnPlan[]): SheetLayout {
  return {
    sheet,
    headerRow: header.lastRow,
    columns: plans.map(({ column, key, index, label, hidden }) => ({
      column: column ?? '',
      key,
      header: header.columns[index]?.header || label,
      hidden,
    })),
  };
}
