import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { parseFingerprint } from '#shared/identity/fingerprint.ts';
import { describeFailure } from '#shared/text/sentences.ts';
import { readActivationCode } from '../identity/activation-code.ts';
import type { Unlock } from '../identity/age.ts';
import { verifyPackage, type VerifyReport } from '../packages/verify-package.ts';
import { openWorkspace } from '../workspace/open-workspace.ts';
import type { CommandContext, OptionValues, Run } from './command.ts';
import { optionalText } from './options.ts';
import { signInHere } from './workspace.ts';

/** `mtx verify`: one report per file; `--json` prints an object for one file, a list for several. */
export const run: Run = async ({ options, files }, context) => {
  const unlock = await readUnlock(options, context);
  if (!unlock.ok) return unlock;
  const commission = optionalText(options, 'commission');
  const isCommission = commission === undefined ? null : parseFingerprint(commission);
  if (commission !== undefined && isCommission === null) {
    return fail('cli.choice', { option: 'commission', choices: 'SHA256:00000-…' });
  }
  const staging = mkdtempSync(join(tmpdir(), 'mtx-'));
  try {
    const reports: (VerifyReport & { file: string })[] = [];
    for (const file of files) {
      const report = await verifyPackage({ file: resolve(file), staging, unlock: unlock.value, isCommission });
      reports.push({ file, ...report });
    }
    return ok({
      json: reports.length === 1 ? reports[0] : reports,
      text: reports.map((report) => describeReport(report, context)).join('\n\n'),
      exit: reports.every((report) => report.ok) ? 0 : 1,
    });
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
};

function describeReport({ file, ...report }: VerifyReport & { file: string }, { language }: CommandContext): string {
  const english = language === 'en';
  const verdict = report.ok ? (english ? 'genuine and complete' : '真实、完整') : english ? 'refused' : '未通过';
  return [
    `${basename(file)}: ${verdict}`,
    ...(report.kind === null ? [] : [`  ${report.kind}  ${report.mode}  ${report.suite}  seq ${report.seq}`]),
    ...(report.signer === null ? [] : [`  ${report.signer}`]),
    ...(report.statement === null ? [] : [`  ${english ? 'statement' : '声明'} ${report.statement}`]),
    ...report.steps.map(
      ({ step, ok: passed, code }) => `  ${passed ? '✓' : '✗'} ${step}${code === null ? '' : ` ${code}`}`,
    ),
    ...(report.error === null ? [] : [`  ${describeFailure(report.error, language)} [${report.error.code}]`]),
  ].join('\n');
}

async function readUnlock(options: OptionValues, context: CommandContext): Promise<Result<Unlock | null>> {
  const code = optionalText(options, 'code');
  if (code !== undefined) {
    const parts = readActivationCode(code);
    return parts.ok ? ok({ by: 'passphrase', passphrase: parts.value.secret }) : parts;
  }
  const identity = optionalText(options, 'identity');
  if (identity !== undefined) return readIdentity(identity);
  const folder = optionalText(options, 'workspace');
  return folder === undefined ? ok(null) : readWorkspaceIdentity(resolve(folder), context);
}

/** The format of `age-keygen`: one identity per line, `#` starts a comment. */
function readIdentity(file: string): Result<Unlock> {
  let text: string;
  try {
    text = readFileSync(resolve(file), 'utf8');
  } catch {
    return fail('cli.file-missing', { file });
  }
  const identities = text.split(/\r?\n/).filter((line) => line.startsWith('AGE-SECRET-KEY-1'));
  return identities.length === 0
    ? fail('cli.identity-file', { file: basename(file) })
    : ok({ by: 'identities', identities });
}

async function readWorkspaceIdentity(folder: string, context: CommandContext): Promise<Result<Unlock>> {
  const opened = openWorkspace(folder, context.entropy);
  if (!opened.ok) return opened;
  try {
    const unlocked = await signInHere(opened.value, context);
    if (!unlocked.ok) return unlocked;
    const { identity, former } = unlocked.value.keys;
    return ok({ by: 'identities', identities: [identity, ...former.map((each) => each.identity)] });
  } finally {
    opened.value.db.close();
  }
}
