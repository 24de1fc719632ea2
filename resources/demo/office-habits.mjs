// How people type: numbers as text, full-width digits, thousands separators, a unit in the cell, a stray space. None of it
// costs a row.

const wide = (value) => String(value).replaceAll(/[\d.]/g, (sign) => (sign === '.' ? '．' : String.fromCharCode(sign.charCodeAt(0) + 0xfee0)));
const asText = (value) => String(value);
const grouped = (value) => Number(value).toLocaleString('en-US');
const percent = (value) => `${value}%`;
const trailing = (value) => `${value} `;
const squareMetres = (value) => `${Math.round(Number(value) * 10_000)}㎡`;
const dotted = (value) => String(value).replace('-', '.');
const inChinese = (value) => String(value).replace(/^(\d+)-0?(\d+)$/, '$1年$2月');

/** [code, column, habit] */
const habits = {
  building: [
    ['B03', '软信企业数（家）', asText],
    ['B04', '软件收入（万元）', grouped],
    ['B07', '从业人员（人）', wide],
    ['B09', '增速（%）', percent],
    ['B12', '建筑面积（万㎡）', squareMetres],
    ['B14', '申报单位', trailing],
    ['B18', '建筑面积（万㎡）', wide],
    ['B21', '从业人员（人）', asText],
    ['B25', '软件收入（万元）', grouped],
    ['B27', '楼宇名称', trailing],
  ],
  product: [
    ['P004', '销售额（万元）', asText],
    ['P017', '研发投入（万元）', grouped],
    ['P030', '用户数（家）', wide],
    ['P041', '销售额（万元）', wide],
    ['P063', '申报单位', trailing],
    ['P077', '研发投入（万元）', asText],
    ['P104', '销售额（万元）', asText],
    ['P115', '版本', wide],
  ],
  talent: [
    ['T02', '出生年月', dotted],
    ['T06', '出生年月', inChinese],
    ['T11', '团队人数（人）', wide],
    ['T19', '出生年月', dotted],
    ['T23', '工作单位', trailing],
    ['T31', '出生年月', inChinese],
  ],
  college: [
    ['C03', '就业率（%）', percent],
    ['C06', '在校生（人）', grouped],
    ['C11', '留渝率（%）', wide],
  ],
  base: [
    ['J02', '面积（㎡）', asText],
    ['J05', '年接收人数（人）', wide],
    ['J09', '面积（㎡）', squareText],
  ],
};

function squareText(value) {
  return `${value}平方米`;
}

/** The rows with a few cells as people type them. */
export function roughen(kind, rows) {
  return rows.map((row) => {
    const own = habits[kind].filter(([code]) => code === row.编号);
    return { ...row, ...Object.fromEntries(own.map(([, column, habit]) => [column, habit(row[column])])) };
  });
}
