import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { SkippedForm } from '#shared/ipc/report-views.ts';
import { formFormats, type ExportForm } from '#shared/reports/forms.ts';
import { fileFailure } from '../base/file-failure.ts';
import { makeFileName, makeUniqueNames, nameInFolder } from '../base/file-names.ts';
import type { Progress } from '../base/progress.ts';
import { syncFolder, writeFileAtomic, type Disk, type Write, type WrittenFile } from '../base/write-file-atomic.ts';
import { trace, type Workspace } from '../workspace/workspace.ts';
import type { ExportedForm } from './export-form.ts';
import { formatChinaTime } from './form.ts';
import { formNames, indexForm, type ListedFile } from './index-form.ts';
import type { FormWish } from './forms-source.ts';
import type { Forms } from './open-forms.ts';

/** Prints a page to PDF. */
export type Print = (html: string, margins: { header: string; footer: string }) => Promise<Uint8Array>;

export type ExportAllInput = {
  readonly forms: Forms;
  /** The folder that shall hold everything; it appears complete, or not at all. */
  readonly target: string;
  /** Null where there is no window: PDF is left out then. */
  readonly print: Print | null;
  readonly cancelled: () => boolean;
  /** All of them when it is left out. */
  readonly only?: readonly ExportForm[];
  /** Another disk than the real one, for tests of what disks refuse. */
  readonly disk?: Disk;
};

/** What came of it. */
export type ExportedAll = { readonly files: readonly ListedFile[]; readonly skipped: readonly SkippedForm[] };

// Activation codes do not belong into a folder that is handed around.
const order: readonly ExportForm[] = [
  'summary',
  'ranking',
  'notice',
  'opinion',
  'sheet',
  'verification',
  'recusals',
  'pledge',
];

/** What folders of exports that are not finished end in. */
const unfinished = '（未完成）';

/** A new name for the folder inside a folder that a person chose. */
export function exportFolder({ source }: Forms, parent: string): string {
  const time = formatChinaTime(source.exportedAt).replaceAll(/[-:]/g, '').replace(' ', '-');
  const name = makeFileName([source.round.title, '导出', time], '');
  return join(parent, nameInFolder(parent, name, ''));
}

/**
 * Makes every form in every format, with an index of all files and their digests. Everything is written aside and put in place
 * at the end: on cancelling, or when the disk refuses, nothing is left.
 */
export async function exportAll(
  workspace: Workspace,
  input: ExportAllInput,
  progress: Progress = () => undefined,
): Promise<Result<ExportedAll>> {
  const { target, forms } = input;
  const aside = target + unfinished;
  try {
    const ready = prepare(target, aside, forms.source.round.title);
    if (!ready.ok) return ready;
    const made = await writeAll(input, aside, progress);
    if (!made.ok) return made;
    if (existsSync(target)) rmdirSync(target);
    renameSync(aside, target);
    await syncFolder(dirname(target));
    noteExports(workspace, forms.source.round.id, made.value.files);
    return made;
  } catch (error) {
    const failure = fileFailure(error, target);
    if (failure === null) throw error;
    return { ok: false, error: failure };
  } finally {
    rmSync(aside, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The target may be an empty folder; what killed runs left aside is taken away, also under another minute's name. */
function prepare(target: string, aside: string, title: string): Result<null> {
  if (existsSync(target) && readdirSync(target).length > 0) {
    return fail('cli.folder-not-empty', { folder: target });
  }
  const parent = dirname(target);
  const named = makeFileName([title, '导出', ''], '');
  for (const name of existsSync(parent) ? readdirSync(parent) : []) {
    const left = name.startsWith(named) && name.endsWith(unfinished);
    if (left || join(parent, name) === aside) rmSync(join(parent, name), { recursive: true, force: true });
  }
  mkdirSync(aside, { recursive: true });
  return ok(null);
}

async function writeAll(
  { forms, print, cancelled, only = order, disk }: ExportAllInput,
  aside: string,
  progress: Progress,
): Promise<Result<ExportedAll>> {
  const wishes = listWishes(forms, only, print !== null);
  const files: ListedFile[] = [];
  const skipped: SkippedForm[] = [];
  const unique = makeUniqueNames();
  for (const [index, wish] of wishes.entries()) {
    if (cancelled()) return fail('reports.cancelled');
    progress(index, wishes.length, formNames[wish.form]);
    const made = await forms.make(wish);
    if (!made.ok) {
      skipped.push({ form: wish.form, format: wish.format, code: made.error.code, detail: made.error.detail ?? {} });
      continue;
    }
    const { form, format } = wish;
    const folder = form === 'sheet' ? formNames.sheet : '';
    const name = join(folder, unique(made.value.fileName, `.${format}`));
    mkdirSync(join(aside, folder), { recursive: true });
    const written = await writeBytes(join(aside, name), await bytesOf(made.value, print), disk);
    if (!written.ok) return written;
    files.push({ form, format, name, size: written.value.size, sha256: written.value.sha256 });
  }
  if (cancelled()) return fail('reports.cancelled');
  const index = await writeBytes(join(aside, '目录.xlsx'), await indexForm(forms.source, files, skipped), disk);
  if (!index.ok) return index;
  progress(wishes.length, wishes.length, '');
  return ok({ files, skipped });
}

/** Every form in every format; 个人评分表 as one file per expert. */
function listWishes({ source }: Forms, only: readonly ExportForm[], printing: boolean): FormWish[] {
  const returned = source.experts.filter(({ id }) => source.sheets.some(({ expertId }) => expertId === id));
  return only.flatMap((form) =>
    formFormats[form]
      .filter((format) => printing || format !== 'pdf')
      .flatMap((format): FormWish[] => {
        if (form !== 'sheet' || returned.length === 0) return [{ form, format }];
        return returned.map(({ id }) => ({ form, format, expertId: id }));
      }),
  );
}

async function bytesOf(form: ExportedForm, print: Print | null): Promise<Uint8Array> {
  if (form.kind === 'file') return form.bytes;
  if (print === null) throw new Error('a page to print where nothing prints');
  return print(form.html, form.margins);
}

function writeBytes(path: string, bytes: Uint8Array, disk: Disk | undefined): Promise<Result<WrittenFile>> {
  const produce = async (write: Write) => {
    await write(bytes);
    return ok(null);
  };
  return writeFileAtomic(path, produce, disk === undefined ? {} : { disk });
}

/** One entry per form, whatever its formats and files. */
function noteExports(workspace: Workspace, roundId: string, files: readonly ListedFile[]): void {
  const forms = new Set(files.map(({ form }) => form));
  workspace.db.transaction(() => {
    for (const form of forms) trace(workspace, { event: 'form-exported', body: { roundId, form } });
  })();
}
