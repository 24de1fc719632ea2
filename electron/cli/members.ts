import { fail, ok, type Result } from '#shared/base/result.ts';
import type { MemberRole } from '#shared/identity/member.ts';
import {
  addMember,
  changePassphrase,
  listMembers,
  removeMember,
  renewMember,
  setMemberRole,
  type ListedMember,
} from '../workspace/members.ts';
import type { UnlockedWorkspace, Workspace } from '../workspace/workspace.ts';
import type { CommandContext, OptionValues, Outcome, Run } from './command.ts';
import { oneOf, optionalText } from './options.ts';
import { readFirstLine } from './passphrase.ts';
import { withUnlockedWorkspace, withWorkspace } from './workspace.ts';

const roleWords: Readonly<Record<MemberRole, readonly [zh: string, en: string]>> = {
  admin: ['管理员', 'admin'],
  staff: ['工作人员', 'staff'],
};

/** `mtx member list`: out of the verified roster; no passphrase is needed. */
export const list: Run = (input, context) => withWorkspace(input, context, (workspace) => report(workspace, context));

/** `mtx member add NAME` */
export const add: Run = (input, context) =>
  withUnlockedWorkspace(input, context, async (workspace) => {
    const role = oneOf(input.options, 'role', ['admin', 'staff'], 'staff');
    if (!role.ok) return role;
    const passphrase = await readNewPassphrase(input.options, context);
    if (passphrase === null) return fail('workspace.new-passphrase-missing');
    const added = await addMember(workspace, { name: input.files[0] ?? '', role: role.value, passphrase });
    return added.ok ? report(workspace, context) : added;
  });

/** `mtx member remove NAME` */
export const remove: Run = (input, context) =>
  withUnlockedWorkspace(input, context, (workspace) =>
    onMember(workspace, context, input.files[0], (memberId) => removeMember(workspace, { memberId })),
  );

/** `mtx member role NAME` */
export const role: Run = (input, context) =>
  withUnlockedWorkspace(input, context, async (workspace) => {
    const wanted = oneOf(input.options, 'role', ['admin', 'staff'], 'staff');
    if (!wanted.ok) return wanted;
    return onMember(workspace, context, input.files[0], (memberId) =>
      setMemberRole(workspace, { memberId, role: wanted.value }),
    );
  });

/** `mtx member renew NAME`: new keys for somebody who forgot his passphrase. */
export const renew: Run = (input, context) =>
  withUnlockedWorkspace(input, context, async (workspace) => {
    const passphrase = await readNewPassphrase(input.options, context);
    if (passphrase === null) return fail('workspace.new-passphrase-missing');
    return onMember(workspace, context, input.files[0], (memberId) => renewMember(workspace, { memberId, passphrase }));
  });

/** `mtx member passphrase`: the member who signs in changes his own. */
export const passphrase: Run = async (input, context) => {
  const from = await context.readPassphrase(false);
  if (from === null) return fail('workspace.passphrase-missing');
  const known = { ...context, readPassphrase: () => Promise.resolve(from) };
  return withUnlockedWorkspace(input, known, async (workspace) => {
    const to = await readNewPassphrase(input.options, context);
    if (to === null) return fail('workspace.new-passphrase-missing');
    const changed = await changePassphrase(workspace, { from, to });
    if (!changed.ok) return changed;
    const { id, name } = workspace.member;
    const text = context.language === 'en' ? `The passphrase of “${name}” was changed.` : `“${name}”的口令已更换。`;
    return ok({ json: { id, name }, text, exit: 0 });
  });
};

/** A second passphrase: `--new-passphrase-file`, `MTX_NEW_PASSPHRASE`, or a prompt. */
export function readNewPassphrase(options: OptionValues, context: CommandContext): Promise<string | null> {
  const file = optionalText(options, 'new-passphrase-file');
  return file === undefined ? context.readPassphrase(true, 'new') : Promise.resolve(readFirstLine(file));
}

async function onMember(
  workspace: UnlockedWorkspace,
  context: CommandContext,
  named: string | undefined,
  act: (memberId: string) => Promise<Result<unknown>>,
): Promise<Result<Outcome>> {
  const members = listMembers(workspace);
  if (!members.ok) return members;
  const member = members.value.find(({ id, name, until }) => until === null && (name === named || id === named));
  if (member === undefined) return fail('identity.member-unknown', { member: named ?? '' });
  const done = await act(member.id);
  return done.ok ? report(workspace, context) : done;
}

function report(workspace: Workspace, context: CommandContext): Result<Outcome> {
  const members = listMembers(workspace);
  if (!members.ok) return members;
  const english = context.language === 'en';
  return ok({
    json: { members: members.value },
    text: members.value.map((member) => describe(member, english)).join('\n'),
    exit: 0,
  });
}

function describe({ name, role: held, since, until }: ListedMember, english: boolean): string {
  const left = until === null ? '' : english ? `, left ${until}` : `，${until} 离开`;
  return `${name}  ${roleWords[held][english ? 1 : 0]}  ${english ? 'since' : '自'} ${since}${left}`;
}
