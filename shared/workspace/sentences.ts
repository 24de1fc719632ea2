/** Codes of workspaces, the expert's home and their databases, with their sentences. */
export const workspaceSentences = {
  'workspace.exists': {
    zh: '所选文件夹中已有工作区。数据未作改动。请选择空文件夹，或直接打开该工作区。',
    en: 'The chosen folder already holds a workspace. Nothing was changed. Choose an empty folder, or open that workspace.',
  },
  'workspace.not-empty': {
    zh: '所选文件夹不是空的。数据未作改动。请新建一个空文件夹后再创建工作区。',
    en: 'The chosen folder is not empty. Nothing was changed. Choose an empty folder for the new workspace.',
  },
  'workspace.not-found': {
    zh: '所选文件夹中没有工作区。数据未作改动。请选择含有 workspace.json 的文件夹。',
    en: 'The chosen folder holds no workspace. Nothing was changed. Choose the folder that contains workspace.json.',
  },
  'workspace.damaged': {
    zh: '工作区文件“{{file}}”无法读取。数据未作改动。请不要继续写入，用最近的备份恢复后再打开。',
    en: 'The workspace file “{{file}}” cannot be read. Nothing was changed. Do not write to it; restore the latest backup, then open it again.',
  },
  'workspace.newer': {
    zh: '该数据由更新版本的程序创建（数据版本 {{found}}，本程序支持到 {{known}}）。数据未作改动。请升级程序后再打开。',
    en: 'These data were made by a newer version of the program (version {{found}}; this one knows {{known}}). Nothing was changed. Update the program, then open them.',
  },
  'workspace.folder-not-writable': {
    zh: '无法写入所选文件夹（{{reason}}）。没有留下任何文件。请换一个有写入权限的文件夹。',
    en: 'The chosen folder cannot be written to ({{reason}}). No file was left there. Choose another folder.',
  },
  'workspace.name-missing': {
    zh: '工作区名称为空或过长（不超过 60 字）。没有创建任何文件。请填写名称。',
    en: 'The name of the workspace is empty or longer than 60 characters. No file was created. Enter a name.',
  },
  'workspace.codes-sealed': {
    zh: '激活码已加密保存，工作区未解锁时不能打印通知单。数据未作改动。请用口令解锁工作区后再导出。',
    en: 'Activation codes are kept encrypted, and slips cannot be printed while the workspace is locked. Nothing was changed. Unlock the workspace with its passphrase, then export again.',
  },
  'workspace.new-passphrase-missing': {
    zh: '没有提供新口令。数据未作改动。请由本人输入新口令（命令行可用 MTX_NEW_PASSPHRASE 或 --new-passphrase-file）。',
    en: 'No new passphrase was given. Nothing was changed. Let the member enter one (on the command line: MTX_NEW_PASSPHRASE or --new-passphrase-file).',
  },
  'workspace.passphrase-missing': {
    zh: '没有提供口令。数据未作改动。请输入工作区口令（命令行可用 MTX_PASSPHRASE 或 --passphrase-file）。',
    en: 'No passphrase was given. Nothing was changed. Enter the passphrase of the workspace (on the command line: MTX_PASSPHRASE or --passphrase-file).',
  },
} as const;

export type WorkspaceCode = keyof typeof workspaceSentences;
