import { fail, ok, type Result } from '#shared/base/result.ts';
import { mayAct, type Act } from '#shared/identity/acts.ts';
import type { IdentityCode } from '#shared/identity/sentences.ts';
import { countMembers } from './roster-table.ts';
import type { Workspace } from './workspace.ts';

export type AuthoriseCode = Extract<IdentityCode, 'identity.admin-only' | 'identity.sign-in-needed'>;

/**
 * Whether whoever acts on a workspace may do this. Every act that `shared/identity/acts.ts` names asks here first, in
 * the core, whatever the window or the command line have shown. While the keys are locked, the one member of a workspace
 * counts as acting; of several, one has to sign in first.
 */
export function authorise({ member, db }: Workspace, act: Act): Result<null, AuthoriseCode> {
  if (member === null) return countMembers(db) > 1 ? fail('identity.sign-in-needed') : ok(null);
  if (mayAct(member.role, act)) return ok(null);
  return fail('identity.admin-only', { member: member.name, act });
}
