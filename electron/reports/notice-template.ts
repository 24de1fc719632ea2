import type { Paragraph, Table } from 'docx';
import { character, exactly, linePitch, sizes, writeDocument } from './docx-page.ts';
import { bodyText, levelTitle, line, officialTitle, table, type CellSpec } from './docx-parts.ts';

/** The built-in 拟入选名单公示: the notice, and its annex on a page of its own. */
export function noticeTemplate(): Promise<Uint8Array> {
  return writeDocument({ title: '公示', page: 'official', children: [...noticeText(), ...annex()] });
}

const blank = (): Paragraph => line('', { spacing: exactly(linePitch) });

/**
 * Where the office signs, to be sealed: its name centred over the date, and the date four characters from the right edge
 * (GB/T 9704-2012, 7.3.5.1). A date takes nine and a half characters, so the axis lies in the middle of seventeen and a half.
 */
const signature = { align: 'center', indent: { left: 28 * character - 17.5 * character } } as const;

function noticeText(): Paragraph[] {
  return [
    line('{#演示}'),
    line('【演示数据】', { face: 'level1', size: sizes.three }),
    line('{/演示}'),
    line('{#有文号}'),
    line('{文号}', { align: 'center' }),
    blank(),
    line('{/有文号}'),
    officialTitle('{公示标题}'),
    blank(),
    bodyText(
      '{#有依据}根据{依据}，{/有依据}经申报推荐、形式审查和专家评审，现将{批次名称}{事项}（共{总数}，见附件）予以公示，接受社会监督。',
    ),
    levelTitle(1, '一、公示时间'),
    bodyText('{公示开始}至{公示结束}（{工作日数}个工作日）。'),
    levelTitle(1, '二、异议的提出'),
    bodyText(
      '公示期间，任何单位和个人对公示内容有异议的，可以书面形式向{发文机关}提出，写明异议事项和理由，并附有关证明材料。',
    ),
    bodyText('单位提出异议的，应当加盖公章；个人提出异议的，应当签署真实姓名，并留下联系方式。'),
    levelTitle(1, '三、异议的受理'),
    bodyText('联 系 人：{联系人}'),
    bodyText('联系电话：{联系电话}'),
    bodyText('通信地址：{通信地址}'),
    line('{#有邮编}'),
    bodyText('邮政编码：{邮政编码}'),
    line('{/有邮编}'),
    line('{#有邮箱}'),
    bodyText('电子邮箱：{电子邮箱}'),
    line('{/有邮箱}'),
    blank(),
    // 附件 follows the text after an empty line, two characters in; further lines hang below the name (7.3.4).
    line('附件：{批次名称}{事项}', { indent: { left: 5 * character, hanging: 3 * character } }),
    blank(),
    blank(),
    line('{发文机关}', { ...signature, keepNext: true }),
    line('{成文日期}', signature),
  ];
}

function annex(): (Paragraph | Table)[] {
  return [
    line('附件', { face: 'level1', pageBreakBefore: true }),
    blank(),
    officialTitle('{名单标题}'),
    line('（按编号排列，排名不分先后）', { face: 'level2', align: 'center' }),
    line('{#名单}'),
    line('{组名}（{组内数量}）', { face: 'level1', keepNext: true }),
    line('{#有区县}'),
    listTable(
      [800, 3500, 3144, 1400],
      ['序号', '{名称列}', '单位', '推荐区县'],
      ['{对象名称}', '{对象单位}', '{推荐区县}'],
    ),
    line('{/有区县}'),
    line('{^有区县}'),
    listTable([800, 4000, 4044], ['序号', '{名称列}', '单位'], ['{对象名称}', '{对象单位}']),
    line('{/有区县}'),
    line('{/名单}'),
    // Word wants a paragraph after the last table; this one takes no room.
    line('', { size: 2, spacing: exactly(20) }),
  ];
}

/** The list of a group, numbered; districts, when there are any, come last. */
function listTable(widths: readonly number[], titles: readonly string[], cells: readonly string[]): Table {
  const last = cells.length - 1;
  return table(
    widths,
    [
      titles.map((value) => ({ value })),
      [
        { value: '{#对象}{序号}', align: 'center' },
        ...cells.map((value, index): CellSpec => ({
          value: index === last ? `${value}{/对象}` : value,
          align: index === 2 ? 'center' : 'left',
        })),
      ],
    ],
    { size: sizes.smallFour, face: 'body', height: 500, whole: true },
  );
}
