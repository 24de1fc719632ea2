import { ok } from '#shared/base/result.ts';
import { cleanText } from '#shared/base/text.ts';
import { lockRound, reopenRound } from '../decisions/lock-round.ts';
import type { Run } from './command.ts';
import { optionalText, textOption } from './options.ts';
import { withUnlockedWorkspace } from './workspace.ts';

/** `mtx lock`: signs the ranking for the record. */
export const lock: Run = (input, context) =>
  withUnlockedWorkspace(input, context, async (workspace) => {
    const { options } = input;
    const roundId = textOption(options, 'round');
    const note = cleanText(optionalText(options, 'note') ?? '').trim();
    const locked = await lockRound(workspace, {
      roundId,
      note,
      acceptOutstanding: options['accept-outstanding'] === true,
    });
    if (!locked.ok) return locked;
    const { standing } = locked.value;
    const english = context.language === 'en';
    const text = english
      ? `Locked. The signed ranking is statement ${standing?.statement}, result ${standing?.resultHash}.`
      : `已锁定定稿。签名排名的陈述哈希 ${standing?.statement}，结果哈希 ${standing?.resultHash}。`;
    return ok({ json: { roundId, ...locked.value }, text, exit: 0 });
  });

/** `mtx reopen`: takes a locked round back into work, with a reason on record. */
export const reopen: Run = (input, context) =>
  withUnlockedWorkspace(input, context, async (workspace) => {
    const roundId = textOption(input.options, 'round');
    const note = cleanText(textOption(input.options, 'note')).trim();
    const reopened = reopenRound(workspace, { roundId, note });
    if (!reopened.ok) return reopened;
    const text =
      context.language === 'en'
        ? 'Reopened. The signed ranking is kept and marked as no longer standing.'
        : '已解除锁定。原签名排名留存备查，并注明不再有效。';
    return ok({ json: { roundId, ...reopened.value }, text, exit: 0 });
  });
