/**
 * Kinds of faults and notes of an imported spreadsheet, with their sentences. Where it is stands before the sentence
 * (`describePlace`); nothing has been stored yet when one is shown.
 */
export const importSentences = {
  'tables.no-header': {
    zh: '前 20 行中没有找到表头，文件未导入。数据未作改动。请在表中保留一行列名，至少包括：{{columns}}。',
    en: 'No header was found in the first 20 rows; the file was not imported. Nothing was changed. Keep one row of column names with at least: {{columnsEn}}.',
  },
  'tables.column-missing': {
    zh: '表中缺少必需的列：{{columns}}，文件未导入。数据未作改动。请补上该列后重新导入。',
    en: 'Required columns are missing: {{columnsEn}}; the file was not imported. Nothing was changed. Add them and import the file again.',
  },
  'tables.no-rows': {
    zh: '只有表头，没有数据行，文件未导入。数据未作改动。请确认选择的文件是否正确。',
    en: 'There is a header but no row of data; the file was not imported. Nothing was changed. Check that this is the file you meant.',
  },
  'tables.too-many-columns': {
    zh: '共有 {{count}} 列，超过 {{maximum}} 列的上限，文件未导入。数据未作改动。请删除不需要的列后重新导入。',
    en: 'There are {{count}} columns, more than {{maximum}}; the file was not imported. Nothing was changed. Delete columns that are not needed and import it again.',
  },
  'tables.long-row': {
    zh: '该行的值多于表头的 {{columns}} 列，可能有未加引号的分隔符，暂不导入；其余行不受影响。请改正该行后重新导入。',
    en: 'This row has more values than the {{columns}} columns of the header, perhaps an unquoted separator; it is held, the others are not affected. Correct the row and import the file again.',
  },
  'tables.text-too-long': {
    zh: '“{{field}}”有 {{length}} 个字，超过 {{maximum}} 字的上限，该行暂不导入；其余行不受影响。请删减后再导入。',
    en: '“{{field}}” has {{length}} characters, more than {{maximum}}; the row is held, the others are not affected. Shorten it.',
  },
  'tables.identity-as-name': {
    zh: '“{{field}}”中是证件号码，不能用作编号或名称，该行暂不导入；其余行不受影响。请改用其他编号或名称。',
    en: '“{{field}}” holds an identity number, which cannot serve as code or name; the row is held, the others are not affected. Use another code or name.',
  },
  'tables.hidden-columns': {
    zh: '表中有隐藏的列：{{columns}}。已照常读取，但不会自动发给专家。请确认这些内容是否需要。',
    en: 'There are hidden columns: {{columns}}. They were read, but do not go to experts unasked. Check whether they are needed.',
  },
  'tables.hidden-rows': {
    zh: '表中有 {{count}} 行被隐藏（第 {{rows}} 行），已照常读取。请确认这些行是否应当导入。',
    en: '{{count}} rows are hidden (rows {{rows}}); they were read like the others. Check whether they should be imported.',
  },
  'tables.hidden-sheet-skipped': {
    zh: '该工作表是隐藏的，其中 {{rows}} 行未读取。如需导入，请先在 Excel 或 WPS 中取消隐藏。',
    en: 'This sheet is hidden; its {{rows}} rows were not read. Unhide it in Excel or WPS if it should be imported.',
  },
  'tables.sheet-skipped': {
    zh: '该工作表没有完整的表头，其中 {{rows}} 行未读取。如需导入，请补上表头。',
    en: 'This sheet has no complete header; its {{rows}} rows were not read. Add a header if it should be imported.',
  },
  'tables.column-without-header': {
    zh: '该列有内容但没有列名，已作为附加信息保留。请确认是否需要。',
    en: 'This column has content but no name; it is kept as extra information. Check whether it is needed.',
  },
  'tables.column-twice': {
    zh: '“{{field}}”与前面的列含义相同，以前面的列为准，本列作为附加信息保留。请确认两列是否一致。',
    en: '“{{field}}” means the same as an earlier column, which counts; this one is kept as extra information. Check that the two agree.',
  },
  'tables.header-too-long': {
    zh: '列名超过 {{maximum}} 个字，已缩短为“{{field}}”。列中内容完整保留。',
    en: 'The column’s name is longer than {{maximum}} characters and was shortened to “{{field}}”. Its content is kept whole.',
  },
  'tables.digits-lost': {
    zh: '“{{field}}”显示为 {{value}}，表格软件已丢失部分数字，该项按未填处理。请将单元格设为文本格式后重新填写。',
    en: '“{{field}}” reads {{value}}: the spreadsheet has lost digits, so it counts as not filled in. Set the cell to text and enter it again.',
  },
  'tables.number-unreadable': {
    zh: '“{{field}}”的内容“{{value}}”不是可以识别的数字，已按原文保留。请核对。',
    en: '“{{field}}” reads “{{value}}”, which is not a number; its words are kept. Check it.',
  },
  'tables.figure-implausible': {
    zh: '“{{field}}”填的是 {{value}}，单元格内没有写单位，换算为 {{result}} 不合常理。已按此保留，请核对单位。',
    en: '“{{field}}” reads {{value}} without a unit in the cell, which comes to an implausible {{result}}. It is kept so; check the unit.',
  },
  'tables.date-unreadable': {
    zh: '“{{field}}”的内容“{{value}}”不是可以识别的日期，已按原文保留。请按“1985-03”或“1985年3月”填写。',
    en: '“{{field}}” reads “{{value}}”, which is not a date; its words are kept. Write 1985-03 or 1985年3月.',
  },
  'tables.date-ambiguous': {
    zh: '“{{field}}”的 {{value}} 可能是 1 月，也可能是丢了末位零的 10 月，该项按未填处理。请按“1985-10”填写。',
    en: '“{{field}}” reads {{value}}, which may be January or an October that lost its zero; it counts as not filled in. Write 1985-10.',
  },
  'tables.yes-no-unclear': {
    zh: '“{{field}}”应填“是”或“否”，现为“{{value}}”，已按原文保留。请核对。',
    en: '“{{field}}” should say 是 or 否 but reads “{{value}}”; its words are kept. Check it.',
  },
  'tables.formula-error': {
    zh: '“{{field}}”的公式结果是错误值 {{value}}，该项按未填处理。请在表中改正公式或直接填写数值。',
    en: 'The formula of “{{field}}” yields the error {{value}}; it counts as not filled in. Correct the formula or enter the value.',
  },
  'tables.formula-without-value': {
    zh: '“{{field}}”是公式但文件中没有保存计算结果，该项按未填处理。请用 Excel 或 WPS 打开并保存一次，或直接填写数值。',
    en: '“{{field}}” is a formula saved without its result; it counts as not filled in. Open and save the file in Excel or WPS, or enter the value.',
  },
  'tables.identity-masked': {
    zh: '“{{field}}”中含有证件号码，已用星号遮盖。请确认是否应当填在此处。',
    en: '“{{field}}” holds an identity number, which was masked. Check whether it belongs here.',
  },
  'tables.total-skipped': {
    zh: '“{{text}}”行是合计或平均，不作为数据导入。',
    en: 'The row “{{text}}” is a total or mean and is not imported.',
  },
  'tables.note-skipped': {
    zh: '“{{text}}”是表中的说明，不作为数据导入。',
    en: '“{{text}}” is a note in the table and is not imported.',
  },
  'tables.header-repeated': {
    zh: '该行是重复的表头，已略过。',
    en: 'This row repeats the header and was passed over.',
  },
  'tables.heading-skipped': {
    zh: '“{{text}}”是分组标题，不作为数据导入。',
    en: '“{{text}}” is a heading of a group and is not imported.',
  },
  'tables.several-sheets': {
    zh: '文件中有 {{count}} 张工作表含数据，已全部读取：{{sheets}}。',
    en: '{{count}} sheets hold data; all of them were read: {{sheets}}.',
  },
  'tables.serial-stands-in': {
    zh: '表中没有“{{field}}”列，以“序号”代替。再次导入时序号如有变化，将对不上原来的评审对象。',
    en: 'There is no column “{{field}}”; 序号 stands for it. If the serial numbers change, a later import will not match.',
  },
} as const;

export type ImportKind = keyof typeof importSentences;
