import type { Command, OptionSpec } from './command.ts';

const text = (value: string, zh: string, en: string, required = true): OptionSpec => ({
  value,
  required,
  help: { zh, en },
});

/** `mtx card …`: registration cards of experts. */
export const cardCommands: readonly Command[] = [
  {
    name: 'card make',
    summary: { zh: '专家侧：制作公钥登记卡', en: 'the expert’s side: make a registration card with his public keys' },
    options: {
      home: text('DIR', '专家本机数据文件夹', 'the expert’s home folder'),
      name: text('NAME', '姓名', 'name'),
      unit: text('UNIT', '单位', 'organisation', false),
      out: text('DIR', '登记卡输出文件夹', 'folder for the card'),
      suite: text(
        'ed25519-sha256|sm2-sm3',
        '签名算法，与评审办一致；默认按本机最近打开的任务',
        'signature suite of the office; by default that of the task opened last here',
        false,
      ),
      'new-key': {
        help: {
          zh: '换用新密钥（原登记卡的密钥已被撤销时）',
          en: 'with new keys (when those of the card before were revoked)',
        },
      },
    },
    files: null,
    load: async () => (await import('./card.ts')).make,
  },
  {
    name: 'card show',
    summary: { zh: '查看登记卡和指纹', en: 'show a registration card and its fingerprint' },
    options: {},
    files: { label: 'FILE', min: 1, max: 1 },
    load: async () => (await import('./card.ts')).show,
  },
  {
    name: 'card enrol',
    summary: {
      zh: '登记专家公钥（须先与专家核对指纹）',
      en: 'enrol an expert’s key after comparing its fingerprint with him',
    },
    options: {
      workspace: text('DIR', '工作区文件夹', 'folder of the workspace'),
      round: text('ID', '批次编号', 'id of the round'),
      fingerprint: text('TEXT', '专家报出的指纹', 'the fingerprint as the expert read it out'),
      expert: text(
        'NAME',
        '专家姓名或编号，默认按登记卡',
        'name or id of the expert; by the card when left out',
        false,
      ),
    },
    files: { label: 'FILE', min: 1, max: 1 },
    load: async () => (await import('./card.ts')).enrol,
  },
];
