/** Codes of the 留痕 and of its signed heads, with their sentences. `index` is the number of an entry, from 1. */
export const traceSentences = {
  'trace.missing': {
    zh: '第 {{index}} 条留痕缺失：其后的条目还在，说明它被删除过。请保留现场，不要继续操作，用最近的备份核对，并报告管理员。',
    en: 'Entry {{index}} of the log is missing while later ones are there: it was deleted. Change nothing, compare with the latest backup and report to the admin.',
  },
  'trace.altered': {
    zh: '第 {{index}} 条留痕与其校验值不符：它被改动、换位，或前面的条目被换过。请保留现场，不要继续操作，用最近的备份核对，并报告管理员。',
    en: 'Entry {{index}} of the log does not match its digest: it was edited or moved, or an earlier one was replaced. Change nothing, compare with the latest backup and report to the admin.',
  },
  'trace.malformed': {
    zh: '第 {{index}} 条留痕的写法不是本程序写出的形式。请保留现场，不要继续操作，用最近的备份核对，并报告管理员。',
    en: 'Entry {{index}} of the log is not in the form that this program writes. Change nothing, compare with the latest backup and report to the admin.',
  },
  'trace.truncated': {
    zh: '第 {{index}} 条起的留痕不在了，而签名的日志头记着它们：末尾的条目被删除，或恢复了旧的备份。请保留现场，报告管理员并查明原因。',
    en: 'From entry {{index}} on the log is gone, though a signed head counts those entries: they were deleted, or an old backup was restored. Change nothing, report to the admin and find out why.',
  },
  'trace.rewritten': {
    zh: '留痕前后相连，但第 {{index}} 条与签名的日志头不符：有人改动后重新计算了整条链。请保留现场，报告管理员并查明原因。',
    en: 'The log is linked, but entry {{index}} is not the one of a signed head: somebody changed it and computed the chain anew. Change nothing, report to the admin and find out why.',
  },
  'trace.unreadable': {
    zh: '留痕的数据表无法读取，可能被删除或改过结构。请不要继续操作，用最近的备份核对，并报告管理员。',
    en: 'The table of the log cannot be read; it may have been removed or rebuilt. Change nothing, compare with the latest backup and report to the admin.',
  },
  'trace.head-form': {
    zh: '“{{file}}”不是签名的日志头，也不是回执，或其内容不合格式。留痕未作改动。请选择由本程序签出的文件。',
    en: '“{{file}}” is neither a signed head of the log nor a receipt, or its content breaks the format. The log was not changed. Choose a file that this program signed.',
  },
  'trace.head-signature': {
    zh: '“{{file}}”的签名不成立：文件在签名后被改动，或签名是伪造的。不能用它核对留痕。请换用原件。',
    en: 'The signature of “{{file}}” does not hold: it was changed after signing, or forged. It proves nothing about the log. Use the original.',
  },
  'trace.head-signer': {
    zh: '“{{file}}”不是用本工作区评审办的密钥签的。不能用它核对留痕。请确认文件来自本工作区。',
    en: '“{{file}}” was not signed for the office of this workspace. It proves nothing about this log. Make sure that the file comes from here.',
  },
  'trace.head-elsewhere': {
    zh: '“{{file}}”是另一个工作区的日志头。不能用它核对本工作区的留痕。请选择本工作区的文件。',
    en: '“{{file}}” is the head of another workspace’s log. It proves nothing about this one. Choose a file of this workspace.',
  },
} as const;

export type TraceCode = keyof typeof traceSentences;
