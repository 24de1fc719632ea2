import type { Sentence } from '../base/sentence.ts';
import type { MemberRole } from './member.ts';

type ActRule = { readonly roles: readonly MemberRole[]; readonly name: Sentence };

const admins = ['admin'] as const;
const everybody = ['admin', 'staff'] as const;

/**
 * What members of the office do to a workspace, and which role may: a closed table. The core asks it before every act;
 * windows ask it to say in time what will be refused.
 */
export const acts = {
  /** Rounds, candidates, dossiers and experts, up to the assignment. */
  'set-up': { roles: admins, name: { zh: '设置批次', en: 'set up rounds' } },
  'save-rules': { roles: admins, name: { zh: '修改评分标准和汇总规则', en: 'change rubrics and rules' } },
  assign: { roles: admins, name: { zh: '分配专家', en: 'assign experts' } },
  issue: { roles: admins, name: { zh: '下发任务包', en: 'issue task packages' } },
  'take-in': { roles: everybody, name: { zh: '收包', en: 'take packages in' } },
  'give-receipts': { roles: everybody, name: { zh: '发出回执', en: 'give receipts' } },
  decide: { roles: admins, name: { zh: '记录评审办决定', en: 'record decisions' } },
  lock: { roles: admins, name: { zh: '锁定批次', en: 'lock a round' } },
  'rank-for-record': { roles: admins, name: { zh: '正式排名', en: 'rank for the record' } },
  'export-lists': { roles: admins, name: { zh: '导出名单', en: 'export lists' } },
  publish: { roles: admins, name: { zh: '公示名单', en: 'publish lists' } },
  archive: { roles: admins, name: { zh: '归档', en: 'archive a round' } },
  enrol: { roles: admins, name: { zh: '登记专家公钥', en: 'enrol experts’ keys' } },
  revoke: { roles: admins, name: { zh: '撤销密钥', en: 'revoke keys' } },
  'manage-members': { roles: admins, name: { zh: '管理成员', en: 'manage members' } },
  'rotate-keys': { roles: admins, name: { zh: '更换评审办密钥', en: 'rotate the commission’s keys' } },
} as const satisfies Readonly<Record<string, ActRule>>;

export type Act = keyof typeof acts;

/** Whether a role may do an act. */
export function mayAct(role: MemberRole, act: Act): boolean {
  const allowed: readonly MemberRole[] = acts[act].roles;
  return allowed.includes(role);
}
