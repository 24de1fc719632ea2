/** Codes about keys, passphrases and activation codes, with their sentences. */
export const identitySentences = {
  'identity.code-empty': {
    zh: '请输入激活码。激活码印在随任务包发放的通知单上，共 17 位，形如 XXXX-XXXX-XXXX-XXXX-X。',
    en: 'Enter the activation code. It stands on the slip that came with the task package: 17 characters, XXXX-XXXX-XXXX-XXXX-X.',
  },
  'identity.code-length': {
    zh: '激活码应为 17 位，现输入了 {{count}} 位。任务包未被打开，也未受影响。请对照通知单重新输入。',
    en: 'An activation code has 17 characters; {{count}} were entered. The task package was not opened and is unharmed. Compare with the slip and enter it again.',
  },
  'identity.code-symbol': {
    zh: '激活码中不会出现“{{symbol}}”。任务包未被打开，也未受影响。请对照通知单重新输入。',
    en: 'An activation code never contains “{{symbol}}”. The task package was not opened and is unharmed. Compare with the slip and enter it again.',
  },
  'identity.code-typo': {
    zh: '激活码中有一位输错了（校验位不符）。任务包未被打开，也未受影响。请对照通知单逐组核对后重新输入。',
    en: 'One character of the activation code is mistyped (the check character does not fit). The task package was not opened and is unharmed. Compare group by group and enter it again.',
  },
  'identity.passphrase-weak': {
    zh: '口令太简单：至少 8 个字符、5 个不同字符；只用数字时至少 12 位。没有生成任何文件。请换一个口令，例如几个不相干的词。',
    en: 'The passphrase is too weak: at least 8 characters, 5 of them different, or 12 when it is digits only. No file was written. Choose another, for example several unrelated words.',
  },
  'identity.passphrase-missing': {
    zh: '需要口令才能继续。数据未作改动。请输入口令，或按提示提供口令文件。',
    en: 'A passphrase is needed to go on. Nothing was changed. Enter it or name a passphrase file.',
  },
  'identity.wrong-passphrase': {
    zh: '口令不正确，密钥没有解锁。数据未作改动。请检查大小写和输入法后重新输入。',
    en: 'The passphrase is wrong; the keys stay locked. Nothing was changed. Check capitals and the input method, then enter it again.',
  },
  'identity.key-file-damaged': {
    zh: '密钥文件“{{file}}”已损坏或不是本程序的密钥文件。文件未作改动。请用备份的密钥文件恢复。',
    en: 'The key file “{{file}}” is damaged or not one of this program. It was left as it is. Restore it from a backup.',
  },
  'identity.key-file-exists': {
    zh: '“{{file}}”已经存在，为避免丢失密钥，没有覆盖。请换一个位置，或解锁现有密钥。',
    en: '“{{file}}” exists already and was not overwritten, so that no key is lost. Choose another place or unlock the existing keys.',
  },
  'identity.admin-only': {
    zh: '这一步只有管理员可以做，当前登录的是工作人员“{{member}}”。数据未作改动。请由管理员登录后再做。',
    en: 'Only an admin may do this; signed in is “{{member}}”, who is staff. Nothing was changed. Let an admin sign in and do it.',
  },
  'identity.sign-in-needed': {
    zh: '这个工作区有多名成员，这一步需要先登录，以确认是管理员在操作。数据未作改动。请以成员身份登录（命令行：--member 姓名 和口令）后再做。',
    en: 'This workspace has several members, and this step has to know that an admin acts. Nothing was changed. Sign in as a member (on the command line: --member NAME and the passphrase), then do it again.',
  },
} as const;

export type IdentityCode = keyof typeof identitySentences;
