import { resolve } from 'node:path';
import { ok } from '#shared/base/result.ts';
import { issueTasks } from '../tasks/issue-tasks.ts';
import type { Run } from './command.ts';
import { textOption } from './options.ts';
import { withUnlockedWorkspace } from './workspace.ts';

/** `mtx issue` */
export const run: Run = (input, context) =>
  withUnlockedWorkspace(input, context, async (workspace) => {
    const folder = resolve(textOption(input.options, 'out'));
    const roundId = textOption(input.options, 'round');
    const issued = await issueTasks(workspace, { roundId, folder }, context.progress);
    if (!issued.ok) return issued;
    const english = context.language === 'en';
    const head = english
      ? `${issued.value.length} task packages in ${folder}, activation codes in codes.csv (hand them over by another way)`
      : `任务包 ${issued.value.length} 个，已存入 ${folder}；激活码见 codes.csv（请另行转交，不要与任务包一起发送）`;
    const lines = issued.value.map(({ name, code, file }) => `  ${name}  ${code}  ${file}`);
    return ok({
      json: { roundId, folder, codes: 'codes.csv', tasks: issued.value },
      text: [head, ...lines].join('\n'),
      exit: 0,
    });
  });
