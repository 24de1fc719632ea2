/** Codes of the forms with their sentences. */
export const reportSentences = {
  'reports.facts-missing': {
    zh: '公示稿还缺：{{facts}}。没有生成文件，已填内容都在。请在“导出”页的公示信息中补齐后重试。',
    en: 'The notice still lacks: {{factsEn}}. No file was made; what was entered is kept. Complete it under “Notice facts” on the export page and try again.',
  },
  'reports.period': {
    zh: '公示期不对：{{first}}至{{last}}之间没有工作日，或超过一年。没有生成文件，已填内容都在。请在“公示信息”中改正公示结束日期后重试。',
    en: 'The period of the notice cannot be: from {{first}} to {{last}} there is no working day, or over a year. No file was made; what was entered is kept. Correct its last day under “Notice facts” and try again.',
  },
  'reports.holidays-file': {
    zh: '工作区中的放假安排文件 {{file}} 无法读取。没有生成文件，其他数据未受影响。请在“公示信息”中重新填写全年放假安排，或删除该文件后重试。',
    en: 'The workspace’s file of holidays {{file}} cannot be read. No file was made; all other data is unharmed. Enter the holidays anew under “Notice facts”, or delete the file, and try again.',
  },
  'reports.facts-file': {
    zh: '公示信息文件“{{file}}”无法使用：{{problem}}。没有生成文件。请按命令帮助所列字段修改后重试。',
    en: 'The file of notice facts “{{file}}” cannot be used: {{problem}}. No file was made. Correct it by the fields that mtx export --help lists and try again.',
  },
  'reports.none-selected': {
    zh: '“{{title}}”没有可以公示的评审对象。没有生成文件，数据未作改动。请先查看排名。',
    en: '“{{title}}” has no candidate to be announced. No file was made and nothing was changed. Look at the ranking first.',
  },
  'reports.undecided': {
    zh: '还有 {{count}} 个评审对象待集体复议，公示名单未定。没有生成文件，数据未作改动。请先记录集体复议决定，再导出公示稿。',
    en: '{{count}} candidates wait for the panel’s decision, so the list to announce is not settled. No file was made and nothing was changed. Record the decision first, then export the notice.',
  },
  'reports.no-sheets': {
    zh: '所选范围内还没有收到评分表。没有生成文件。请先收包，或另选专家、评审对象。',
    en: 'No score sheet has come in for what was chosen. No file was made. Take result packages in first, or choose another expert or candidate.',
  },
  'reports.no-experts': {
    zh: '“{{title}}”还没有专家。没有生成文件。请先导入专家名单。',
    en: '“{{title}}” has no experts yet. No file was made. Import the list of experts first.',
  },
  'reports.unknown-expert': {
    zh: '批次中没有专家“{{expert}}”。没有生成文件。请核对姓名或编号后重试。',
    en: 'The round has no expert “{{expert}}”. No file was made. Check the name or id and try again.',
  },
  'reports.unknown-candidate': {
    zh: '批次中没有评审对象“{{candidate}}”。没有生成文件。请核对编号后重试。',
    en: 'The round has no candidate “{{candidate}}”. No file was made. Check the code and try again.',
  },
  'reports.template-not-docx': {
    zh: '“{{file}}”不是可用的 Word 文档（.docx）：{{problem}}。原有模板未受影响。请用 Word 或 WPS 另存为“Word 文档（*.docx）”后重新选择。',
    en: '“{{file}}” is not a usable Word document (.docx): {{problemEn}}. The template in use is unharmed. Save it as a Word document (.docx) and choose it again.',
  },
  'reports.template-too-large': {
    zh: '模板“{{file}}”过大，文件不得超过 {{limit}} MB。原有模板未受影响。请压缩其中的图片后重新选择。',
    en: 'The template “{{file}}” is too large; {{limit}} MB is the most. The template in use is unharmed. Compress its pictures and choose it again.',
  },
  'reports.template-macros': {
    zh: '模板“{{file}}”含有宏、控件或指向外部的内容（{{part}}），不予采用。原有模板未受影响。请删去这些内容，另存为不含宏的 .docx 后重新选择。',
    en: 'The template “{{file}}” holds macros, controls or content from outside ({{part}}) and is not taken. The template in use is unharmed. Remove them, save it as a .docx without macros and choose it again.',
  },
  'reports.template-unknown': {
    zh: '模板“{{file}}”中有不认识的占位符：{{names}}。原有模板未受影响。请对照占位符清单改正（注意所在的循环）后重新选择。',
    en: 'The template “{{file}}” has placeholders that are not known: {{names}}. The template in use is unharmed. Correct them by the list of placeholders (mind the loop they stand in) and choose it again.',
  },
  'reports.template-broken': {
    zh: '模板“{{file}}”中的占位符写得不完整：{{problem}}。原有模板未受影响。请检查花括号是否成对、循环是否有头有尾，改正后重新选择。',
    en: 'The template “{{file}}” has a broken placeholder: {{problemEn}}. The template in use is unharmed. Check that braces come in pairs and loops have both ends, then choose it again.',
  },
  'reports.template-empty': {
    zh: '模板“{{file}}”中没有任何占位符，导出时填不进内容。原有模板未受影响。请在文中写入占位符后重新选择。',
    en: 'The template “{{file}}” has no placeholder, so nothing could be filled in. The template in use is unharmed. Write placeholders into it and choose it again.',
  },
  'reports.broke-off': {
    zh: '生成表格的程序部分意外中断，没有留下任何文件，数据未作改动。请重试；如再次出现，请少选一些评分表分次导出。',
    en: 'The part of the program that makes forms broke off; no file was left and nothing was changed. Try again; if it happens again, export fewer score sheets at a time.',
  },
  'reports.cancelled': {
    zh: '已取消导出，没有留下任何文件，数据未作改动。需要时请重新导出。',
    en: 'The export was cancelled; no file was left and nothing was changed. It can be started again at any time.',
  },
} as const;

export type ReportCode = keyof typeof reportSentences;
