import { ok, type Result } from '#shared/base/result.ts';
import type { Language } from '#shared/base/sentence.ts';
import { noFacts, type FormFacts } from '#shared/reports/facts.ts';
import { documentFormSchema, type DocumentForm, type ExportForm, type ExportFormat } from '#shared/reports/forms.ts';
import { makeRanking, type RoundRanking } from '../ranking/rank-round.ts';
import { authorise } from '../workspace/authorise.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ExportedForm } from './export-form.ts';
import { loadFacts } from './form-facts.ts';
import { loadOwnTemplate, type FormTemplate } from './form-templates.ts';
import { gatherPaperSource } from './load-paper-source.ts';
import type { PaperSource } from './paper-source.ts';
import type { SheetChoice } from './sheet-data.ts';

/** What the forms of a round shall be like. */
export type FormsInput = {
  readonly roundId: string;
  readonly language: Language;
  readonly naming: PaperSource['naming'];
  /** Instead of those kept with the round. */
  readonly facts?: FormFacts;
  /** Instead of the office's own template or the built-in one. */
  readonly template?: FormTemplate;
  /** Makes 核验单, which belong to the receipts. Left out where nothing prints. */
  readonly verification?: () => Result<ExportedForm>;
};

/** One form to make; the choice narrows 个人评分表. */
export type FormWish = { readonly form: ExportForm; readonly format: ExportFormat } & Partial<SheetChoice>;

/** Everything that the forms of a round are made from, as plain data: it can travel to a thread that has no database. */
export type FormsSource = {
  readonly language: Language;
  readonly paper: PaperSource;
  readonly ranked: RoundRanking;
  /** Whether the acting member may make what is published. */
  readonly publish: Result<null>;
  /** By form; a form without one uses the built-in template. */
  readonly templates: Readonly<Partial<Record<DocumentForm, FormTemplate>>>;
};

/** Reads what the forms of a round are made from, as the workspace holds it at this moment. */
export function loadFormsSource(workspace: Workspace, input: FormsInput): Result<FormsSource> {
  const allowed = authorise(workspace, 'export-lists');
  if (!allowed.ok) return allowed;
  const ranked = makeRanking(workspace, input.roundId);
  if (!ranked.ok) return ranked;
  const { naming, language, template } = input;
  const facts = input.facts ?? loadFacts(workspace, input.roundId) ?? noFacts;
  const publish = authorise(workspace, 'publish');
  return ok({
    language,
    paper: gatherPaperSource(workspace, ranked.value, { naming, facts }),
    ranked: ranked.value,
    publish: publish.ok ? ok(null) : publish,
    templates: Object.fromEntries(
      documentFormSchema.options.flatMap((form) => {
        const own = template ?? loadOwnTemplate(workspace, form);
        return own === null ? [] : [[form, own]];
      }),
    ),
  });
}
