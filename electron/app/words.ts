import { fillSentence, type Language, type Sentence } from '#shared/base/sentence.ts';

/** What the shell itself says: menu, dialogs of the system, crash message. Windows have their own texts. */
const words = {
  product: { zh: '满天星评审工作台', en: 'Mantianxing Review Workbench' },

  file: { zh: '文件', en: 'File' },
  openTask: { zh: '打开任务包…', en: 'Open task package…' },
  openWorkspace: { zh: '打开工作区…', en: 'Open workspace…' },
  newWorkspace: { zh: '新建工作区…', en: 'New workspace…' },
  demo: { zh: '先看演示', en: 'See the demo' },
  home: { zh: '返回首页', en: 'Back to the first screen' },
  quit: { zh: '退出', en: 'Quit' },

  edit: { zh: '编辑', en: 'Edit' },
  undo: { zh: '撤销', en: 'Undo' },
  redo: { zh: '重做', en: 'Redo' },
  cut: { zh: '剪切', en: 'Cut' },
  copy: { zh: '复制', en: 'Copy' },
  paste: { zh: '粘贴', en: 'Paste' },
  selectAll: { zh: '全选', en: 'Select all' },

  view: { zh: '显示', en: 'View' },
  zoomIn: { zh: '放大', en: 'Zoom in' },
  zoomOut: { zh: '缩小', en: 'Zoom out' },
  resetZoom: { zh: '实际大小', en: 'Actual size' },
  fullScreen: { zh: '全屏', en: 'Full screen' },
  language: { zh: '切换语言（English）', en: 'Switch language (中文)' },
  developerTools: { zh: '开发者工具', en: 'Developer tools' },

  window: { zh: '窗口', en: 'Window' },
  minimize: { zh: '最小化', en: 'Minimise' },
  zoom: { zh: '缩放', en: 'Zoom' },
  hide: { zh: '隐藏', en: 'Hide' },
  hideOthers: { zh: '隐藏其他', en: 'Hide others' },
  unhide: { zh: '全部显示', en: 'Show all' },

  help: { zh: '帮助', en: 'Help' },
  keys: { zh: '键盘快捷键', en: 'Keyboard shortcuts' },
  showLogs: { zh: '打开日志文件夹', en: 'Open the log folder' },
  about: { zh: '关于', en: 'About' },

  chooseTask: { zh: '选择任务包', en: 'Choose a task package' },
  chooseCandidates: { zh: '选择评审对象名单', en: 'Choose the list of candidates' },
  chooseExperts: { zh: '选择专家名单', en: 'Choose the list of experts' },
  chooseDossiers: { zh: '选择申报材料文件夹', en: 'Choose the folder of dossiers' },
  chooseResults: { zh: '选择结果包', en: 'Choose result packages' },
  chooseResultFolder: { zh: '选择存放结果包的文件夹', en: 'Choose the folder of result packages' },
  chooseNewWorkspace: { zh: '选择存放工作区的空文件夹', en: 'Choose an empty folder for the workspace' },
  chooseWorkspace: { zh: '选择工作区文件夹', en: 'Choose the folder of the workspace' },
  chooseTemplate: { zh: '选择评分标准模板', en: 'Choose a rubric template' },
  chooseIssueFolder: { zh: '选择存放任务包的文件夹', en: 'Choose the folder for the task packages' },
  chooseCard: { zh: '选择公钥登记卡', en: 'Choose a registration card' },
  cardFiles: { zh: '公钥登记卡', en: 'Registration cards' },
  chooseCardFolder: { zh: '选择存放登记卡的文件夹', en: 'Choose the folder for the registration card' },
  chooseSubmitFolder: { zh: '选择存放结果包的文件夹', en: 'Choose the folder for the result package' },
  chooseReceiptFolder: { zh: '选择存放回执的文件夹', en: 'Choose the folder for the receipts' },
  chooseHeadFolder: { zh: '选择存放日志头的文件夹', en: 'Choose the folder for the signed head' },
  chooseReceipt: { zh: '选择回执', en: 'Choose a receipt' },
  chooseExportFolder: { zh: '选择存放导出文件的文件夹', en: 'Choose the folder for the exported files' },
  chooseFormTemplate: { zh: '选择 Word 模板', en: 'Choose a Word template' },
  saveForm: { zh: '导出', en: 'Export' },

  taskPackages: { zh: '任务包', en: 'Task packages' },
  receiptFiles: { zh: '回执', en: 'Receipts' },
  resultPackages: { zh: '结果包', en: 'Result packages' },
  tables: { zh: '表格（xlsx、csv）', en: 'Tables (xlsx, csv)' },
  templates: { zh: '评分标准模板', en: 'Rubric templates' },
  excelFiles: { zh: 'Excel 工作簿', en: 'Excel workbooks' },
  csvFiles: { zh: 'CSV 文件', en: 'CSV files' },
  wordFiles: { zh: 'Word 文档', en: 'Word documents' },
  pdfFiles: { zh: 'PDF 文件', en: 'PDF files' },
  pngFiles: { zh: 'PNG 图片', en: 'PNG pictures' },
  svgFiles: { zh: 'SVG 矢量图', en: 'SVG drawings' },

  openOutside: { zh: '用其他程序打开', en: 'Open with another program' },
  openOutsideTitle: { zh: '用其他程序打开“{{name}}”？', en: 'Open “{{name}}” with another program?' },
  openOutsideWarning: {
    zh: '其他程序可能运行文件中的宏、脚本，也可能访问网络，本软件无法防护。将为此临时保存一份只读副本，退出本软件时删除。请确认材料可信后再打开。',
    en: 'Another program may run macros or scripts of the file and may use the network; this app cannot prevent it. A read-only copy is kept for it and removed when you quit. Open the file only if you trust it.',
  },
  cancel: { zh: '取消', en: 'Cancel' },
  openAnyway: { zh: '仍要打开', en: 'Open anyway' },

  pageGone: {
    zh: '界面意外停止。已保存的内容不受影响。请重新载入后继续。',
    en: 'The window stopped unexpectedly. What was saved is safe. Reload it and go on.',
  },
  switchRefused: {
    zh: '出于安全考虑，本程序不接受启动参数 {{name}}，已退出。数据未作改动。请去掉该参数后重新启动。',
    en: 'For safety the program does not accept {{name}} and has ended. Nothing was changed. Start it again without it.',
  },
  reload: { zh: '重新载入', en: 'Reload' },
  programFailed: {
    zh: '程序遇到意外问题，需要关闭。已保存的内容不受影响。请重新打开程序；如反复出现，请将日志文件夹交技术支持。',
    en: 'Something unexpected happened and the program has to close. What was saved is safe. Open it again; give the log folder to support if it persists.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

export type Word = keyof typeof words;

/** A word of the shell in a language. */
export function say(word: Word, language: Language, values: Readonly<Record<string, string>> = {}): string {
  return fillSentence(words[word], language, values);
}
