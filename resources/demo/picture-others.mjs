import { bars, box, picture, polyline, words } from './picture-parts.mjs';

const accents = { 工业软件: '#2f6db3', 汽车软件: '#2a8c82', 人工智能: '#7a57b8', 信息安全: '#b0524a', 首版次软件: '#3a7d44' };
const menus = ['总览', '任务管理', '数据接入', '模型与规则', '结果分析', '报表', '系统设置'];

/** 软件界面截图: a drawn working screen with menu, figures, a curve, columns and a list. */
export function productScreen(row, random) {
  const accent = accents[row.赛道];
  const name = row.产品名称.replace('（示例）', '');
  const curve = Array.from({ length: 24 }, (_, index) => [270 + index * 24, 420 - index * 3.2 - random.unit() * 70]);
  const base = curve.map(([x, y]) => [x, y + 46 + random.unit() * 22]);
  const cards = [['今日任务', random.integer(24, 180)], ['运行中', random.integer(3, 28)], ['完成率', `${random.integer(86, 99)}%`], ['平均耗时', `${random.integer(3, 48)}秒`]];
  return picture(1280, 800, '#f3f5f8', [
    box(0, 0, 1280, 54, accent),
    words(24, 35, `${name} ${row.版本}`, { size: 20, fill: '#fff', weight: 700 }),
    words(1250, 35, '演示用户', { size: 15, fill: '#fff', anchor: 'end' }),
    box(0, 54, 190, 746, '#ffffff'),
    ...menus.map((menu, index) => (index === 4 ? box(0, 84 + index * 52, 190, 42, '#e8eef6') : '') + words(32, 112 + index * 52, menu, { size: 16 })),
    ...cards.map(([label, value], index) => box(214 + index * 262, 78, 244, 96, '#fff') + words(234 + index * 262, 110, label, { size: 15, fill: '#667' }) + words(234 + index * 262, 154, value, { size: 32, weight: 700, fill: accent })),
    box(214, 194, 638, 280, '#fff'),
    words(234, 226, '运行趋势（本产品／对照）', { size: 16, weight: 700 }),
    ...[280, 330, 380, 430].map((y) => box(254, y, 578, 1, '#e4e8ee')),
    polyline(curve, accent, 3),
    polyline(base, '#a5aebb', 2),
    box(872, 194, 384, 280, '#fff'),
    words(892, 226, '分类统计', { size: 16, weight: 700 }),
    bars({ x: 892, y: 246, width: 344, height: 180, values: [0, 1, 2, 3].map(() => random.integer(40, 320)), labels: ['一类', '二类', '三类', '其他'], fill: accent }),
    ...listRows(random, accent),
    words(640, 792, '界面示意图（绘制，演示数据）', { size: 13, fill: '#889', anchor: 'middle' }),
  ]);
}

function listRows(random, accent) {
  const states = ['已完成', '已完成', '运行中', '待复核'];
  const rows = Array.from({ length: 7 }, (_, index) => {
    const y = 562 + index * 30;
    return [
      box(214, y + 9, 1042, 1, '#eceff3'),
      words(234, y, `RW-2099-${String(random.integer(1, 9999)).padStart(4, '0')}`, { size: 14 }),
      words(470, y, `示例任务${random.integer(1, 60)}`, { size: 14 }),
      words(760, y, `2023-10-${String(random.integer(10, 30))} ${random.integer(10, 18)}:${random.integer(10, 59)}`, { size: 14 }),
      words(1120, y, random.pick(states), { size: 14, fill: accent }),
    ].join('');
  });
  return [box(214, 494, 1042, 280, '#fff'), words(234, 526, '最近任务', { size: 16, weight: 700 }), ...rows];
}

/** 软件著作权登记证书 as a drawn sample that proves nothing. */
export function certificate(row) {
  const lines = [
    ['软件名称', row.产品名称],
    ['版本号', row.版本],
    ['著作权人', row.著作权人],
    ['权利取得方式', row.权利取得方式],
    ['权利范围', '全部权利'],
    ['登记号', row.软著登记号],
  ];
  return picture(1000, 1360, '#fbf8ef', [
    box(36, 36, 928, 1288, 'none', 'stroke="#a58a4a" stroke-width="6"'),
    box(52, 52, 896, 1256, 'none', 'stroke="#a58a4a" stroke-width="1.5"'),
    words(500, 220, '计算机软件著作权', { size: 46, weight: 700, anchor: 'middle' }),
    words(500, 290, '登记证书（样例）', { size: 46, weight: 700, anchor: 'middle' }),
    words(500, 350, '演示数据，不具有证明作用', { size: 20, anchor: 'middle', fill: '#a33' }),
    ...lines.map(([name, value], index) => words(150, 480 + index * 92, `${name}：`, { size: 25, fill: '#555' }) + words(350, 480 + index * 92, value, { size: value.length > 20 ? 22 : 25 })),
    words(850, 1180, '示例登记机构', { size: 24, anchor: 'end' }),
    words(850, 1225, '2099年1月1日', { size: 24, anchor: 'end' }),
  ]);
}

/** 产品收入: three years of the product a talent leads. */
export function talentChart(row) {
  const revenue = Number(/(\d+)万元/.exec(row.主持产品及收入)?.[1] ?? 0);
  const [first, second] = [Math.round(revenue * 0.24), Math.round(revenue * 0.33)];
  return chart(`${row.主持产品及收入.split('，')[0]}收入`, '单位：万元', [first, second, revenue - first - second], ['2020年', '2021年', '2022年'], '#4a78b0');
}

/** 毕业生去向: where the graduates of a college went. */
export function collegeChart(row, random) {
  const graduates = Math.round(row['在校生（人）'] / 4);
  const working = Math.round((graduates * row['就业率（%）']) / 100);
  const staying = Math.round((working * row['留渝率（%）']) / 100);
  const studying = Math.round((working - staying) * (0.25 + 0.2 * random.unit()));
  return chart(`${row.学院名称.replace('（示例）', '')}2022届毕业生去向`, '单位：人', [staying, working - staying - studying, studying, graduates - working], ['在渝就业', '市外就业', '升学', '待就业'], '#4d8a76');
}

function chart(title, unit, values, labels, fill) {
  return picture(960, 600, '#ffffff', [
    words(480, 56, title, { size: 26, weight: 700, anchor: 'middle' }),
    words(880, 92, unit, { size: 15, anchor: 'end', fill: '#667' }),
    bars({ x: 100, y: 120, width: 760, height: 380, values, labels, fill }),
    words(480, 574, '演示数据', { size: 14, fill: '#667', anchor: 'middle' }),
  ]);
}

/** 实训场地平面示意图: rooms and desks of a base. */
export function floorPlan(row) {
  const desks = Math.min(120, row['工位（个）']);
  const across = 15;
  const places = Array.from({ length: desks }, (_, index) => {
    const [column, line] = [index % across, Math.floor(index / across)];
    return box(96 + column * 44 + Math.floor(column / 5) * 20, 150 + line * 48, 34, 20, '#c9daec', 'stroke="#5b7fa6"');
  });
  const wall = (x, y, width, height) => box(x, y, width, height, 'none', 'stroke="#333" stroke-width="4"');
  return picture(1200, 800, '#ffffff', [
    words(600, 52, `${row.基地名称.replace('（示例）', '')}平面示意图`, { size: 26, weight: 700, anchor: 'middle' }),
    wall(70, 90, 740, 470),
    words(90, 126, `项目实训区（工位${row['工位（个）']}个${row['工位（个）'] > 120 ? '，图示一层' : ''}）`, { size: 17 }),
    ...places,
    wall(810, 90, 320, 235),
    words(970, 215, '教学研讨区', { size: 19, anchor: 'middle' }),
    wall(810, 325, 320, 235),
    words(970, 450, '测试与机房', { size: 19, anchor: 'middle' }),
    wall(70, 560, 1060, 140),
    words(600, 640, '公共与服务区（前台、储物、休息）', { size: 19, anchor: 'middle' }),
    box(560, 696, 90, 8, '#ffffff'),
    words(605, 730, '入口', { size: 16, anchor: 'middle' }),
    words(1130, 770, `总面积${row['面积（㎡）']}㎡　演示数据`, { size: 15, anchor: 'end', fill: '#556' }),
  ]);
}
