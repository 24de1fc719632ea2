import type { Paragraph, Table } from 'docx';
import { writeDocument } from './docx-page.ts';
import { formTitle, line, marks, table, type CellSpec } from './docx-parts.ts';

/** The built-in 个人评分表: one sheet after the other, each on a page of its own. */
export function sheetTemplate(): Promise<Uint8Array> {
  return writeDocument({
    title: '个人评分表',
    page: 'sheet',
    children: [
      line('{#评分表}'),
      marks({ pageBreakBefore: true }),
      formTitle('{表题}', { spacing: { before: 60, after: 80 } }),
      facts(),
      line('{#已评分}'),
      gap(),
      points(),
      line('{/已评分}'),
      line('{#未评分}'),
      line('本表未打分：{状态}。事由：{事由}', { spacing: { before: 160, after: 80 } }),
      line('{/未评分}'),
      gap(),
      gates(),
      gap(),
      table([1300, 8508], [[label('评语'), { value: '{评语}' }]], { heads: 0, height: 800, size: small }),
      line('专家签名：________________　　　日期：________年____月____日', {
        align: 'right',
        spacing: { before: 240 },
      }),
      line('结果包指纹（SHA-256）：{结果包指纹}', { size: 15, spacing: { before: 80 } }),
      line('签名密钥指纹：{密钥指纹}　收到时间：{提交时间}', { size: 15 }),
      line('{/评分表}'),
    ],
  });
}

/** 小5号 for the text and 8 points for the guidance, in exact lines: a sheet of the built-in rubrics fits one page in any face. */
const small = 18;
const smaller = 16;
const tight = { size: small, line: 216, exact: true, padding: 24 } as const;

/** Keeps two tables apart, which Word would else join. */
const gap = (): Paragraph => line('', { size: 8 });
const label = (value: string): CellSpec => ({ value, align: 'center', bold: true, filled: true });
const centred = (value: string): CellSpec => ({ value, align: 'center' });

function facts(): Table {
  return table(
    [1300, 3604, 1300, 3604],
    [
      [label('编号'), { value: '{编号}' }, label('赛道'), { value: '{赛道}' }],
      [label('评审对象'), { value: '{对象名称}', across: 3 }],
      [label('申报单位'), { value: '{申报单位}', across: 3 }],
      [label('专家'), { value: '{专家}' }, label('专家单位'), { value: '{专家单位}' }],
    ],
    { heads: 0, ...tight },
  );
}

function points(): Table {
  return table(
    [1700, 5000, 650, 700, 1758],
    [
      ['评分指标', '评分说明', '分值', '得分', '备注'].map((value) => ({ value })),
      [
        { value: '{#一级指标}{一级名称}', across: 2, bold: true, filled: true },
        { ...centred('{一级满分}'), bold: true, filled: true },
        { ...centred('{一级小计}'), bold: true, filled: true },
        { value: '', filled: true },
      ],
      [
        { value: '{#二级指标}{二级名称}' },
        { value: '{评分说明}', size: smaller },
        centred('{分值}'),
        centred('{得分}'),
        { ...centred('{备注}{/二级指标}{/一级指标}'), size: smaller },
      ],
      [
        { value: '合计', align: 'right', across: 2, bold: true },
        { ...centred('{满分}'), bold: true },
        { ...centred('{总分}'), bold: true },
        { value: '' },
      ],
    ],
    { whole: true, ...tight, line: 206 },
  );
}

function gates(): Table {
  return table(
    [7208, 2600],
    [
      [{ value: '否决项' }, { value: '结论' }],
      [{ value: '{#否决项}{否决项名称}' }, centred('{结论}{/否决项}')],
      [{ value: '申报材料是否弄虚作假' }, centred('{弄虚作假}')],
    ],
    { whole: true, ...tight },
  );
}
