import { describeExplanation } from '#shared/ranking/describe-explanation.ts';
import type { ExplanationContext } from '#shared/ranking/explanation-words.ts';
import type { RankedTrack, RankingRow } from '#shared/ranking/ranking.ts';
import type { WorkbookCell, WorkbookRow, WorkbookSheet } from '#shared/tables/workbook.ts';
import { describeItems } from './describe-items.ts';
import { describeStatus } from './describe-outcome.ts';
import { footerOf, rubricOf, subtitleOf, wideRow, type FormContext } from './form.ts';
import { countLines, fitHeight } from './row-height.ts';

const reasonsWidth = 90;
const widths = [8, 9, 26, 12, reasonsWidth];
const headRows = 3;
/** Lines of one row. */
const mostLines = 25;

/** 排名说明: for every row how its score, rank and outcome came about, down to its items, in the order of the ranks; nothing without an explainer. */
export function explanationSheets(context: FormContext, track: RankedTrack): WorkbookSheet[] {
  const { words, round, language, explain } = context;
  if (explain === undefined) return [];
  const titles = [words.rank, words.code, words.name, words.status, words.reasons];
  return [
    {
      name: `${track.name} ${words.explanation}`,
      orientation: 'landscape',
      language,
      columnWidths: widths,
      rows: [
        wideRow('title', words.explanationTitle(round.title) + words.internal, widths),
        wideRow('subtitle', subtitleOf(context, track), widths),
        { cells: titles.map((value) => ({ value, role: 'header' })), height: 26 },
        ...track.rows.flatMap((row) => explainRow(context, track, row)),
        wideRow('note', words.advice, widths),
      ],
      freeze: { rows: headRows, columns: 3 },
      repeatRows: { first: headRows, last: headRows },
      footer: footerOf(context),
    },
  ];
}

/** One row, or several under the same code where the reasons are longer than a row can be high. */
function explainRow(context: FormContext, track: RankedTrack, row: RankingRow): WorkbookRow[] {
  const { words } = context;
  const cells: WorkbookCell[] = [
    { value: row.rank ?? words.none, align: 'center' },
    { value: row.code, align: 'center' },
    { value: row.name },
    { value: describeStatus(row, track.seats, words), align: 'center' },
  ];
  return fillRows(reasonsOf(context, track, row)).map((lines) =>
    fitHeight([...cells, { value: lines.join('\n') }], widths),
  );
}

/** Parts lines over rows, none of them higher than a spreadsheet allows. */
function fillRows(lines: readonly string[]): string[][] {
  const rows: string[][] = [[]];
  let taken = 0;
  for (const line of lines) {
    const needed = countLines(line, reasonsWidth);
    if (taken > 0 && taken + needed > mostLines) {
      rows.push([]);
      taken = 0;
    }
    rows.at(-1)?.push(line);
    taken += needed;
  }
  return rows;
}

function reasonsOf(context: FormContext, track: RankedTrack, row: RankingRow): string[] {
  const { explain, round, language, experts, naming, words } = context;
  const explanation = explain?.(row.candidateId);
  if (explanation === undefined) return [];
  const names = new Map(
    experts.map(({ id, name }, index) => [id, naming === 'names' ? name : words.expert(index + 1)]),
  );
  const named: ExplanationContext = {
    policy: round.design.policy,
    rubric: rubricOf(context, track),
    language,
    nameExpert: (id) => names.get(id) ?? id,
  };
  // The marks of sheets that count stand in the summary; what is said here is why others do not.
  const counts = (index: number): boolean => explanation.sheets[index]?.mark === 'used';
  const reasons = describeExplanation(explanation, named).flatMap(({ part, lines }) =>
    part === 'sheets' ? lines.filter((_, index) => !counts(index)) : lines,
  );
  return [...reasons, ...describeItems(explanation, named.rubric, words)];
}
