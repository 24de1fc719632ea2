import type { Sentence } from '../base/sentence.ts';
import type { TraceEventName } from './event.ts';

/**
 * What each event says in words; `{{name}}` stands for a value of its body or for what an id in it names. An event without
 * words does not compile.
 */
export const eventWords: Readonly<Record<TraceEventName, Sentence>> = {
  'workspace-created': { zh: '新建工作区“{{name}}”', en: 'Created the workspace “{{name}}”' },
  'roster-signed': { zh: '签署名册', en: 'Roster signed' },
  'workspace-unlocked': { zh: '打开工作区并解锁密钥', en: 'Opened the workspace and unlocked its keys' },
  'passphrase-changed': { zh: '更改本人口令', en: 'Changed the own passphrase' },
  'home-unlocked': { zh: '解锁评审数据', en: 'Unlocked the review data' },
  'home-unlock-refused': {
    zh: '解锁评审数据未成功（{{code}}）',
    en: 'Unlocking the review data was refused ({{code}})',
  },
  'home-passphrase-changed': { zh: '更改评审数据口令', en: 'Changed the passphrase of the review data' },
  'unlock-refused': { zh: '解锁未成功（{{code}}）', en: 'Unlocking was refused ({{code}})' },
  'round-created': { zh: '新建批次', en: 'Created the round' },
  'round-saved': { zh: '保存批次设置', en: 'Saved the design of the round' },
  'round-removed': { zh: '删除批次', en: 'Removed the round' },
  'candidates-taken': { zh: '导入评审对象 {{count}} 个', en: 'Imported {{count}} candidates' },
  'candidates-removed': { zh: '删除评审对象 {{count}} 个', en: 'Removed {{count}} candidates' },
  'experts-taken': { zh: '导入专家 {{count}} 名', en: 'Imported {{count}} experts' },
  'experts-removed': { zh: '移出专家 {{count}} 名', en: 'Removed {{count}} experts' },
  'dossiers-attached': { zh: '挂接申报材料 {{count}} 份', en: 'Attached {{count}} dossier files' },
  'dossier-removed': { zh: '移除申报材料 {{count}} 份', en: 'Removed {{count}} dossier files' },
  'conflict-declared': {
    zh: '登记回避：{{expert}} 对 {{candidate}}',
    en: 'Declared a conflict: {{expert}}, {{candidate}}',
  },
  'conflict-withdrawn': {
    zh: '撤销回避登记：{{expert}} 对 {{candidate}}',
    en: 'Withdrew a conflict: {{expert}}, {{candidate}}',
  },
  'experts-assigned': {
    zh: '分配专家（每个对象 {{perCandidate}} 名，种子 {{seed}}）',
    en: 'Assigned experts ({{perCandidate}} per candidate, seed {{seed}})',
  },
  'task-issued': { zh: '下发任务包给 {{expert}}', en: 'Issued a task package to {{expert}}' },
  'package-received': {
    zh: '收到结果包：{{expert}}，{{outcome}}',
    en: 'Received a result package: {{expert}}, {{outcome}}',
  },
  'receipt-issued': { zh: '签发回执给 {{expert}}：{{outcome}}', en: 'Signed a receipt for {{expert}}: {{outcome}}' },
  'decision-recorded': { zh: '记录评审办决定：{{kind}}', en: 'Recorded a decision: {{kind}}' },
  'round-locked': { zh: '锁定批次并签署最终排名', en: 'Locked the round and signed the final ranking' },
  'round-reopened': { zh: '解除批次锁定', en: 'Reopened the round' },
  'form-exported': { zh: '导出表格：{{form}}', en: 'Exported a form: {{form}}' },
  'picture-saved': { zh: '保存分析图：{{picture}}（{{format}}）', en: 'Saved a picture: {{picture}} ({{format}})' },
  'holidays-saved': { zh: '填写全年放假安排（{{years}}）', en: 'Entered the holidays of {{years}}' },
  'form-facts-saved': { zh: '填写公示信息', en: 'Entered the facts of the notice' },
  'form-template-set': { zh: '更换表格模板：{{form}}', en: 'Chose a template: {{form}}' },
  'form-template-removed': { zh: '恢复内置模板：{{form}}', en: 'Went back to the built-in template: {{form}}' },
  'trace-exported': {
    zh: '导出审计日志 {{entries}} 条（{{format}}）',
    en: 'Exported {{entries}} log entries ({{format}})',
  },
  'head-signed': {
    zh: '签署日志头（至第 {{entries}} 条）',
    en: 'Signed the head of the log (up to entry {{entries}})',
  },
  'clock-moved-back': {
    zh: '本机时钟倒退：上一条为 {{from}}，现为 {{to}}',
    en: 'The clock of this machine moved back: the entry before was at {{from}}, now it shows {{to}}',
  },
  'task-opened': { zh: '打开任务包', en: 'Opened a task package' },
  'card-made': { zh: '制作公钥登记卡', en: 'Made a registration card' },
  'keys-renewed': { zh: '换用新密钥（{{cause}}）', en: 'Renewed the keys ({{cause}})' },
  'task-removed': { zh: '移除任务', en: 'Removed a task' },
  'sheet-edited': {
    zh: '修改评分表（{{what}}，第 {{revision}} 版）',
    en: 'Edited a sheet ({{what}}, revision {{revision}})',
  },
  'scores-read': { zh: '从评分文件读入评分表 {{count}} 份', en: 'Read {{count}} sheets from a scores file' },
  'sheets-carried': {
    zh: '从被取代的任务带入评分表 {{count}} 份',
    en: 'Took {{count}} sheets along from the task before',
  },
  'candidate-starred': { zh: '标记待定', en: 'Marked a candidate as open' },
  'candidate-unstarred': { zh: '取消待定标记', en: 'Took the mark away from a candidate' },
  'result-submitted': { zh: '签名并封装结果包（第 {{seq}} 次）', en: 'Signed and sealed result package {{seq}}' },
  'receipt-opened': { zh: '登记回执（{{outcome}}）', en: 'Took a receipt in ({{outcome}})' },
  'receipt-refused': { zh: '拒收回执（{{code}}）', en: 'Refused a receipt ({{code}})' },
};
