import type { Contribution, RankedTrack, RankingRow } from '#shared/ranking/ranking.ts';
import { trimBounds } from '#shared/ranking/tally.ts';
import type { Policy } from '#shared/round/policy.ts';
import type { WorkbookCell } from '#shared/tables/workbook.ts';
import { describeStatus, listRemarks } from './describe-outcome.ts';
import type { FormContext } from './form.ts';
import { columnName, scoreFormula } from './score-formula.ts';
import type { FormWords } from './words.ts';

/** A column of the summary; `line` is the row's 1-based number in the spreadsheet. */
export type Column = {
  readonly title: string;
  readonly width: number;
  readonly cell: (row: RankingRow, line: number) => WorkbookCell;
};

/** Columns before the experts': 序号, 编号, 名称, 申报单位. */
const leadingColumns = 4;

/** Fill of marks that were dropped; readable in black and white. */
const droppedFill = 'E0E0E0';

/** One column per expert with a sheet in the track, in the order of the round; one blank column when there is none. */
export function expertColumns({ experts, naming, words }: FormContext, track: RankedTrack): Column[] {
  const present = new Set(track.rows.flatMap(({ contributions }) => contributions.map(({ expertId }) => expertId)));
  const columns = experts
    // Numbered before those without a sheet here are left out: 专家3 is the same person on every form.
    .map((expert, index) => ({ ...expert, alias: words.expert(index + 1) }))
    .filter(({ id }) => present.has(id))
    .map(({ id, name, alias }): Column => {
      const findSheet = ({ contributions }: RankingRow): Contribution | undefined =>
        contributions.find(({ expertId }) => expertId === id);
      return {
        title: naming === 'names' ? `${alias}\n${name}` : alias,
        width: 9,
        cell: (row) => markCell(findSheet(row), words),
      };
    });
  const blank: Column = { title: words.none, width: 9, cell: () => centred(words.none) };
  return columns.length === 0 ? [blank] : columns;
}

/** A mark stays a number whether it was dropped or not, so that the formula beside can count it. */
function markCell(sheet: Contribution | undefined, words: FormWords): WorkbookCell {
  if (sheet === undefined) return centred(words.none);
  const value = markOf(sheet);
  // Weighted totals count ten-thousandths of a point.
  const digits = sheet.weighted === null ? '0.00' : '0.0000';
  switch (sheet.mark) {
    case 'recused':
      return centred(words.recused);
    case 'abstained':
      return centred(words.abstained);
    case 'void':
      return centred(words.voided);
    case 'trimmed-high':
      return { value, format: `${digits}"▲"`, fill: droppedFill };
    case 'trimmed-low':
      return { value, format: `${digits}"▽"`, fill: droppedFill };
    default:
      return { value, format: digits };
  }
}

/** What a sheet counts for: under weights its weighted total. Null without points. */
export function markOf({ total, weighted }: Pick<Contribution, 'total' | 'weighted'>): number | null {
  if (weighted === null) return total === null ? null : total / 100;
  const [numerator, denominator = '1'] = weighted.exact.split('/');
  return Number(numerator) / Number(denominator);
}

/** The columns after the experts'. `check` adds the formula that recomputes the score from the marks. */
export function resultColumns(context: FormContext, track: RankedTrack, experts: number, check: boolean): Column[] {
  const { words, round } = context;
  const { policy } = round.design;
  const normalised = policy.normalisation !== 'none';
  const range = (line: number): string =>
    `${columnName(leadingColumns)}${line}:${columnName(leadingColumns + experts - 1)}${line}`;
  const raw = scoreColumn(normalised ? words.rawScore : words.score, (row) => rawScoreOf(row, policy), context);
  const checked: Column = {
    title: words.check,
    width: 9,
    cell: (row, line) => checkCell(row, range(line), context, track),
  };
  const grade: Column = { title: words.grade, width: 9, cell: (row) => centred(describeStatus(row, null, words)) };
  return [
    { title: words.sheets, width: 6, cell: ({ sheets }) => centred(sheets) },
    raw,
    ...(check ? [checked] : []),
    ...(normalised ? [scoreColumn(words.adjustedScore, ({ score }) => score, context)] : []),
    { title: words.rank, width: 5, cell: ({ rank }) => centred(rank ?? words.none) },
    ...(policy.evaluation === null ? [] : [grade]),
    {
      title: words.remarks,
      width: 18,
      cell: (row) => ({ value: listRemarks(context, track, row).join(words.clause) }),
    },
  ];
}

/** The score that follows from the marks shown: without normalisation. */
export function rawScoreOf({ raw, score }: RankingRow, { normalisation }: Policy): string | null {
  return normalisation === 'none' ? score : (raw?.text ?? null);
}

function scoreColumn(title: string, pick: (row: RankingRow) => string | null, { words, round }: FormContext): Column {
  const format = decimalFormat(round.design.policy);
  const cell = (row: RankingRow): WorkbookCell => {
    const text = pick(row);
    return text === null ? centred(words.statuses['no-score']) : { value: Number(text), format, bold: true };
  };
  return { title, width: 9, cell };
}

function checkCell(row: RankingRow, range: string, { words, round }: FormContext, track: RankedTrack): WorkbookCell {
  const { policy } = round.design;
  const score = rawScoreOf(row, policy);
  const tooFew = words.statuses['no-score'];
  const [from, to] = trimBounds(row.sheets, policy);
  const perPoint = track.weightedMaximum === null ? 100 : 10_000;
  const formula = scoreFormula(policy, range, tooFew, { low: from, high: row.sheets - to, perPoint });
  const value = { formula, result: score === null ? tooFew : Number(score) };
  return { value, format: decimalFormat(policy), align: score === null ? 'center' : 'right' };
}

/** Number format of a score: "0.00" for two decimals. */
export function decimalFormat({ decimals }: Policy): string {
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
}

function centred(value: string | number): WorkbookCell {
  return { value, align: 'center' };
}
