import type { Command, OptionSpec } from './command.ts';
import { exportOptions } from './export-options.ts';
import { cardCommands } from './card-commands.ts';
import { expertCommands } from './expert-commands.ts';
import { decisionCommands } from './decision-commands.ts';
import { traceCommands } from './trace-commands.ts';
import { memberCommands } from './member-commands.ts';

const workspace: OptionSpec = {
  value: 'DIR',
  required: true,
  help: { zh: '工作区文件夹', en: 'folder of the workspace' },
};
const round: OptionSpec = { value: 'ID', required: true, help: { zh: '批次编号', en: 'id of the round' } };
const seed: OptionSpec = { value: 'N', help: { zh: '随机种子，默认 1', en: 'random seed, 1 by default' } };
const policy: OptionSpec = {
  value: 'FILE',
  help: { zh: '汇总规则（JSON）', en: 'aggregation policy (JSON, the schema of `template show`: design.policy)' },
};

/** Every command that `mtx` has, in the order of the work. */
export const commands: readonly Command[] = [
  {
    name: 'demo',
    summary: {
      zh: '用演示数据走完全流程：设置、下发、评分、封装、收包、排名、导出，并打印做了什么、结果在哪里',
      en: 'the whole flow on the sample data: set up, issue, score, seal, import, rank, export; prints what it did and where it lies',
    },
    options: {
      out: { value: 'DIR', help: { zh: '输出文件夹，默认 ./mtx-demo', en: 'output folder, ./mtx-demo by default' } },
      kind: {
        value: 'building|product|talent|college|base|all',
        help: { zh: '评选类别，默认 building', en: 'what is selected, building by default' },
      },
      candidates: {
        value: 'N',
        help: { zh: '评审对象数（默认用随附样表）', en: 'number of candidates (default: the shipped sheets)' },
      },
      experts: { value: 'N', help: { zh: '专家数', en: 'number of experts' } },
      seed,
    },
    files: null,
    load: async () => (await import('./demo.ts')).run,
  },
  {
    name: 'workspace init',
    summary: { zh: '新建评审办工作区', en: 'create a workspace of the commission' },
    options: {
      name: { value: 'NAME', required: true, help: { zh: '工作区名称', en: 'name of the workspace' } },
      suite: {
        value: 'ed25519-sha256|sm2-sm3',
        help: {
          zh: '签名算法，默认 ed25519-sha256；sm2-sm3 为国密 SM2/SM3，非商用密码认证产品',
          en: 'signature suite, ed25519-sha256 by default; sm2-sm3 is not a certified cryptographic module',
        },
      },
    },
    files: { label: 'DIR', min: 1, max: 1 },
    load: async () => (await import('./workspace.ts')).init,
  },
  {
    name: 'template list',
    summary: { zh: '列出内置模板', en: 'list the built-in templates' },
    options: {},
    files: null,
    load: async () => (await import('./template.ts')).list,
  },
  {
    name: 'template show',
    summary: { zh: '显示一个内置模板', en: 'show a built-in template' },
    options: {},
    files: { label: 'building|product|talent|college|base|blank', min: 1, max: 1 },
    load: async () => (await import('./template.ts')).show,
  },
  {
    name: 'round create',
    summary: { zh: '按模板新建批次', en: 'create a round from a template' },
    options: {
      workspace,
      template: {
        value: 'KIND|FILE',
        required: true,
        help: {
          zh: '内置模板名或模板文件',
          en: 'built-in template, or a template file (JSON, as `template show --json` prints)',
        },
      },
      title: { value: 'T', required: true, help: { zh: '批次名称', en: 'title of the round' } },
      mode: { value: 'official|demo', help: { zh: '正式或演示，默认 official', en: 'official by default' } },
      policy,
      quota: { value: 'N', help: { zh: '名额（单一赛道的批次）', en: 'quota (rounds of one track)' } },
      deadline: { value: 'TIME', help: { zh: '截止时间（RFC 3339，UTC）', en: 'deadline (RFC 3339, UTC)' } },
    },
    files: null,
    load: async () => (await import('./round.ts')).create,
  },
  {
    name: 'candidates import',
    summary: { zh: '从表格导入评审对象', en: 'import candidates from a spreadsheet' },
    options: {
      workspace,
      round,
      dossiers: { value: 'DIR', help: { zh: '申报材料文件夹', en: 'folder of the dossiers' } },
      track: {
        value: 'T',
        help: { zh: '整个文件所属的赛道（编号或名称）', en: 'track of the whole file (id or name)' },
      },
    },
    files: { label: 'FILE(.xlsx|.csv)', min: 1, max: 1 },
    load: async () => (await import('./imports.ts')).importCandidates,
  },
  {
    name: 'experts import',
    summary: { zh: '从表格导入专家', en: 'import experts from a spreadsheet' },
    options: { workspace, round },
    files: { label: 'FILE(.xlsx|.csv)', min: 1, max: 1 },
    load: async () => (await import('./imports.ts')).importExperts,
  },
  {
    name: 'assign',
    summary: {
      zh: '分配专家：每个评审对象 N 名专家，避开利益关系',
      en: 'assign N experts to each candidate, never a conflict',
    },
    options: {
      workspace,
      round,
      'per-candidate': {
        value: 'N',
        required: true,
        help: { zh: '每个评审对象的专家数，或 all', en: 'experts per candidate, or all' },
      },
      seed,
    },
    files: null,
    load: async () => (await import('./assign.ts')).run,
  },
  {
    name: 'issue',
    summary: {
      zh: '下发：每名专家一个任务包，另有 codes.csv（expertId,name,code,file）',
      en: 'issue: one .mtxtask per expert + codes.csv (expertId,name,code,file)',
    },
    options: {
      workspace,
      round,
      out: { value: 'DIR', required: true, help: { zh: '输出文件夹', en: 'output folder' } },
      expert: {
        value: 'NAME',
        help: { zh: '只为这名专家重新下发（已下发的批次）', en: 'issue again for this expert alone (after issuing)' },
      },
    },
    files: null,
    load: async () => (await import('./issue.ts')).run,
  },
  ...cardCommands,
  {
    name: 'expert revoke',
    summary: { zh: '撤销专家的密钥（如电脑遗失）', en: 'revoke an expert’s keys, for example of a lost laptop' },
    options: {
      workspace,
      round,
      expert: { value: 'NAME', required: true, help: { zh: '专家姓名或编号', en: 'name or id of the expert' } },
      reason: { value: 'TEXT', required: true, help: { zh: '撤销原因', en: 'why it is revoked' } },
    },
    files: null,
    load: async () => (await import('./expert.ts')).revoke,
  },
  ...expertCommands,
  {
    name: 'import',
    summary: { zh: '收包：核验并导入结果包', en: 'verify and import result packages' },
    options: { workspace },
    files: { label: 'FILE|DIR …', min: 1, max: 100_000 },
    load: async () => (await import('./import.ts')).run,
  },
  {
    name: 'progress',
    summary: { zh: '查看收包进度', en: 'what has come back' },
    options: { workspace, round },
    files: null,
    load: async () => (await import('./progress.ts')).run,
  },
  ...decisionCommands,
  ...memberCommands,
  {
    name: 'rank',
    summary: { zh: '排名（供评审办决策参考）', en: 'the ranked list, a reference for the commission’s decision' },
    options: {
      workspace,
      round,
      policy,
      'what-if': {
        help: { zh: '试算：用另一份汇总规则，不作记录', en: 'try another policy; nothing is recorded' },
      },
      void: {
        value: 'NAMES',
        help: { zh: '试算：不计这些专家的评分表', en: 'trial: leave the sheets of these experts out' },
      },
      quotas: {
        value: 'TRACK=N,…',
        help: { zh: '试算：另设赛道名额', en: 'trial: other quotas of the tracks' },
      },
      explain: {
        value: 'CODE',
        help: { zh: '逐项说明一个评审对象的名次；* 为全部', en: 'explain one candidate down to each item; * for all' },
      },
    },
    files: null,
    load: async () => {
      (await import('./parse-once.ts')).parseOnce();
      return (await import('./rank.ts')).run;
    },
  },
  {
    name: 'agreement',
    summary: {
      zh: '分析：专家一致性、宽严、异常评分、入选线的稳健性',
      en: 'agreement of the experts, severity, outliers, robustness of the cut line',
    },
    options: {
      workspace,
      round,
      track: { value: 'T', help: { zh: '只看一个赛道（编号或名称）', en: 'one track only (id or name)' } },
      samples: { value: 'N', help: { zh: '重抽样次数，默认 1000', en: 'number of resamples, 1000 by default' } },
      seed,
    },
    files: null,
    load: async () => (await import('./agreement.ts')).run,
  },
  {
    name: 'export',
    summary: { zh: '导出表格和文书', en: 'export a form, or all of them' },
    options: {
      workspace,
      round,
      ...exportOptions,
    },
    files: null,
    load: async () => (await import('./export.ts')).run,
  },
  {
    name: 'verify',
    summary: { zh: '不用工作区核验任意包', en: 'verify any package without a workspace' },
    options: {
      identity: {
        value: 'FILE',
        help: { zh: '解密用的密钥文件（age 身份）', en: 'age identity file to decrypt with' },
      },
      code: { value: 'CODE', help: { zh: '任务包的激活码', en: 'activation code of a task package' } },
      workspace: {
        value: 'DIR',
        help: { zh: '用该工作区的密钥解密', en: 'decrypt with the keys of this workspace' },
      },
      commission: {
        value: 'FINGERPRINT',
        help: { zh: '应有的评审办密钥指纹', en: 'fingerprint that the commission’s key must have' },
      },
    },
    files: { label: 'FILE …', min: 1, max: 10_000 },
    load: async () => (await import('./verify.ts')).run,
  },
  ...traceCommands,
];
