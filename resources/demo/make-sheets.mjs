// The clean sample spreadsheets: every row can be taken, though typed in as offices do.
import { roughen } from './office-habits.mjs';
import { layOutSheet, writeBook } from './sheet-layout.mjs';

const note = '注：本表为演示数据，所列楼宇、产品、单位、人员和数值均为虚构，仅供熟悉软件使用。';
const remark = '填报单位：评审办公室（示例）　　　　填报日期：2023年11月10日　　　　演示数据';

const text = (key, width, more = {}) => ({ key, width, ...more });
const centre = (key, width, more = {}) => ({ key, width, align: 'centre', ...more });
const number = (key, width, more = {}) => ({ key, width, align: 'number', ...more });

const carrier = { group: '载体情况' };
const cluster = { group: '产业集聚情况' };
const property = { group: '知识产权' };
const money = { group: '经营情况（万元）' };
const teachers = { group: '师资情况' };
const results = { group: '培养成效（%）' };
const scale = { group: '规模与成效' };

const head = (name) => [centre('序号', 6), centre('编号', 8), text(name, 26)];
const tail = [centre('联系人', 9), centre('联系电话', 14), text('推荐意见', 60), centre('材料', 10)];

const columns = {
  building: [
    ...head('楼宇名称'),
    centre('推荐区县', 14),
    text('申报单位', 30),
    centre('统一社会信用代码', 22),
    text('地址', 30),
    text('运营机构', 30),
    centre('是否新打造', 8),
    number('建筑面积（万㎡）', 10, carrier),
    number('已用面积（万㎡）', 10, carrier),
    number('闲置面积（万㎡）', 10, carrier),
    number('收储面积（万㎡）', 10, carrier),
    number('租金（元/㎡·月）', 10, carrier),
    number('软信企业数（家）', 10, cluster),
    number('新增企业数（家）', 10, cluster),
    number('从业人员（人）', 10, cluster),
    number('新增从业人员（人）', 11, cluster),
    number('软件收入（万元）', 11, cluster),
    number('增速（%）', 8, cluster),
    number('优质企业数（家）', 10, cluster),
    text('公共服务平台', 28),
    ...tail,
  ],
  product: [
    ...head('产品名称'),
    centre('版本', 7),
    text('申报单位', 30),
    centre('统一社会信用代码', 22),
    centre('推荐区县', 14),
    centre('软著登记号', 16, property),
    centre('权利取得方式', 10, property),
    text('著作权人', 28, property),
    text('专利/标准/奖项', 26, property),
    centre('检测报告', 18),
    number('研发投入（万元）', 10, { ...money, header: '研发投入' }),
    number('销售额（万元）', 10, { ...money, header: '销售额' }),
    number('用户数（家）', 8),
    ...tail,
  ],
  talent: [
    centre('序号', 6),
    centre('编号', 8),
    text('姓名', 16),
    centre('性别', 6),
    centre('出生年月', 11),
    centre('证件号', 21),
    text('工作单位', 30),
    centre('统一社会信用代码', 22),
    centre('推荐区县', 14),
    text('职务', 16),
    text('职称', 16),
    text('领域', 14),
    centre('全职在渝', 8),
    text('主持产品及收入', 34),
    number('专利（件）', 8),
    number('团队人数（人）', 9),
    text('人才计划及支持期', 24),
    text('公示情况', 22),
    ...tail.slice(1),
  ],
  college: [
    ...head('学院名称'),
    text('学校', 24),
    centre('推荐区县', 14),
    text('特色领域', 16),
    text('专业', 28),
    number('在校生（人）', 9),
    number('专任教师（人）', 9, teachers),
    number('企业导师（人）', 9, teachers),
    number('合作企业（家）', 9),
    number('就业率（%）', 9, { ...results, header: '就业率' }),
    number('留渝率（%）', 9, { ...results, header: '留渝率' }),
    ...tail,
  ],
  base: [
    ...head('基地名称'),
    text('依托单位', 30),
    centre('推荐区县', 14),
    text('合作高校', 34),
    number('面积（㎡）', 9),
    number('工位（个）', 8),
    number('年接收人数（人）', 10, scale),
    number('师资（人）', 8, scale),
    number('真实项目数（个）', 10, scale),
    number('结业数（人）', 8, scale),
    number('就业数（人）', 8, scale),
    centre('上次等级', 10),
    ...tail,
  ],
};

const titles = {
  building: '“满天星”示范楼宇申报情况汇总表',
  product: '市级优秀软件产品申报汇总表',
  talent: '“重庆英才—软件领军人才”推荐人选汇总表',
  college: '市级特色化示范性软件学院质量评价申报表',
  base: '软件人才实习实训基地质量评价申报表',
};

/** Writes the candidates of a kind; products get one sheet for each track. */
export async function writeCandidateSheet(path, kind, candidates) {
  const rows = roughen(kind, candidates);
  const sheets = kind === 'product' ? trackSheets(rows) : [plainSheet(kind, rows)];
  await writeBook(path, `${titles[kind]}（演示数据）`, sheets);
}

function plainSheet(kind, rows) {
  const foot = kind === 'building' ? [totals(rows), note] : [note];
  return layOutSheet({ name: '汇总表', title: `${titles[kind]}（演示数据）`, remark, columns: columns[kind], rows, foot });
}

function trackSheets(rows) {
  return [...new Set(rows.map((row) => row.赛道))].map((track) => {
    const first = track === '首版次软件';
    const own = first ? columns.product.toSpliced(-4, 0, text('首版次认定', 24)) : columns.product;
    const inTrack = rows.filter((row) => row.赛道 === track).map((row, index) => ({ ...row, 序号: index + 1 }));
    const title = `${titles.product}（${track}）（演示数据）`;
    return layOutSheet({ name: track, title, remark, columns: own, rows: inTrack, foot: [note] });
  });
}

/** The totals that offices put under such a list; they are no data. */
function totals(rows) {
  const keys = ['建筑面积（万㎡）', '已用面积（万㎡）', '软信企业数（家）', '新增企业数（家）', '软件收入（万元）'];
  const sum = (key) => Math.round(rows.reduce((total, row) => total + (Number(row[key]) || 0), 0) * 100) / 100;
  return { 序号: '合计', ...Object.fromEntries(keys.map((key) => [key, sum(key)])) };
}

/** Writes the experts of a kind. */
export async function writeExpertSheet(path, kind, experts) {
  const field = kind === 'product' ? '赛道' : '领域';
  const own = [
    centre('序号', 6),
    centre('姓名', 10),
    text('单位', 34),
    text('职称', 20),
    text(field, 18),
    centre('手机', 15),
    text('回避单位', 40),
    centre('组长', 8),
  ];
  const title = `评审专家名单（${{ building: '示范楼宇', product: '优秀软件产品', talent: '软件领军人才', college: '软件学院', base: '实训基地' }[kind]}）`;
  const rows = experts.map((row) => ({ ...row, 组长: row.组长 === '是' ? '是' : '' }));
  const sheet = layOutSheet({ name: '专家名单', title: `${title}（演示数据）`, remark, columns: own, rows, foot: [note] });
  await writeBook(path, `${title}（演示数据）`, [sheet]);
}
