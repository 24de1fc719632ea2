import { brandDeck } from '../../electron/demo/words.ts';
import { declaration, facts, form, grid, part, prose } from './dossier-page.mjs';

const trades = ['嵌入式软件开发', '行业应用软件', '软件测试与交付', '数据服务', '云服务运维', '算法研发', '仿真软件', '系统集成'];
const uses = ['展示与公共服务', '共享办公与孵化', '中小企业办公', '研发中心', '总部办公', '测试与算力机房', '中小企业办公', '研发中心', '总部办公'];

/** 申报书 of a building from its row. */
export function buildingForm(row, random) {
  const [revenue, growth] = [row['软件收入（万元）'], row['增速（%）']];
  const before = Math.round(revenue / (1 + growth / 100));
  const floors = Math.max(5, Math.min(9, Math.round(row['建筑面积（万㎡）'] * 2)));
  return form({
    title: '“满天星”示范楼宇申报书',
    subtitle: '（演示数据）',
    cover: [
      ['楼宇名称', row.楼宇名称],
      ['申报单位', row.申报单位],
      ['推荐区县', row.推荐区县],
      ['联 系 人', row.联系人],
    ],
    parts: [
      part('一、楼宇基本情况', basics(row, floors)),
      part('二、定位与规划', ...positioning(row)),
      part('三、载体与配套', ...carrier(row, floors, random)),
      part('四、产业集聚', years(row, before, random), tenants(row, random)),
      part('五、运营管理', ...operation(row)),
      part('六、服务与带动', ...service(row, random)),
      declaration(row.申报单位, '申报书'),
    ],
  });
}

function basics(row, floors) {
  return facts([
    ['楼宇名称', row.楼宇名称],
    ['地址', row.地址],
    ['运营机构', row.运营机构],
    ['统一社会信用代码', row.统一社会信用代码],
    ['建筑面积', `${row['建筑面积（万㎡）']}万㎡，地上${floors * 3}层`],
    ['已用面积', `${row['已用面积（万㎡）']}万㎡`],
    ['收储面积', `${row['收储面积（万㎡）']}万㎡`],
    ['租金', `${row['租金（元/㎡·月）']}元/㎡·月`],
    ['软信企业', `${row['软信企业数（家）']}家`],
    ['从业人员', `${row['从业人员（人）']}人`],
    ['软件收入', `${row['软件收入（万元）']}万元`],
    ['是否新打造', row.是否新打造],
  ]);
}

function positioning(row) {
  const [first] = row.推荐意见.split('。');
  return [
    prose(
      `${first}。楼宇改造和招商同步推进，入驻企业须通过产业方向、研发能力和信用三项评审，确保主导产业占比不低于七成。`,
      `${row.推荐区县}已将楼宇列入软件和信息服务业发展年度工作安排，明确了牵头部门、年度任务和支持措施，区级专项资金对装修、租金和公共服务平台建设给予补助。运营机构据此编制了三年发展规划，按年度分解企业数、从业人员和软件收入目标，并按季度对照检查。`,
    ),
    grid('表1　三年发展目标', ['指标', '2023年', '2024年', '2025年'], [
      ['软信企业（家）', row['软信企业数（家）'], Math.round(row['软信企业数（家）'] * 1.2), Math.round(row['软信企业数（家）'] * 1.4)],
      ['从业人员（人）', row['从业人员（人）'], Math.round(row['从业人员（人）'] * 1.15), Math.round(row['从业人员（人）'] * 1.32)],
      ['软件收入（万元）', row['软件收入（万元）'], Math.round(row['软件收入（万元）'] * 1.18), Math.round(row['软件收入（万元）'] * 1.4)],
    ]),
  ];
}

function carrier(row, floors, random) {
  const each = Math.round((row['建筑面积（万㎡）'] * 10_000) / floors);
  const rate = row['已用面积（万㎡）'] / row['建筑面积（万㎡）'];
  const rows = Array.from({ length: floors }, (_, index) => [
    `${index * 3 + 1}—${index * 3 + 3}层`,
    uses[index % uses.length],
    each,
    `${Math.min(100, Math.max(20, Math.round((rate + random.spread(0.1)) * 100)))}%`,
  ]);
  return [
    prose(
      '楼宇采用双回路供电，运营商光纤到户，主要楼层预留机柜间和弱电桥架。公共区域设共享会议室、路演厅、员工食堂和充电车位，物业实行全天值守。',
      `目前闲置面积${row['闲置面积（万㎡）']}万平方米，集中在高区楼层，正按不同户型分割，计划两年内完成去化。`,
    ),
    grid('表2　楼层用途和使用率', ['楼层', '主要用途', '面积（㎡）', '使用率'], rows),
  ];
}

function years(row, before, random) {
  const back = (value, by) => Math.round(value / by);
  const earlier = 1.04 + random.unit() * 0.14;
  const companies = row['软信企业数（家）'];
  const staff = row['从业人员（人）'];
  const newStaff = row['新增从业人员（人）'];
  const newCompanies = row['新增企业数（家）'];
  return grid('表3　近三年主要指标', ['指标', '2020年', '2021年', '2022年'], [
    ['软信企业（家）', back(companies - newCompanies, 1.12), companies - newCompanies, companies],
    ['从业人员（人）', back(staff - newStaff, 1.1), staff - newStaff, staff],
    ['软件收入（万元）', back(before, earlier), before, row['软件收入（万元）']],
  ]);
}

function tenants(row, random) {
  const brand = brandDeck(random);
  const share = [0.16, 0.12, 0.09, 0.07, 0.06, 0.05, 0.04, 0.03];
  const rows = share.map((part, index) => {
    const staff = Math.round(row['从业人员（人）'] * part * (0.8 + 0.3 * random.unit()));
    return [`重庆${brand()}软件有限公司（示例）`, trades[index], staff, Math.round(row['软件收入（万元）'] * part)];
  });
  return grid('表4　主要入驻企业（前八位）', ['企业名称', '主营业务', '人员（人）', '软件收入（万元）'], rows);
}

function operation(row) {
  const companies = row['软信企业数（家）'];
  return [
    prose(
      `${row.运营机构}负责楼宇统一运营，设招商、企业服务和物业三个部门，制定了入驻评审、租金减免、安全管理、数据报送和退出管理等制度。每季度与街道、税务和社保部门核对企业注册、纳税和用工信息，对只注册不办公的企业限期整改或清退。`,
    ),
    grid('表5　2022年政策兑现情况', ['事项', '涉及企业（家）', '金额（万元）'], [
      ['租金减免', Math.round(companies * 0.45), Math.round(companies * 3.1)],
      ['装修补贴', Math.round(companies * 0.16), Math.round(companies * 1.6)],
      ['人才公寓', Math.round(companies * 0.22), Math.round(companies * 0.7)],
      ['公共服务平台使用补助', Math.round(companies * 0.3), Math.round(companies * 0.5)],
    ]),
  ];
}

function service(row, random) {
  const platforms = row.公共服务平台 === '' ? [] : row.公共服务平台.split('、');
  const text =
    platforms.length === 0
      ? '楼宇目前以对接市级公共服务平台为主，在一楼设企业服务窗口，提供政策申报、知识产权和人才招聘服务。自建平台已列入年度计划。'
      : '楼宇公共服务平台面向楼内外企业开放，实行预约使用和服务登记，中小企业费用减半。';
  const rows = platforms.map((name) => [name, random.integer(18, 160), random.integer(12, 90)]);
  return [
    prose(text, '楼宇与周边高校共建实习点，组织企业与本地制造业企业对接应用场景，并向相邻楼宇输出运营管理经验。'),
    ...(rows.length === 0 ? [] : [grid('表6　公共服务平台运行情况（2022年）', ['平台', '服务次数（次）', '服务企业（家）'], rows)]),
  ];
}
