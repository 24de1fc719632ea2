import { fail, ok, type Result } from '#shared/base/result.ts';
import { makeFileName } from '../base/file-names.ts';
import { writeCsv } from '../tables/write-csv.ts';
import { writeWorkbook } from '../tables/write-workbook.ts';
import { footerOf, formatChinaTime, formContext, type FormContent, type FormContext, type FormSource } from './form.ts';
import { printForm } from './print-form.ts';
import { rankingForm } from './ranking-form.ts';
import { summaryForm } from './summary-form.ts';

/** The forms that are made from a ranking. */
export type RankingFormName = 'summary' | 'ranking';

/** What to make. */
export type FormRequest = FormSource & {
  readonly form: RankingFormName;
  readonly format: 'xlsx' | 'csv' | 'pdf';
};

/**
 * A form made ready under a proposed file name: bytes to be written as they are, or a page to be printed to PDF with
 * plain text above and below (`{{page}}` and `{{pages}}` stand for numbers).
 */
export type ExportedForm =
  | { readonly kind: 'file'; readonly fileName: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'print';
      readonly fileName: string;
      readonly html: string;
      readonly margins: { readonly header: string; readonly footer: string };
    };

/**
 * Makes 评分汇总表 or 排序名单. Cells are values and text, whatever they begin with; only the column 公式复核 holds formulas.
 * @returns a refusal when the ranking has no candidate
 */
export async function exportForm(request: FormRequest): Promise<Result<ExportedForm, 'round.no-candidates'>> {
  const { form, format, round } = request;
  const tracks = request.ranking.tracks.filter(({ rows }) => rows.length > 0);
  if (tracks.length === 0) return fail('round.no-candidates', { title: round.title });
  const context = formContext({ ...request, ranking: { tracks } });
  const content = form === 'summary' ? summaryForm(context, format === 'xlsx') : rankingForm(context);
  const fileName = nameOf(context, form, format);
  switch (format) {
    case 'xlsx':
      return ok({ kind: 'file', fileName, bytes: await writeWorkbook({ ...content, createdAt: request.exportedAt }) });
    case 'csv':
      return ok({ kind: 'file', fileName, bytes: writeCsv(content.csv) });
    default:
      return ok({ kind: 'print', fileName, ...printSheets(content, context) });
  }
}

function nameOf({ round, words, exportedAt }: FormContext, form: RankingFormName, format: string): string {
  const kind = form === 'summary' ? words.summaryName : words.rankingName;
  const day = formatChinaTime(exportedAt).slice(0, 10).replaceAll('-', '');
  return makeFileName([round.title, kind, day], `.${format}`);
}

function printSheets(
  { title, sheets }: FormContent,
  context: FormContext,
): { html: string; margins: { header: string; footer: string } } {
  const { round, words, language } = context;
  const header = round.mode === 'demo' ? words.demo : '';
  const footer = `${footerOf(context)}　${words.page}`;
  return { html: printForm(title, sheets, language), margins: { header, footer } };
}
