import { formatTime } from '#shared/base/ids.ts';
import type { Language } from '#shared/base/sentence.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { LogEntry } from '#shared/ipc/trace-views.ts';
import type { WorkbookRow } from '#shared/tables/workbook.ts';
import { describeActor, describeEvent } from '#shared/trace/describe-event.ts';
import { makeFileName } from '../base/file-names.ts';
import { writeCsv } from '../tables/write-csv.ts';
import { writeWorkbook } from '../tables/write-workbook.ts';
import { trace, type Workspace } from '../workspace/workspace.ts';
import { readLog } from './list-log.ts';
import { writeWhole } from './sign-head.ts';

export type LogFormat = 'xlsx' | 'csv';

/** A log made ready for a file. */
export type LogFile = { readonly fileName: string; readonly bytes: Uint8Array; readonly entries: number };

const words = {
  'zh-CN': {
    name: '审计日志',
    heads: ['序号', '时间（UTC）', '操作人', '批次', '内容', '事件', '详情', '校验值'],
    note: '每条的校验值由前一条的校验值和本条内容算出；用“核验”或 mtx trace verify 检查是否完整。',
  },
  en: {
    name: 'Audit log',
    heads: ['No.', 'Time (UTC)', 'Who', 'Round', 'What', 'Event', 'Detail', 'Digest'],
    note: 'The digest of each entry covers the one before; Verify or mtx trace verify tells whether the log is whole.',
  },
} as const;

/**
 * The log as a table, oldest first, in words and as data.
 * @param indexes numbers of the entries wanted; null: all
 */
export async function makeLogFile(
  workspace: Workspace,
  { format, indexes, language }: { format: LogFormat; indexes: readonly number[] | null; language: Language },
): Promise<LogFile> {
  const wanted = indexes === null ? null : new Set(indexes);
  const entries = readLog(workspace)
    .filter(({ index }) => wanted === null || wanted.has(index))
    .toReversed();
  const now = workspace.entropy.now();
  const { name, heads, note } = words[language];
  const day = formatTime(now).slice(0, 10).replaceAll('-', '');
  const fileName = makeFileName([workspace.about.name, name, day], `.${format}`);
  const rows = entries.map((entry) => listCells(entry, language));
  const bytes =
    format === 'csv'
      ? writeCsv([heads, ...rows])
      : await writeWorkbook({ title: name, createdAt: now, sheets: [layOut(name, heads, rows, note)] });
  return { fileName, bytes, entries: entries.length };
}

function listCells(entry: LogEntry, language: Language): (string | number)[] {
  const { index, at, event, actor, roundTitle, roundId, detail, hash } = entry;
  return [
    index,
    at.replace('T', ' ').replace('Z', ''),
    describeActor(actor, language),
    roundTitle ?? roundId ?? '',
    describeEvent(event, detail, language),
    event,
    Object.entries(detail)
      .map(([key, value]) => `${key}=${value}`)
      .join('; '),
    hash,
  ];
}

function layOut(
  name: string,
  heads: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  note: string,
): {
  name: string;
  orientation: 'landscape';
  columnWidths: number[];
  rows: WorkbookRow[];
  freeze: { rows: number; columns: number };
} {
  const head: WorkbookRow = { cells: heads.map((value) => ({ value, role: 'header' as const })) };
  const body = rows.map((row): WorkbookRow => ({ cells: row.map((value) => ({ value })) }));
  return {
    name,
    orientation: 'landscape',
    columnWidths: [8, 20, 18, 24, 48, 20, 40, 24],
    rows: [head, ...body, { cells: [{ value: note, role: 'note', across: heads.length }] }],
    freeze: { rows: 1, columns: 0 },
  };
}

/** Writes a log file under a path and notes that it was taken out. */
export async function saveLogFile(
  workspace: Workspace,
  { bytes, entries }: LogFile,
  { format, path }: { format: LogFormat; path: string },
): Promise<Result<null>> {
  const written = await writeWhole(path, bytes);
  if (!written.ok) return written;
  workspace.db.transaction(() => trace(workspace, { event: 'trace-exported', body: { format, entries } })).immediate();
  return ok(null);
}
