/** Kinds of faults of imported candidates, and codes of dossier folders, with their sentences. */
export const candidateSentences = {
  'candidates.code-missing': {
    zh: '没有编号，该行暂不导入；其余行不受影响。请补填编号。',
    en: 'The code is missing; the row is held, the others are not affected. Enter a code.',
  },
  'candidates.name-missing': {
    zh: '没有名称（姓名），该行暂不导入；其余行不受影响。请补填。',
    en: 'The name is missing; the row is held, the others are not affected. Enter a name.',
  },
  'candidates.unit-missing': {
    zh: '没有申报单位，该行暂不导入；其余行不受影响。请补填申报单位。',
    en: 'The unit is missing; the row is held, the others are not affected. Enter the unit.',
  },
  'candidates.unit-too-long': {
    zh: '申报单位有 {{length}} 个字，超过 {{maximum}} 字的上限，该行暂不导入；其余行不受影响。请删减。',
    en: 'The unit has {{length}} characters, more than {{maximum}}; the row is held, the others are not affected. Shorten it.',
  },
  'candidates.code-repeated': {
    zh: '编号“{{code}}”与第 {{first}} 行重复，该行暂不导入；先出现的一行不受影响。请改正编号或删除重复行。',
    en: 'The code “{{code}}” repeats that of row {{first}}; this row is held, the first one is not affected. Correct the code or delete the row.',
  },
  'candidates.code-exists': {
    zh: '批次中已有编号为“{{code}}”的评审对象，该行暂不导入；已有数据未作改动。请改正编号，或先移除原有对象。',
    en: 'The round already has a candidate with the code “{{code}}”; the row is held, nothing was changed. Correct the code or remove the earlier candidate first.',
  },
  'candidates.name-repeated': {
    zh: '“{{name}}”与编号“{{other}}”的名称和单位相同，可能是同一对象。该行可以导入，请核对是否重复申报。',
    en: '“{{name}}” has the same name and unit as code “{{other}}” and may be the same candidate. The row can be taken; check for a double application.',
  },
  'candidates.merged-row': {
    zh: '该行的编号与上一行合并在一起，属于同一评审对象，暂不导入；首行不受影响。请把补充内容并入首行，或另给编号。',
    en: 'The code of this row is merged with the row above, so both are one candidate; this row is held, the first is not affected. Move its content to the first row or give it a code.',
  },
  'candidates.track-missing': {
    zh: '没有写明赛道，该行暂不导入；其余行不受影响。请填写赛道（{{tracks}}），或导入时为整个文件选定赛道。',
    en: 'No track is named; the row is held, the others are not affected. Enter one of {{tracks}}, or choose a track for the whole file.',
  },
  'candidates.track-unknown': {
    zh: '批次中没有赛道“{{value}}”，该行暂不导入；其余行不受影响。请改为其中之一：{{tracks}}。',
    en: 'The round has no track “{{value}}”; the row is held, the others are not affected. Use one of: {{tracks}}.',
  },
  'candidates.track-contradiction': {
    zh: '导入时选定的赛道是“{{chosen}}”，而表中写的是“{{value}}”，文件未导入。数据未作改动。请不选赛道重新导入，或更正表格。',
    en: 'The track chosen for the import is “{{chosen}}” but the table says “{{value}}”; the file was not imported. Nothing was changed. Import it without choosing a track, or correct the table.',
  },
  'candidates.track-differs-from-sheet': {
    zh: '该行的赛道“{{value}}”与工作表名称不一致，以该行填写的为准。请核对。',
    en: 'The track “{{value}}” of this row differs from the sheet’s name; the row counts. Check it.',
  },
  'candidates.category-as-track': {
    zh: '表中没有“赛道”列，以“类别”列确定赛道。',
    en: 'There is no column 赛道; 类别 names the tracks.',
  },
  'candidates.credit-code-malformed': {
    zh: '统一社会信用代码“{{value}}”不是 18 位或含有不允许的字符，已按原文保留。请核对。',
    en: 'The unified social credit code “{{value}}” does not have 18 characters or holds ones that do not occur; it is kept as written. Check it.',
  },
  'candidates.credit-code-check': {
    zh: '统一社会信用代码“{{value}}”的校验码不符（GB 32100-2015），可能有误，已按原文保留。请核对。',
    en: 'The check character of the unified social credit code “{{value}}” is wrong (GB 32100-2015); it is kept as written. Check it.',
  },
  'candidates.dossiers-too-many': {
    zh: '材料文件夹“{{name}}”中的文件超过 {{limit}} 个或层级过深，未读取。没有附加任何材料。请只选择存放申报材料的文件夹。',
    en: 'The dossier folder “{{name}}” holds more than {{limit}} files or is nested too deeply; it was not read. No file was attached. Choose the folder that holds the dossiers only.',
  },
  'candidates.dossier-link': {
    zh: '这是链接或特殊文件，未附加；其余材料不受影响。请放入文件本身后重新附加。',
    en: 'This is a link or a special file and was not attached; the other files are not affected. Put the file itself there and attach it again.',
  },
  'candidates.dossier-empty': {
    zh: '文件是空的（0 字节），未附加；其余材料不受影响。请重新复制该文件后再附加。',
    en: 'The file is empty (0 bytes) and was not attached; the other files are not affected. Copy it again and attach it.',
  },
  'candidates.dossier-too-large': {
    zh: '文件过大，未附加；其余材料不受影响。请压缩或拆分后再附加。',
    en: 'The file is too large and was not attached; the other files are not affected. Make it smaller or split it.',
  },
  'candidates.dossier-program': {
    zh: '这是可执行程序，不能作为申报材料，未附加；其余材料不受影响。请只提交文档和图片。',
    en: 'This is a program, which cannot be a dossier; it was not attached, the other files are not affected. Hand in documents and pictures only.',
  },
  'candidates.dossier-unreadable': {
    zh: '文件无法读取，未附加；其余材料不受影响。请确认文件未被占用、可以打开，再重新附加。',
    en: 'The file cannot be read and was not attached; the other files are not affected. Make sure that it opens and no program holds it, then attach it again.',
  },
  'candidates.dossier-repeated': {
    zh: '与该评审对象的另一份材料内容完全相同，只保留一份。其余材料不受影响。',
    en: 'The content is the same as that of another file of this candidate; only one is kept. The other files are not affected.',
  },
  'candidates.dossiers-of-one-too-many': {
    zh: '该评审对象的材料已达数量上限，这份未附加；已附加的不受影响。请合并后再附加。',
    en: 'This candidate has as many files as are possible; this one was not attached, the others are not affected. Merge some of them.',
  },
  'candidates.dossier-damaged': {
    zh: '这份材料在本机的加密副本已损坏或被改动，没有显示。评分不受影响。请从本机删除这项任务前先提交，再重新打开任务包；如仍如此，请与评审办联系。',
    en: 'The encrypted copy of this file on this machine is damaged or was changed, and is not shown. Scores are not affected. Submit first, then delete the task from this machine and open its package again; tell the review office if it persists.',
  },
  'candidates.dossier-gone': {
    zh: '这份材料不在本机，无法打开。评分不受影响。请重新打开任务包；如仍缺少，请与评审办联系。',
    en: 'This file is not on this machine and cannot be opened. Scores are not affected. Open the task package again; if it is still missing, tell the review office.',
  },
  'candidates.document-unreadable': {
    zh: '这份文档无法预览，可能已损坏或格式特殊。评分不受影响。可用其他程序打开，或与评审办联系。',
    en: 'This document cannot be previewed; it may be damaged or of an unusual form. Scores are not affected. Open it with another program, or tell the review office.',
  },
  'candidates.document-encrypted': {
    zh: '这份文档设有密码，无法预览。评分不受影响。请与评审办联系，索取无密码的版本。',
    en: 'This document has a password and cannot be previewed. Scores are not affected. Ask the review office for a version without one.',
  },
  'candidates.document-too-large': {
    zh: '这份文档过大，无法预览。评分不受影响。可用其他程序打开，或与评审办联系。',
    en: 'This document is too large for a preview. Scores are not affected. Open it with another program, or tell the review office.',
  },
  'candidates.outside-refused': {
    zh: '这类文件可能含有程序，不能交给其他程序打开。评分不受影响。如需查看，请与评审办联系。',
    en: 'A file of this kind may hold a program and is not handed to other programs. Scores are not affected. Ask the review office if you need to see it.',
  },
  'candidates.outside-no-program': {
    zh: '本机没有能打开这份材料的程序。评分不受影响。请与评审办联系。',
    en: 'No program of this machine opens this file. Scores are not affected. Tell the review office.',
  },
} as const;

export type CandidateCode = keyof typeof candidateSentences;
