import type { Paragraph, Table } from 'docx';
import { sizes, writeDocument } from './docx-page.ts';
import { formTitle, line, marks, table, type CellSpec } from './docx-parts.ts';

/** The built-in 评审意见: the panel's opinion with room for its signatures, then what experts wrote on each candidate. */
export function opinionTemplate(): Promise<Uint8Array> {
  return writeDocument({
    title: '评审意见',
    page: 'form',
    children: [...panelOpinion(), ...candidateOpinions()],
  });
}

const body = (value: string): Paragraph =>
  line(value, { size: sizes.smallFour, indent: { firstLine: 480 }, spacing: { line: 400, lineRule: 'atLeast' } });
const label = (value: string): CellSpec => ({ value, align: 'center', bold: true, filled: true });
const centred = (value: string): CellSpec => ({ value, align: 'center' });

function panelOpinion(): (Paragraph | Table)[] {
  return [
    marks(),
    formTitle('{表题}'),
    line('评审日期：{评审日期}　　评审地点：{评审地点}', { align: 'center', spacing: { after: 160 } }),
    body(
      '专家组由 {专家人数} 位专家组成，对 {对象数} 个评审对象独立审阅材料、打分，共收到评分表 {评分表数} 份。{汇总规则}经汇总，结果如下：',
    ),
    line('{#结果}'),
    body('{赛道}：{结论}'),
    line('{/结果}'),
    body('评审结果供评审办决策参考，以会议审定结果为准。'),
    line('专家组综合意见（由组长填写）：', {
      face: 'level1',
      size: sizes.smallFour,
      spacing: { before: 240, after: 80 },
    }),
    table([9354], [[{ value: '' }]], { heads: 0, height: 2200 }),
    line('不同意见及理由（没有的填“无”）：', {
      face: 'level1',
      size: sizes.smallFour,
      spacing: { before: 200, after: 80 },
    }),
    table([9354], [[{ value: '' }]], { heads: 0, height: 1100 }),
    ...signatures(),
  ];
}

/** One line for each expert to sign on. */
function signatures(): (Paragraph | Table)[] {
  return [
    line('专家签名', { face: 'level1', size: sizes.smallFour, spacing: { before: 200, after: 80 } }),
    table(
      [700, 1900, 3854, 1000, 1900],
      [
        ['序号', '专家', '单位', '职务', '签名'].map((value) => ({ value })),
        [
          centred('{#专家组}{序号}'),
          { value: '{专家}' },
          { value: '{专家单位}' },
          centred('{职务}'),
          { value: '{/专家组}' },
        ],
      ],
      { whole: true, height: 480 },
    ),
  ];
}

function candidateOpinions(): (Paragraph | Table)[] {
  return [
    formTitle('各评审对象专家意见', { pageBreakBefore: true, spacing: { after: 160 } }),
    line('{#对象意见}'),
    table(
      [1200, 3477, 1200, 3477],
      [
        [label('评审对象'), { value: '{编号}　{对象名称}', across: 3, bold: true, align: 'left' }],
        [label('申报单位'), { value: '{申报单位}' }, label('赛道'), { value: '{赛道}' }],
        [label('得分'), { value: '{得分}' }, label('名次'), { value: '{名次}　{结果说明}' }],
        [label('{#意见}{专家}'), { value: '{评语}{/意见}', across: 3 }],
      ],
      { together: 3 },
    ),
    line('{#无评语}'),
    line('专家没有填写评语。', { size: 18 }),
    line('{/无评语}'),
    line('', { size: 16 }),
    line('{/对象意见}'),
  ];
}
