/** Codes about the envelope, the signature, the statement and who may have signed it. */
export const statementSentences = {
  'package.envelope': {
    zh: '“{{file}}”的签名信封不符合格式。没有导入任何内容。请对方用本程序重新生成并再次送达。',
    en: 'The signed envelope of “{{file}}” does not follow the format. Nothing was imported. Ask the sender to make it again with this program.',
  },
  'package.too-many-values': {
    zh: '“{{file}}”签名的内容数据项过多，为保护本机不予打开。没有导入任何内容。请保留该文件备查，并与送交人核实。',
    en: 'The signed content of “{{file}}” has too many parts and was not opened, to protect this machine. Nothing was imported. Keep it for inquiry and ask the person who brought it.',
  },
  'package.signature': {
    zh: '“{{file}}”的签名无效，内容可能被改动。没有导入任何内容。请保留该文件备查，并请签名人重新送交。',
    en: 'The signature of “{{file}}” is not valid; its content may have been altered. Nothing was imported. Keep it for inquiry and ask the signer to send it again.',
  },
  'package.not-canonical': {
    zh: '“{{file}}”签名的内容写法不规范（如重复字段）。没有导入任何内容。请保留该文件备查，并请对方用本程序重新生成。',
    en: 'The signed content of “{{file}}” is not in the one allowed form (for example, repeated fields). Nothing was imported. Keep it for inquiry and ask the sender to make it again.',
  },
  'package.version': {
    zh: '“{{file}}”由更新版本的程序生成（格式 {{version}}），本程序只认格式 1。没有导入任何内容。请升级本程序后再打开。',
    en: '“{{file}}” was made by a newer program (format {{version}}); this one reads format 1. Nothing was imported. Update this program, then open it again.',
  },
  'package.critical': {
    zh: '“{{file}}”含有必须理解的新内容“{{field}}”，本程序不认识。没有导入任何内容。请升级本程序后再打开。',
    en: '“{{file}}” requires understanding of “{{field}}”, which this program does not know. Nothing was imported. Update this program, then open it again.',
  },
  'package.suite': {
    zh: '“{{file}}”使用的签名算法（{{suite}}）本程序不支持。没有导入任何内容。请对方改用默认算法，或升级本程序。',
    en: 'The signature suite of “{{file}}” ({{suite}}) is not supported here. Nothing was imported. Ask the sender to use the default suite, or update this program.',
  },
  'package.kind-unknown': {
    zh: '“{{file}}”是本程序尚不能读取的封装类型。没有导入任何内容。请升级本程序后再打开。',
    en: '“{{file}}” is a kind of package that this program cannot read yet. Nothing was imported. Update this program, then open it again.',
  },
  'package.wrong-kind': {
    zh: '“{{file}}”实际是 {{found}} 文件，这里需要的是 {{expected}} 文件。没有导入任何内容。请选择正确的文件。',
    en: '“{{file}}” is in fact a {{found}} file, but a {{expected}} file belongs here. Nothing was imported. Choose the right file.',
  },
  'package.schema': {
    zh: '“{{file}}”的内容不符合格式（{{problem}}）。没有导入任何内容。请对方用本程序重新生成并再次送达。',
    en: 'The content of “{{file}}” does not follow the format ({{problem}}). Nothing was imported. Ask the sender to make it again with this program.',
  },
  'package.mode': {
    zh: '“{{file}}”与批次的性质不符：演示数据不能进入正式批次，正式数据也不能进入演示批次。没有导入任何内容。请核对文件来源。',
    en: '“{{file}}” does not fit the round: demo data never enters an official round, nor the other way round. Nothing was imported. Check where the file comes from.',
  },
  'package.audience': {
    zh: '“{{file}}”的收件方不是这里。没有导入任何内容。请退回送交人，转交给正确的收件方。',
    en: '“{{file}}” names another recipient. Nothing was imported. Return it to the person who brought it, to be handed to the right office.',
  },
  'package.round-unknown': {
    zh: '“{{file}}”属于本工作区没有的批次。没有导入任何内容。请打开该批次所在的工作区后再导入。',
    en: '“{{file}}” belongs to a round that this workspace does not have. Nothing was imported. Open the workspace of that round and import it there.',
  },
  'package.round-locked': {
    zh: '{{file}} 对应的批次已经锁定定稿，不再接收结果包。没有导入，已收内容未变。确需补收时，请由管理员先解除锁定并说明理由，再导入一次。',
    en: 'The round of {{file}} is locked and takes no more results. It was not imported and nothing held was changed. If it must count, an admin reopens the round with a reason; then import it again.',
  },
  'package.task-replaced': {
    zh: '“{{file}}”回答的是已被替换的旧任务包，该专家的任务已重新下发。没有导入任何内容，已收内容不变。请专家打开新的任务包评分后再提交。',
    en: '“{{file}}” answers a task package that was issued again since. Nothing was imported and nothing held was changed. Ask the expert to score in the new task package and submit again.',
  },
  'package.task-unknown': {
    zh: '“{{file}}”回答的任务不是本工作区下发的。没有导入任何内容。请与专家核对他打开的任务包，必要时重新下发。',
    en: '“{{file}}” answers a task that this workspace did not issue. Nothing was imported. Check with the expert which task he opened; issue it again if needed.',
  },
  'package.task-mismatch': {
    zh: '“{{file}}”与它所回答的任务不一致（批次、专家或序号不符）。没有导入任何内容。请保留该文件备查，并与专家核实。',
    en: '“{{file}}” contradicts the task that it answers (round, expert or number). Nothing was imported. Keep it for inquiry and ask the expert.',
  },
  'package.signer-role': {
    zh: '“{{file}}”的签名人无权签发这类文件。没有导入任何内容。请保留该文件备查，并与送交人核实。',
    en: 'The signer of “{{file}}” may not sign packages of this kind. Nothing was imported. Keep it for inquiry and ask the person who brought it.',
  },
  'package.fingerprint': {
    zh: '“{{file}}”写明的密钥指纹与其公钥不符。没有导入任何内容。请保留该文件备查，并请签名人重新送交。',
    en: 'The key fingerprint stated in “{{file}}” does not fit its public key. Nothing was imported. Keep it for inquiry and ask the signer to send it again.',
  },
  'package.suite-key': {
    zh: '“{{file}}”写明的签名算法（{{suite}}）与签名密钥的类型不符，可能有人企图替换算法。没有导入任何内容。请保留该文件备查，并请签名人重新送交。',
    en: '“{{file}}” names a signature suite ({{suite}}) that its key does not have; somebody may have tried to exchange it. Nothing was imported. Keep it for inquiry and ask the signer to send it again.',
  },
  'package.suite-task': {
    zh: '“{{file}}”用 {{suite}} 签名，而本工作区的任务要求用 {{expected}}。没有导入任何内容。请让专家用本程序打开任务包后重新提交。',
    en: '“{{file}}” is signed with {{suite}}, but tasks of this workspace ask for {{expected}}. Nothing was imported. Let the expert open the task with this program and submit again.',
  },
  'package.signer-unknown': {
    zh: '“{{file}}”的签名密钥没有登记，也没有激活码证明。没有导入任何内容。请与专家核对密钥指纹；确为本人的，请重新下发任务。',
    en: 'The key that signed “{{file}}” is not enrolled and brings no proof of an activation code. Nothing was imported. Compare fingerprints with the expert; if it is he, issue the task again.',
  },
  'package.key-changed': {
    zh: '“{{file}}”的签名密钥与该专家已登记的密钥不同。没有导入任何内容，原有结果不变。请与专家核对密钥指纹（在他的“评审须知”中）；确因更换电脑或密钥的，请撤销旧密钥并重新下发任务。',
    en: '“{{file}}” is signed with another key than the one enrolled for this expert. Nothing was imported; earlier results stand. Compare the fingerprint with the expert (his briefing shows it); if he changed computers or keys, revoke the old key and issue the task again.',
  },
  'package.enrolment': {
    zh: '“{{file}}”的激活码证明不成立，无法确认出自该专家。没有导入任何内容。请保留该文件备查，与专家核实后重新下发任务。',
    en: 'The proof of the activation code in “{{file}}” does not hold; it cannot be tied to the expert. Nothing was imported. Keep it for inquiry, ask the expert and issue the task again.',
  },
  'package.revoked': {
    zh: '“{{file}}”的签名密钥已被撤销。没有导入任何内容，撤销前接收的结果不变。请重新下发该专家的任务；任务已重新下发的，请签发回执，专家打开回执后本机即换用新密钥，再次提交即可。',
    en: 'The key that signed “{{file}}” has been revoked. Nothing was imported; results accepted before stand. Issue his task again; if that is done, give him the receipt: when he opens it, his machine makes a new key, and he submits again.',
  },
  'package.wrong-commission': {
    zh: '“{{file}}”的签发密钥与激活码或指定的指纹不符，可能不是评审办签发的。文件没有打开。请不要使用它，并联系评审办核对密钥指纹。',
    en: '“{{file}}” was signed by another key than the activation code or the given fingerprint names; it may not come from your office. It was not opened. Do not use it; ask the office to compare fingerprints.',
  },
  'package.stale': {
    zh: '“{{file}}”（第 {{seq}} 次提交）比已接收的第 {{latest}} 次旧。没有导入，已接收的结果不变。无需处理；如专家确需更正，请他再次提交。',
    en: '“{{file}}” (submission {{seq}}) is older than submission {{latest}}, already received. It was not imported and the received result stands. Nothing needs doing; if the expert wants a correction, let him submit again.',
  },
  'package.fork': {
    zh: '警示：“{{file}}”（第 {{seq}} 次提交）与已接收的提交互相矛盾，同一密钥可能在两处使用。没有导入，已接收的结果不变。请立即报告管理员并与专家核实。',
    en: 'Alarm: “{{file}}” (submission {{seq}}) contradicts what was received; the same key may be in use in two places. It was not imported and the received result stands. Report to the admin at once and ask the expert.',
  },
} as const;
