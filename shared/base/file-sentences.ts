/** Codes of what a disk refuses, with their sentences. `file` is a name as a person knows it. */
export const fileSentences = {
  'files.disk-full': {
    zh: '磁盘空间不足，未能写入“{{file}}”。没有留下不完整的文件，原有文件未受影响。请清理空间或换一个存储位置后重试。',
    en: 'The disk is full; “{{file}}” could not be written. No partial file was left and existing files are unharmed. Free some space or choose another place, then try again.',
  },
  'files.read-only': {
    zh: '存储位置为只读，未能写入“{{file}}”。原有文件未受影响。请打开 U 盘写保护开关或换一个存储位置后重试。',
    en: 'The place is read-only; “{{file}}” could not be written. Existing files are unharmed. Lift the write protection or choose another place, then try again.',
  },
  'files.no-access': {
    zh: '没有访问“{{file}}”的权限，或该文件正被其他程序占用。数据未作改动。请关闭占用它的程序、检查权限，或换一个位置后重试。',
    en: 'Access to “{{file}}” was denied, or another program is using it. Nothing was changed. Close that program, check the permissions or choose another place, then try again.',
  },
  'files.missing': {
    zh: '找不到“{{file}}”，它可能已被移动、改名，或 U 盘已拔出。数据未作改动。请确认位置后重试。',
    en: '“{{file}}” was not found; it may have been moved or renamed, or the stick was removed. Nothing was changed. Check the place and try again.',
  },
  'files.not-a-file': {
    zh: '“{{file}}”不是普通文件。数据未作改动。请选择一个文件。',
    en: '“{{file}}” is not an ordinary file. Nothing was changed. Choose a file.',
  },
  'files.not-a-folder': {
    zh: '“{{file}}”所在的位置不是文件夹。数据未作改动。请选择一个文件夹。',
    en: 'The place of “{{file}}” is not a folder. Nothing was changed. Choose a folder.',
  },
  'files.name-too-long': {
    zh: '文件名或路径过长，未能写入“{{file}}”。原有文件未受影响。请改用较短的名称或位置后重试。',
    en: 'The name or path of “{{file}}” is too long. Existing files are unharmed. Use a shorter name or place, then try again.',
  },
  'files.too-large': {
    zh: '存储位置不支持这么大的文件，未能写入“{{file}}”（FAT32 格式的 U 盘单个文件不超过 4 GB）。没有留下不完整的文件。请换一个存储位置后重试。',
    en: 'The place does not take files as large as “{{file}}” (a FAT32 stick holds files below 4 GB). No partial file was left. Choose another place, then try again.',
  },
  'files.io': {
    zh: '读写“{{file}}”时设备出错（{{reason}}）。没有留下不完整的文件，原有文件未受影响。请检查磁盘或 U 盘，换一个位置后重试。',
    en: 'The device failed while reading or writing “{{file}}” ({{reason}}). No partial file was left and existing files are unharmed. Check the disk or stick, choose another place and try again.',
  },
  'files.exists': {
    zh: '文件夹中已有“{{file}}”，没有覆盖，也没有写入任何文件。请换一个空文件夹，或先移走该文件。',
    en: 'The folder already holds “{{file}}”; it was not overwritten and no file was written. Choose an empty folder, or move that file away first.',
  },
  'files.unfaithful': {
    zh: '“{{file}}”写入后读回的内容与写入的不一致，已删除。原有文件未受影响。该磁盘或 U 盘可能损坏，请换一个存储位置后重试。',
    en: '“{{file}}” read back differently from what was written and was removed. Existing files are unharmed. The disk or stick may be failing; choose another place and try again.',
  },
} as const;

export type FileCode = keyof typeof fileSentences;
