import type { DocumentForm } from '#shared/reports/forms.ts';
import type { DocxData } from './fill-docx.ts';
import { fillHtml } from './fill-html.ts';
import { paperCss, pledgeCss } from './paper-css.ts';
import { escapeHtml } from './print-form.ts';

// The printed twins of the built-in documents: the same placeholders, laid out for paper.

const mark = '<p class="mark">{#演示}【演示数据】{/演示}内部资料</p>';

const sheet = `{#评分表}<section>${mark}
<h1>{表题}</h1>
<table><colgroup><col style="width:14%"><col style="width:36%"><col style="width:14%"><col style="width:36%"></colgroup><tbody>
<tr><th>编号</th><td>{编号}</td><th>赛道</th><td>{赛道}</td></tr>
<tr><th>评审对象</th><td colspan="3">{对象名称}</td></tr>
<tr><th>申报单位</th><td colspan="3">{申报单位}</td></tr>
<tr><th>专家</th><td>{专家}</td><th>专家单位</th><td>{专家单位}</td></tr>
</tbody></table>
{#已评分}<table><colgroup><col style="width:18%"><col style="width:54%"><col style="width:7%"><col style="width:7%"><col style="width:14%"></colgroup>
<thead><tr><th>评分指标</th><th>评分说明</th><th>分值</th><th>得分</th><th>备注</th></tr></thead><tbody>
{#一级指标}<tr class="group"><td colspan="2">{一级名称}</td><td class="middle">{一级满分}</td><td class="middle">{一级小计}</td><td></td></tr>
{#二级指标}<tr><td>{二级名称}</td><td>{评分说明}</td><td class="middle">{分值}</td><td class="middle">{得分}</td><td class="middle">{备注}</td></tr>
{/二级指标}{/一级指标}<tr class="total"><td colspan="2" class="right">合计</td><td class="middle">{满分}</td><td class="middle">{总分}</td><td></td></tr>
</tbody></table>{/已评分}
{#未评分}<p class="note">本表未打分：{状态}。事由：{事由}</p>{/未评分}
<table><colgroup><col style="width:72%"><col style="width:28%"></colgroup>
<thead><tr><th>否决项</th><th>结论</th></tr></thead><tbody>
{#否决项}<tr><td>{否决项名称}</td><td class="middle">{结论}</td></tr>
{/否决项}<tr><td>申报材料是否弄虚作假</td><td class="middle">{弄虚作假}</td></tr></tbody></table>
<table><colgroup><col style="width:14%"><col style="width:86%"></colgroup><tbody>
<tr class="long"><th>评语</th><td class="comment">{评语}</td></tr></tbody></table>
<p class="sign">专家签名：________________　　日期：________年____月____日</p>
<p class="fingerprint">结果包指纹（SHA-256）：{结果包指纹}<br>签名密钥指纹：{密钥指纹}　收到时间：{提交时间}</p>
</section>
{/评分表}`;

const recusals = `<section>${mark}
<h1>{表题}</h1>
<p class="subtitle">{单位名称}　登记 {回避数} 条　{导出日期}</p>
<table><colgroup><col style="width:7%"><col style="width:20%"><col style="width:29%"><col style="width:16%"><col style="width:17%"><col style="width:11%"></colgroup>
<thead><tr><th>序号</th><th>专家</th><th>评审对象</th><th>情形</th><th>事由</th><th>提出方式</th></tr></thead><tbody>
{#回避}<tr class="long"><td class="middle">{序号}</td><td>{专家}<br>{专家单位}</td><td>{编号} {对象名称}<br>{申报单位}</td><td>{情形}</td><td>{事由}</td><td class="middle">{提出方式}</td></tr>
{/回避}</tbody></table>
{#无回避}<p class="subtitle">本批次没有需要登记的回避情形。</p>{/无回避}
<p class="note">回避的评审对象不计入该专家的应评数，也不计零分。</p>
<p class="sign">登记人：____________　　复核人：____________　　日期：________年____月____日</p></section>`;

const pledge = `{#承诺书}<section>
<h1>{#演示}【演示数据】{/演示}评审专家承诺书</h1>
<p>本人参加{批次名称}，郑重承诺：</p>
{#承诺}<p>{条款}</p>
{/承诺}<div class="sign"><p>承诺人（签名）：</p><p>专　　家：{专家}</p><p>单　　位：{专家单位}</p><p>日　　期：　　　　年　　月　　日</p></div>
</section>
{/承诺书}`;

/** Documents that are also printed. */
export type PaperForm = Extract<DocumentForm, 'sheet' | 'recusals' | 'pledge'>;

const pages: Readonly<Record<PaperForm, readonly [body: string, css: string]>> = {
  sheet: [sheet, paperCss],
  recusals: [recusals, paperCss],
  pledge: [pledge, pledgeCss],
};

/** Whether a document is also printed. */
export function isPaperForm(form: DocumentForm): form is PaperForm {
  return form in pages;
}

/** A document as one self-contained page for paper: no scripts, nothing loaded. */
export function printPaper(form: PaperForm, title: string, data: DocxData): string {
  const [body, css] = pages[form];
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<title>${escapeHtml(title)}</title><style>${css}</style></head><body>`,
    fillHtml(body, data),
    '</body></html>',
  ].join('\n');
}
