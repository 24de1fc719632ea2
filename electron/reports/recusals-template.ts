import { writeDocument } from './docx-page.ts';
import { formTitle, line, marks, table } from './docx-parts.ts';

/** The built-in 回避登记表. */
export function recusalsTemplate(): Promise<Uint8Array> {
  const centred = (value: string) => ({ value, align: 'center' as const });
  return writeDocument({
    title: '回避登记表',
    page: 'form',
    children: [
      marks(),
      formTitle('{表题}'),
      line('{单位名称}　　登记 {回避数} 条　　{导出日期}', { align: 'center', spacing: { after: 120 } }),
      table(
        [600, 1900, 2754, 1400, 1700, 1000],
        [
          ['序号', '专家', '评审对象', '情形', '事由', '提出方式'].map((value) => ({ value })),
          [
            centred('{#回避}{序号}'),
            { value: '{专家}\n{专家单位}' },
            { value: '{编号} {对象名称}\n{申报单位}' },
            { value: '{情形}' },
            { value: '{事由}' },
            centred('{提出方式}{/回避}'),
          ],
        ],
        { whole: true },
      ),
      line('{#无回避}'),
      line('本批次没有需要登记的回避情形。', { align: 'center', spacing: { before: 200 } }),
      line('{/无回避}'),
      line('回避的评审对象不计入该专家的应评数，也不计零分。', { size: 18, spacing: { before: 160 } }),
      line('登记人：____________　　复核人：____________　　日期：________年____月____日', {
        spacing: { before: 400 },
      }),
    ],
  });
}
