import { resolve } from 'node:path';
import { ok } from '#shared/base/result.ts';
import type { IntakeEntry } from '#shared/ipc/office-views.ts';
import { describeFailure } from '#shared/text/sentences.ts';
import { importResults } from '../intake/import-results.ts';
import type { Run } from './command.ts';
import { withUnlockedWorkspace } from './workspace.ts';

const verdictWords: Readonly<Record<IntakeEntry['verdict'], readonly [zh: string, en: string]>> = {
  accepted: ['接收', 'accepted'],
  superseded: ['更正接收', 'superseded'],
  duplicate: ['重复', 'duplicate'],
  refused: ['拒收', 'refused'],
};

/** `mtx import`. Exit 1 when a package was refused. */
export const run: Run = (input, context) =>
  withUnlockedWorkspace(input, context, async (workspace) => {
    const imported = await importResults(
      workspace,
      { paths: input.files.map((file) => resolve(file)) },
      context.progress,
    );
    if (!imported.ok) return imported;
    const english = context.language === 'en';
    const lines = imported.value.map((entry) => {
      const verdict = verdictWords[entry.verdict][english ? 1 : 0];
      const who =
        entry.expertName === null ? '' : ` ${entry.expertName}${entry.seq === null ? '' : ` seq ${entry.seq}`}`;
      const why =
        entry.code === null
          ? ''
          : `\n    ${describeFailure({ code: entry.code, detail: entry.detail }, context.language)} [${entry.code}]`;
      return `  ${verdict}  ${entry.file}${who}${why}`;
    });
    const refused = imported.value.filter(({ verdict }) => verdict === 'refused').length;
    const head = english
      ? `${imported.value.length} packages, ${refused} refused`
      : `共 ${imported.value.length} 个结果包，拒收 ${refused} 个`;
    return ok({
      json: imported.value.map((entry) => ({
        ...entry,
        ...(entry.code === null
          ? {}
          : { message: describeFailure({ code: entry.code, detail: entry.detail }, context.language) }),
      })),
      text: [head, ...lines].join('\n'),
      exit: refused > 0 ? 1 : 0,
    });
  });
