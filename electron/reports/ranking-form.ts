import type { RankedTrack, RankingRow } from '#shared/ranking/ranking.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import type { CsvValue, WorkbookCell, WorkbookRow, WorkbookSheet } from '#shared/tables/workbook.ts';
import { describeRule, describeStatus, describeTie, describeTieGround, listRemarks } from './describe-outcome.ts';
import {
  footerOf,
  rubricOf,
  signatureHeight,
  subtitleOf,
  wideRow,
  type FormContent,
  type FormContext,
} from './form.ts';
import { fitHeight } from './row-height.ts';
import { decimalFormat } from './summary-columns.ts';

const headRows = 3;
/** Fills of the lines drawn through the list and of rows that wait for a decision; readable in black and white. */
const lineFill = 'D9D9D9';
const undecidedFill = 'F2F2F2';

/** 排序名单: rank, score, spread, ground of a tie, outcome; the cut line and the end of the reserve list are drawn. */
export function rankingForm(context: FormContext): FormContent {
  const { ranking, round, words } = context;
  return {
    title: words.rankingTitle(round.title) + words.internal,
    sheets: ranking.tracks.map((track) => layOutTrack(context, track)),
    csv: rankingCsv(context),
  };
}

type Column = {
  readonly title: string;
  readonly width: number;
  readonly cell: (row: RankingRow) => WorkbookCell;
};

function layOutTrack(context: FormContext, track: RankedTrack): WorkbookSheet {
  const { words, round, language } = context;
  const rubric = rubricOf(context, track);
  const columns = listColumns(context, track, rubric);
  const widths = columns.map(({ width }) => width);
  const legend = [describeRule(round.design.policy, rubric, words), words.spreadLegend, words.advice].join('　');
  return {
    name: track.name,
    orientation: 'landscape',
    language,
    columnWidths: widths,
    rows: [
      wideRow('title', words.rankingTitle(round.title) + words.internal, widths),
      wideRow('subtitle', subtitleOf(context, track), widths),
      { cells: columns.map(({ title }) => ({ value: title, role: 'header' })), height: 26 },
      ...linesBelow(context, track, 0).map((text) => lineRow(text, widths.length)),
      ...track.rows.flatMap((row, index) => [
        fitHeight(
          columns.map(({ cell }) => shade(row, cell(row))),
          widths,
        ),
        ...linesBelow(context, track, index + 1).map((text) => lineRow(text, widths.length)),
      ]),
      wideRow('note', legend, widths),
      { ...wideRow('note', words.signatures, widths), height: signatureHeight },
    ],
    freeze: { rows: headRows, columns: 3 },
    repeatRows: { first: headRows, last: headRows },
    footer: footerOf(context),
  };
}

function listColumns(context: FormContext, track: RankedTrack, rubric: Rubric): Column[] {
  const { words, round } = context;
  const { policy } = round.design;
  const figure = (text: string | null): WorkbookCell =>
    text === null ? centred(words.none) : { value: Number(text), format: decimalFormat(policy) };
  const raw: Column = { title: words.rawScore, width: 10, cell: (row) => figure(row.raw?.text ?? null) };
  return [
    { title: words.rank, width: 7, cell: ({ rank }) => ({ ...centred(rank ?? words.none), bold: true }) },
    { title: words.code, width: 10, cell: ({ code }) => centred(code) },
    { title: words.name, width: 34, cell: ({ name }) => ({ value: name }) },
    { title: words.unit, width: 34, cell: ({ unit }) => ({ value: unit }) },
    { title: words.score, width: 9, cell: ({ score }) => ({ ...figure(score), bold: true }) },
    ...(policy.normalisation === 'none' ? [] : [raw]),
    { title: words.sheets, width: 9, cell: ({ sheets }) => centred(sheets) },
    { title: words.spread, width: 10, cell: (row) => spreadCell(row, words.none) },
    { title: words.tie, width: 26, cell: (row) => ({ value: describeTie(row, rubric, words) }) },
    {
      title: policy.evaluation === null ? words.status : words.grade,
      width: 13,
      cell: (row) => centred(describeStatus(row, track.seats, words)),
    },
    {
      title: words.remarks,
      width: 22,
      cell: (row) => ({ value: listRemarks(context, track, row).join(words.clause) }),
    },
  ];
}

function spreadCell({ spread }: RankingRow, none: string): WorkbookCell {
  if (spread === null) return centred(none);
  return { value: spread.hundredths / 100, format: spread.reReviewAdvised ? '0.00"※"' : '0.00' };
}

function shade(row: RankingRow, cell: WorkbookCell): WorkbookCell {
  return row.status === 'undecided' ? { ...cell, fill: undecidedFill } : cell;
}

/** What is drawn below the row at a place: the cut line, then the end of the reserve list. */
function linesBelow({ words }: FormContext, track: RankedTrack, place: number): string[] {
  const { cutAfter, reserveAfter, seats, received, openSeats, unfilled, reserve } = track;
  const cut =
    words.cutLine(seats ?? 0, received) +
    (openSeats === 0 ? '' : words.openSeats(openSeats)) +
    (unfilled === 0 ? '' : words.unfilled(unfilled));
  return [
    ...(cutAfter === place ? [cut] : []),
    ...(reserveAfter === place && reserveAfter !== cutAfter ? [words.reserveLine(reserve)] : []),
  ];
}

function lineRow(text: string, across: number): WorkbookRow {
  return { cells: [{ value: text, across, align: 'center', bold: true, fill: lineFill }], height: 20 };
}

function centred(value: string | number): WorkbookCell {
  return { value, align: 'center' };
}

/** The lists of all tracks on one sheet of plain values. */
function rankingCsv(context: FormContext): CsvValue[][] {
  const { words, ranking, round } = context;
  const { evaluation, normalisation } = round.design.policy;
  const header = [
    words.trackColumn,
    words.rank,
    words.code,
    words.name,
    words.unit,
    words.score,
    ...(normalisation === 'none' ? [] : [words.rawScore]),
    words.sheets,
    words.trimmed,
    words.spread,
    words.reReview,
    words.tie,
    words.tieWith,
    evaluation === null ? words.status : words.grade,
    words.remarks,
  ];
  return [header, ...ranking.tracks.flatMap((track) => track.rows.map((row) => csvRow(context, track, row)))];
}

function csvRow(context: FormContext, track: RankedTrack, row: RankingRow): CsvValue[] {
  const { words, round } = context;
  const { policy } = round.design;
  const rubric = rubricOf(context, track);
  const { tie, spread } = row;
  return [
    track.name,
    row.rank,
    row.code,
    row.name,
    row.unit,
    row.score,
    ...(policy.normalisation === 'none' ? [] : [row.raw?.text ?? null]),
    row.sheets,
    row.trimmed,
    spread === null ? null : spread.hundredths / 100,
    spread?.reReviewAdvised === true ? words.yes : '',
    tie === null ? '' : describeTieGround(tie.rule, rubric, words),
    tie === null ? '' : tie.with.join(words.list),
    describeStatus(row, track.seats, words),
    listRemarks(context, track, row).join(words.clause),
  ];
}
