import { resolve } from 'node:path';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import { defaultSuite, suiteSchema } from '#shared/packages/suite.ts';
import { openWorkspace, unlockWorkspace } from '../workspace/open-workspace.ts';
import { countMembers } from '../workspace/roster-table.ts';
import type { UnlockedWorkspace, Workspace } from '../workspace/workspace.ts';
import type { CommandContext, CommandInput, Outcome, Run } from './command.ts';
import { oneOf, textOption } from './options.ts';

/** `mtx workspace init DIR --name NAME` */
export const init: Run = async ({ options, files: [folder = '.'] }, context) => {
  const suite = oneOf(options, 'suite', suiteSchema.options, defaultSuite);
  if (!suite.ok) return suite;
  const passphrase = await context.readPassphrase(true);
  if (passphrase === null) return fail('workspace.passphrase-missing');
  const { createWorkspace } = await import('../workspace/create-workspace.ts');
  const created = await createWorkspace({
    folder: resolve(folder),
    name: textOption(options, 'name'),
    demo: false,
    passphrase,
    suite: suite.value,
    ...(context.member === undefined ? {} : { memberName: context.member }),
    entropy: context.entropy,
  });
  if (!created.ok) return created;
  const { about, keys, db } = created.value;
  db.close();
  const json = { ...about, folder: resolve(folder), fingerprint: keys.signer.fingerprint };
  const text =
    context.language === 'en'
      ? `Workspace “${about.name}” created in ${resolve(folder)}\nCommission key ${formatFingerprint(keys.signer.fingerprint)}`
      : `工作区“${about.name}”已建在 ${resolve(folder)}\n评审办密钥 ${formatFingerprint(keys.signer.fingerprint)}`;
  return ok({ json, text, exit: 0 });
};

/** Runs with the workspace of `--workspace` open, and closes it whatever happens. */
export async function withWorkspace(
  input: CommandInput,
  context: CommandContext,
  act: (workspace: Workspace) => Result<Outcome> | Promise<Result<Outcome>>,
): Promise<Result<Outcome>> {
  const opened = openWorkspace(resolve(textOption(input.options, 'workspace')), context.entropy);
  if (!opened.ok) return opened;
  try {
    return await act({ ...opened.value, via: 'command-line' });
  } finally {
    opened.value.db.close();
  }
}

/** Signs the member of `--member` in, the only one when none is named. */
export async function signInHere(workspace: Workspace, context: CommandContext): Promise<Result<UnlockedWorkspace>> {
  const passphrase = await context.readPassphrase(false);
  if (passphrase === null) return fail('workspace.passphrase-missing');
  return unlockWorkspace(workspace, passphrase, context.member);
}

/** As `withWorkspace`; in a workspace of several members, or when one is named, somebody signs in first. */
export function withActingMember(
  input: CommandInput,
  context: CommandContext,
  act: (workspace: Workspace) => Result<Outcome> | Promise<Result<Outcome>>,
): Promise<Result<Outcome>> {
  return withWorkspace(input, context, async (workspace) => {
    if (context.member === undefined && countMembers(workspace.db) <= 1) return act(workspace);
    const unlocked = await signInHere(workspace, context);
    return unlocked.ok ? act(unlocked.value) : unlocked;
  });
}

/** As `withWorkspace`, with the keys unlocked by the passphrase. */
export function withUnlockedWorkspace(
  input: CommandInput,
  context: CommandContext,
  act: (workspace: UnlockedWorkspace) => Promise<Result<Outcome>>,
): Promise<Result<Outcome>> {
  return withWorkspace(input, context, async (workspace) => {
    const unlocked = await signInHere(workspace, context);
    return unlocked.ok ? act(unlocked.value) : unlocked;
  });
}
