// A deliberately bad sheet: the faults that offices send, to show what a preview says about each.
import { layOutSheet, writeBook } from './sheet-layout.mjs';

const columns = [
  ['序号', 6],
  ['编 号', 9],
  ['楼宇\n名称', 24],
  ['推荐区县', 14],
  ['申报单位', 30],
  ['统一社会信用代码', 22],
  ['建筑面积\n（万㎡）', 12],
  ['已用面积（㎡）', 12],
  ['软信企业数', 10],
  ['从业人员', 12],
  ['软件收入(万元)', 14],
  ['同比增速', 10],
  ['是否新打造', 8],
  ['联系电话', 15],
  ['备注', 22],
].map(([key, width]) => ({ key, width }));

/** Writes twelve of the sample's rows with typical faults, and a second sheet of instructions. */
export async function writeMessySheet(path, candidates) {
  const rows = candidates.slice(0, 12).map(asOffice);
  const sheet = layOutSheet({
    name: 'Sheet1',
    title: '示范楼宇推荐汇总表（演示数据，含常见填报问题）',
    remark: '填报单位（盖章）：某区经济信息委（示例）　　　　联系人：张拟真　　　　演示数据',
    columns,
    rows: spoil(rows),
    foot: [{ 序号: '合计', '软件收入(万元)': 1_234_567 }, '填表说明：面积请按万平方米填写，收入请按万元填写。演示数据。'],
  });
  addFormulas(sheet);
  const guide = layOutSheet({
    name: '填表说明',
    title: '填表说明（演示数据）',
    remark: '本页不是数据',
    columns: [{ key: '事项', width: 20 }, { key: '要求', width: 70 }],
    rows: [
      { 事项: '面积', 要求: '按不动产权证书填写，单位为万平方米，保留两位小数。' },
      { 事项: '企业数', 要求: '只填注册和办公均在楼内的软件和信息服务企业。' },
    ],
  });
  await writeBook(path, '示范楼宇推荐汇总表（演示数据，含常见填报问题）', [sheet, guide]);
}

function asOffice(row) {
  return {
    序号: row.序号,
    '编 号': row.编号,
    '楼宇\n名称': row.楼宇名称,
    推荐区县: row.推荐区县,
    申报单位: row.申报单位,
    统一社会信用代码: row.统一社会信用代码,
    '建筑面积\n（万㎡）': row['建筑面积（万㎡）'],
    '已用面积（㎡）': Math.round(row['已用面积（万㎡）'] * 10_000),
    软信企业数: row['软信企业数（家）'],
    从业人员: row['从业人员（人）'],
    '软件收入(万元)': row['软件收入（万元）'],
    同比增速: row['增速（%）'],
    是否新打造: '是',
    联系电话: row.联系电话,
    备注: '',
  };
}

/** What goes wrong, row by row; the remark says it to the reader. */
function spoil(rows) {
  const [a, b, c, d, e, f, g, h, i, j, k, l] = rows;
  const area = '建筑面积\n（万㎡）';
  return [
    a,
    { ...b, '编 号': '', 备注: '编号漏填' },
    { ...c, [area]: c['已用面积（㎡）'] + 3000, 备注: '按㎡填写，表头为万㎡' },
    { ...d, '编 号': a['编 号'], 备注: '编号与第一行重复' },
    { ...e, 从业人员: '约８００人', 备注: '数值带“约”字、全角' },
    { ...f, 统一社会信用代码: '9.15001E+17', 备注: '代码变成科学记数' },
    { 序号: '小计', '软件收入(万元)': 765_432 },
    {},
    { ...g, '楼宇\n名称': '', 备注: '名称漏填' },
    { ...h, '软件收入(万元)': `${(h['软件收入(万元)'] / 10_000).toFixed(2)}亿元`, 备注: '单位写在格内' },
    { ...i, 同比增速: `${i.同比增速}%`, 软信企业数: '／', 备注: '百分号、未填写' },
    { ...j, 申报单位: '', 是否新打造: '待定', 备注: '单位漏填、是否栏另填' },
    { ...k, '楼宇\n名称': a['楼宇\n名称'], 申报单位: a.申报单位, 备注: '与第一行同名同单位' },
    { ...l, 联系电话: '', 备注: '含公式' },
  ];
}

/** A cell that shows an error and one whose result was never stored, in the last row of data. */
function addFormulas(sheet) {
  const rows = [...sheet.cells.keys()].map((place) => Number(place.split(',')[0]));
  const last = Math.max(...rows) - 2;
  const of = (column) => `${last},${columns.findIndex(({ key }) => key === column)}`;
  sheet.cells.set(of('从业人员'), { ...sheet.cells.get(of('从业人员')), value: '#REF!', type: 'error' });
  const revenue = sheet.cells.get(of('软件收入(万元)'));
  sheet.cells.set(of('软件收入(万元)'), { style: revenue.style, formula: 'SUM(Z1:Z9)' });
}
