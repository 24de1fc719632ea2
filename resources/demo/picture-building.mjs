import { bars, box, picture, words } from './picture-parts.mjs';

const skies = [['#cfe3f5', '#f4f8fb'], ['#f7d9b8', '#fdf3e6'], ['#bcd4ee', '#eef4fa'], ['#dfe6ee', '#f7f9fb']];
const faces = ['#5f7f9f', '#8a8f98', '#6b8e8a', '#9a7f68', '#56708c', '#7c8794'];

/** 楼宇外立面: a drawn front with lit windows, a podium, trees and the name. */
export function buildingFront(row, random) {
  const [top, low] = random.pick(skies);
  const face = random.pick(faces);
  const floors = random.integer(11, 19);
  const columns = random.integer(9, 15);
  const width = columns * 34 + 44;
  const left = Math.round((1200 - width) / 2) + random.integer(-90, 90);
  const foot = 690;
  const roof = foot - floors * 25 - 66;
  const rate = row['已用面积（万㎡）'] / row['建筑面积（万㎡）'];
  const content = [
    `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${low}"/></linearGradient></defs>`,
    box(0, 0, 1200, 800, 'url(#sky)'),
    ...neighbours(random),
    box(left, roof, width, foot - roof, face),
    box(left + width - 26, roof, 26, foot - roof, 'rgba(0,0,0,0.14)'),
    ...windows({ left, roof, floors, columns, rate, random }),
    box(left + width / 2 - 120, roof - 34, 240, 34, '#31465c'),
    words(left + width / 2, roof - 11, row.楼宇名称.replace('（示例）', ''), { size: 19, fill: '#fff', weight: 700, anchor: 'middle' }),
    box(left - 70, foot - 52, width + 140, 62, '#c9ced6'),
    ...Array.from({ length: Math.floor((width + 120) / 60) }, (_, index) => box(left - 58 + index * 60, foot - 40, 44, 42, '#8fb2cc')),
    box(0, foot + 10, 1200, 110, '#a9adb1'),
    box(0, foot + 58, 1200, 4, '#e9e4c8'),
    ...trees(foot, random),
    words(24, 778, `${row.楼宇名称}外立面示意图（绘制，非照片）`, { size: 18, fill: '#333' }),
  ];
  return picture(1200, 800, '#ffffff', content);
}

function windows({ left, roof, floors, columns, rate, random }) {
  const panes = [];
  for (let floor = 0; floor < floors; floor += 1) {
    for (let column = 0; column < columns; column += 1) {
      const lit = random.chance(rate);
      panes.push(box(left + 17 + column * 34, roof + 14 + floor * 25, 24, 15, lit ? '#fff3cf' : '#3d5369', 'rx="1"'));
    }
  }
  return panes;
}

function neighbours(random) {
  return Array.from({ length: 9 }, (_, index) => {
    const tall = random.integer(110, 330);
    return box(index * 140 - 20, 700 - tall, random.integer(80, 125), tall, `rgba(120,135,150,${0.22 + random.unit() * 0.2})`);
  });
}

function trees(foot, random) {
  return Array.from({ length: 13 }, (_, index) => {
    const x = index * 95 + random.integer(0, 40);
    const size = random.integer(22, 36);
    return `${box(x - 3, foot - 14, 6, 26, '#6b5a48')}<circle cx="${x}" cy="${foot - 26}" r="${size}" fill="#5f8a5a" opacity="0.9"/>`;
  });
}

/** 近三年软件收入: a plain column chart as offices paste into their reports. */
export function revenueChart(row) {
  const revenue = row['软件收入（万元）'];
  const before = Math.round(revenue / (1 + row['增速（%）'] / 100));
  const values = [Math.round(before / 1.09), before, revenue];
  return picture(960, 600, '#ffffff', [
    words(480, 56, `${row.楼宇名称}软件业务收入`, { size: 26, weight: 700, anchor: 'middle' }),
    words(880, 92, '单位：万元', { size: 15, anchor: 'end', fill: '#667' }),
    bars({ x: 120, y: 120, width: 720, height: 380, values, labels: ['2020年', '2021年', '2022年'], fill: '#3f74b5' }),
    words(480, 574, '数据来源：企业填报，与软件业统计报表核对（演示数据）', { size: 14, fill: '#667', anchor: 'middle' }),
  ]);
}
