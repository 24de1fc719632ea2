import type { Contribution, ContributionMark, RankedTrack, RankingRow } from '#shared/ranking/ranking.ts';
import type { CsvValue } from '#shared/tables/workbook.ts';
import { describeStatus, listRemarks } from './describe-outcome.ts';
import type { FormContext } from './form.ts';
import { markOf, rawScoreOf } from './summary-columns.ts';

/** Every candidate of every track on one line; an expert keeps his column across tracks, dropped marks are named beside. */
export function summaryCsv(context: FormContext): CsvValue[][] {
  const { words, experts, naming, ranking, round } = context;
  const { evaluation, normalisation } = round.design.policy;
  const titles = experts.map(({ name }, index) => (naming === 'names' ? name : words.expert(index + 1)));
  const header = [
    words.trackColumn,
    words.code,
    words.name,
    words.unit,
    ...titles,
    words.trimmedHigh,
    words.trimmedLow,
    words.sheets,
    ...(normalisation === 'none' ? [words.score] : [words.rawScore, words.adjustedScore]),
    words.rank,
    ...(evaluation === null ? [] : [words.grade]),
    words.remarks,
  ];
  const titleOf = new Map(experts.map(({ id }, index) => [id, titles[index] ?? '']));
  return [header, ...ranking.tracks.flatMap((track) => track.rows.map((row) => csvRow(context, track, row, titleOf)))];
}

function csvRow(
  context: FormContext,
  track: RankedTrack,
  row: RankingRow,
  titleOf: ReadonlyMap<string, string>,
): CsvValue[] {
  const { words, round } = context;
  const { policy } = round.design;
  const sheets = new Map(row.contributions.map((sheet) => [sheet.expertId, sheet]));
  const dropped = (mark: ContributionMark): string =>
    row.contributions
      .filter((sheet) => sheet.mark === mark)
      .map(({ expertId }) => titleOf.get(expertId) ?? '')
      .join(words.list);
  return [
    track.name,
    row.code,
    row.name,
    row.unit,
    ...[...titleOf.keys()].map((id) => markText(sheets.get(id), context)),
    dropped('trimmed-high'),
    dropped('trimmed-low'),
    row.sheets,
    rawScoreOf(row, policy),
    ...(policy.normalisation === 'none' ? [] : [row.score]),
    row.rank,
    ...(policy.evaluation === null ? [] : [describeStatus(row, null, words)]),
    listRemarks(context, track, row).join(words.clause),
  ];
}

function markText(sheet: Contribution | undefined, { words }: FormContext): CsvValue {
  switch (sheet?.mark) {
    case undefined:
      return null;
    case 'recused':
      return words.recused;
    case 'abstained':
      return words.abstained;
    case 'void':
      return words.voided;
    default:
      return sheet === undefined ? null : markOf(sheet);
  }
}
