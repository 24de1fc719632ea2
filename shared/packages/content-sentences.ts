/** Codes about the files that a package carries, the sheets in it, and making one. */
export const contentSentences = {
  'package.manifest-form': {
    zh: '“{{file}}”的文件清单不符合格式。没有导入任何内容。请对方用本程序重新生成并再次送达。',
    en: 'The list of files in “{{file}}” does not follow the format. Nothing was imported. Ask the sender to make it again with this program.',
  },
  'package.manifest-mismatch': {
    zh: '“{{file}}”的文件清单不是签名时的那一份。没有导入任何内容。请保留该文件备查，并请签名人重新送交。',
    en: 'The list of files in “{{file}}” is not the one that was signed. Nothing was imported. Keep it for inquiry and ask the signer to send it again.',
  },
  'package.file-mismatch': {
    zh: '“{{file}}”内的“{{entry}}”与签名的清单不符，内容可能被改动。没有导入任何内容。请保留该文件备查，并请签名人重新送交。',
    en: '“{{entry}}” in “{{file}}” differs from the signed list; it may have been altered. Nothing was imported. Keep it for inquiry and ask the signer to send it again.',
  },
  'package.extra-file': {
    zh: '“{{file}}”内有签名清单之外的文件“{{entry}}”。没有导入任何内容。请保留该文件备查，并请签名人重新送交。',
    en: '“{{file}}” contains “{{entry}}”, which the signed list does not name. Nothing was imported. Keep it for inquiry and ask the signer to send it again.',
  },
  'package.missing-file': {
    zh: '“{{file}}”内缺少签名清单中的文件“{{entry}}”。没有导入任何内容。请保留该文件备查，并请签名人重新送交。',
    en: '“{{entry}}”, named by the signed list, is missing from “{{file}}”. Nothing was imported. Keep it for inquiry and ask the signer to send it again.',
  },
  'package.dossier-missing': {
    zh: '任务包缺少申报材料“{{entry}}”。任务没有打开。请联系评审办重新下发任务包。',
    en: 'The task package lacks the dossier file “{{entry}}”. The task was not opened. Ask the office to issue the package again.',
  },
  'package.dossier-unnamed': {
    zh: '任务包内的“{{entry}}”不属于任何评审对象。任务没有打开。请联系评审办重新下发任务包。',
    en: '“{{entry}}” in the task package belongs to no candidate. The task was not opened. Ask the office to issue the package again.',
  },
  'package.dossier-size': {
    zh: '任务包内的申报材料“{{entry}}”与登记的大小不符。任务没有打开。请联系评审办重新下发任务包。',
    en: 'The dossier file “{{entry}}” in the task package is not of the stated size. The task was not opened. Ask the office to issue the package again.',
  },
  'package.sheet-unknown': {
    zh: '“{{file}}”中有任务以外的评审对象（{{candidate}}）。没有导入任何内容。请让专家打开正确的任务包后重新提交。',
    en: '“{{file}}” scores a candidate outside its task ({{candidate}}). Nothing was imported. Let the expert open the right task package and submit again.',
  },
  'package.sheet-duplicate': {
    zh: '“{{file}}”对评审对象“{{candidate}}”给出了两份评分表。没有导入任何内容。请让专家用本程序重新提交。',
    en: '“{{file}}” holds two sheets for candidate “{{candidate}}”. Nothing was imported. Let the expert submit again with this program.',
  },
  'package.sheet-missing': {
    zh: '“{{file}}”缺少评审对象“{{candidate}}”的评分表。没有导入任何内容。请让专家补齐后重新提交。',
    en: '“{{file}}” has no sheet for candidate “{{candidate}}”. Nothing was imported. Let the expert complete it and submit again.',
  },
  'package.sheet-order': {
    zh: '“{{file}}”中评分表的顺序与任务不一致（{{candidate}}）。没有导入任何内容。请让专家用本程序重新提交。',
    en: 'The sheets in “{{file}}” are not in the order of the task ({{candidate}}). Nothing was imported. Let the expert submit again with this program.',
  },
  'package.sheet-points': {
    zh: '“{{file}}”中“{{candidate}}”的“{{criterion}}”超出 0 至 {{max}} 分。没有导入任何内容。请让专家用本程序更正后重新提交。',
    en: 'In “{{file}}”, “{{criterion}}” of “{{candidate}}” is outside 0 to {{max}} points. Nothing was imported. Let the expert correct it with this program and submit again.',
  },
  'package.sheet-step': {
    zh: '“{{file}}”中“{{candidate}}”的“{{criterion}}”没有按 {{step}} 分一档打分。没有导入任何内容。请让专家用本程序更正后重新提交。',
    en: 'In “{{file}}”, “{{criterion}}” of “{{candidate}}” is not a multiple of {{step}} points. Nothing was imported. Let the expert correct it with this program and submit again.',
  },
  'package.sheet-criterion': {
    zh: '“{{file}}”中“{{candidate}}”有评分标准以外的指标“{{criterion}}”。没有导入任何内容。请让专家用本程序重新提交。',
    en: 'In “{{file}}”, “{{candidate}}” is scored on “{{criterion}}”, which the rubric does not have. Nothing was imported. Let the expert submit again with this program.',
  },
  'package.sheet-gate': {
    zh: '“{{file}}”中“{{candidate}}”有评分标准以外的否决项“{{gate}}”。没有导入任何内容。请让专家用本程序重新提交。',
    en: 'In “{{file}}”, “{{candidate}}” answers the gate “{{gate}}”, which the rubric does not have. Nothing was imported. Let the expert submit again with this program.',
  },
  'package.sheet-state': {
    zh: '“{{file}}”中“{{candidate}}”的评分状态自相矛盾（如已回避却有分数）。没有导入任何内容。请让专家用本程序重新提交。',
    en: 'In “{{file}}”, the sheet of “{{candidate}}” contradicts itself (for example, recused but scored). Nothing was imported. Let the expert submit again with this program.',
  },
  'package.sheet-incomplete': {
    zh: '“{{file}}”中“{{candidate}}”的评分表没有填完。没有导入任何内容。请让专家补齐后重新提交。',
    en: 'In “{{file}}”, the sheet of “{{candidate}}” is not complete. Nothing was imported. Let the expert complete it and submit again.',
  },
  'package.source-changed': {
    zh: '申报材料“{{entry}}”自登记后发生了变化或已缺失。没有生成任何文件。请重新关联该材料后再下发。',
    en: 'The dossier file “{{entry}}” has changed or vanished since it was attached. No file was written. Attach it again, then issue.',
  },
} as const;
