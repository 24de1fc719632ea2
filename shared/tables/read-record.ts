import type { ImportProblem, ProblemSeverity } from '../base/import-table.ts';
import { isBlankWord } from './clean.ts';
import { isNumeric } from './field.ts';
import { maskIdentities, maskIdentity } from './identity-number.ts';
import type { InterpretedField } from './interpretation.ts';
import type { ColumnPlan } from './plan-columns.ts';
import { readField } from './read-field.ts';
import type { SheetRow } from './sheet-rows.ts';
import { showCell } from './show-cell.ts';
import type { TableCell } from './table.ts';

/** One data row read column by column, before the rules of candidates or experts. */
export type TableRecord = {
  readonly sheet: string;
  readonly row: number;
  /** Cleaned values by field key, known fields only; sealed ones masked. Absent when not filled in. */
  readonly values: ReadonlyMap<string, string>;
  /** Filled fields in the order of the columns, the rules' own keys (编号, 名称 …) left out. */
  readonly fields: readonly InterpretedField[];
  readonly sealed: Readonly<Record<string, string>>;
  readonly cells: Readonly<Record<string, string>>;
  /** Column letters by field key. */
  readonly columns: ReadonlyMap<string, string | null>;
  /** Keys whose value is merged over from a row above. */
  readonly spread: ReadonlySet<string>;
  /** The heading above the row, for example “一、工业软件”; null when none. */
  readonly heading: string | null;
};

/** Longest values a package carries (`candidateFieldSchema`), and longest text of a cell that is mended in the window. */
const valueMaximum = 5000;

/** What reading a row needs besides the row. */
export type RecordContext = {
  readonly sheet: string;
  readonly plans: readonly ColumnPlan[];
  /** Keys that are parts of the row itself and no fields. */
  readonly ownKeys: ReadonlySet<string>;
  /** Longest value by key, where it is shorter than a field's. */
  readonly maxima: ReadonlyMap<string, number>;
  /** Texts by cell key that replace what the sheet says. */
  readonly mend: Readonly<Record<string, string>>;
  readonly heading: string | null;
  readonly report: (problem: ImportProblem) => void;
};

type Draft = {
  readonly values: Map<string, string>;
  readonly fields: InterpretedField[];
  readonly sealed: Record<string, string>;
  readonly cells: Record<string, string>;
};

/** Reads one row; faults go to `report`. */
export function readRecord(row: SheetRow, context: RecordContext): TableRecord {
  const draft: Draft = { values: new Map(), fields: [], sealed: {}, cells: {} };
  for (const plan of context.plans) readCell(row, plan, context, draft);
  return {
    sheet: context.sheet,
    row: row.number,
    ...draft,
    columns: new Map(context.plans.flatMap(({ key, column }) => (key === null ? [] : [[key, column] as const]))),
    spread: new Set(context.plans.flatMap(({ key, index }) => (key !== null && row.spread.has(index) ? [key] : []))),
    heading: context.heading,
  };
}

function readCell(row: SheetRow, plan: ColumnPlan, context: RecordContext, draft: Draft): void {
  const { definition, key } = plan;
  const sealed = definition.type === 'identity';
  const written = row.cells[plan.index] ?? null;
  const cell = mendCell(written, plan, context.mend);
  const isOwn = cell === written && !row.spread.has(plan.index);
  const shown = isOwn ? (row.texts[plan.index] ?? '') : showCell(cell);
  draft.cells[plan.cellKey] = (sealed ? hide(shown) : maskIdentities(shown)).slice(0, valueMaximum);
  if (cell === null) return;
  const { value, faults } = readField(definition, cell, shown, plan.unit);
  const report = makeReport(row, plan, context);
  for (const { kind, shown: text, result = '' } of faults)
    report(kind, 'warning', { value: sealed ? hide(text) : text, result });
  if (value === '') return;
  checkLength(value, plan, context, report);
  const masked = sealed ? hide(value) : maskIdentities(value);
  if (sealed) draft.sealed[plan.cellKey] = value;
  else if (masked !== value) reportIdentity(plan, context, report);
  if (key !== null) draft.values.set(key, masked);
  if (key !== null && context.ownKeys.has(key)) return;
  draft.fields.push({
    key,
    label: plan.label,
    value: masked.slice(0, valueMaximum),
    sealed,
    numeric: isNumeric(definition.type) && !faults.some(({ kind }) => kind === 'tables.number-unreadable'),
    forExperts: definition.forExperts && !sealed && !plan.hidden,
    column: plan.column,
  });
}

function hide(text: string): string {
  return isBlankWord(text) ? text : maskIdentity(text);
}

/** A mend that repeats the masked text of a sealed cell is none: the window never had the plain one. */
function mendCell(cell: TableCell | null, plan: ColumnPlan, mend: Readonly<Record<string, string>>): TableCell | null {
  const text = mend[plan.cellKey];
  if (text === undefined) return cell;
  if (plan.definition.type === 'identity' && text === hide(showCell(cell))) return cell;
  return text.trim() === '' ? null : { kind: 'text', text };
}

type Report = (kind: string, severity: ProblemSeverity, detail: Readonly<Record<string, string | number>>) => void;

function makeReport(row: SheetRow, plan: ColumnPlan, { sheet, report }: RecordContext): Report {
  return (kind, severity, detail) =>
    report({
      sheet,
      row: row.number,
      column: plan.column,
      kind,
      severity,
      detail: shorten({ field: plan.label, ...detail }),
    });
}

/** Sentences quote cells; a long cell, or one with numbers that are sealed, is not quoted whole. */
function shorten(detail: Readonly<Record<string, string | number>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]) => {
      const text = maskIdentities(String(value));
      return [name, typeof value === 'number' ? value : text.length > 60 ? `${text.slice(0, 60)}…` : text];
    }),
  );
}

function checkLength(value: string, { key }: ColumnPlan, { maxima }: RecordContext, report: Report): void {
  const maximum = (key === null ? undefined : maxima.get(key)) ?? valueMaximum;
  if (value.length > maximum) report('tables.text-too-long', 'row', { length: value.length, maximum });
}

/** A 证件号 among ordinary words is masked; where it serves as code or name the row cannot be told apart any more. */
function reportIdentity({ key }: ColumnPlan, { maxima }: RecordContext, report: Report): void {
  const identifies = key !== null && maxima.has(key);
  report(identifies ? 'tables.identity-as-name' : 'tables.identity-masked', identifies ? 'row' : 'warning', {});
}
