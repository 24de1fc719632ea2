import { fc, test as property } from '#test/pipeline/seeded.ts';
import { describe, expect, test } from 'vitest';
import { describeExperts } from '#shared/experts/describe-experts.ts';
import { expertSchema } from '#shared/experts/expert.ts';
import { interpretExperts } from '#shared/experts/interpret-experts.ts';
import type { ExpertsContext, ExpertsInterpretation } from '#shared/experts/interpreted-expert.ts';
import { makeTable, type Written } from '../../fixtures/tables/make-table.ts';

const head = ['序号', '专家姓名', '工作单位', '职称', '专业领域', '联系电话', '回避单位', '组内职务'];

function interpret(rows: Written[][], context: ExpertsContext = {}): ExpertsInterpretation {
  return interpretExperts(makeTable([['评审专家名单'], head, ...rows]), context);
}

function kinds({ problems }: ExpertsInterpretation): string[] {
  return problems.map(({ kind, row, column }) => `${kind} ${row}${column}`);
}

test('an expert is read with title, field, telephone, units to avoid and role', () => {
  const { rows } = interpret([
    [
      1,
      ' 专家 甲',
      '渝拟大学',
      '教授',
      '工业软件、人工智能',
      13800000011,
      '甲公司、乙公司；丙公司;丁公司，戊,己\n甲公司',
      '组长',
    ],
  ]);
  expect(rows[0]).toMatchObject({
    row: 3,
    name: '专家甲',
    unit: '渝拟大学',
    title: '教授',
    field: '工业软件、人工智能',
    phone: '13800000011',
    avoidUnits: ['甲公司', '乙公司', '丙公司', '丁公司', '戊', '己'],
    leader: true,
    fields: [],
    taken: true,
  });
});

test.each([
  ['组长', true],
  ['是', true],
  ['√', true],
  ['副组长', false],
  ['成员', false],
  ['否', false],
  ['', false],
])('%j in the column of the role makes a leader: %s', (word, leader) => {
  expect(interpret([[1, '甲', '乙', '', '', '', '', word]]).rows[0]?.leader).toBe(leader);
});

describe('rows with faults', () => {
  test('without name or unit are held', () => {
    const result = interpret([
      [1, '', '乙', '教授'],
      [2, '甲', '/', '教授'],
      [3, '丙', '丁', '教授'],
    ]);
    expect(kinds(result)).toEqual(['experts.name-missing 3B', 'experts.unit-missing 4C']);
    expect(result.rows.map(({ taken }) => taken)).toEqual([false, false, true]);
  });

  test('repeating a person are held; with another telephone they are somebody else', () => {
    const person = (phone: string): Written[] => ['', '甲', '乙', '教授', '', phone];
    const result = interpret([person('1'), person('1'), person(''), person('2')]);
    expect(kinds(result)).toEqual(['experts.repeated 4B', 'experts.repeated 5B', 'experts.same-name 6B']);
    expect(result.rows.map(({ taken }) => taken)).toEqual([true, false, false, true]);
  });

  test('of somebody the round has already are held', () => {
    const existing = [{ name: '甲', unit: '乙', fitsPhone: () => true }];
    expect(kinds(interpret([['', '甲', '乙', '教授', '', '1']], { existing }))).toEqual(['experts.exists 3B']);
  });

  test('naming a second leader are taken with a warning', () => {
    const result = interpret([
      ['', '甲', '乙', '', '', '', '', '组长'],
      ['', '丙', '丁', '', '', '', '', '是'],
    ]);
    expect(result.problems).toMatchObject([
      { kind: 'experts.several-leaders', severity: 'warning', row: 4, detail: { first: '3' } },
    ]);
  });

  test('with too many or too long units to avoid are held', () => {
    const many = Array.from({ length: 101 }, (_, index) => `单位${index}`).join('、');
    const result = interpret([
      ['', '甲', '乙', '', '', '', many],
      ['', '丙', '丁', '', '', '', '长'.repeat(121)],
    ]);
    expect(kinds(result)).toEqual(['experts.avoid-units-too-long 3G', 'experts.avoid-units-too-long 4G']);
  });

  test('can be mended', () => {
    const mends = [{ sheet: 'Sheet1', row: 3, cells: { unit: '渝拟大学' } }];
    expect(interpret([['', '甲', '', '教授']], { mends }).rows[0]).toMatchObject({ unit: '渝拟大学', taken: true });
  });
});

test('a list without names or units refuses the file', () => {
  const result = interpretExperts(
    makeTable([
      ['姓名', '职称'],
      ['甲', '教授'],
    ]),
    {},
  );
  expect(result.problems).toMatchObject([
    { kind: 'tables.column-missing', severity: 'file', detail: { columns: '单位' } },
  ]);
});

test('other columns are kept; identity numbers are sealed and masked in the report', () => {
  const identity = '110101209901010017';
  const table = makeTable([
    ['姓名', '单位', '身份证号', '开户银行'],
    ['甲', '乙', identity, '示例银行'],
  ]);
  const result = interpretExperts(table, {});
  expect(result.rows[0]?.sealed).toEqual({ identityNumber: identity });
  expect(result.rows[0]?.fields).toMatchObject([
    { key: 'identityNumber', value: '110***********0017', forExperts: false },
    { key: null, label: '开户银行', forExperts: false },
  ]);
  const report = describeExperts(result, 'zh-CN');
  expect(report.rows[0]).toMatchObject({
    code: null,
    name: '甲',
    unit: '乙',
    fields: { 开户银行: '示例银行', leader: '否' },
  });
  expect(JSON.stringify(report)).not.toContain(identity);
});

property.prop([
  fc.array(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 8 }), { maxLength: 10 }),
])('whatever stands in a list, experts that are taken fit the register', (data) => {
  for (const row of interpret(data).rows.filter(({ taken }) => taken)) {
    const { name, unit, title, phone, field, avoidUnits, leader } = row;
    const id = '01900000-0000-7000-8000-000000000000';
    expect(expertSchema.safeParse({ id, name, unit, title, phone, field, avoidUnits, leader }).error).toBeUndefined();
  }
});
