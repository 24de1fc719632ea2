import type { Language } from '#shared/base/sentence.ts';
import type { IssuedTask } from '#shared/ipc/office-views.ts';
import type { Round } from '#shared/round/round.ts';
import { makeFileName } from '../base/file-names.ts';
import type { ExportedForm } from './export-form.ts';
import { formatChinaTime } from './form.ts';
import { escapeHtml } from './print-form.ts';
import { slipCss } from './slip-css.ts';

type SlipInput = {
  readonly round: Round;
  readonly office: string;
  readonly tasks: readonly IssuedTask[];
  readonly language: Language;
  readonly exportedAt: number;
};

const words = {
  'zh-CN': {
    name: '激活码通知单',
    demo: '【演示数据】',
    to: (expert: string) => `${expert} 专家：`,
    intro: (round: string, count: number) => `请您参加“${round}”的评审，共 ${count} 个评审对象。您的激活码是`,
    deadline: (time: string) => `请于 ${time} 前交回结果包。`,
    steps: [
      '在电脑上安装并打开“满天星评审工作台”，选择“我是评审专家”。',
      '打开随附的任务包文件，输入上面的激活码（不区分大小写）。',
      '阅读申报材料，逐项打分。无需联网，随填随存。',
      '完成后点击“提交”，将生成的结果包交回评审办。',
    ],
    file: '任务包文件',
    warning: '激活码仅供本人使用，请妥善保管，不要与任务包一起转发。如有遗失，请立即联系评审办。',
    page: '第 {{page}} 页，共 {{pages}} 页',
  },
  en: {
    name: 'Activation codes',
    demo: '[Demo data]',
    to: (expert: string) => `Dear ${expert},`,
    intro: (round: string, count: number) =>
      `You are asked to review “${round}”: ${count} candidates. Your activation code is`,
    deadline: (time: string) => `Please return the result package before ${time} (China time).`,
    steps: [
      'Install and open the Mantianxing Review Workbench and choose “I am a review expert”.',
      'Open the task package that came with this slip and enter the code above (capitals do not matter).',
      'Read the dossiers and score each item. No network is needed; everything is saved as you type.',
      'When done, choose “Submit” and return the result package to the review office.',
    ],
    file: 'Task package',
    warning:
      'The code is for you alone: keep it safe and never forward it together with the task package. If it is lost, tell the review office at once.',
    page: 'Page {{page}} of {{pages}}',
  },
} as const;

/** 激活码通知单: one page per expert, to be printed and handed over by another way than the task package. */
export function slipForm(input: SlipInput): ExportedForm {
  const { round, tasks, language, exportedAt } = input;
  const text = words[language];
  const day = formatChinaTime(exportedAt).slice(0, 10).replaceAll('-', '');
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<title>${escapeHtml(`${round.title} ${text.name}`)}</title><style>${slipCss}</style></head><body>`,
    // Whose key is enrolled needs no code, and so no slip.
    ...tasks.filter(({ code }) => code !== '').map((task) => printSlip(task, input)),
    '</body></html>',
  ].join('\n');
  const header = round.mode === 'demo' ? text.demo : '';
  return {
    kind: 'print',
    fileName: makeFileName([round.title, text.name, day], '.pdf'),
    html,
    margins: { header, footer: text.page },
  };
}

function printSlip(task: IssuedTask, { round, office, language }: SlipInput): string {
  const text = words[language];
  const deadline = round.deadline === null ? '' : `<p>${escapeHtml(text.deadline(formatDeadline(round.deadline)))}</p>`;
  return [
    '<section>',
    `<h1>${escapeHtml(text.name)}</h1>`,
    `<p class="to">${escapeHtml(text.to(task.name))}</p>`,
    `<p>${escapeHtml(text.intro(round.title, task.candidates))}</p>`,
    `<p class="code">${escapeHtml(task.code)}</p>`,
    deadline,
    `<ol>${text.steps.map((step) => `<li>${escapeHtml(step)}</li>`).join('')}</ol>`,
    `<p class="file">${escapeHtml(text.file)}　${escapeHtml(task.file)}</p>`,
    `<p class="warning">${escapeHtml(text.warning)}</p>`,
    `<p class="office">${escapeHtml(office)}</p>`,
    '</section>',
  ].join('\n');
}

function formatDeadline(time: string): string {
  return formatChinaTime(Date.parse(time));
}
