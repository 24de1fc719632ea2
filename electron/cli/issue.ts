import { resolve } from 'node:path';
import { ok, type Result } from '#shared/base/result.ts';
import type { IssuedTask } from '#shared/ipc/office-views.ts';
import { issueTasks } from '../tasks/issue-tasks.ts';
import { reissueTask } from '../tasks/reissue-task.ts';
import type { UnlockedWorkspace } from '../workspace/workspace.ts';
import type { CommandContext, OptionValues, Run } from './command.ts';
import { findExpert } from './decide.ts';
import { optionalText, textOption } from './options.ts';
import { withUnlockedWorkspace } from './workspace.ts';

/** `mtx issue` */
export const run: Run = (input, context) =>
  withUnlockedWorkspace(input, context, async (workspace) => {
    const folder = resolve(textOption(input.options, 'out'));
    const roundId = textOption(input.options, 'round');
    const issued = await issue(workspace, input.options, folder, context);
    if (!issued.ok) return issued;
    const english = context.language === 'en';
    const again = optionalText(input.options, 'expert') !== undefined;
    const head = english
      ? `${issued.value.length} task packages in ${folder}, activation codes in codes.csv (hand them over by another way)`
      : `任务包 ${issued.value.length} 个，已存入 ${folder}；激活码见 codes.csv（请另行转交，不要与任务包一起发送）`;
    const lines = issued.value.map(({ name, code, file }) => `  ${name}  ${code}  ${file}`);
    return ok({
      json: { roundId, folder, codes: again ? null : 'codes.csv', tasks: issued.value },
      text: [head, ...lines].join('\n'),
      exit: 0,
    });
  });

/** Everybody's task, or one expert's again. */
async function issue(
  workspace: UnlockedWorkspace,
  options: OptionValues,
  folder: string,
  context: CommandContext,
): Promise<Result<readonly IssuedTask[]>> {
  const roundId = textOption(options, 'round');
  const name = optionalText(options, 'expert');
  if (name === undefined) return issueTasks(workspace, { roundId, folder }, context.progress);
  const expert = findExpert(workspace.db, roundId, name);
  if (!expert.ok) return expert;
  const issued = await reissueTask(workspace, { roundId, expertId: expert.value, folder });
  return issued.ok ? ok([issued.value]) : issued;
}
