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
  'identity.card-name-missing': {
    zh: '没有填写姓名。没有生成登记卡。请填写姓名后重试。',
    en: 'The name is missing. No card was made. Enter it and try again.',
  },
  'identity.card-suite': {
    zh: '登记卡“{{file}}”用的是 {{suite}}，本工作区采用 {{expected}}，不能登记。数据未作改动。请专家重新制作登记卡，签名算法选 {{expected}}。',
    en: 'The card “{{file}}” is for {{suite}}, but this workspace signs with {{expected}}; it cannot be enrolled. Nothing was changed. Ask the expert to make a card for {{expected}}.',
  },
  'identity.sealed-to-card': {
    zh: '这项任务是用您登记卡上的密钥封装的，只有用那把密钥签名的结果才会被接收。密钥没有更换，也没有生成结果包，评分没有丢失。那把密钥已被撤销的，请重新制作公钥登记卡（选“换用新密钥”）交评审办登记，再打开重新下发的任务包。',
    en: 'This task was sealed to the key of your registration card; only results signed with that key are taken. No key was changed and no package was made; your scores are safe. If that key was revoked, make a new card (with new keys), have the office enrol it, and open the task that it issues again.',
  },
  'identity.fingerprint-differs': {
    zh: '核对的指纹与登记卡不一致（卡上为 {{fingerprint}}）。数据未作改动。请与专家本人再次核对；仍不一致时不要登记，请专家重新送交登记卡。',
    en: 'The fingerprint compared is not the card’s ({{fingerprint}}). Nothing was changed. Compare again with the expert himself; if it still differs, do not enrol and ask for the card again.',
  },
  'identity.key-in-force': {
    zh: '专家“{{expert}}”已有仍然有效的另一把密钥。数据未作改动。如已更换电脑，请先撤销原密钥，再登记新卡。',
    en: 'Expert “{{expert}}” has another key in force. Nothing was changed. If the machine was replaced, revoke the old key first, then enrol the new card.',
  },
  'identity.key-of-another': {
    zh: '这张登记卡的密钥已登记在另一名专家名下。数据未作改动。请与专家本人核对指纹。',
    en: 'The key of this card is enrolled for another expert. Nothing was changed. Compare the fingerprint with the expert himself.',
  },
  'identity.commission-unconfirmed': {
    zh: '任务包由一个本机尚未确认的评审办签发，指纹 {{fingerprint}}。任务包未被打开，也未受影响。请与评审办核对指纹，一致后确认打开。',
    en: 'The task package is signed by an office that this machine does not know yet, fingerprint {{fingerprint}}. It was not opened and is unharmed. Compare the fingerprint with the office and confirm it, then open it.',
  },
  'identity.no-key': {
    zh: '该专家没有仍有效的密钥，无需撤销。数据未作改动。请核对所选专家；任务包丢失时可直接重新下发。',
    en: 'This expert has no key in force, so there is nothing to revoke. Nothing was changed. Check the expert; if only the package was lost, issue it again.',
  },
  'identity.revoke-reason-missing': {
    zh: '没有填写撤销密钥的原因。数据未作改动。请说明原因（例如电脑遗失）后重试。',
    en: 'No reason was given for revoking the key. Nothing was changed. State it (for example, a lost laptop) and try again.',
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
  'identity.member-needed': {
    zh: '这个工作区有多名成员（{{members}}），需要说明由谁登录。数据未作改动。请选择自己的名字（命令行：--member 姓名）后再登录。',
    en: 'This workspace has several members ({{members}}); it has to know who signs in. Nothing was changed. Choose your name (on the command line: --member NAME), then sign in.',
  },
  'identity.member-unknown': {
    zh: '没有名为“{{member}}”的成员。数据未作改动。请核对姓名；新成员请先由管理员添加。',
    en: 'No member is called “{{member}}”. Nothing was changed. Check the name; a new member has to be added by an admin first.',
  },
  'identity.member-name': {
    zh: '成员姓名为空或过长（不超过 60 字）。数据未作改动。请填写姓名。',
    en: 'The name of the member is empty or longer than 60 characters. Nothing was changed. Enter a name.',
  },
  'identity.member-exists': {
    zh: '已有名为“{{member}}”的成员。数据未作改动。请换一个能区分的名字。',
    en: 'There is a member called “{{member}}” already. Nothing was changed. Choose a name that tells them apart.',
  },
  'identity.members-full': {
    zh: '成员已达 {{limit}} 名，不能再添加。数据未作改动。请先移除不再工作的成员。',
    en: 'There are {{limit}} members already; no more can be added. Nothing was changed. Remove members who have left first.',
  },
  'identity.own-entry': {
    zh: '不能移除正在登录的自己。数据未作改动。请由另一名管理员登录后操作。',
    en: 'You cannot remove yourself while you are signed in. Nothing was changed. Let another admin sign in and do it.',
  },
  'identity.vault-closed': {
    zh: '登录者的密钥打不开“{{file}}”，它不是为这名成员封装的。文件未作改动。请由管理员登录一次，程序会重新封装；仍打不开时用备份恢复。',
    en: 'The member’s keys do not open “{{file}}”; it is not sealed to him. It was left as it is. Let an admin sign in once, which seals it anew; if that fails, restore a backup.',
  },
  'identity.roster-missing': {
    zh: '警示：第 {{seq}} 号签名名册缺失或被替换。没有登录，文件未作改动。请报告管理员，用最近的备份恢复名册文件夹（{{folder}}）后再打开。',
    en: 'Alarm: signed roster {{seq}} is missing or was replaced. Nobody was signed in; no file was changed. Report to the admin and restore the folder of rosters ({{folder}}) from the latest backup, then open again.',
  },
  'identity.roster-broken': {
    zh: '警示：第 {{seq}} 号名册的签名或编号不成立，可能被改动。没有登录，文件未作改动。请报告管理员，用最近的备份恢复名册文件夹（{{folder}}）后再打开。',
    en: 'Alarm: the signature or numbering of roster {{seq}} does not hold; it may have been altered. Nobody was signed in; no file was changed. Report to the admin and restore the folder of rosters ({{folder}}) from the latest backup.',
  },
  'identity.roster-table': {
    zh: '警示：数据库中的成员或专家密钥与签名名册不一致，数据库被本程序以外的手段改动过。没有登录，文件未作改动。请报告管理员，用最近的备份恢复数据库后再打开。',
    en: 'Alarm: members or experts’ keys in the database differ from the signed roster; the database was changed by other means than this program. Nobody was signed in. Report to the admin and restore the database from the latest backup.',
  },
  'identity.roster-rolled-back': {
    zh: '警示：名册停在第 {{seq}} 号，而密钥文件已用到第 {{latest}} 号，工作区可能被换回旧的状态。没有登录，文件未作改动。请报告管理员，找回较新的备份后再打开。',
    en: 'Alarm: the roster stands at {{seq}}, but the key files know {{latest}}; the workspace may have been put back to an older state. Nobody was signed in. Report to the admin and find the newer copy, then open it.',
  },
  'identity.roster-foreign': {
    zh: '警示：签名名册与登录者密钥文件记载的评审办不符，名册可能被整套替换。没有登录，文件未作改动。请报告管理员并核对评审办密钥指纹。',
    en: 'Alarm: the signed roster is not that of the commission named in the member’s key file; it may have been replaced as a whole. Nobody was signed in. Report to the admin and compare the commission’s fingerprint.',
  },
  'identity.paper-empty': {
    zh: '请输入恢复密钥。它印在恢复密钥单上，共 13 组，每组 5 位。',
    en: 'Enter the recovery key. It stands on the recovery sheet: 13 groups of 5 characters.',
  },
  'identity.paper-length': {
    zh: '恢复密钥应为 65 位（13 组，每组 5 位），现输入了 {{count}} 位。数据未作改动。请对照恢复密钥单重新输入。',
    en: 'A recovery key has 65 characters (13 groups of 5); {{count}} were entered. Nothing was changed. Compare with the recovery sheet and enter it again.',
  },
  'identity.paper-symbol': {
    zh: '恢复密钥中不会出现“{{symbol}}”。数据未作改动。请对照恢复密钥单重新输入。',
    en: 'A recovery key never contains “{{symbol}}”. Nothing was changed. Compare with the recovery sheet and enter it again.',
  },
  'identity.paper-typo': {
    zh: '恢复密钥第 {{group}} 组有一位输错了（校验位不符）。数据未作改动。请对照恢复密钥单核对这一组。',
    en: 'Group {{group}} of the recovery key is mistyped (its check character does not fit). Nothing was changed. Compare this group with the recovery sheet.',
  },
  'identity.paper-wrong': {
    zh: '这不是本工作区现用的恢复密钥。数据未作改动。请找出标有本工作区名称的、最近一次打印的恢复密钥单。',
    en: 'This is not the recovery key that the workspace uses now. Nothing was changed. Find the sheet with the name of this workspace that was printed last.',
  },
  'identity.no-recovery': {
    zh: '本工作区没有设置恢复密钥，无法用纸质密钥恢复。数据未作改动。请由记得口令的管理员登录，在“成员与密钥”中打印恢复密钥。',
    en: 'No recovery key was made for this workspace, so none on paper can open it. Nothing was changed. Let an admin who knows his passphrase sign in and print one under “Members and keys”.',
  },
  'identity.no-roster': {
    zh: '这个工作区还没有签名名册。数据未作改动。请用口令打开一次，程序会建立名册。',
    en: 'This workspace has no signed roster yet. Nothing was changed. Open it once with its passphrase, which founds one.',
  },
  'identity.sign-in-needed': {
    zh: '这个工作区有多名成员，这一步需要先登录，以确认是管理员在操作。数据未作改动。请以成员身份登录（命令行：--member 姓名 和口令）后再做。',
    en: 'This workspace has several members, and this step has to know that an admin acts. Nothing was changed. Sign in as a member (on the command line: --member NAME and the passphrase), then do it again.',
  },
} as const;

export type IdentityCode = keyof typeof identitySentences;
