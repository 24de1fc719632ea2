import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Language } from '#shared/base/sentence.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { ExportForm } from '#shared/reports/forms.ts';
import { fileFailure } from '../base/file-failure.ts';
import { writeFileAtomic } from '../base/write-file-atomic.ts';
import { trace, type Workspace } from '../workspace/workspace.ts';
import type { ExportedForm } from './export-form.ts';
import type { FormsInput, FormWish } from './forms-source.ts';
import { openForms, type FormMaker } from './open-forms.ts';

type FormInput = FormWish & {
  readonly roundId: string;
  readonly language: Language;
  /** Experts as 专家1, 专家2 … on the forms that know both. */
  readonly aliases?: boolean | undefined;
} & Pick<FormsInput, 'verification'>;

/** Makes a form of a round from what the workspace holds now, here or where the maker makes it. */
export async function exportRound(
  workspace: Workspace,
  input: FormInput,
  maker?: FormMaker,
): Promise<Result<ExportedForm>> {
  const { roundId, language, aliases = false, verification } = input;
  const own = verification === undefined ? {} : { verification };
  const forms = openForms(workspace, { roundId, language, naming: aliases ? 'aliases' : 'names', ...own }, maker);
  if (!forms.ok) return forms;
  const { form, format, expertId = null, candidateId = null } = input;
  return forms.value.make({ form, format, expertId, candidateId });
}

/** Writes an exported file under a path, atomically, and notes it in the 留痕. */
export async function saveForm(
  workspace: Workspace,
  input: { readonly roundId: string; readonly form: ExportForm; readonly path: string; readonly bytes: Uint8Array },
): Promise<Result<null>> {
  try {
    mkdirSync(dirname(input.path), { recursive: true });
  } catch (error) {
    const failure = fileFailure(error, dirname(input.path));
    if (failure === null) throw error;
    return { ok: false, error: failure };
  }
  const written = await writeFileAtomic(input.path, async (write) => {
    await write(input.bytes);
    return ok(null);
  });
  if (!written.ok) return written;
  const { roundId, form } = input;
  workspace.db.transaction(() => trace(workspace, { event: 'form-exported', body: { roundId, form } }))();
  return ok(null);
}
