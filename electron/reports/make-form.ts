import { fail, ok, type Result } from '#shared/base/result.ts';
import { makeExplainer, type Explainer } from '#shared/ranking/explain-candidate.ts';
import { formFormats, isDocumentForm, type DocumentForm, type ExportFormat } from '#shared/reports/forms.ts';
import { makeFileName } from '../base/file-names.ts';
import { builtInTemplate, documentData, documentNames } from './documents.ts';
import { exportForm, type ExportedForm, type RankingFormName } from './export-form.ts';
import type { Step } from './fill-docx.ts';
import { formatChinaTime } from './form.ts';
import type { FormsSource, FormWish } from './forms-source.ts';
import { isPaperForm, printPaper } from './paper-pages.ts';
import { commonData, expertData, type PaperSource } from './paper-source.ts';

/** Makes one form of what was read; the same in a thread of its own and out of it. What keys are needed for is no part of the source. */
export async function makeForm(
  source: FormsSource,
  wish: FormWish,
  step: Step = () => undefined,
): Promise<Result<ExportedForm>> {
  const { form, format } = wish;
  const formats: readonly ExportFormat[] = formFormats[form];
  if (!formats.includes(format)) {
    return fail('cli.format-unavailable', { form, format, formats: formats.join(' | ') });
  }
  if (isDocumentForm(form)) return makeDocument(source, { ...wish, form }, step);
  if (form === 'slip' || form === 'verification') throw new Error(`${form} is made where the keys are`);
  return makeList(source, form, format === 'docx' ? 'xlsx' : format);
}

function makeList(
  { paper, ranked, language }: FormsSource,
  form: RankingFormName,
  format: 'xlsx' | 'csv' | 'pdf',
): Promise<Result<ExportedForm>> {
  return exportForm({
    form,
    format,
    round: paper.round,
    office: paper.office,
    ranking: ranked.ranking,
    experts: paper.experts,
    naming: paper.naming,
    language,
    exportedAt: paper.exportedAt,
    resultHash: ranked.hashes.resultHash,
    ...(form === 'summary' && format !== 'csv' ? explainerOf(ranked) : {}),
  });
}

/** Nothing when the ranking cannot be explained; it then could not have been made either. */
function explainerOf({ input, ranking }: FormsSource['ranked']): { explain?: Explainer } {
  const explain = makeExplainer(input, ranking);
  return explain.ok ? { explain: explain.value } : {};
}

type DocumentWish = FormWish & { readonly form: DocumentForm };

async function makeDocument(source: FormsSource, wish: DocumentWish, step: Step): Promise<Result<ExportedForm>> {
  const { form, format, expertId = null, candidateId = null } = wish;
  const { paper, publish, templates } = source;
  if (form === 'notice' && !publish.ok) return publish;
  const data = documentData(form, paper, { expertId, candidateId });
  if (!data.ok) return data;
  const title = `${paper.round.title}${documentNames[form]}`;
  const fileName = nameDocument(paper, wish);
  if (format === 'pdf' && isPaperForm(form)) {
    const html = printPaper(form, title, data.value);
    return ok({ kind: 'print', fileName, html, margins: { header: '', footer: footerOf(form) } });
  }
  const own = templates[form] ?? { bytes: await builtInTemplate(form), builtIn: true, name: '' };
  const { bytes, builtIn, name } = own;
  const { fillDocx } = await import('./fill-docx.ts');
  const look = { title, madeAt: paper.exportedAt, builtIn };
  const filled = fillDocx(bytes, { ...commonData(paper), ...data.value }, look, step);
  if (filled === null) {
    return fail('reports.template-broken', {
      file: name,
      problem: '内容填不进去',
      problemEn: 'it cannot be filled in',
    });
  }
  return ok({ kind: 'file', fileName, bytes: filled });
}

/** 承诺书 is handed out page by page. */
function footerOf(form: DocumentForm): string {
  return form === 'pledge' ? '' : '第 {{page}} 页，共 {{pages}} 页';
}

function nameDocument(paper: PaperSource, { form, format, expertId = null, candidateId = null }: DocumentWish): string {
  const candidate = paper.candidates.find(({ id }) => id === candidateId);
  const day = formatChinaTime(paper.exportedAt).slice(0, 10).replaceAll('-', '');
  const words = [
    paper.round.title,
    documentNames[form],
    ...(expertId === null ? [] : [expertData(paper, expertId).专家]),
    ...(candidate === undefined ? [] : [candidate.code]),
    day,
  ];
  return makeFileName(words, `.${format}`);
}
