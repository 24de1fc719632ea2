import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { DocumentForm } from '#shared/reports/forms.ts';
import { placeholders } from '#shared/reports/placeholders.ts';
import type { ReportCode } from '#shared/reports/sentences.ts';
import { templateOptions } from './fill-docx.ts';
import { checkContainer } from './template-container.ts';
import { describeFault, listUnknown, tagCollector } from './template-tags.ts';

/** Names told in one refusal; the rest would only make it longer. */
const namedTags = 8;

/** Whether a file can be the template of a form: a plain .docx whose placeholders are all known where they stand. */
export async function checkTemplate(
  form: DocumentForm,
  file: string,
  bytes: Buffer,
): Promise<Result<null, ReportCode>> {
  const container = await checkContainer(file, bytes);
  if (!container.ok) return container;
  const collector = tagCollector();
  try {
    // Compiling reads every tag, and throws when one is broken.
    void new Docxtemplater(new PizZip(bytes), { ...templateOptions, modules: [collector.module] });
  } catch (error) {
    const { zh, en } = describeFault(error);
    return fail('reports.template-broken', { file, problem: zh, problemEn: en });
  }
  const tags = collector.tags();
  if (tags.length === 0) return fail('reports.template-empty', { file });
  const unknown = listUnknown(tags, placeholders[form]);
  if (unknown.length === 0) return ok(null);
  const names = unknown.slice(0, namedTags).join('、') + (unknown.length > namedTags ? '…' : '');
  return fail('reports.template-unknown', { file, names });
}
