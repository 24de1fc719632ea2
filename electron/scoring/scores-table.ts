import { fail, ok, type Result } from '#shared/base/result.ts';
import type { TaskPredicate } from '#shared/packages/task.ts';
import { listCriteria } from '#shared/round/rubric.ts';
import type { ScoringCode } from '#shared/scoring/sentences.ts';
import { columnLetters, type TableCell, type TableRow } from '#shared/tables/table.ts';
import { readTable } from '../tables/read-table.ts';

/** Column names besides the criterion codes. */
export const columns = {
  code: '编号',
  comment: '评语',
  gates: '否决',
  recusal: '回避',
  abstention: '弃权',
  fraud: '弄虚作假',
} as const;

/** What reading scores needs of a task. */
export type ScoredTask = Pick<TaskPredicate, 'tracks' | 'rubrics' | 'candidates'>;

/** One row of a scores file; a column that is missing or blank reads as ''. */
export type ScoresRow = { readonly number: number; readonly text: (column: string) => string };

/**
 * Reads the columns and rows of a scores file. What could be lost in silence is refused: a column that nobody knows or
 * that occurs twice, a value beyond the columns, a cell that is neither text nor number.
 */
export async function readScoresTable(path: string, task: ScoredTask): Promise<Result<readonly ScoresRow[]>> {
  const table = await readTable(path);
  if (!table.ok) return table;
  const [head, ...body] = table.value.sheets[0]?.rows ?? [];
  const names = (head?.cells ?? []).map((cell) => cellText(cell) ?? '');
  const checked = checkColumns(names, head?.number ?? 1, task);
  if (!checked.ok) return checked;
  const rows: ScoresRow[] = [];
  for (const row of body) {
    const texts = readCells(row, names);
    if (!texts.ok) return texts;
    rows.push({ number: row.number, text: (column) => texts.value[names.indexOf(column)] ?? '' });
  }
  return ok(rows);
}

function checkColumns(names: readonly string[], number: number, task: ScoredTask): Result<null, ScoringCode> {
  if (!names.includes(columns.code)) return refuseRow(number, `缺少“${columns.code}”列 / no column 编号`);
  const known = listKnown(task);
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) return fail('scoring.unknown-criterion', { criterion: unknown });
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  return twice === undefined ? ok(null) : refuseRow(number, `列重复 / column repeats: ${twice}`);
}

function listKnown(task: ScoredTask): Set<string> {
  // 名称 and 申报单位 are welcome for the eye; the code decides.
  const known = new Set<string>([...Object.values(columns), '', '名称', '姓名', '申报单位']);
  for (const rubric of task.rubrics) for (const { id, name } of listCriteria(rubric)) known.add(id).add(name);
  return known;
}

function readCells({ number, cells }: TableRow, names: readonly string[]): Result<readonly string[], ScoringCode> {
  const texts: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const place = columnLetters(index);
    const text = cellText(cell);
    if (text === null)
      return refuseRow(number, `${place} 列不是文字或数字 / column ${place} is neither text nor number`);
    if (text !== '' && (names[index] ?? '') === '') {
      return refuseRow(
        number,
        `${place} 列没有列名，可能有未加引号的逗号 / column ${place} has no name: ${text.slice(0, 40)}`,
      );
    }
    texts.push(text);
  }
  return ok(texts);
}

/** Null for dates, formulas without result and the like: a spreadsheet changed what was typed. */
function cellText(cell: TableCell | null): string | null {
  if (cell === null) return '';
  if (cell.kind === 'text') return cell.text.normalize('NFC').trim();
  return cell.kind === 'number' ? String(cell.value) : null;
}

/** Refuses a scores file for one of its rows; `number` as a spreadsheet shows it. */
export function refuseRow(row: number, problem: string): ReturnType<typeof fail<'scoring.scores-file'>> {
  return fail('scoring.scores-file', { row, problem });
}
