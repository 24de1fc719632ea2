import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { Language } from '#shared/base/sentence.ts';
import { formFactsSchema, noFacts, type FormFacts } from '#shared/reports/facts.ts';
import {
  exportFormatSchema,
  exportFormSchema,
  formFormats,
  isDocumentForm,
  type ExportForm,
  type ExportFormat,
} from '#shared/reports/forms.ts';
import { noticePeriod } from '#shared/reports/working-days.ts';
import { describeFailure } from '#shared/text/sentences.ts';
import { exportAll } from '../reports/export-all.ts';
import { saveForm } from '../reports/export-round.ts';
import { readTemplate } from '../reports/form-templates.ts';
import type { FormsInput } from '../reports/forms-source.ts';
import type { PaperSource } from '../reports/paper-source.ts';
import { openForms, type Forms } from '../reports/open-forms.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { CommandContext, OptionValues, Outcome, Run } from './command.ts';
import { oneOf, optionalText, textOption } from './options.ts';
import { withActingMember } from './workspace.ts';

/** Forms without a window: activation codes and 核验单 are printed, and PDF needs one. */
const forms = exportFormSchema.options.filter((form) => form !== 'slip' && form !== 'verification');

/** `mtx export` */
export const run: Run = (input, context) =>
  withActingMember(input, context, async (workspace) => {
    const { options } = input;
    const form = oneOf<ExportForm | 'all'>(options, 'form', [...forms, 'all'], 'ranking');
    if (!form.ok) return form;
    const format = chooseFormat(options, form.value);
    if (!format.ok) return format;
    const opened = await open(workspace, options, form.value, context);
    if (!opened.ok) return opened;
    if (form.value === 'all') return runAll(workspace, opened.value, options, context);
    return runOne(workspace, opened.value, { form: form.value, format: format.value }, options, context.language);
  });

/** PDF is refused with the reason, anything else by the list. */
function chooseFormat(options: OptionValues, form: ExportForm | 'all'): Result<ExportFormat> {
  const known: readonly ExportFormat[] = form === 'all' ? exportFormatSchema.options : formFormats[form];
  const formats = known.filter((format) => format !== 'pdf').join(' | ');
  const format = oneOf(options, 'format', exportFormatSchema.options, known[0] ?? 'xlsx');
  if (!format.ok) return fail('cli.choice', { option: 'format', choices: formats });
  if (format.value === 'pdf') return fail('cli.pdf-needs-window', { formats });
  if (!known.includes(format.value)) return fail('cli.format-unavailable', { form, format: format.value, formats });
  return format;
}

async function open(
  workspace: Workspace,
  options: OptionValues,
  form: ExportForm | 'all',
  { language }: CommandContext,
): Promise<Result<Forms>> {
  const facts = readFacts(optionalText(options, 'facts'));
  if (!facts.ok) return facts;
  const path = optionalText(options, 'template');
  const template =
    path === undefined || form === 'all' || !isDocumentForm(form) ? null : await readTemplate(form, path);
  if (template !== null && !template.ok) return template;
  const input: FormsInput = {
    roundId: textOption(options, 'round'),
    language,
    naming: options['aliases'] === true ? 'aliases' : 'names',
    ...(facts.value === null ? {} : { facts: facts.value }),
    ...(template === null ? {} : { template: template.value }),
  };
  return openForms(workspace, input);
}

/** Facts of a file, those that it leaves out as when nothing is known. */
function readFacts(path: string | undefined): Result<FormFacts | null> {
  if (path === undefined) return ok(null);
  const file = basename(path);
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return missing ? fail('cli.file-missing', { file }) : fail('reports.facts-file', { file, problem: 'JSON' });
  }
  const parsed = formFactsSchema.partial().safeParse(given);
  if (parsed.success) return ok(formFactsSchema.parse({ ...noFacts, ...parsed.data }));
  const problem = parsed.error.issues.map(({ path: place, message }) => `${place.join('.')}: ${message}`).join('; ');
  return fail('reports.facts-file', { file, problem: problem.slice(0, 300) });
}

async function runOne(
  workspace: Workspace,
  { source, make }: Forms,
  { form, format }: { form: ExportForm; format: ExportFormat },
  options: OptionValues,
  language: Language,
): Promise<Result<Outcome>> {
  const expert = optionalText(options, 'expert');
  const candidate = optionalText(options, 'candidate');
  const expertId = source.experts.find(({ id, name }) => id === expert || name === expert)?.id ?? null;
  const candidateId = source.candidates.find(({ id, code }) => id === candidate || code === candidate)?.id ?? null;
  if (expert !== undefined && expertId === null) return fail('reports.unknown-expert', { expert });
  if (candidate !== undefined && candidateId === null) return fail('reports.unknown-candidate', { candidate });
  const made = await make({ form, format, expertId, candidateId });
  if (!made.ok) return made;
  if (made.value.kind !== 'file') throw new Error('a page to print on the command line');
  const path = resolve(textOption(options, 'out'));
  const saved = await saveForm(workspace, { roundId: source.round.id, form, path, bytes: made.value.bytes });
  if (!saved.ok) return saved;
  const { length } = made.value.bytes;
  const saying = language === 'en' ? `${path} (${length} bytes)` : `已导出：${path}（${length} 字节）`;
  const unknownHolidays = form === 'notice' ? unknownYears(source) : [];
  const text = [saying, ...describeUnknown(unknownHolidays, language)].join('\n');
  return ok({
    json: { file: path, bytes: length, form, format, ...(unknownHolidays.length === 0 ? {} : { unknownHolidays }) },
    text,
    exit: 0,
  });
}

/** Years of the period of a notice whose holidays are not known. */
function unknownYears({ facts, holidays }: PaperSource): readonly string[] {
  const period = holidays.ok ? noticePeriod(facts, holidays.value) : holidays;
  return period.ok ? period.value.years : [];
}

function describeUnknown(years: readonly string[], language: Language): string[] {
  if (years.length === 0) return [];
  return language === 'en'
    ? [
        `The holidays of ${years.join(', ')} are not known: only weekends were left out. Check the last day of the notice.`,
      ]
    : [`没有 ${years.join('、')} 年的放假安排，公示期只扣除了周末，请核对公示结束日期。`];
}

async function runAll(
  workspace: Workspace,
  opened: Forms,
  options: OptionValues,
  { language, progress }: CommandContext,
): Promise<Result<Outcome>> {
  const folder = resolve(textOption(options, 'out'));
  // Ctrl+C ends it between two files, and nothing is left.
  const stop = new AbortController();
  const end = (): void => stop.abort();
  process.once('SIGINT', end);
  const input = { forms: opened, target: folder, print: null, cancelled: () => stop.signal.aborted };
  const made = await exportAll(workspace, input, progress).finally(() => process.off('SIGINT', end));
  if (!made.ok) return made;
  const { files, skipped } = made.value;
  const head = language === 'en' ? `${folder} (${files.length} files)` : `已导出：${folder}（${files.length} 个文件）`;
  const reasons = skipped.map(({ form, code, detail }) => `  ${form}: ${describeFailure({ code, detail }, language)}`);
  const text = [head, ...new Set(reasons)].join('\n');
  return ok({ json: { folder, files, skipped }, text, exit: skipped.length === 0 ? 0 : 1 });
}
