/** Codes of the boundary between window and main process. */
export const ipcSentences = {
  'ipc.bad-input': {
    zh: '程序收到了不符合约定的请求（{{call}}），已拒绝执行。数据未作改动。请重试；如反复出现，请联系技术支持。',
    en: 'The program received a request that it does not allow ({{call}}) and refused it. Nothing was changed. Try again; contact support if it persists.',
  },
  'ipc.unexpected': {
    zh: '程序遇到意外问题（{{call}}），操作没有完成。已保存的内容不受影响。请重试；如反复出现，请将日志交技术支持。',
    en: 'Something unexpected happened ({{call}}) and the action was not finished. What was saved is safe. Try again; give the log to support if it persists.',
  },
  'ipc.grant-unknown': {
    zh: '所选文件的授权已失效。数据未作改动。请重新选择文件。',
    en: 'The permission for the chosen file has expired. Nothing was changed. Choose the file again.',
  },
  'ipc.preview-gone': {
    zh: '该导入预览已失效。数据未作改动。请重新选择文件。',
    en: 'This import preview has expired. Nothing was changed. Choose the file again.',
  },
  'ipc.no-workspace': {
    zh: '尚未打开工作区。数据未作改动。请先新建或打开工作区。',
    en: 'No workspace is open. Nothing was changed. Create or open a workspace first.',
  },
} as const;

export type IpcCode = keyof typeof ipcSentences;
