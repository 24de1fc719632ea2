import { fail, ok, type Result } from '#shared/base/result.ts';
import type { Language } from '#shared/base/sentence.ts';
import { makeExplainer, type Explainer } from '#shared/ranking/explain-candidate.ts';
import { noFacts, type FormFacts } from '#shared/reports/facts.ts';
import {
  formFormats,
  isDocumentForm,
  type DocumentForm,
  type ExportForm,
  type ExportFormat,
} from '#shared/reports/forms.ts';
import { makeFileName } from '../base/file-names.ts';
import { makeRanking, type RoundRanking } from '../ranking/rank-round.ts';
import { loadRound } from '../round/load-round.ts';
import { listIssuedTasks } from '../tasks/list-issued-tasks.ts';
import { authorise } from '../workspace/authorise.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { builtInTemplate, documentData, documentNames } from './documents.ts';
import { exportForm, type ExportedForm } from './export-form.ts';
import { loadFacts } from './form-facts.ts';
import { loadOwnTemplate, type FormTemplate } from './form-templates.ts';
import { formatChinaTime } from './form.ts';
import { gatherPaperSource } from './load-paper-source.ts';
import { isPaperForm, printPaper } from './paper-pages.ts';
import { commonData, expertData, type PaperSource } from './paper-source.ts';
import type { SheetChoice } from './sheet-data.ts';
import { slipForm } from './slip-form.ts';

/** What the forms of a round shall be like. */
export type FormsInput = {
  readonly roundId: string;
  readonly language: Language;
  readonly naming: PaperSource['naming'];
  /** Instead of those kept with the round. */
  readonly facts?: FormFacts;
  /** Instead of the office's own template or the built-in one. */
  readonly template?: FormTemplate;
};

/** One form to make; the choice narrows 个人评分表. */
export type FormWish = { readonly form: ExportForm; readonly format: ExportFormat } & Partial<SheetChoice>;

/** The forms of a round as the workspace holds it at one moment: what they are made from is read once. */
export type Forms = {
  readonly source: PaperSource;
  readonly make: (wish: FormWish) => Promise<Result<ExportedForm>>;
};

/** Reads what the forms of a round are made from. */
export function openForms(workspace: Workspace, input: FormsInput): Result<Forms> {
  const allowed = authorise(workspace, 'export-lists');
  if (!allowed.ok) return allowed;
  const made = makeRanking(workspace, input.roundId);
  if (!made.ok) return made;
  const facts = input.facts ?? loadFacts(workspace, input.roundId) ?? noFacts;
  const source = gatherPaperSource(workspace, made.value, { naming: input.naming, facts });
  const makeList = (form: 'summary' | 'ranking', format: 'xlsx' | 'csv' | 'pdf') =>
    exportForm({
      form,
      format,
      round: source.round,
      office: source.office,
      ranking: made.value.ranking,
      experts: source.experts,
      naming: input.naming,
      language: input.language,
      exportedAt: source.exportedAt,
      resultHash: made.value.hashes.resultHash,
      ...(form === 'summary' ? explainerOf(made.value) : {}),
    });
  return ok({
    source,
    make: async (wish) => {
      const { form, format } = wish;
      const formats: readonly ExportFormat[] = formFormats[form];
      if (!formats.includes(format)) {
        return fail('cli.format-unavailable', { form, format, formats: formats.join(' | ') });
      }
      if (isDocumentForm(form)) return makeDocument(workspace, source, { ...wish, form }, input.template);
      if (form === 'slip') return makeSlips(workspace, input);
      return makeList(form, format === 'docx' ? 'xlsx' : format);
    },
  });
}

/** Nothing when the ranking cannot be explained; it then could not have been made either. */
function explainerOf({ input, ranking }: RoundRanking): { explain?: Explainer } {
  const explain = makeExplainer(input, ranking);
  return explain.ok ? { explain: explain.value } : {};
}

function makeSlips(workspace: Workspace, { roundId, language }: FormsInput): Result<ExportedForm> {
  const round = loadRound(workspace.db, roundId);
  if (!round.ok) return round;
  const tasks = listIssuedTasks(workspace, { roundId });
  if (!tasks.ok) return tasks;
  if (tasks.value.length === 0) return fail('round.not-issued', { title: round.value.title });
  if (workspace.columns === undefined) return fail('workspace.codes-sealed');
  const exportedAt = workspace.entropy.now();
  return ok(slipForm({ round: round.value, office: workspace.about.name, tasks: tasks.value, language, exportedAt }));
}

type DocumentWish = FormWish & { readonly form: DocumentForm };

async function makeDocument(
  workspace: Workspace,
  source: PaperSource,
  wish: DocumentWish,
  given: FormTemplate | undefined,
): Promise<Result<ExportedForm>> {
  const { form, format, expertId = null, candidateId = null } = wish;
  const allowed = form === 'notice' ? authorise(workspace, 'publish') : ok(null);
  if (!allowed.ok) return allowed;
  const data = documentData(form, source, { expertId, candidateId });
  if (!data.ok) return data;
  const title = `${source.round.title}${documentNames[form]}`;
  const fileName = nameDocument(source, wish);
  if (format === 'pdf' && isPaperForm(form)) {
    const html = printPaper(form, title, data.value);
    return ok({ kind: 'print', fileName, html, margins: { header: '', footer: footerOf(form) } });
  }
  const own = given ?? loadOwnTemplate(workspace, form);
  const { bytes, builtIn, name } = own ?? { bytes: await builtInTemplate(form), builtIn: true, name: '' };
  const { fillDocx } = await import('./fill-docx.ts');
  const filled = fillDocx(
    bytes,
    { ...commonData(source), ...data.value },
    { title, madeAt: source.exportedAt, builtIn },
  );
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

function nameDocument(
  source: PaperSource,
  { form, format, expertId = null, candidateId = null }: DocumentWish,
): string {
  const candidate = source.candidates.find(({ id }) => id === candidateId);
  const day = formatChinaTime(source.exportedAt).slice(0, 10).replaceAll('-', '');
  const words = [
    source.round.title,
    documentNames[form],
    ...(expertId === null ? [] : [expertData(source, expertId).专家]),
    ...(candidate === undefined ? [] : [candidate.code]),
    day,
  ];
  return makeFileName(words, `.${format}`);
}
