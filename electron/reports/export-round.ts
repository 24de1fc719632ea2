import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Language } from '#shared/base/sentence.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { ExportForm, ExportFormat } from '#shared/ipc/office-calls.ts';
import { fileFailure } from '../base/file-failure.ts';
import { writeFileAtomic } from '../base/write-file-atomic.ts';
import { loadExperts } from '../experts/list-experts.ts';
import { makeRanking } from '../ranking/rank-round.ts';
import { loadRound } from '../round/load-round.ts';
import { listIssuedTasks } from '../tasks/list-issued-tasks.ts';
import { authorise } from '../workspace/authorise.ts';
import { trace, type Workspace } from '../workspace/workspace.ts';
import { exportForm, type ExportedForm } from './export-form.ts';
import { slipForm } from './slip-form.ts';

/** The formats of each form. */
export const formFormats = {
  summary: ['xlsx', 'csv', 'pdf'],
  ranking: ['xlsx', 'csv', 'pdf'],
  slip: ['pdf'],
} as const satisfies Record<ExportForm, readonly ExportFormat[]>;

type FormInput = {
  readonly roundId: string;
  readonly form: ExportForm;
  readonly format: ExportFormat;
  readonly language: Language;
};

/** Makes a form of a round from what the workspace holds now. */
export async function exportRound(workspace: Workspace, input: FormInput): Promise<Result<ExportedForm>> {
  const allowed = authorise(workspace, 'export-lists');
  if (!allowed.ok) return allowed;
  const { roundId, form, format, language } = input;
  const formats: readonly ExportFormat[] = formFormats[form];
  if (!formats.includes(format)) return fail('cli.format-unavailable', { form, format, formats: formats.join(' | ') });
  const exportedAt = workspace.entropy.now();
  if (form === 'slip') {
    const round = loadRound(workspace.db, roundId);
    if (!round.ok) return round;
    const tasks = listIssuedTasks(workspace, { roundId });
    if (!tasks.ok) return tasks;
    if (tasks.value.length === 0) return fail('round.not-issued', { title: round.value.title });
    return ok(slipForm({ round: round.value, office: workspace.about.name, tasks: tasks.value, language, exportedAt }));
  }
  const made = makeRanking(workspace, roundId);
  if (!made.ok) return made;
  return exportForm({
    form,
    format,
    round: made.value.round,
    office: workspace.about.name,
    ranking: made.value.ranking,
    experts: loadExperts(workspace.db, roundId),
    naming: 'names',
    language,
    exportedAt,
    resultHash: made.value.hashes.resultHash,
  });
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

/** The lists of a round in every format that needs no window, into a folder. @returns the files' paths */
export async function exportLists(
  workspace: Workspace,
  { roundId, folder, language }: { roundId: string; folder: string; language: Language },
): Promise<Result<readonly string[]>> {
  const paths: string[] = [];
  for (const form of ['summary', 'ranking'] as const) {
    for (const format of ['xlsx', 'csv'] as const) {
      const made = await exportRound(workspace, { roundId, form, format, language });
      if (!made.ok) return made;
      if (made.value.kind !== 'file') continue;
      const path = join(folder, made.value.fileName);
      const saved = await saveForm(workspace, { roundId, form, path, bytes: made.value.bytes });
      if (!saved.ok) return saved;
      paths.push(path);
    }
  }
  return ok(paths);
}
