import { z } from 'zod';

/** 管理员 sets rounds up, issues, locks, ranks and exports; 工作人员 takes packages in and watches progress. */
export const memberRoleSchema = z.enum(['admin', 'staff']);
export type MemberRole = z.infer<typeof memberRoleSchema>;

/** 评审办成员: somebody who signs in to the workspace with a passphrase of his own. `id` is a UUIDv7. */
export type Member = { readonly id: string; readonly name: string; readonly role: MemberRole };
