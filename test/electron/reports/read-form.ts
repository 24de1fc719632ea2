import { parse } from 'csv-parse/sync';
import { exportForm, type ExportedForm, type FormRequest } from '#electron/reports/export-form.ts';
import { formContext } from '#electron/reports/form.ts';
import { rankingForm } from '#electron/reports/ranking-form.ts';
import { summaryForm } from '#electron/reports/summary-form.ts';
import type { WorkbookCell, WorkbookSheet } from '#shared/tables/workbook.ts';
import { sampleForm, type SampleChange } from './sample-form.ts';

/** Two places on the reserve list. */
export const selection = { quota: null, reserve: 2, passOn: false, minimumScore: null };

/** A form of the sample, which can be made. */
export async function exported(
  change: SampleChange,
  form: FormRequest['form'],
  format: FormRequest['format'],
): Promise<ExportedForm> {
  const made = await exportForm({ ...sampleForm(change), form, format });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

/** The rows of its csv file. */
export async function csvRows(change: SampleChange, form: FormRequest['form']): Promise<string[][]> {
  const made = await exported(change, form, 'csv');
  if (made.kind !== 'file') throw new Error('not a file');
  return parse(Buffer.from(made.bytes), { bom: true });
}

/** Its page for paper. */
export async function html(change: SampleChange, form: FormRequest['form']): Promise<string> {
  const made = await exported(change, form, 'pdf');
  if (made.kind !== 'print') throw new Error('not a paper');
  return made.html;
}

/** The one item of a list. */
export function only<Item>(items: readonly Item[]): Item {
  const [item, ...others] = items;
  if (item === undefined || others.length > 0) throw new Error(`${items.length} items`);
  return item;
}

/** 评分汇总表 of a sample with one track. */
export function summary(change: SampleChange): WorkbookSheet {
  return only(summaryForm(formContext(sampleForm(change)), true).sheets);
}

/** 排序名单 of a sample with one track. */
export function list(change: SampleChange): WorkbookSheet {
  return only(rankingForm(formContext(sampleForm(change))).sheets);
}

/** Shown values of a row, formulas by their results. */
export function shown(cells: readonly WorkbookCell[]): (string | number | boolean | null)[] {
  return cells.map(({ value }) => (typeof value === 'object' && value !== null ? value.result : value));
}

/** The row that holds a code. */
export function rowOf(sheet: WorkbookSheet, code: string): readonly WorkbookCell[] {
  const row = sheet.rows.find(({ cells }) => cells.some(({ value }) => value === code));
  if (row === undefined) throw new Error(`no row ${code}`);
  return row.cells;
}

/** Four candidates, five experts. */
export const few: SampleChange = { candidates: 4, experts: 5, policy: { selection } };
