import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { lineSchema } from '../base/text.ts';
import { memberRoleSchema, type Member, type MemberRole } from '../identity/member.ts';
import { grantIdSchema, type SavedFile } from './app-calls.ts';
import { call } from './call.ts';

const passphraseSchema = z.string().min(1).max(1024);
const recentIdSchema = z.string().max(64);

/** A workspace that is not open yet: a folder that was chosen, or one opened before. */
export const closedWorkspaceSchema = z.union([
  z.strictObject({ folder: grantIdSchema }),
  z.strictObject({ recentId: recentIdSchema }),
]);
export type ClosedWorkspace = z.infer<typeof closedWorkspaceSchema>;

/** Who may sign in to a workspace; none in workspaces of before there were members, which ask for a passphrase only. */
export type SignInView = {
  readonly members: readonly Member[];
  /** A recovery key on paper exists. */
  readonly recovery: boolean;
};

export type MemberView = {
  readonly id: string;
  readonly name: string;
  readonly role: MemberRole;
  /** RFC 3339 UTC; `until` null while he may sign in. */
  readonly since: string;
  readonly until: string | null;
};

/** 成员与密钥. */
export type OfficeView = {
  /** Id of the member who has signed in. */
  readonly me: string;
  readonly members: readonly MemberView[];
  /** The commission's keys, the newest first; fingerprints as people compare them. */
  readonly keys: readonly { readonly fingerprint: string; readonly since: string }[];
  /** Since when the recovery key on paper holds; null when there is none. */
  readonly recoverySince: string | null;
  readonly roster: { readonly seq: number; readonly statement: string; readonly signedAt: string };
};

const memberInput = z.strictObject({ memberId: idSchema });

export const memberCalls = {
  listSignIns: call<SignInView>()(closedWorkspaceSchema),
  /** An admin gets in again by the recovery key on paper, with a new passphrase. */
  restoreAdmin: call<Member>()(
    z.strictObject({
      workspace: closedWorkspaceSchema,
      memberId: idSchema.nullable(),
      paper: z.string().min(1).max(500),
      passphrase: passphraseSchema,
    }),
  ),
  getOffice: call<OfficeView>()(z.strictObject({})),
  addMember: call<OfficeView>()(
    z.strictObject({ name: lineSchema(60), role: memberRoleSchema, passphrase: passphraseSchema }),
  ),
  removeMember: call<OfficeView>()(memberInput),
  setMemberRole: call<OfficeView>()(z.strictObject({ memberId: idSchema, role: memberRoleSchema })),
  /** New keys and passphrase for a member who forgot his. */
  renewMember: call<OfficeView>()(z.strictObject({ memberId: idSchema, passphrase: passphraseSchema })),
  /** The member who has signed in changes his own. */
  changePassphrase: call<Member>()(z.strictObject({ from: passphraseSchema, to: passphraseSchema })),
  /** Asks where to save the sheet to be printed; null when that was cancelled, and nothing was made. */
  printRecoveryKey: call<SavedFile | null>()(z.strictObject({})),
  rotateKeys: call<OfficeView>()(z.strictObject({})),
};
