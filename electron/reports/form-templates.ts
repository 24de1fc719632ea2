import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { FormTemplateView } from '#shared/ipc/report-views.ts';
import { documentFormSchema, type DocumentForm } from '#shared/reports/forms.ts';
import { attemptFile } from '../base/attempt-file.ts';
import { authorise } from '../workspace/authorise.ts';
import { currentTime, trace, type Workspace } from '../workspace/workspace.ts';
import { templateBytes } from './template-container.ts';

/** A template as it fills a form. */
export type FormTemplate = { readonly bytes: Uint8Array; readonly builtIn: boolean; readonly name: string };

/** The office's own template of a form, null when the built-in one is used. */
export function loadOwnTemplate({ db }: Workspace, form: DocumentForm): FormTemplate | null {
  const row = db
    .prepare<[string], { name: string; content: Buffer }>('SELECT name, content FROM form_templates WHERE form = ?')
    .get(form);
  return row === undefined ? null : { bytes: row.content, builtIn: false, name: row.name };
}

/** The templates of the office's own. */
export function listFormTemplates({ db }: Workspace): Result<readonly FormTemplateView[]> {
  const rows = db
    .prepare<[], { form: string; name: string; size: number; addedAt: string }>(
      'SELECT form, name, length(content) AS size, added_at AS addedAt FROM form_templates ORDER BY form',
    )
    .all();
  return ok(rows.map((row) => ({ ...row, form: documentFormSchema.parse(row.form) })));
}

/** Reads a file that shall be a template of a form, and checks it. */
export async function readTemplate(form: DocumentForm, path: string): Promise<Result<FormTemplate>> {
  const file = basename(path);
  const size = await attemptFile(path, async () => (await stat(path)).size);
  if (!size.ok) return size;
  if (size.value > templateBytes) {
    return fail('reports.template-too-large', { file, limit: Math.floor(templateBytes / 1024 / 1024) });
  }
  const bytes = await attemptFile(path, () => readFile(path));
  if (!bytes.ok) return bytes;
  const { checkTemplate } = await import('./check-template.ts');
  const checked = await checkTemplate(form, file, bytes.value);
  return checked.ok ? ok({ bytes: bytes.value, builtIn: false, name: file }) : checked;
}

/** Takes a file as the template of a form; the one before is replaced. */
export async function setFormTemplate(
  workspace: Workspace,
  { form, path }: { form: DocumentForm; path: string },
): Promise<Result<readonly FormTemplateView[]>> {
  const allowed = authorise(workspace, 'save-rules');
  if (!allowed.ok) return allowed;
  const template = await readTemplate(form, path);
  if (!template.ok) return template;
  const { bytes, name } = template.value;
  const digest = createHash('sha256').update(bytes).digest('hex');
  workspace.db.transaction(() => {
    workspace.db
      .prepare('INSERT OR REPLACE INTO form_templates (form, name, sha256, content, added_at) VALUES (?, ?, ?, ?, ?)')
      .run(form, name, digest, bytes, currentTime(workspace));
    trace(workspace, { event: 'form-template-set', body: { form, sha256: digest } });
  })();
  return listFormTemplates(workspace);
}

/** Goes back to the built-in template of a form. */
export function removeFormTemplate(
  workspace: Workspace,
  { form }: { form: DocumentForm },
): Result<readonly FormTemplateView[]> {
  const allowed = authorise(workspace, 'save-rules');
  if (!allowed.ok) return allowed;
  workspace.db.transaction(() => {
    const { changes } = workspace.db.prepare('DELETE FROM form_templates WHERE form = ?').run(form);
    if (changes > 0) trace(workspace, { event: 'form-template-removed', body: { form } });
  })();
  return listFormTemplates(workspace);
}
