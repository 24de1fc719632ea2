import type { Language } from '#shared/base/sentence.ts';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import { renderSVG } from 'uqr';
import { makeFileName } from '../base/file-names.ts';
import type { ExportedForm } from './export-form.ts';
import { formatChinaTime } from './form.ts';
import { escapeHtml } from './print-form.ts';

export type RecoverySheet = {
  readonly office: string;
  /** Of the commission's key, hexadecimal. */
  readonly fingerprint: string;
  readonly groups: string;
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
  readonly language: Language;
  readonly madeAt: number;
};

const words = {
  'zh-CN': {
    name: '恢复密钥单',
    intro: (office: string) => `“${office}”工作区的恢复密钥。全部成员都忘记口令时，凭这张纸可以让一名管理员重新进入。`,
    made: (time: string) => `${time} 生成，此前打印的恢复密钥单同时作废。`,
    key: '恢复密钥（每组第 5 位为校验位）',
    qr: '二维码内容与上面的密钥相同，可用于 age 等标准工具。',
    fingerprint: '评审办密钥指纹',
    rules: [
      '得到这张纸的人可以打开工作区的全部密钥。请装入信封密封，与电脑分开存放。',
      '程序不保存恢复密钥。打印后请删除存盘的 PDF 文件。',
      '使用时：打开工作区，选择“用恢复密钥进入”，输入上面的 13 组字符，并设置新口令。',
      '如果怀疑密钥单被他人看过，请立即重新生成恢复密钥，并更换评审办密钥。',
    ],
    keeper: '保管人：　　　　　　　　日期：',
  },
  en: {
    name: 'Recovery key',
    intro: (office: string) =>
      `The recovery key of the workspace “${office}”. When every member has forgotten his passphrase, this sheet lets one admin in again.`,
    made: (time: string) => `Made ${time} (China time); every recovery sheet printed before is void.`,
    key: 'Recovery key (the 5th character of each group checks the other four)',
    qr: 'The QR code holds the same key, for age and other standard tools.',
    fingerprint: 'Fingerprint of the commission’s key',
    rules: [
      'Whoever has this sheet can open all keys of the workspace. Seal it in an envelope and keep it away from the computer.',
      'The program keeps no copy. Delete the PDF file after printing.',
      'To use it: open the workspace, choose “Enter with the recovery key”, enter the 13 groups above and set a new passphrase.',
      'If somebody else may have seen this sheet, make a new recovery key at once and rotate the commission’s keys.',
    ],
    keeper: 'Kept by:　　　　　　　　Date:',
  },
} as const;

const css = `
@page { size: A4 portrait; margin: 22mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #000; font: 11pt/1.7 "FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC", "Noto Sans CJK SC", serif; }
h1 { margin: 0 0 8mm; font: 700 20pt/1.4 "SimSun", "宋体", "Noto Serif CJK SC", "Noto Sans CJK SC", serif; text-align: center; }
h2 { margin: 7mm 0 2mm; font-size: 11pt; }
p { margin: 0 0 2mm; }
ol.key { display: grid; grid-template-columns: repeat(4, 1fr); gap: 3mm 4mm; margin: 0; padding: 5mm; border: 0.4mm solid #000; list-style: none; }
ol.key li { font: 700 15pt/1.2 "DejaVu Sans Mono", Consolas, Menlo, monospace; }
ol.key small { display: inline-block; width: 8mm; font: 8pt/1 sans-serif; }
.qr { display: flex; align-items: center; gap: 8mm; margin-top: 6mm; }
.qr svg { flex: none; width: 42mm; height: 42mm; }
.print { font: 9pt/1.5 "DejaVu Sans Mono", Consolas, Menlo, monospace; overflow-wrap: anywhere; }
ul { margin: 4mm 0 10mm; padding-left: 6mm; }
`;

/** 恢复密钥单: one page to be printed and locked away. */
export function recoverySheet(sheet: RecoverySheet): Extract<ExportedForm, { readonly kind: 'print' }> {
  const { office, fingerprint, groups, identity, language, madeAt } = sheet;
  const text = words[language];
  const time = formatChinaTime(madeAt);
  const items = groups.split('-').map((group, index) => `<li><small>${index + 1}</small>${group}</li>`);
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<title>${escapeHtml(`${office} ${text.name}`)}</title><style>${css}</style></head><body>`,
    `<h1>${escapeHtml(text.name)}</h1>`,
    `<p>${escapeHtml(text.intro(office))}</p><p>${escapeHtml(text.made(time))}</p>`,
    `<h2>${escapeHtml(text.key)}</h2><ol class="key">${items.join('')}</ol>`,
    `<div class="qr">${renderSVG(identity, { ecc: 'M', border: 2 })}<div><p>${escapeHtml(text.qr)}</p>`,
    `<p>${escapeHtml(text.fingerprint)}</p><p class="print">${formatFingerprint(fingerprint)}</p></div></div>`,
    `<ul>${text.rules.map((rule) => `<li>${escapeHtml(rule)}</li>`).join('')}</ul>`,
    `<p>${escapeHtml(text.keeper)}</p></body></html>`,
  ].join('\n');
  const fileName = makeFileName([office, text.name, time.slice(0, 10).replaceAll('-', '')], '.pdf');
  return { kind: 'print', fileName, html, margins: { header: '', footer: '' } };
}
