import type { Command, OptionSpec } from './command.ts';

const workspace: OptionSpec = { value: 'DIR', required: true, help: { zh: '工作区文件夹', en: 'workspace folder' } };
const role: OptionSpec = {
  value: 'admin|staff',
  help: { zh: '管理员或工作人员，默认 staff', en: 'staff by default' },
};
const newPassphrase: OptionSpec = {
  value: 'FILE',
  help: {
    zh: '从文件第一行读取新口令（也可用 MTX_NEW_PASSPHRASE 或提示）',
    en: 'read the new passphrase from the first line of a file (or MTX_NEW_PASSPHRASE, or a prompt)',
  },
};
const name = { label: 'NAME', min: 1, max: 1 };

/** Commands for members of the office and for the commission's keys. */
export const memberCommands: readonly Command[] = [
  {
    name: 'member list',
    summary: { zh: '列出评审办成员', en: 'list the members of the office' },
    options: { workspace },
    files: null,
    load: async () => (await import('./members.ts')).list,
  },
  {
    name: 'member add',
    summary: { zh: '添加成员，口令由本人输入', en: 'add a member, who chooses a passphrase' },
    options: { workspace, role, 'new-passphrase-file': newPassphrase },
    files: name,
    load: async () => (await import('./members.ts')).add,
  },
  {
    name: 'member remove',
    summary: { zh: '移除成员', en: 'remove a member' },
    options: { workspace },
    files: name,
    load: async () => (await import('./members.ts')).remove,
  },
  {
    name: 'member role',
    summary: { zh: '更改成员角色', en: 'change the role of a member' },
    options: { workspace, role: { ...role, required: true } },
    files: name,
    load: async () => (await import('./members.ts')).role,
  },
  {
    name: 'member renew',
    summary: { zh: '为忘记口令的成员换新密钥和口令', en: 'new keys and passphrase for a member who forgot his' },
    options: { workspace, 'new-passphrase-file': newPassphrase },
    files: name,
    load: async () => (await import('./members.ts')).renew,
  },
  {
    name: 'member passphrase',
    summary: { zh: '登录的成员更换自己的口令', en: 'the member who signs in changes his passphrase' },
    options: { workspace, 'new-passphrase-file': newPassphrase },
    files: null,
    load: async () => (await import('./members.ts')).passphrase,
  },
  {
    name: 'recovery create',
    summary: { zh: '生成恢复密钥（抄写在纸上保管）', en: 'make the recovery key, to be kept on paper' },
    options: { workspace },
    files: null,
    load: async () => (await import('./office-keys.ts')).createRecovery,
  },
  {
    name: 'recovery restore',
    summary: {
      zh: '口令全部忘记时，用恢复密钥让一名管理员重新进入',
      en: 'all passphrases forgotten: let one admin in again by the recovery key',
    },
    options: {
      workspace,
      'key-file': {
        value: 'FILE',
        help: { zh: '恢复密钥所在文件（默认提示输入）', en: 'file with the recovery key (default: a prompt)' },
      },
      'new-passphrase-file': newPassphrase,
    },
    files: null,
    load: async () => (await import('./office-keys.ts')).restore,
  },
  {
    name: 'keys rotate',
    summary: {
      zh: '更换评审办密钥，旧密钥为新密钥作证',
      en: 'rotate the commission’s keys; the old one signs the new one in',
    },
    options: { workspace },
    files: null,
    load: async () => (await import('./office-keys.ts')).rotate,
  },
  {
    name: 'roster verify',
    summary: { zh: '核验名册的签名链和数据库', en: 'verify the chain of signed rosters, and the database against it' },
    options: { workspace },
    files: null,
    load: async () => (await import('./office-keys.ts')).verifyRoster,
  },
];
