import type { Command, OptionSpec } from './command.ts';

const workspace: OptionSpec = {
  value: 'DIR',
  required: true,
  help: { zh: '工作区文件夹', en: 'folder of the workspace' },
};
const round: OptionSpec = { value: 'ID', required: true, help: { zh: '批次编号', en: 'id of the round' } };

/** Receipts and the log. */
export const traceCommands: readonly Command[] = [
  {
    name: 'receipts',
    summary: { zh: '为收到的结果包签发回执', en: 'sign a receipt for every result package that came in' },
    options: {
      workspace,
      round,
      out: { value: 'DIR', required: true, help: { zh: '回执输出文件夹', en: 'folder for the receipts' } },
    },
    files: null,
    load: async () => (await import('./receipts.ts')).run,
  },
  {
    name: 'trace verify',
    summary: { zh: '核验留痕（审计日志）是否完整、未被改动', en: 'verify that the log is complete and unchanged' },
    options: {
      workspace: { value: 'DIR', help: { zh: '工作区文件夹', en: 'folder of the workspace' } },
      home: { value: 'DIR', help: { zh: '或：专家本机数据文件夹', en: 'or: the home folder of an expert' } },
      head: {
        value: 'FILE',
        help: {
          zh: '另存的签名日志头或回执（工作区自己留存的日志头总会核对）',
          en: 'a signed head or a receipt kept elsewhere (heads that the workspace keeps are always checked)',
        },
      },
      commission: {
        value: 'FINGERPRINT',
        help: { zh: '应有的评审办密钥指纹', en: 'fingerprint that the commission’s key must have' },
      },
    },
    files: null,
    load: async () => (await import('./trace.ts')).verify,
  },
  {
    name: 'trace head',
    summary: { zh: '签署留痕的日志头，另行保存备查', en: 'sign the head of the log, to be kept elsewhere' },
    options: { workspace, out: { value: 'FILE', required: true, help: { zh: '输出文件', en: 'output file' } } },
    files: null,
    load: async () => (await import('./trace.ts')).head,
  },
];
