/** Codes of the command line with their sentences. */
export const cliSentences = {
  'cli.unknown-command': {
    zh: '没有“{{command}}”这个命令。未执行任何操作。用 mtx --help 查看全部命令。',
    en: 'There is no command “{{command}}”. Nothing was done. mtx --help lists all commands.',
  },
  'cli.usage': {
    zh: '命令用法有误：{{problem}}。未执行任何操作。用 mtx {{command}} --help 查看用法。',
    en: 'Wrong usage: {{problem}}. Nothing was done. See mtx {{command}} --help.',
  },
  'cli.number': {
    zh: '选项 --{{option}} 须为 {{min}} 至 {{max}} 之间的整数。未执行任何操作。请更正后重试。',
    en: 'Option --{{option}} takes a whole number from {{min}} to {{max}}. Nothing was done. Correct it and try again.',
  },
  'cli.choice': {
    zh: '选项 --{{option}} 只能取：{{choices}}。未执行任何操作。请更正后重试。',
    en: 'Option --{{option}} takes one of: {{choices}}. Nothing was done. Correct it and try again.',
  },
  'cli.file-missing': {
    zh: '找不到文件或文件夹“{{file}}”。未执行任何操作。请核对路径后重试。',
    en: 'File or folder “{{file}}” was not found. Nothing was done. Check the path and try again.',
  },
  'cli.policy-file': {
    zh: '汇总规则文件“{{file}}”无法使用：{{problem}}。未执行任何操作。请修改后重试。',
    en: 'The policy file “{{file}}” cannot be used: {{problem}}. Nothing was done. Correct it and try again.',
  },
  'cli.folder-not-empty': {
    zh: '输出文件夹“{{folder}}”不是空的。没有写入任何文件。请另选文件夹，或先清空它。',
    en: 'The output folder “{{folder}}” is not empty. No file was written. Choose another folder, or empty it first.',
  },
  'cli.identity-file': {
    zh: '“{{file}}”中没有 age 密钥（AGE-SECRET-KEY-1…）。未执行任何操作。请提供 age-keygen 生成的密钥文件。',
    en: '“{{file}}” holds no age identity (AGE-SECRET-KEY-1…). Nothing was done. Give a file as age-keygen writes it.',
  },
  'cli.format-unavailable': {
    zh: '“{{form}}”不能导出为 {{format}} 格式。没有生成文件。可用格式：{{formats}}。',
    en: '“{{form}}” cannot be exported as {{format}}. No file was written. Available: {{formats}}.',
  },
  'cli.pdf-needs-window': {
    zh: 'PDF 由窗口打印生成，命令行不能导出。没有生成文件。请在窗口的“导出”页导出 PDF，或改用：{{formats}}。',
    en: 'PDF is printed by a window; the command line cannot make it. No file was written. Export it on the export page, or use: {{formats}}.',
  },
} as const;

export type CliCode = keyof typeof cliSentences;
