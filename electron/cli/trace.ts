import { resolve } from 'node:path';
import { fail, ok } from '#shared/base/result.ts';
import { parseFingerprint } from '#shared/identity/fingerprint.ts';
import { describeFailure } from '#shared/text/sentences.ts';
import { signHead, writeWhole } from '../audit/sign-head.ts';
import { verifyLog, type LogReport } from '../audit/verify-log.ts';
import { openHome } from '../home/home.ts';
import { verifyTrace } from '../trace/verify-trace.ts';
import type { CommandContext, Outcome, Run } from './command.ts';
import { optionalText, textOption } from './options.ts';
import { withUnlockedWorkspace, withWorkspace } from './workspace.ts';

/** `mtx trace verify`: the log of a workspace against its signed heads, or that of an expert's home by itself. */
export const verify: Run = async (input, context) => {
  const { options } = input;
  const home = optionalText(options, 'home');
  if (home !== undefined) return verifyHome(resolve(home), context);
  if (optionalText(options, 'workspace') === undefined) {
    return fail('cli.usage', { command: 'trace verify', problem: '--workspace DIR | --home DIR' });
  }
  const commission = optionalText(options, 'commission');
  const isOffice = commission === undefined ? null : parseFingerprint(commission);
  if (commission !== undefined && isOffice === null) {
    return fail('cli.choice', { option: 'commission', choices: 'SHA256:00000-…' });
  }
  const head = optionalText(options, 'head');
  const given = head === undefined ? [] : [resolve(head)];
  return withWorkspace(input, context, async (workspace) =>
    ok(describeReport(await verifyLog(workspace, given, isOffice), context)),
  );
};

/** `mtx trace head`: signs the head of the log as it is now, for keeping it elsewhere. */
export const head: Run = (input, context) =>
  withUnlockedWorkspace(input, context, async (workspace) => {
    const signed = await signHead(workspace, 'asked');
    if (!signed.ok) return signed;
    const { entries, head: hash, path, bytes } = signed.value;
    const out = resolve(textOption(input.options, 'out'));
    const written = await writeWhole(out, bytes);
    if (!written.ok) return written;
    const text =
      context.language === 'en'
        ? `Head of the log signed up to entry ${entries}: ${out}\n${hash}`
        : `日志头已签署至第 ${entries} 条：${out}\n${hash}`;
    return ok({ json: { entries, head: hash, file: out, kept: path }, text, exit: 0 });
  });

async function verifyHome(folder: string, context: CommandContext): ReturnType<Run> {
  const home = openHome(folder, context.entropy);
  if (!home.ok) return home;
  try {
    return ok(describeReport({ ...verifyTrace(home.value.db), heads: [] }, context));
  } finally {
    home.value.db.close();
  }
}

function describeReport(report: LogReport, { language }: CommandContext): Outcome {
  const english = language === 'en';
  const { entries, head: hash, firstBad, heads } = report;
  const lines = [
    english ? `${entries} entries, ${heads.length} signed heads` : `留痕 ${entries} 条，签名日志头 ${heads.length} 个`,
    ...(firstBad === null
      ? [english ? 'complete and unchanged' : '完整，未被改动', hash]
      : [
          `${describeFailure({ code: firstBad.code, detail: { file: '', ...firstBad } }, language)} [${firstBad.code}]`,
        ]),
  ];
  return { json: report, text: lines.join('\n'), exit: report.ok ? 0 : 1 };
}
