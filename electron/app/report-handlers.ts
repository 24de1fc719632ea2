import { ok, type Result } from '#shared/base/result.ts';
import type { SavedFile } from '#shared/ipc/app-calls.ts';
import type { CallInput } from '#shared/ipc/contract.ts';
import type { reportCalls } from '#shared/ipc/report-calls.ts';
import type { ExportOutcome } from '#shared/ipc/report-views.ts';
import { makeFileName } from '../base/file-names.ts';
import { builtInTemplate, documentNames } from '../reports/documents.ts';
import { exportAll, exportFolder } from '../reports/export-all.ts';
import { signHead } from '../audit/sign-head.ts';
import { exportRound, saveForm } from '../reports/export-round.ts';
import { getFormFacts, saveFormFacts } from '../reports/form-facts.ts';
import { listFormTemplates, removeFormTemplate, setFormTemplate } from '../reports/form-templates.ts';
import { openForms } from '../reports/open-forms.ts';
import { saveTemplate } from '../reports/save-template.ts';
import type { UnlockedWorkspace } from '../workspace/workspace.ts';
import { actOn } from './at-desk.ts';
import type { HandlersOf } from './calls.ts';
import type { Host } from './host.ts';
import { reportProgress } from './report-progress.ts';

/** Calls of 导出: forms one by one or all together, what they need to know, and the office's own templates. */
export function makeReportHandlers(host: Host): HandlersOf<typeof reportCalls> {
  const { desk, grants } = host;
  const atDesk = actOn(desk);
  // Running exports; cancelling ends them all, for a window shows one at a time.
  const running = new Set<{ cancelled: boolean }>();
  return {
    exportForm: atDesk((workspace, input) => exportForm(host, workspace, input)),
    exportForms: atDesk(async (workspace, input) => {
      const turn = { cancelled: false };
      running.add(turn);
      return exportForms(host, workspace, input, () => turn.cancelled).finally(() => running.delete(turn));
    }),
    cancelExport: () => {
      for (const turn of running) turn.cancelled = true;
      return ok(null);
    },
    getFormFacts: atDesk(getFormFacts),
    saveFormFacts: atDesk(saveFormFacts),
    listFormTemplates: atDesk(listFormTemplates),
    setFormTemplate: atDesk((workspace, { form, file }) => {
      const path = grants.find(file);
      return path.ok ? setFormTemplate(workspace, { form, path: path.value }) : path;
    }),
    removeFormTemplate: atDesk(removeFormTemplate),
    saveBuiltInTemplate: ({ form }) => saveBuiltIn(host, form),
  };
}

/** Makes the form first, so that nobody is asked for a place in vain; PDF is printed in a hidden window. */
async function exportForm(
  host: Host,
  workspace: UnlockedWorkspace,
  { expertId = null, candidateId = null, ...input }: CallInput<'exportForm'>,
): Promise<Result<SavedFile | null>> {
  const { language } = host.preferences.read();
  const made = await exportRound(workspace, { ...input, expertId, candidateId, language });
  if (!made.ok) return made;
  const form = made.value;
  const path = await host.dialogs.chooseTarget(form.fileName, input.format);
  if (path === undefined) return ok(null);
  const bytes = form.kind === 'file' ? form.bytes : await host.printPdf(form.html, form.margins);
  const saved = await saveForm(workspace, { ...input, path, bytes });
  if (saved.ok) await signHead(workspace, 'export');
  return saved.ok ? ok(host.savedFiles.add(path)) : saved;
}

async function exportForms(
  host: Host,
  workspace: UnlockedWorkspace,
  { roundId, folder, aliases }: CallInput<'exportForms'>,
  cancelled: () => boolean,
): Promise<Result<ExportOutcome>> {
  const parent = host.grants.find(folder);
  if (!parent.ok) return parent;
  const { language } = host.preferences.read();
  const forms = openForms(workspace, { roundId, language, naming: aliases ? 'aliases' : 'names' });
  if (!forms.ok) return forms;
  const target = exportFolder(forms.value, parent.value);
  const input = { forms: forms.value, target, print: host.printPdf, cancelled };
  const made = await exportAll(workspace, input, reportProgress(host, 'exportForms'));
  if (!made.ok) return made;
  const { files, skipped } = made.value;
  return ok({ folder: host.savedFiles.add(target), files: files.length, skipped });
}

async function saveBuiltIn(
  host: Host,
  form: CallInput<'saveBuiltInTemplate'>['form'],
): Promise<Result<SavedFile | null>> {
  const path = await host.dialogs.chooseTarget(makeFileName([`${documentNames[form]}模板`], '.docx'), 'docx');
  if (path === undefined) return ok(null);
  const saved = await saveTemplate(path, await builtInTemplate(form));
  return saved.ok ? ok(host.savedFiles.add(path)) : saved;
}
