import { fail, ok, type Result } from '#shared/base/result.ts';
import { parsePoints } from '#shared/base/points.ts';
import { cleanText } from '#shared/base/text.ts';
import type { Candidate } from '#shared/candidates/candidate.ts';
import { listCriteria, listExpertGates, type Rubric } from '#shared/round/rubric.ts';
import { emptySheet } from '#shared/scoring/change-sheet.ts';
import { checkSheet } from '#shared/scoring/check-sheet.ts';
import { commentLimit, type Sheet } from '#shared/scoring/sheet.ts';
import { cleanLine, isBlankWord } from '#shared/tables/clean.ts';
import { findRubric } from '../home/load-task.ts';
import { columns, readScoresTable, refuseRow, type ScoredTask, type ScoresRow } from './scores-table.ts';

/**
 * Reads a scores file: 编号, one column per criterion code (or name), 评语, 否决 (codes of failed gates joined by 、),
 * 回避 and 弃权 (是 or a reason, points blank), 弄虚作假 (是). One bad row refuses the file.
 * @param at time of the edits, RFC 3339 UTC
 */
export async function readScores(path: string, task: ScoredTask, at: string): Promise<Result<Sheet[]>> {
  const rows = await readScoresTable(path, task);
  if (!rows.ok) return rows;
  const sheets = new Map<string, Sheet>();
  for (const row of rows.value) {
    const sheet = readRow(row, task, at);
    if (!sheet.ok) return sheet;
    const { candidateId } = sheet.value;
    if (sheets.has(candidateId)) return refuseRow(row.number, `编号重复 / code repeats: ${row.text(columns.code)}`);
    sheets.set(candidateId, sheet.value);
  }
  return ok([...sheets.values()]);
}

function readRow(row: ScoresRow, task: ScoredTask, at: string): Result<Sheet> {
  const code = cleanLine(row.text(columns.code));
  const candidate = task.candidates.find((each) => each.code === code);
  if (candidate === undefined) return fail('scoring.unknown-candidate', { candidate: code });
  const found = findRubric(task, candidate.id);
  if (!found.ok) return found;
  const { rubric } = found.value;
  const stray = findStrayPoints(row, rubric, task);
  if (stray !== undefined) return refuseRow(row.number, `${code} 不评“${stray}” / ${code} is not scored on it`);
  const sheet = readSheet(row, candidate, rubric, at);
  return sheet.ok ? checkSheet(rubric, sheet.value) : sheet;
}

/** A column with points that belongs to another track's rubric. */
function findStrayPoints(row: ScoresRow, own: Rubric, { rubrics }: ScoredTask): string | undefined {
  const names = (rubric: Rubric): string[] => listCriteria(rubric).flatMap(({ id, name }) => [id, name]);
  const wanted = new Set(names(own));
  return rubrics.flatMap(names).find((name) => !wanted.has(name) && !isBlankWord(row.text(name)));
}

function readSheet(row: ScoresRow, candidate: Candidate, rubric: Rubric, at: string): Result<Sheet> {
  const texts = readTexts(row);
  if (!texts.ok) return texts;
  const points = readPoints(row, rubric);
  if (!points.ok) return points;
  const { comment, fraud, recusal, abstention } = texts.value;
  const sheet: Sheet = { ...emptySheet(candidate.id, at), revision: 1, comment, fraud, points: points.value };
  const failed = row.text(columns.gates);
  const isOut = !isNo(recusal) || !isNo(abstention);
  if (isOut && !isNo(failed)) return fail('scoring.points-while-out');
  if (!isNo(recusal)) return ok({ ...sheet, state: 'recused', reason: recusal });
  if (!isNo(abstention)) return ok({ ...sheet, state: 'abstained', reason: abstention });
  const gates = readGates(failed, rubric);
  return gates.ok ? ok({ ...sheet, gates: gates.value }) : gates;
}

type Texts = Pick<Sheet, 'comment' | 'fraud'> & { readonly recusal: string; readonly abstention: string };

function readTexts(row: ScoresRow): Result<Texts> {
  const [comment = '', recusal = '', abstention = ''] = [columns.comment, columns.recusal, columns.abstention].map(
    (column) => cleanText(row.text(column)),
  );
  const longest = Math.max(comment.length, recusal.length, abstention.length);
  if (longest > commentLimit) {
    return refuseRow(
      row.number,
      `文字 ${longest} 字，超过 ${commentLimit} 字 / text of ${longest} characters, more than ${commentLimit}`,
    );
  }
  if (!isNo(recusal) && !isNo(abstention)) {
    return refuseRow(row.number, '回避和弃权只能填一项 / both 回避 and 弃权');
  }
  const fraud = row.text(columns.fraud);
  if (!isYes(fraud) && !isNo(fraud)) return refuseRow(row.number, `${columns.fraud}：${fraud}`);
  return ok({ comment, recusal, abstention, fraud: isYes(fraud) });
}

function readPoints(row: ScoresRow, rubric: Rubric): Result<Record<string, number>> {
  const points: Record<string, number> = {};
  for (const { id, name } of listCriteria(rubric)) {
    const texts = [...new Set([row.text(id), row.text(name)])].filter((text) => text !== '');
    const [text, other] = texts;
    if (text === undefined) continue;
    const value = parsePoints(text);
    if (value === null || other !== undefined) return refuseRow(row.number, `“${name}”：${texts.join(' ≠ ')}`);
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

function isYes(text: string): boolean {
  return /^(是|y|yes|true|1)$/i.test(text);
}

function isNo(text: string): boolean {
  return /^(|否|无|n|no|false|0)$/i.test(text);
}
