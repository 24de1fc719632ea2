import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, type BrowserWindow, type FileFilter, type OpenDialogOptions } from 'electron';
import type { Language } from '#shared/base/sentence.ts';
import type { ChoosePurpose } from '#shared/ipc/app-calls.ts';
import type { PictureFormat } from '#shared/ipc/agreement-calls.ts';
import type { ExportFormat } from '#shared/reports/forms.ts';
import { say, type Word } from './words.ts';

/** The system's dialogs, over the window. */
export type Dialogs = {
  /** Chosen paths; none when it was cancelled. */
  readonly choose: (purpose: ChoosePurpose) => Promise<readonly string[]>;
  /** Where to save a form; undefined when it was cancelled. */
  readonly chooseTarget: (name: string, format: ExportFormat | PictureFormat) => Promise<string | undefined>;
  /** Warns before another program opens a file of a dossier; true when the person wants it. */
  readonly confirmOutside: (name: string) => Promise<boolean>;
};

type Choice = {
  readonly title: Word;
  readonly filter?: readonly [Word, ...string[]];
  readonly many?: true;
  readonly fresh?: true;
};

/** `filter` names files (label, extensions); without one a folder is chosen, `fresh` ones may be made in the dialog. */
const choices: Readonly<Record<ChoosePurpose, Choice>> = {
  task: { title: 'chooseTask', filter: ['taskPackages', 'mtxtask'] },
  candidates: { title: 'chooseCandidates', filter: ['tables', 'xlsx', 'csv'] },
  experts: { title: 'chooseExperts', filter: ['tables', 'xlsx', 'csv'] },
  dossiers: { title: 'chooseDossiers' },
  results: { title: 'chooseResults', filter: ['resultPackages', 'mtxresult'], many: true },
  'result-folder': { title: 'chooseResultFolder' },
  'new-workspace': { title: 'chooseNewWorkspace', fresh: true },
  'open-workspace': { title: 'chooseWorkspace' },
  template: { title: 'chooseTemplate', filter: ['templates', 'json'] },
  'issue-folder': { title: 'chooseIssueFolder', fresh: true },
  'receipt-folder': { title: 'chooseReceiptFolder', fresh: true },
  'head-folder': { title: 'chooseHeadFolder', fresh: true },
  receipt: { title: 'chooseReceipt', filter: ['receiptFiles', 'mtxreceipt'] },
  card: { title: 'chooseCard', filter: ['cardFiles', 'mtxcard'] },
  'card-folder': { title: 'chooseCardFolder', fresh: true },
  'submit-folder': { title: 'chooseSubmitFolder', fresh: true },
  'export-folder': { title: 'chooseExportFolder', fresh: true },
  'form-template': { title: 'chooseFormTemplate', filter: ['wordFiles', 'docx'] },
};

const formats: Readonly<Record<ExportFormat | PictureFormat, Word>> = {
  xlsx: 'excelFiles',
  csv: 'csvFiles',
  docx: 'wordFiles',
  pdf: 'pdfFiles',
  png: 'pngFiles',
  svg: 'svgFiles',
};

/** @param window the window that the dialogs belong to */
export function makeDialogs(window: () => BrowserWindow, language: () => Language): Dialogs {
  return {
    choose: async (purpose) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), optionsOf(choices[purpose], language()));
      return canceled ? [] : filePaths;
    },
    chooseTarget: async (name, format) => {
      const filters = [{ name: say(formats[format], language()), extensions: [format] }];
      const title = say('saveForm', language());
      const properties = ['showOverwriteConfirmation' as const];
      const defaultPath = join(app.getPath('documents'), name);
      const options = { title, defaultPath, filters, properties };
      const { canceled, filePath } = await dialog.showSaveDialog(window(), options);
      return canceled || filePath === '' ? undefined : addExtension(filePath, format);
    },
    confirmOutside: async (name) => {
      const now = language();
      const { response } = await dialog.showMessageBox(window(), {
        type: 'warning',
        title: say('openOutside', now),
        message: say('openOutsideTitle', now, { name }),
        detail: say('openOutsideWarning', now),
        buttons: [say('cancel', now), say('openAnyway', now)],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
      return response === 1;
    },
  };
}

/**
 * A path that ends as its format does. Some systems let a person leave the extension out; the dialog then has not asked
 * about a file of the completed name, so that one is not overwritten.
 */
function addExtension(path: string, format: ExportFormat | PictureFormat): string {
  if (path.toLowerCase().endsWith(`.${format}`)) return path;
  let completed = `${path}.${format}`;
  for (let number = 2; existsSync(completed); number += 1) completed = `${path} (${number}).${format}`;
  return completed;
}

function optionsOf({ title, filter, many, fresh }: Choice, language: Language): OpenDialogOptions {
  const base = { title: say(title, language) };
  if (filter === undefined)
    return { ...base, properties: fresh ? ['openDirectory', 'createDirectory', 'promptToCreate'] : ['openDirectory'] };
  const [label, ...extensions] = filter;
  const filters: FileFilter[] = [{ name: say(label, language), extensions }];
  return { ...base, filters, properties: many ? ['openFile', 'multiSelections'] : ['openFile'] };
}
