import type { Contribution, Figure, RankedTrack, RankingRow } from '#shared/ranking/ranking.ts';
import { trimBounds } from '#shared/ranking/score.ts';
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
export const leadingWidths = [5, 8, 22, 26];
const leadingColumns = leadingWidths.length;

/** Fill of marks that were dropped; readable in black and white. */
const droppedFill = 'E0E0E0';

/** What the columns of experts show: points as given (weighted where the policy weighs), or what normalisation made of them. */
export type Shown = 'given' | 'adjusted';

/** One column per expert with a sheet in the track, in the order of the round; one blank column when there is none. */
export function expertColumns(context: FormContext, track: RankedTrack, shown: Shown): Column[] {
  const { experts, naming, words, round } = context;
  const width = shown === 'adjusted' ? 13 : track.weightedMaximum === null ? 9 : 11;
  // Under normalisation sheets are dropped by their adjusted values, so that only those are marked.
  const marked = shown === 'adjusted' || round.design.policy.normalisation === 'none';
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
        width,
        cell: (row) => markCell(findSheet(row), { words, shown, marked }),
      };
    });
  const blank: Column = { title: words.none, width, cell: () => centred(words.none) };
  return columns.length === 0 ? [blank] : columns;
}

/** A mark stays a number whether it was dropped or not, so that the formula beside can count it. */
function markCell(
  sheet: Contribution | undefined,
  { words, shown, marked }: { words: FormWords; shown: Shown; marked: boolean },
): WorkbookCell {
  if (sheet === undefined) return centred(words.none);
  const value = shown === 'given' ? markOf(sheet) : valueOf(sheet.adjusted);
  const format = formatOf(sheet, shown);
  switch (marked || sheet.total === null || sheet.mark === 'void' ? sheet.mark : 'used') {
    case 'recused':
      return centred(words.recused);
    case 'abstained':
      return centred(words.abstained);
    case 'void':
      return centred(words.voided);
    case 'trimmed-high':
      return { value, format: `${format}"▲"`, fill: droppedFill };
    case 'trimmed-low':
      return { value, format: `${format}"▽"`, fill: droppedFill };
    default:
      return { value, format };
  }
}

/** What a sheet counts for: under weights its weighted total. Null without points. */
export function markOf({ total, weighted }: Pick<Contribution, 'total' | 'weighted'>): number | null {
  if (weighted === null) return total === null ? null : total / 100;
  return valueOf(weighted);
}

function valueOf(figure: Figure | null): number | null {
  if (figure === null) return null;
  const [numerator, denominator = '1'] = figure.exact.split('/');
  return Number(numerator) / Number(denominator);
}

/** Adjusted totals count millionths of a point, weighted ones ten-thousandths. */
function formatOf({ weighted }: Contribution, shown: Shown): string {
  if (shown === 'adjusted') return '0.000000';
  return weighted === null ? '0.00' : '0.0000';
}

/** The columns after the experts'. `check` adds the formula that recomputes the score from the marks. */
export function resultColumns(context: FormContext, track: RankedTrack, experts: number, check: boolean): Column[] {
  const { words, round } = context;
  const { policy } = round.design;
  const normalised = policy.normalisation !== 'none';
  const raw = scoreColumn(normalised ? words.rawScore : words.score, (row) => rawScoreOf(row, policy), context);
  const grade: Column = { title: words.grade, width: 9, cell: (row) => centred(describeStatus(row, null, words)) };
  return [
    { title: words.sheets, width: 6, cell: ({ sheets }) => centred(sheets) },
    raw,
    ...(check ? [checkColumn(context, track, experts, 'given')] : []),
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

/** The columns after the adjusted values: what follows from them, and its check. */
export function adjustedColumns(context: FormContext, track: RankedTrack, experts: number, check: boolean): Column[] {
  const { words } = context;
  return [
    { title: words.sheets, width: 6, cell: ({ sheets }) => centred(sheets) },
    scoreColumn(words.adjustedScore, ({ score }) => score, context),
    ...(check ? [checkColumn(context, track, experts, 'adjusted')] : []),
    { title: words.rank, width: 5, cell: ({ rank }) => centred(rank ?? words.none) },
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

/** The formula that works the score out anew from the cells of the experts. */
function checkColumn(context: FormContext, track: RankedTrack, experts: number, shown: Shown): Column {
  const { words, round } = context;
  const { policy } = round.design;
  const tooFew = words.statuses['no-score'];
  const perPoint = shown === 'adjusted' ? 1_000_000 : track.weightedMaximum === null ? 100 : 10_000;
  const cell = (row: RankingRow, line: number): WorkbookCell => {
    const score = shown === 'adjusted' ? row.score : rawScoreOf(row, policy);
    const range = `${columnName(leadingColumns)}${line}:${columnName(leadingColumns + experts - 1)}${line}`;
    const [from, to] = trimBounds(row.sheets, policy);
    const formula = scoreFormula(policy, range, tooFew, { low: from, high: row.sheets - to, perPoint });
    const value = { formula, result: score === null ? tooFew : Number(score) };
    return { value, format: decimalFormat(policy), align: score === null ? 'center' : 'right' };
  };
  return { title: words.check, width: 9, cell };
}

/** Number format of a score: "0.00" for two decimals. */
export function decimalFormat({ decimals }: Policy): string {
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
}

function centred(value: string | number): WorkbookCell {
  return { value, align: 'center' };
}
