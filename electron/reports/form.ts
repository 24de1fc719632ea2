import { at } from '#shared/base/at.ts';
import type { Language } from '#shared/base/sentence.ts';
import type { Explainer } from '#shared/ranking/explain-candidate.ts';
import type { RankedTrack, Ranking } from '#shared/ranking/ranking.ts';
import type { Round } from '#shared/round/round.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import type { CsvValue, WorkbookRow, WorkbookSheet } from '#shared/tables/workbook.ts';
import { fitHeight } from './row-height.ts';
import { formWords, type FormWords } from './words.ts';

/** An expert as a form names him. */
export type FormExpert = { readonly id: string; readonly name: string };

/** What the forms of a ranking are made from. */
export type FormSource = {
  readonly round: Round;
  /** The organisation that runs the round, as the heading names it; empty to leave it out. */
  readonly office: string;
  readonly ranking: Ranking;
  /** In the order of the round; those without a sheet in a track get no column there. */
  readonly experts: readonly FormExpert[];
  /** `aliases` names experts 专家1, 专家2 … only. */
  readonly naming: 'names' | 'aliases';
  readonly language: Language;
  /** Milliseconds since the Unix epoch; shown in China standard time. */
  readonly exportedAt: number;
  /** Digest of the ranking, at the foot of every page. */
  readonly resultHash: string;
  /** Explains the rows, for the pages after 评分汇总表; left out when there is none. */
  readonly explain?: Explainer;
};

/** A source with the words of its language. */
export type FormContext = FormSource & { readonly words: FormWords };

/** One form in the shapes that files are written from: one sheet per track; the rows of a CSV file with their header. */
export type FormContent = {
  readonly title: string;
  readonly sheets: readonly WorkbookSheet[];
  readonly csv: readonly (readonly CsvValue[])[];
};

/** Adds the words to a source. */
export function formContext(source: FormSource): FormContext {
  return { ...source, words: formWords(source.language) };
}

/** "2026-11-22 18:00" in China standard time, which is eight hours ahead of UTC the whole year. */
export function formatChinaTime(milliseconds: number): string {
  return new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** Track, maximum, office and time of a form on one line; a demo round says so first. */
export function subtitleOf(
  { round, office, exportedAt, words }: FormContext,
  { name, maximum, weightedMaximum }: RankedTrack,
): string {
  return [
    ...(round.mode === 'demo' ? [words.demo] : []),
    words.track(name),
    weightedMaximum === null ? words.maximum(maximum / 100) : words.weightedMaximum(weightedMaximum.text),
    ...(office === '' ? [] : [words.office(office)]),
    words.exportedAt(formatChinaTime(exportedAt)),
  ].join('　');
}

/** The rubric of a ranked track; a ranking without it cannot have been made. */
export function rubricOf({ round }: FormContext, track: RankedTrack): Rubric {
  return at(
    round.design.rubrics.filter(({ id }) => id === track.rubricId),
    0,
  );
}

/** Points of room for signatures by hand. */
export const signatureHeight = 44;

/** One cell across the whole sheet; a note is as high as its text needs. */
export function wideRow(role: 'title' | 'subtitle' | 'note', value: string, widths: readonly number[]): WorkbookRow {
  const cells = [{ value, role, across: widths.length }];
  return role === 'note' ? fitHeight(cells, widths) : { cells };
}

/** What stands at the left of each page's foot. */
export function footerOf({ round, resultHash, words }: FormContext): string {
  const demo = round.mode === 'demo' ? `${words.demo}　` : '';
  return `${demo}${words.digest(resultHash.slice(0, 16))}`;
}
