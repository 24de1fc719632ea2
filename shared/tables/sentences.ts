import { importSentences } from './import-sentences.ts';

/** Codes of spreadsheets that cannot be read, with their sentences. `name` is the file's name. */
const refusals = {
  'tables.empty-file': {
    zh: '文件“{{name}}”是空的（0 字节）。数据未作改动。请重新复制或导出该文件。',
    en: 'The file “{{name}}” is empty (0 bytes). Nothing was changed. Copy or export it again.',
  },
  'tables.too-large': {
    zh: '文件“{{name}}”超过 {{limit}} MB，未读取。数据未作改动。请删除表中的图片和无关工作表后再导入。',
    en: 'The file “{{name}}” is larger than {{limit}} MB and was not read. Nothing was changed. Remove pictures and unneeded sheets, then import it again.',
  },
  'tables.old-excel': {
    zh: '文件“{{name}}”是旧版 Excel 或 WPS 格式（.xls、.et），不能直接读取。数据未作改动。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再导入。',
    en: 'The file “{{name}}” is in the old Excel or WPS format (.xls, .et), which cannot be read. Nothing was changed. Open it in Excel or WPS, save it as an Excel workbook (*.xlsx) and import that.',
  },
  'tables.encrypted': {
    zh: '文件“{{name}}”设有打开密码，无法读取。数据未作改动。请在 Excel 或 WPS 中取消密码并保存后再导入。',
    en: 'The file “{{name}}” is protected by a password and cannot be read. Nothing was changed. Remove the password in Excel or WPS, save the file and import it again.',
  },
  'tables.other-format': {
    zh: '文件“{{name}}”不是 xlsx 或 csv 表格（内容是 {{format}}）。数据未作改动。请另存为“Excel 工作簿（*.xlsx）”后再导入。',
    en: 'The file “{{name}}” is neither an xlsx nor a csv table (its content is {{format}}). Nothing was changed. Save it as an Excel workbook (*.xlsx) and import that.',
  },
  'tables.damaged': {
    zh: '文件“{{name}}”已损坏，无法完整读取（{{part}}）。数据未作改动。请用 Excel 或 WPS 打开检查，另存一份后再导入。',
    en: 'The file “{{name}}” is damaged and cannot be read completely ({{part}}). Nothing was changed. Open it in Excel or WPS, save a fresh copy and import that.',
  },
  'tables.unpacks-too-large': {
    zh: '文件“{{name}}”解压后超过 {{limit}} MB，可能是恶意文件，已停止读取。数据未作改动。请向提供者核实，或只保留需要的数据后另存再导入。',
    en: 'The file “{{name}}” unpacks to more than {{limit}} MB and may be malicious; reading was stopped. Nothing was changed. Ask whoever sent it, or save only the needed data in a new file.',
  },
  'tables.doctype': {
    zh: '文件“{{name}}”含有表格不应有的文档类型声明（{{part}}），可能是恶意文件，未读取。数据未作改动。请用 Excel 或 WPS 另存一份后再导入。',
    en: 'The file “{{name}}” holds a document type declaration that no spreadsheet needs ({{part}}); it may be malicious and was not read. Nothing was changed. Save a fresh copy in Excel or WPS and import that.',
  },
  'tables.too-many-cells': {
    zh: '文件“{{name}}”过大：最多读取 {{rows}} 行、{{columns}} 列、{{cells}} 个单元格。数据未作改动。请删除多余的行、列，或分成几个文件导入。',
    en: 'The file “{{name}}” holds too much: at most {{rows}} rows, {{columns}} columns and {{cells}} cells are read. Nothing was changed. Delete what is not needed, or import it in several files.',
  },
  'tables.nothing-read': {
    zh: '文件“{{name}}”中有内容，但未能读出。数据未作改动。请用 Excel 或 WPS 打开检查，另存一份后再导入。',
    en: 'The file “{{name}}” has content that could not be read. Nothing was changed. Open it in Excel or WPS, save a fresh copy and import that.',
  },
  'tables.no-cells': {
    zh: '文件“{{name}}”中没有任何数据。数据未作改动。请确认选择的文件是否正确。',
    en: 'The file “{{name}}” holds no data at all. Nothing was changed. Check that this is the file you meant.',
  },
  'tables.encoding': {
    zh: '文件“{{name}}”的文字编码无法识别（支持 UTF-8、GB18030 和带标记的 UTF-16）。数据未作改动。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再导入。',
    en: 'The text encoding of the file “{{name}}” is not known (UTF-8, GB18030 and UTF-16 with its mark are). Nothing was changed. Open it in Excel or WPS, save it as an Excel workbook (*.xlsx) and import that.',
  },
  'tables.open-quote': {
    zh: '文件“{{name}}”第 {{row}} 行起有一个引号没有配对，其后内容无法分列。数据未作改动。请补上引号，或另存为“Excel 工作簿（*.xlsx）”后再导入。',
    en: 'In the file “{{name}}” a quotation mark opened in row {{row}} is never closed, so what follows cannot be split into columns. Nothing was changed. Close it, or save the table as an Excel workbook (*.xlsx).',
  },
} as const;

/** Everything that is said of a spreadsheet: why it cannot be read, and what is at fault in it. */
export const tableSentences = { ...refusals, ...importSentences } as const;

/** Codes of files that cannot be read at all. */
export type TableCode = keyof typeof refusals;
