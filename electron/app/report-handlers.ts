import { fail, ok, type Result } from '#shared/base/result.ts';
import type { SavedFile } from '#shared/ipc/app-calls.ts';
import type { CallInput } from '#shared/ipc/contract.ts';
import type { reportCalls } from '#shared/ipc/report-calls.ts';
import type { Language } from '#shared/base/sentence.ts';
import type { ExportOutcome } from '#shared/ipc/report-views.ts';
import { makeFileName } from '../base/file-names.ts';
import type { Progress } from '../base/progress.ts';
import { makeVerificationSheets } from '../receipts/verification-sheet.ts';
import { builtInTemplate, documentNames } from '../reports/documents.ts';
import { exportAll, exportFolder, type Print } from '../reports/export-all.ts';
import { signHead } from '../audit/sign-head.ts';
import type { ExportedForm } from '../reports/export-form.ts';
import { exportRound, saveForm } from '../reports/export-round.ts';
import { getFormFacts, saveFormFacts } from '../reports/form-facts.ts';
import { saveHolidays } from '../reports/holidays-file.ts';
import { makeInThread } from '../reports/form-thread.ts';
import { listFormTemplates, removeFormTemplate, setFormTemplate } from '../reports/form-templates.ts';
import { openForms } from '../reports/open-forms.ts';
import { saveTemplate } from '../reports/save-template.ts';
import type { UnlockedWorkspace } from '../workspace/workspace.ts';
import { actOn } from './at-desk.ts';
import type { HandlersOf } from './calls.ts';
import type { Host } from './host.ts';
import { laterProgress, patience, reportProgress } from './report-progress.ts';

/** Calls of 导出: forms one by one or all together, what they need to know, and the office's own templates. */
export function makeReportHandlers(host: Host): HandlersOf<typeof reportCalls> {
  const { desk, grants } = host;
  const atDesk = actOn(desk);
  // Running exports; cancelling ends them all, for a window shows one at a time.
  const running = new Set<AbortController>();
  /** Acts with a signal of its own, which also ends the thread that made its forms. */
  const whileRunning = async <Value>(act: (signal: AbortSignal) => Promise<Value>): Promise<Value> => {
    const stop = new AbortController();
    running.add(stop);
    return act(stop.signal).finally(() => {
      running.delete(stop);
      stop.abort();
    });
  };
  return {
    exportForm: atDesk((workspace, input) => whileRunning((signal) => exportForm(host, workspace, input, signal))),
    exportForms: atDesk((workspace, input) => whileRunning((signal) => exportForms(host, workspace, input, signal))),
    cancelExport: () => {
      for (const stop of running) stop.abort();
      return ok(null);
    },
    getFormFacts: atDesk(getFormFacts),
    saveFormFacts: atDesk(saveFormFacts),
    saveHolidays: atDesk(saveHolidays),
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
  signal: AbortSignal,
): Promise<Result<SavedFile | null>> {
  const { language } = host.preferences.read();
  const report = reportProgress(host, 'exportForm');
  const progress = laterProgress(report, host.entropy.now);
  const maker = makeInThread({ script: host.folders.formsWorker, progress, signal });
  const verification = sheetsOf(workspace, input.roundId, language);
  const made = await exportRound(workspace, { ...input, expertId, candidateId, language, verification }, maker);
  if (!made.ok) return made;
  const bytes = await bytesOf(host, made.value, signal, report);
  if (!bytes.ok) return bytes;
  const path = await host.dialogs.chooseTarget(made.value.fileName, input.format);
  if (path === undefined) return ok(null);
  const saved = await saveForm(workspace, { ...input, path, bytes: bytes.value });
  if (saved.ok) await signHead(workspace, 'export');
  return saved.ok ? ok(host.savedFiles.add(path)) : saved;
}

/** 核验单 of all packages of a round. */
function sheetsOf(workspace: UnlockedWorkspace, roundId: string, language: Language): () => Result<ExportedForm> {
  return () => makeVerificationSheets(workspace, { roundId, intakeIds: null, language });
}

/** Printing cannot be broken off, but nobody has to wait for it: what is printed after the signal is let go. */
async function bytesOf(
  host: Host,
  form: ExportedForm,
  signal: AbortSignal,
  report: Progress,
): Promise<Result<Uint8Array>> {
  if (form.kind === 'file') return ok(form.bytes);
  const waiting = setTimeout(() => report(0, 1, 'PDF'), patience);
  const printed = host.printPdf(form.html, form.margins).then(ok);
  const cancelled = untilAborted(signal).then(() => fail('reports.cancelled'));
  return Promise.race([printed, cancelled]).finally(() => clearTimeout(waiting));
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function exportForms(
  host: Host,
  workspace: UnlockedWorkspace,
  { roundId, folder, aliases }: CallInput<'exportForms'>,
  signal: AbortSignal,
): Promise<Result<ExportOutcome>> {
  const parent = host.grants.find(folder);
  if (!parent.ok) return parent;
  const { language } = host.preferences.read();
  const maker = makeInThread({ script: host.folders.formsWorker, progress: () => undefined, signal });
  const verification = sheetsOf(workspace, roundId, language);
  const naming = aliases ? 'aliases' : 'names';
  const forms = openForms(workspace, { roundId, language, naming, verification }, maker);
  if (!forms.ok) return forms;
  const target = exportFolder(forms.value, parent.value);
  // A page in print when it is cancelled is let go: nothing of the export is kept.
  const print: Print = (html, margins) =>
    Promise.race([host.printPdf(html, margins), untilAborted(signal).then(() => new Uint8Array())]);
  const input = { forms: forms.value, target, print, cancelled: () => signal.aborted };
  const made = await exportAll(workspace, input, reportProgress(host, 'exportForms'));
  if (!made.ok) return made;
  const { files, skipped } = made.value;
  await signHead(workspace, 'export');
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
