import { ok } from '#shared/base/result.ts';
import { revokeExpertKeys } from '../experts/expert-keys.ts';
import type { Run } from './command.ts';
import { findExpert } from './decide.ts';
import { textOption } from './options.ts';
import { withUnlockedWorkspace } from './workspace.ts';

/** `mtx expert revoke`: the keys of a lost laptop speak for the expert no longer. */
export const revoke: Run = (input, context) =>
  withUnlockedWorkspace(input, context, async (workspace) => {
    const { options } = input;
    const expert = findExpert(workspace.db, textOption(options, 'round'), textOption(options, 'expert'));
    if (!expert.ok) return expert;
    const revoked = await revokeExpertKeys(workspace, {
      expertId: expert.value,
      reason: textOption(options, 'reason'),
    });
    if (!revoked.ok) return revoked;
    const text =
      context.language === 'en'
        ? 'Revoked. What was accepted stays; issue the task again with mtx issue --expert.'
        : '已撤销。已收的结果保留；请用 mtx issue --expert 重新下发任务包。';
    return ok({ json: { expertId: expert.value, ...revoked.value }, text, exit: 0 });
  });
