import type { RankedTrack, RankingRow } from '#shared/ranking/ranking.ts';
import type { WorkbookCell, WorkbookRow, WorkbookSheet } from '#shared/tables/workbook.ts';
import { describeRule } from './describe-outcome.ts';
import { explanationSheets } from './explanation-form.ts';
import {
  footerOf,
  rubricOf,
  signatureHeight,
  subtitleOf,
  wideRow,
  type FormContent,
  type FormContext,
} from './form.ts';
import { adjustedColumns, expertColumns, leadingWidths, resultColumns, type Column } from './summary-columns.ts';
import { fitHeight } from './row-height.ts';
import { summaryCsv } from './summary-csv.ts';

/** Rows before the first candidate: title, line below it, and a header of two rows. */
const headRows = 4;
/** Points of the row of experts. */
const leastHead = 34;

/**
 * 评分汇总表: what every expert gave every candidate, in the order of the codes, with the score and its rank.
 * @param check whether to add the formula column (spreadsheets) or not (paper)
 */
export function summaryForm(context: FormContext, check: boolean): FormContent {
  const { ranking, round, words } = context;
  return {
    title: words.summaryTitle(round.title) + words.internal,
    sheets: [
      ...ranking.tracks.flatMap((track) => layOutTrack(context, track, check)),
      ...ranking.tracks.flatMap((track) => explanationSheets(context, track)),
    ],
    csv: summaryCsv(context),
  };
}

/** Points as given with what follows from them; under normalisation a second sheet shows what it made of them. */
function layOutTrack(context: FormContext, track: RankedTrack, check: boolean): WorkbookSheet[] {
  const { words, round } = context;
  const given = expertColumns(context, track, 'given');
  const head = track.weightedMaximum === null ? words.given : words.givenWeighted;
  const rule = describeRule(round.design.policy, rubricOf(context, track), words);
  const normalised = round.design.policy.normalisation !== 'none';
  const sheet = layOutSheet(context, track, {
    name: track.name,
    head,
    experts: given,
    results: resultColumns(context, track, given.length, check),
    notes: [rule, `${normalised ? words.legendGiven : words.legend}　${words.advice}`],
  });
  if (!normalised) return [sheet];
  const adjusted = expertColumns(context, track, 'adjusted');
  const second = layOutSheet(context, track, {
    name: `${track.name} ${words.adjusted}`,
    head: words.givenAdjusted,
    experts: adjusted,
    results: adjustedColumns(context, track, adjusted.length, check),
    notes: [rule, `${words.legend}　${words.advice}`],
  });
  return [sheet, second];
}

type SheetPlan = {
  readonly name: string;
  /** Above the columns of the experts. */
  readonly head: string;
  readonly experts: readonly Column[];
  readonly results: readonly Column[];
  readonly notes: readonly string[];
};

function layOutSheet(context: FormContext, track: RankedTrack, plan: SheetPlan): WorkbookSheet {
  const { words, round, language } = context;
  const { name, experts, results, notes } = plan;
  const widths = [...leadingWidths, ...[...experts, ...results].map(({ width }) => width)];
  return {
    name,
    orientation: 'landscape',
    language,
    columnWidths: widths,
    rows: [
      wideRow('title', words.summaryTitle(round.title) + words.internal, widths),
      wideRow('subtitle', subtitleOf(context, track), widths),
      ...headerOf(words, plan),
      ...orderByCode(track.rows).map((row, index) =>
        fitHeight(bodyCells(row, index, [...experts, ...results]), widths),
      ),
      ...notes.map((note) => wideRow('note', note, widths)),
      { ...wideRow('note', words.signatures, widths), height: signatureHeight },
    ],
    freeze: { rows: headRows, columns: 3 },
    repeatRows: { first: 3, last: headRows },
    footer: footerOf(context),
  };
}

/** As people count: L2 before L10. */
function orderByCode(rows: readonly RankingRow[]): RankingRow[] {
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  return rows.toSorted((a, b) => collator.compare(a.code, b.code));
}

function headerOf(words: FormContext['words'], { head, experts, results }: SheetPlan): WorkbookRow[] {
  const tall = (value: string): WorkbookCell => ({ value, role: 'header', down: 2 });
  const upper: WorkbookCell[] = [
    ...[words.number, words.code, words.name, words.unit].map(tall),
    { value: head, role: 'header', across: experts.length },
    ...results.map(({ title }) => tall(title)),
  ];
  const lower = experts.map(({ title }): WorkbookCell => ({ value: title, role: 'header' }));
  // Long names take more than two lines.
  const { height = 0 } = fitHeight(
    lower,
    experts.map(({ width }) => width),
  );
  return [
    { cells: upper, height: 20 },
    { cells: lower, height: Math.max(leastHead, height) },
  ];
}

function bodyCells(row: RankingRow, index: number, columns: readonly Column[]): WorkbookCell[] {
  return [
    { value: index + 1, align: 'center' },
    { value: row.code, align: 'center' },
    { value: row.name },
    { value: row.unit },
    ...columns.map(({ cell }) => cell(row, headRows + 1 + index)),
  ];
}
