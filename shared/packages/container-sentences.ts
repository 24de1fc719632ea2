/** Codes about the file, its encryption and its ZIP: the outer layers, before anything signed is known. */
export const containerSentences = {
  'package.empty': {
    zh: '“{{file}}”是空文件，可能没有复制完。没有导入任何内容。请从原 U 盘或邮件重新复制后再试。',
    en: '“{{file}}” is empty; copying may have been cut short. Nothing was imported. Copy it again from the stick or mail and try again.',
  },
  'package.too-large': {
    zh: '“{{file}}”超过 {{limit}} MB，不予打开。没有导入任何内容。请核对是否选错文件；任务包过大时请减少或压缩申报材料。',
    en: '“{{file}}” is larger than {{limit}} MB and was not opened. Nothing was imported. Check that it is the right file; if a task package is too large, attach fewer or smaller dossiers.',
  },
  'package.too-slow': {
    zh: '“{{file}}”打开用时超过 {{limit}} 秒，已停止。没有导入任何内容。请先复制到本机硬盘再试；仍然如此的，请保留该文件备查，并请对方重新生成。',
    en: 'Opening “{{file}}” took longer than {{limit}} seconds and was stopped. Nothing was imported. Copy it to a local disk and try again; if that fails, keep it for inquiry and ask the sender to make it again.',
  },
  'package.not-age': {
    zh: '“{{file}}”不是本程序的封装文件。文件未作改动，没有导入任何内容。请选择扩展名为 .mtxtask 或 .mtxresult 的原始文件。',
    en: '“{{file}}” is not a sealed package of this program. It was left as it is and nothing was imported. Choose the original .mtxtask or .mtxresult file.',
  },
  'package.age-header': {
    zh: '“{{file}}”的加密头不符合格式，不予打开。没有导入任何内容。请让对方用本程序重新生成并再次送达。',
    en: 'The encryption header of “{{file}}” does not follow the format; it was not opened. Nothing was imported. Ask the sender to make it again with this program.',
  },
  'package.work-factor': {
    zh: '“{{file}}”要求的解密计算量过大，为保护本机不予打开。没有导入任何内容。请让对方用本程序重新生成。',
    en: '“{{file}}” asks for too much work to decrypt and was not opened, to protect this machine. Nothing was imported. Ask the sender to make it again with this program.',
  },
  'package.code-needed': {
    zh: '“{{file}}”须用激活码打开。文件未作改动。请输入通知单上的激活码。',
    en: '“{{file}}” opens with an activation code. It was left as it is. Enter the code from the slip.',
  },
  'package.identity-needed': {
    zh: '“{{file}}”是发给某个密钥持有者的，须用相应的密钥打开。文件未作改动。请在持有该密钥的工作区或设备上打开。',
    en: '“{{file}}” is sealed to a key and opens only with it. It was left as it is. Open it in the workspace or on the device that holds the key.',
  },
  'package.wrong-code': {
    zh: '激活码与这个任务包不匹配。任务包未受影响。请核对通知单与任务包是否为同一人、同一批次；如仍不符，请联系评审办。',
    en: 'The activation code does not belong to this task package. The package is unharmed. Check that slip and file are for the same person and round; if they are, contact the office.',
  },
  'package.wrong-recipient': {
    zh: '“{{file}}”不是发给本工作区的，无法打开。没有导入任何内容。请核对是否来自其他评审办的批次，并退回原送交人。',
    en: '“{{file}}” is not addressed to this workspace and cannot be opened. Nothing was imported. Check whether it belongs to another office, and return it to the person who brought it.',
  },
  'package.damaged': {
    zh: '“{{file}}”已损坏或不完整（密文校验不通过）。没有导入任何内容。请重新复制；仍然失败时请对方重新送交同一文件。',
    en: '“{{file}}” is damaged or incomplete (its cipher text does not verify). Nothing was imported. Copy it again; if that fails, ask the sender for the same file once more.',
  },
  'package.not-sealed': {
    zh: '“{{file}}”没有加密，不能作为任务包或结果包使用。没有导入任何内容。请让对方用本程序重新生成。',
    en: '“{{file}}” is not encrypted and cannot serve as a task or result package. Nothing was imported. Ask the sender to make it again with this program.',
  },
  'package.zip-truncated': {
    zh: '“{{file}}”内部的压缩包不完整。没有导入任何内容。请对方用本程序重新生成并再次送达。',
    en: 'The archive inside “{{file}}” is cut short. Nothing was imported. Ask the sender to make it again with this program.',
  },
  'package.zip-record': {
    zh: '“{{file}}”内部的压缩包含有来历不明的字节。没有导入任何内容。请保留该文件备查，并请对方用本程序重新生成。',
    en: 'The archive inside “{{file}}” holds unexplained bytes. Nothing was imported. Keep the file for inquiry and ask the sender to make it again with this program.',
  },
  'package.zip-trailing': {
    zh: '“{{file}}”内部的压缩包末尾附有多余内容。没有导入任何内容。请保留该文件备查，并请对方用本程序重新生成。',
    en: 'Something is appended to the archive inside “{{file}}”. Nothing was imported. Keep the file for inquiry and ask the sender to make it again with this program.',
  },
  'package.zip-method': {
    zh: '“{{file}}”内的“{{entry}}”经过压缩，而格式只允许原样存放。没有导入任何内容。请对方用本程序重新生成。',
    en: '“{{entry}}” in “{{file}}” is compressed, but the format stores files as they are. Nothing was imported. Ask the sender to make it again with this program.',
  },
  'package.zip-flags': {
    zh: '“{{file}}”内的“{{entry}}”使用了不允许的标志（如另行加密）。没有导入任何内容。请对方用本程序重新生成。',
    en: '“{{entry}}” in “{{file}}” uses flags that are not allowed, such as encryption of its own. Nothing was imported. Ask the sender to make it again with this program.',
  },
  'package.zip-extra': {
    zh: '“{{file}}”内的“{{entry}}”带有不允许的附加字段或注释。没有导入任何内容。请对方用本程序重新生成。',
    en: '“{{entry}}” in “{{file}}” carries extra fields or comments that are not allowed. Nothing was imported. Ask the sender to make it again with this program.',
  },
  'package.zip-name': {
    zh: '“{{file}}”内有不允许的文件名“{{entry}}”，可能企图写到别处。没有写出任何文件。请保留该文件备查，并与送交人核实。',
    en: '“{{file}}” contains the forbidden name “{{entry}}”, which may try to reach elsewhere. No file was written. Keep it for inquiry and ask the person who brought it.',
  },
  'package.zip-duplicate': {
    zh: '“{{file}}”内有两个名为“{{entry}}”的文件。没有写出任何文件。请保留该文件备查，并请对方用本程序重新生成。',
    en: '“{{file}}” holds two files named “{{entry}}”. No file was written. Keep it for inquiry and ask the sender to make it again.',
  },
  'package.zip-clash': {
    zh: '“{{file}}”内的“{{entry}}”与另一文件仅大小写不同，或与文件夹同名。没有写出任何文件。请保留该文件备查，并请对方用本程序重新生成。',
    en: '“{{entry}}” in “{{file}}” differs from another name by case only, or is also a folder. No file was written. Keep it for inquiry and ask the sender to make it again.',
  },
  'package.zip-order': {
    zh: '“{{file}}”内的文件顺序不符合格式（“{{entry}}”）。没有导入任何内容。请对方用本程序重新生成。',
    en: 'The files in “{{file}}” are not in the order of the format (“{{entry}}”). Nothing was imported. Ask the sender to make it again with this program.',
  },
  'package.zip-size': {
    zh: '“{{file}}”内的“{{entry}}”标注的大小不一致或超出上限。没有导入任何内容。请保留该文件备查，并请对方用本程序重新生成。',
    en: 'The stated sizes of “{{entry}}” in “{{file}}” disagree or exceed the limit. Nothing was imported. Keep it for inquiry and ask the sender to make it again.',
  },
  'package.zip-entries': {
    zh: '“{{file}}”内的文件超过 {{limit}} 个，不予打开。没有导入任何内容。请减少申报材料的文件数。',
    en: '“{{file}}” holds more than {{limit}} files and was not opened. Nothing was imported. Attach fewer dossier files.',
  },
  'package.zip-crc': {
    zh: '“{{file}}”内的“{{entry}}”校验码不符。没有导入任何内容。请重新复制；仍然失败时请对方重新生成。',
    en: 'The checksum of “{{entry}}” in “{{file}}” does not fit. Nothing was imported. Copy it again; if that fails, ask the sender to make it again.',
  },
  'package.zip-central': {
    zh: '“{{file}}”内部的目录与内容不一致（“{{entry}}”）。没有导入任何内容。请保留该文件备查，并请对方用本程序重新生成。',
    en: 'The directory of the archive inside “{{file}}” contradicts its content (“{{entry}}”). Nothing was imported. Keep it for inquiry and ask the sender to make it again.',
  },
  'package.zip-file-type': {
    zh: '“{{file}}”内的“{{entry}}”不是普通文件（如链接或设备）。没有写出任何文件。请保留该文件备查，并与送交人核实。',
    en: '“{{entry}}” in “{{file}}” is not an ordinary file but, for example, a link. No file was written. Keep it for inquiry and ask the person who brought it.',
  },
  'package.bag': {
    zh: '“{{file}}”内缺少规定的文件或其内容不符（{{entry}}）。没有导入任何内容。请对方用本程序重新生成。',
    en: 'A required file is missing from “{{file}}” or differs from the format ({{entry}}). Nothing was imported. Ask the sender to make it again with this program.',
  },
} as const;
