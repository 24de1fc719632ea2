import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import type { Language } from '#shared/base/sentence.ts';
import { describeCandidates, describeCandidatesRefusal } from '#shared/candidates/describe-candidates.ts';
import { describeExperts, describeExpertsRefusal } from '#shared/experts/describe-experts.ts';
import type { ImportReport } from '#shared/tables/describe-import.ts';
import { attachDossiers } from '../candidates/attach-dossiers.ts';
import { loadCandidates } from '../candidates/list-candidates.ts';
import { readCandidates } from '../candidates/read-candidates.ts';
import { removeCandidates, takeCandidates } from '../candidates/take-candidates.ts';
import { readExperts } from '../experts/read-experts.ts';
import { takeExperts } from '../experts/take-experts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Outcome, Run } from './command.ts';
import { optionalText, textOption } from './options.ts';
import { withActingMember } from './workspace.ts';

/** `mtx candidates import`: takes the rows without faults. Exit 1 when rows are held. */
export const importCandidates: Run = (input, context) =>
  withActingMember(input, context, async (workspace) => {
    const { options, files } = input;
    const roundId = textOption(options, 'round');
    const dossiers = optionalText(options, 'dossiers');
    if (dossiers !== undefined && !existsSync(resolve(dossiers))) return fail('cli.file-missing', { file: dossiers });
    const track = optionalText(options, 'track') ?? null;
    const read = await readCandidates(workspace, { roundId, path: resolve(files[0] ?? ''), track });
    if (!read.ok) return refuse(read, describeCandidatesRefusal, context.language);
    const { interpretation, round } = read.value;
    const before = listIds(workspace, roundId);
    const taken = takeCandidates(workspace, { roundId, rows: interpretation.rows });
    if (!taken.ok) return taken;
    const report = describeCandidates(interpretation, round.design, context.language);
    if (dossiers === undefined) return ok(summarise(report, report, context.language));
    const attached = await attachDossiers(workspace, { roundId, folder: resolve(dossiers) });
    if (!attached.ok) {
      // One command is one act: without its dossiers the list is not taken either.
      const candidateIds = listIds(workspace, roundId).filter((id) => !before.includes(id));
      removeCandidates(workspace, { roundId, candidateIds });
      return attached;
    }
    return ok(summarise(report, { ...report, dossiers: attached.value }, context.language));
  });

function listIds({ db }: Workspace, roundId: string): string[] {
  return loadCandidates(db, roundId).map(({ id }) => id);
}

/** `mtx experts import`: takes the rows without faults. Exit 1 when rows are held. */
export const importExperts: Run = (input, context) =>
  withActingMember(input, context, async (workspace) => {
    const roundId = textOption(input.options, 'round');
    const read = await readExperts(workspace, { roundId, path: resolve(input.files[0] ?? '') });
    if (!read.ok) return refuse(read, describeExpertsRefusal, context.language);
    const taken = takeExperts(workspace, { roundId, rows: read.value.interpretation.rows });
    if (!taken.ok) return taken;
    const report = describeExperts(read.value.interpretation, context.language);
    return ok(summarise(report, report, context.language));
  });

/** A file that cannot be read is told in the same shape as one that can. */
function refuse(
  refused: { readonly ok: false; readonly error: Failure },
  describe: (failure: Failure, language: Language) => ImportReport,
  language: Language,
): Result<Outcome> {
  if (!refused.error.code.startsWith('tables.')) return refused;
  const report = describe(refused.error, language);
  return ok(summarise(report, report, language));
}

function summarise(report: ImportReport, json: unknown, language: Language): Outcome {
  const head =
    language === 'en'
      ? `${report.taken} taken, ${report.held} held, ${report.warnings} warnings`
      : `导入 ${report.taken} 行，暂存 ${report.held} 行，提醒 ${report.warnings} 条`;
  const lines = [...report.problems, ...report.notes].map(({ message }) => `  ${message}`);
  const refused = report.problems.some(({ severity }) => severity === 'file');
  return { json, text: [head, ...lines].join('\n'), exit: refused || report.held > 0 ? 1 : 0 };
}
