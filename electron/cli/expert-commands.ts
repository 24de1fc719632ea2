import type { Command, OptionSpec } from './command.ts';

const task: OptionSpec = { value: 'FILE', required: true, help: { zh: '任务包', en: 'task package' } };
const code: OptionSpec = { value: 'CODE', required: true, help: { zh: '激活码', en: 'activation code' } };

/** The expert’s side without a window: tasks, scores, receipts. */
export const expertCommands: readonly Command[] = [
  {
    name: 'task show',
    summary: { zh: '查看任务包内容', en: 'show what a task package holds' },
    options: { code },
    files: { label: 'FILE', min: 1, max: 1 },
    load: async () => (await import('./task.ts')).show,
  },
  {
    name: 'score',
    summary: {
      zh: '专家侧：从 CSV 评分并封装结果包（列：编号、各指标代码、评语、否决、回避、弃权）；本机数据用口令加密，没有口令时用激活码',
      en: 'the expert’s side: score from a CSV and seal a result package (columns 编号, one per criterion code, 评语, 否决, 回避, 弃权); the home is encrypted by the passphrase, or by the activation code where there is none',
    },
    options: {
      task,
      code: { ...code, required: false },
      commission: {
        value: 'FINGERPRINT',
        help: {
          zh: '已核对的评审办指纹（公钥登记过、无需激活码时）',
          en: 'fingerprint of the office, compared (for enrolled keys, without a code)',
        },
      },
      scores: { value: 'FILE.csv', required: true, help: { zh: '评分文件', en: 'scores' } },
      home: { value: 'DIR', required: true, help: { zh: '专家本机数据文件夹', en: 'the expert’s home folder' } },
      out: { value: 'DIR', required: true, help: { zh: '结果包输出文件夹', en: 'folder for the result package' } },
      reason: {
        value: 'TEXT',
        help: { zh: '更正理由（再次提交时）', en: 'reason of a correction (from the second run on)' },
      },
      'new-key': {
        help: {
          zh: '先换用新密钥（评审办已撤销本机密钥时）',
          en: 'make a new key first (when the office has revoked the one in use)',
        },
      },
    },
    files: null,
    load: async () => (await import('./score.ts')).run,
  },
  {
    name: 'receipt open',
    summary: {
      zh: '专家侧：核验并登记评审办的回执，说明提交是否送达；被拒收时退出码为 1',
      en: 'the expert’s side: verify a receipt of the office and note it; says whether the submission was delivered, exit 1 when it was refused',
    },
    options: {
      home: {
        value: 'DIR',
        required: true,
        help: { zh: '提交该结果包的本机数据文件夹', en: 'the home folder that made the result package' },
      },
      code: {
        value: 'CODE',
        help: {
          zh: '用激活码打开本机数据（没有设口令时）',
          en: 'activation code that opens the home, where it has no passphrase',
        },
      },
    },
    files: { label: 'FILE', min: 1, max: 1 },
    load: async () => (await import('./receipt.ts')).open,
  },
];
