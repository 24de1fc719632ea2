import { fail, ok, type Result } from '#shared/base/result.ts';
import { parsePoints } from '#shared/base/points.ts';
import { cleanText } from '#shared/base/text.ts';
import type { Candidate } from '#shared/candidates/candidate.ts';
import type { TaskPredicate } from '#shared/packages/task.ts';
import { listCriteria, listExpertGates, type Rubric } from '#shared/round/rubric.ts';
import { emptySheet } from '#shared/scoring/change-sheet.ts';
import { checkSheet } from '#shared/scoring/check-sheet.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import type { TableCell } from '#shared/tables/table.ts';
import { readTable } from '../tables/read-table.ts';
import { findRubric } from '../home/load-task.ts';

/** Column names besides the criterion codes. */
const columns = {
  code: '编号',
  comment: '评语',
  gates: '否决',
  recusal: '回避',
  abstention: '弃权',
  fraud: '弄虚作假',
} as const;

type ScoresRow = { readonly number: number; readonly text: (column: string) => string };

/**
 * Reads a scores file: 编号, one column per criterion code (or name), 评语, 否决 (codes of failed gates joined by 、),
 * 回避 and 弃权 (是 or a reason, points blank), 弄虚作假 (是). One bad row refuses the file.
 * @param at time of the edits, RFC 3339 UTC
 */
export async function readScores(path: string, task: TaskPredicate, at: string): Promise<Result<Sheet[]>> {
  const table = await readTable(path);
  if (!table.ok) return table;
  const [head, ...body] = table.value.sheets[0]?.rows ?? [];
  const names = (head?.cells ?? []).map(cellText);
  if (!names.includes(columns.code)) return refuse(head?.number ?? 1, `缺少“${columns.code}”列 / no column 编号`);
  const unknown = findUnknownColumn(names, task);
  if (unknown !== undefined) return fail('scoring.unknown-criterion', { criterion: unknown });
  const sheets: Sheet[] = [];
  for (const { number, cells } of body) {
    const text = (column: string): string => cellText(cells[names.indexOf(column)] ?? null);
    const sheet = readRow({ number, text }, task, at);
    if (!sheet.ok) return sheet;
    if (sheets.some(({ candidateId }) => candidateId === sheet.value.candidateId)) {
      return refuse(number, `编号重复 / code repeats: ${text(columns.code)}`);
    }
    sheets.push(sheet.value);
  }
  return ok(sheets);
}

function readRow(row: ScoresRow, task: TaskPredicate, at: string): Result<Sheet> {
  const code = row.text(columns.code);
  const candidate = task.candidates.find((each) => each.code === code);
  if (candidate === undefined) return fail('scoring.unknown-candidate', { candidate: code });
  const found = findRubric(task, candidate.id);
  if (!found.ok) return found;
  const sheet = readSheet(row, candidate, found.value.rubric, at);
  return sheet.ok ? checkSheet(found.value.rubric, sheet.value) : sheet;
}

function readSheet(row: ScoresRow, candidate: Candidate, rubric: Rubric, at: string): Result<Sheet> {
  const sheet: Sheet = {
    ...emptySheet(candidate.id, at),
    revision: 1,
    comment: cleanText(row.text(columns.comment)),
    fraud: isYes(row.text(columns.fraud)),
  };
  const recusal = row.text(columns.recusal);
  const abstention = row.text(columns.abstention);
  const points = readPoints(row, rubric);
  if (!points.ok) return points;
  if (!isNo(recusal)) return ok({ ...sheet, state: 'recused', reason: cleanText(recusal), points: points.value });
  if (!isNo(abstention))
    return ok({ ...sheet, state: 'abstained', reason: cleanText(abstention), points: points.value });
  const gates = readGates(row.text(columns.gates), rubric);
  return gates.ok ? ok({ ...sheet, points: points.value, gates: gates.value }) : gates;
}

function readPoints(row: ScoresRow, rubric: Rubric): Result<Record<string, number>> {
  const points: Record<string, number> = {};
  for (const { id, name } of listCriteria(rubric)) {
    const text = row.text(id) === '' ? row.text(name) : row.text(id);
    if (text === '') continue;
    const value = parsePoints(text);
    if (value === null) return refuse(row.number, `“${name}”：${text}`);
    points[id] = value;
  }
  return ok(points);
}

function readGates(text: string, rubric: Rubric): Result<Sheet['gates']> {
  const failed = isNo(text) ? [] : text.split(/[、,，;；\s]+/).filter((word) => word !== '');
  const gates = listExpertGates(rubric);
  const unknown = failed.find((word) => !gates.some(({ id, name }) => id === word || name === word));
  if (unknown !== undefined) return fail('scoring.unknown-gate', { gate: unknown });
  const isFailed = (gate: { id: string; name: string }): boolean =>
    failed.some((w) => w === gate.id || w === gate.name);
  return ok(Object.fromEntries(gates.map((gate) => [gate.id, isFailed(gate) ? 'fail' : 'pass'] as const)));
}

function findUnknownColumn(names: readonly string[], task: TaskPredicate): string | undefined {
  const known = new Set<string>(Object.values(columns));
  for (const rubric of task.rubrics) for (const { id, name } of listCriteria(rubric)) known.add(id).add(name);
  // 名称 and 申报单位 are welcome for the eye; the code decides.
  for (const name of ['', '名称', '姓名', '申报单位']) known.add(name);
  return names.find((name) => !known.has(name));
}

function cellText(cell: TableCell | null): string {
  switch (cell?.kind) {
    case 'text':
      return cell.text.normalize('NFC').trim();
    case 'number':
      return String(cell.value);
    default:
      return '';
  }
}

function isYes(text: string): boolean {
  return /^(是|y|yes|true|1)$/i.test(text);
}

function isNo(text: string): boolean {
  return /^(|否|无|n|no|false|0)$/i.test(text);
}

function refuse(row: number, problem: string): Result<never> {
  return fail('scoring.scores-file', { row, problem });
}
