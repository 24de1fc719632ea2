import { basename, resolve } from 'node:path';
import { ok } from '#shared/base/result.ts';
import { giveReceipts, type GivenReceipt } from '../receipts/give-receipts.ts';
import type { Run } from './command.ts';
import { textOption } from './options.ts';
import { withUnlockedWorkspace } from './workspace.ts';

/** `mtx receipts`: a signed answer to every result package of a round. */
export const run: Run = (input, context) =>
  withUnlockedWorkspace(input, context, async (workspace) => {
    const folder = resolve(textOption(input.options, 'out'));
    const roundId = textOption(input.options, 'round');
    const given = await giveReceipts(workspace, { roundId, intakeIds: null, folder }, context.progress);
    if (!given.ok) return given;
    const english = context.language === 'en';
    const head = english
      ? `${given.value.length} receipts in ${folder}`
      : `已签发回执 ${given.value.length} 份：${folder}`;
    const lines = given.value.map((receipt) => describe(receipt, english));
    return ok({ json: given.value, text: [head, ...lines].join('\n'), exit: 0 });
  });

const words = {
  accepted: ['已接收', 'accepted'],
  superseded: ['更正已接收', 'correction accepted'],
  refused: ['被拒收', 'refused'],
} as const;

function describe({ expertName, verdict, code, file }: GivenReceipt, english: boolean): string {
  const reason = code === null ? '' : ` [${code}]`;
  return `  ${expertName}  ${words[verdict][english ? 1 : 0]}${reason}  ${basename(file)}`;
}
