import type { Command, OptionSpec } from './command.ts';

const workspace: OptionSpec = { value: 'DIR', required: true, help: { zh: '工作区文件夹', en: 'workspace folder' } };
const round: OptionSpec = { value: 'ID', required: true, help: { zh: '批次编号', en: 'round id' } };

/** What every recorded act is told. */
const record: Readonly<Record<string, OptionSpec>> = {
  workspace,
  round,
  reason: {
    value: 'CODE',
    required: true,
    help: {
      zh: '理由代码或名称（如 discipline、违反纪律）',
      en: 'reason code (for example discipline, panel, objection)',
    },
  },
  note: { value: 'TEXT', required: true, help: { zh: '理由说明', en: 'the facts and grounds in words' } },
  minutes: { value: 'TEXT', help: { zh: '会议纪要编号或名称', en: 'number or title of the minutes' } },
  people: { value: 'NAMES', help: { zh: '参加人员，以顿号或逗号分隔', en: 'who decided, separated by commas' } },
};
const candidate: OptionSpec = {
  value: 'CODE',
  required: true,
  help: { zh: '评审对象编号', en: 'code of the candidate' },
};
const expert: OptionSpec = {
  value: 'NAME',
  required: true,
  help: { zh: '专家姓名或编号', en: 'name or id of the expert' },
};

/** `mtx decide …`, `mtx lock`, `mtx reopen`: recorded acts of people. */
export const decisionCommands: readonly Command[] = [
  {
    name: 'decide veto',
    summary: { zh: '记录形式审查否决', en: 'record a veto by staff in the formal examination' },
    options: {
      ...record,
      candidate,
      gate: { value: 'GATE', help: { zh: '否决项代码', en: 'id of the gate that failed' } },
    },
    files: null,
    load: async () => (await import('./decide.ts')).veto,
  },
  {
    name: 'decide void-expert',
    summary: { zh: '记录专家意见无效', en: 'record that an expert’s opinion is void' },
    options: { ...record, expert },
    files: null,
    load: async () => (await import('./decide.ts')).voidExpert,
  },
  {
    name: 'decide tie',
    summary: { zh: '记录并列名次的集体复议决定', en: 'record the panel’s order of equals' },
    options: {
      ...record,
      order: {
        value: 'CODES',
        required: true,
        help: {
          zh: '并列对象的编号，按名次先后，以逗号分隔',
          en: 'codes of all equals, the best first, separated by commas',
        },
      },
    },
    files: null,
    load: async () => (await import('./decide.ts')).tie,
  },
  {
    name: 'decide fraud',
    summary: { zh: '记录弄虚作假标记的处理结果', en: 'record how fraud flags were settled' },
    options: {
      ...record,
      candidate,
      confirmed: { help: { zh: '查实（缺省为不属实）', en: 'confirmed (unfounded when left out)' } },
    },
    files: null,
    load: async () => (await import('./decide.ts')).fraud,
  },
  {
    name: 'decide reinstate',
    summary: { zh: '撤回仍有效的否决、意见无效等决定', en: 'take back a decision that is in force' },
    options: {
      ...record,
      decision: { value: 'ID', help: { zh: '决定编号', en: 'id of the decision' } },
      candidate: { ...candidate, required: false },
      expert: { ...expert, required: false },
    },
    files: null,
    load: async () => (await import('./decide.ts')).reinstate,
  },
  {
    name: 'lock',
    summary: { zh: '锁定批次：签名定稿排名，不再收包', en: 'lock a round: sign its ranking, take no more results' },
    options: {
      workspace,
      round,
      note: { value: 'TEXT', help: { zh: '定稿说明', en: 'a note for the record' } },
      'accept-outstanding': {
        help: { zh: '确认按现有评分表定稿，不等未收到的', en: 'final without the sheets that have not come in' },
      },
    },
    files: null,
    load: async () => (await import('./lock.ts')).lock,
  },
  {
    name: 'reopen',
    summary: { zh: '解除锁定（须说明理由）', en: 'reopen a locked round, with a reason' },
    options: {
      workspace,
      round,
      note: { value: 'TEXT', required: true, help: { zh: '解除锁定的理由', en: 'why the round is reopened' } },
    },
    files: null,
    load: async () => (await import('./lock.ts')).reopen,
  },
];
