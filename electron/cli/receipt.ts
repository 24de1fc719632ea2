import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { fillSentence } from '#shared/base/sentence.ts';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import type { OpenedReceipt } from '#shared/ipc/receipt-views.ts';
import { describeRefusal } from '#shared/receipts/refusal-words.ts';
import { homePaths, type Home } from '../home/home.ts';
import { guardHome } from '../home/home-failure.ts';
import { openHomeByPassphrase, reopenScriptHome } from '../home/script-home.ts';
import { openReceipt } from '../receipts/open-receipt.ts';
import type { CommandContext, OptionValues, Run } from './command.ts';
import { optionalText, textOption } from './options.ts';

/** `mtx receipt open`: what the office answered to a result package made in a home, verified and noted there. */
export const open: Run = async ({ options, files: [file = ''] }, context) => {
  const home = await openOwnHome(options, context);
  if (!home.ok) return home;
  try {
    return await guardHome(async () => {
      const opened = await openReceipt({ ...home.value, via: 'command-line' }, { path: resolve(file) });
      if (!opened.ok) return opened;
      const { receipt, ...rest } = opened.value;
      const { verdict, code, signer } = receipt;
      const reason = code === null ? null : fillSentence(describeRefusal(code), context.language);
      const json = { file: basename(file), ...receipt, signerText: formatFingerprint(signer), reason, ...rest };
      return ok({ json, text: describe(opened.value, reason, context), exit: verdict === 'refused' ? 1 : 0 });
    });
  } finally {
    home.value.vault.lock();
    home.value.db.close();
  }
};

/** The home must be there: one that begins now has submitted nothing. */
async function openOwnHome(options: OptionValues, context: CommandContext): Promise<Result<Home>> {
  const folder = resolve(textOption(options, 'home'));
  if (!existsSync(homePaths.database(folder))) return fail('cli.file-missing', { file: folder });
  const { entropy, readPassphrase } = context;
  const code = optionalText(options, 'code');
  return code === undefined
    ? openHomeByPassphrase({ folder, entropy, readPassphrase })
    : reopenScriptHome({ folder, entropy, code });
}

const verdicts = {
  accepted: ['已送达', 'delivered'],
  superseded: ['更正件已送达', 'the correction was delivered'],
  refused: ['被拒收', 'refused'],
} as const;

function describe(
  { receipt, submission, known, renewed }: OpenedReceipt,
  reason: string | null,
  { language }: CommandContext,
): string {
  const english = language === 'en';
  const verdict = verdicts[receipt.verdict][english ? 1 : 0];
  const lines = [
    english
      ? `Submission ${submission}: ${verdict} (${receipt.issuedAt})`
      : `第 ${submission} 次提交${verdict}（${receipt.issuedAt}）`,
    ...(reason === null ? [] : [`${reason} [${receipt.code}]`]),
    ...(renewed === 'card' ? [english ? cardWords.en : cardWords.zh] : []),
    ...(known ? [english ? 'It was taken in before; nothing changed.' : '这份回执此前已登记过，没有变化。'] : []),
    `${english ? 'signed with' : '签发密钥'} ${formatFingerprint(receipt.signer)}`,
  ];
  return lines.join('\n');
}

const cardWords = {
  zh: '这项任务是用登记卡上的旧密钥封装的：请重新制作登记卡（mtx card make）交评审办登记，再打开重新下发的任务包。',
  en: 'The task was sealed to the old key of the registration card: make a new card (mtx card make), have it enrolled, and open the task that is issued again.',
} as const;
