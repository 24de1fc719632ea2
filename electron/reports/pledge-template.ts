import { character, exactly, linePitch, writeDocument } from './docx-page.ts';
import { bodyText, line, officialTitle } from './docx-parts.ts';

/** The built-in 承诺书: one page per expert, to be signed by hand. */
export function pledgeTemplate(): Promise<Uint8Array> {
  const right = { indent: { left: 14 * character, hanging: 5 * character }, spacing: exactly(linePitch + 120) };
  return writeDocument({
    title: '承诺书',
    page: 'official',
    numbered: false,
    children: [
      line('{#承诺书}'),
      officialTitle('{#演示}【演示数据】{/演示}评审专家承诺书', { pageBreakBefore: true }),
      line(''),
      bodyText('本人参加{批次名称}，郑重承诺：'),
      line('{#承诺}'),
      bodyText('{条款}'),
      line('{/承诺}'),
      line(''),
      line('承诺人（签名）：', right),
      line('专　　家：{专家}', right),
      line('单　　位：{专家单位}', right),
      line('日　　期：　　　　年　　月　　日', right),
      line('{/承诺书}'),
    ],
  });
}
