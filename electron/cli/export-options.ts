import type { OptionSpec } from './command.ts';

/** The options of `mtx export`, beside the workspace and the round. */
export const exportOptions: Readonly<Record<string, OptionSpec>> = {
  form: {
    value: 'summary|ranking|notice|sheet|recusals|opinion|pledge|all',
    required: true,
    help: {
      zh: '评分汇总表、排序名单、公示稿、个人评分表、回避登记表、评审意见、承诺书；all 为全部导出到一个文件夹，附目录',
      en: 'summary of scores, ranked list, notice, score sheets, register of recusals, opinions, pledges; all: everything into one folder with an index',
    },
  },
  format: {
    value: 'xlsx|csv|docx',
    help: {
      zh: '格式，默认为该表格常用的格式；PDF 请在窗口中导出',
      en: 'format, by default the usual one of the form; PDF is printed by the window',
    },
  },
  out: {
    value: 'PATH',
    required: true,
    help: { zh: '输出文件；all 时为输出文件夹', en: 'output file; with all, the output folder' },
  },
  aliases: { help: { zh: '专家以“专家1、专家2 …”代称', en: 'name experts by number only' } },
  expert: { value: 'NAME|ID', help: { zh: '个人评分表：只要这位专家的', en: 'score sheets of this expert only' } },
  candidate: {
    value: 'CODE',
    help: { zh: '个人评分表：只要这个评审对象的', en: 'score sheets of this candidate only' },
  },
  facts: {
    value: 'FILE',
    help: {
      zh: '公示信息（JSON：office documentNumber basis dated noticeFrom workingDays noticeUntil daysOff contact phone address postcode email reviewedOn reviewedAt），代替窗口中填写的',
      en: 'facts of the notice (JSON: office documentNumber basis dated noticeFrom workingDays noticeUntil daysOff contact phone address postcode email reviewedOn reviewedAt) instead of those entered in the window',
    },
  },
  template: {
    value: 'FILE',
    help: { zh: '本次使用的 Word 模板（.docx）', en: 'a Word template (.docx) for this once' },
  },
};
