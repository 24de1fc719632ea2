import { ok } from '#shared/base/result.ts';
import { getProgress } from '../intake/get-progress.ts';
import type { Run } from './command.ts';
import { textOption } from './options.ts';
import { withWorkspace } from './workspace.ts';

/** `mtx progress` */
export const run: Run = (input, context) =>
  withWorkspace(input, context, (workspace) => {
    const roundId = textOption(input.options, 'round');
    const progress = getProgress(workspace, { roundId });
    if (!progress.ok) return progress;
    const { experts, candidates } = progress.value;
    const returned = experts.filter(({ seq }) => seq !== null).length;
    const done = candidates.reduce((sum, each) => sum + each.done, 0);
    const assigned = candidates.reduce((sum, each) => sum + each.assigned, 0);
    const head =
      context.language === 'en'
        ? `${returned} of ${experts.length} experts have returned, ${done} of ${assigned} sheets are in`
        : `已回 ${returned}/${experts.length} 名专家，评分表 ${done}/${assigned} 份`;
    const lines = experts.map(
      ({ name, unit, seq, done: own, assigned: all }) =>
        `  ${seq === null ? '○' : '●'} ${name} ${unit} ${own}/${all}${seq === null ? '' : ` seq ${seq}`}`,
    );
    const json = {
      roundId,
      expertsReturned: returned,
      expertsTotal: experts.length,
      sheetsIn: done,
      sheetsAssigned: assigned,
      experts: experts.map(({ id, ...expert }) => ({ expertId: id, ...expert })),
      candidates: candidates.map(({ id, ...candidate }) => ({ candidateId: id, ...candidate })),
    };
    return ok({ json, text: [head, ...lines].join('\n'), exit: 0 });
  });
