import { describeFailure } from '#shared/text/sentences.ts';
import type { SkippedForm } from '#shared/ipc/report-views.ts';
import { publicForms, type ExportForm, type ExportFormat } from '#shared/reports/forms.ts';
import type { WorkbookRow, WorkbookSheet } from '#shared/tables/workbook.ts';
import { writeWorkbook } from '../tables/write-workbook.ts';
import { documentNames } from './documents.ts';
import { formatChinaTime, wideRow } from './form.ts';
import type { PaperSource } from './paper-source.ts';
import { fitHeight } from './row-height.ts';

/** One file of a folder of forms. `name` is its path below the folder. */
export type ListedFile = {
  readonly form: ExportForm;
  readonly format: ExportFormat;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
};

export const formNames: Readonly<Record<ExportForm, string>> = {
  ...documentNames,
  summary: '评分汇总表',
  ranking: '排序名单',
  slip: '激活码通知单',
  verification: '核验单',
};

const widths = [6, 52, 16, 8, 8, 12, 68];

/** 目录: every file with its digest, then the forms that could not be made and why. */
export function indexForm(
  { round, exportedAt }: PaperSource,
  files: readonly ListedFile[],
  skipped: readonly SkippedForm[],
): Promise<Uint8Array> {
  const demo = round.mode === 'demo' ? '【演示数据】　' : '';
  const sheet: WorkbookSheet = {
    name: '目录',
    orientation: 'landscape',
    columnWidths: widths,
    rows: [
      wideRow('title', `${round.title}导出目录`, widths),
      wideRow('subtitle', `${demo}导出时间：${formatChinaTime(exportedAt)}　共 ${files.length} 个文件`, widths),
      header(['序号', '文件', '内容', '格式', '性质', '字节数', 'SHA-256']),
      ...files.map(fileRow),
      ...(skipped.length === 0 ? [] : [header(['序号', '未导出的表格', '内容', '格式', '性质', '', '原因'])]),
      ...skipped.map(skippedRow),
      wideRow('note', '“公开”可对外发布，“内部”按内部资料保管。激活码通知单不在此列，请在“下发”页单独打印。', widths),
    ],
    freeze: { rows: 3, columns: 2 },
    repeatRows: { first: 3, last: 3 },
  };
  return writeWorkbook({ title: `${round.title}导出目录`, createdAt: exportedAt, sheets: [sheet] });
}

function header(titles: readonly string[]): WorkbookRow {
  return { cells: titles.map((value) => ({ value, role: 'header' })), height: 24 };
}

function fileRow({ form, format, name, size, sha256 }: ListedFile, index: number): WorkbookRow {
  return fitHeight(
    [
      { value: index + 1, align: 'center' },
      { value: name },
      { value: formNames[form] },
      { value: format, align: 'center' },
      { value: nature(form), align: 'center' },
      { value: size },
      { value: sha256 },
    ],
    widths,
  );
}

function skippedRow({ form, format, code, detail }: SkippedForm, index: number): WorkbookRow {
  return fitHeight(
    [
      { value: index + 1, align: 'center' },
      { value: formNames[form] },
      { value: formNames[form] },
      { value: format, align: 'center' },
      { value: nature(form), align: 'center' },
      { value: null },
      { value: describeFailure({ code, detail }, 'zh-CN') },
    ],
    widths,
  );
}

function nature(form: ExportForm): string {
  return publicForms.has(form) ? '公开' : '内部';
}
