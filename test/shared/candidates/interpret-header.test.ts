import { describe, expect, test } from 'vitest';
import type { TableFile } from '#shared/tables/table.ts';
import { makeTable } from '../../fixtures/tables/make-table.ts';
import { head, interpret, kinds, summarise } from './sample-candidates.ts';

describe('the header', () => {
  test('is found below title lines and spelled with spaces, line breaks, stars and brackets', () => {
    const table = makeTable([
      ['2099年申报汇总表'],
      [],
      ['填报单位：示例区', null, '联系电话：'],
      ['* 编  号', '楼 宇\n名 称 *', '申报单位（盖章）'],
      ['1', '星澜大厦', '渝拟公司'],
    ]);
    const result = interpret(table);
    expect(summarise(result)).toEqual(['5 1 星澜大厦 渝拟公司']);
    expect(result.layouts[0]?.headerRow).toBe(4);
  });

  test('in the twentieth row is found, in the twenty-first no more', () => {
    const at = (row: number): TableFile =>
      makeTable([...Array.from({ length: row - 1 }, () => ['说明']), head, ['1', '甲', '乙']]);
    expect(kinds(interpret(at(20)))).toEqual([]);
    expect(kinds(interpret(at(21)))).toEqual(['tables.no-header']);
  });

  test('of two rows joins groups with what stands below, merged or not', () => {
    const top = ['编号', '名称', '申报单位', '面积（万㎡）', null, '从业人员', null];
    const below = [null, null, null, '建筑', '闲置', '总数', '新增'];
    const data = ['1', '星澜大厦', '渝拟公司', '3.2', '0.4', '1200', '80'];
    const merges = [0, 1, 2]
      .map((column) => ({ firstRow: 1, lastRow: 2, firstColumn: column, lastColumn: column }))
      .concat([
        { firstRow: 1, lastRow: 1, firstColumn: 3, lastColumn: 4 },
        { firstRow: 1, lastRow: 1, firstColumn: 5, lastColumn: 6 },
      ]);
    for (const table of [makeTable([top, below, data], { merges }), makeTable([top, below, data])]) {
      const { rows: found } = interpret(table);
      expect(found[0]?.fields.map(({ key, value, label }) => [key, value, label])).toEqual([
        ['floorArea', '32000', '建筑面积（㎡）'],
        ['idleArea', '4000', '闲置面积（㎡）'],
        ['employees', '1200', '从业人员'],
        ['newEmployees', '80', '新增从业人员'],
      ]);
    }
  });

  test('申报单位 over 名称 is the unit, not the candidate', () => {
    const table = makeTable(
      [
        ['编号', '楼宇名称', '申报单位', null],
        [null, null, '名称', '统一社会信用代码'],
        ['1', '星澜大厦', '渝拟公司', '91500000MA00000008'],
      ],
      { merges: [{ firstRow: 1, lastRow: 1, firstColumn: 2, lastColumn: 3 }] },
    );
    expect(summarise(interpret(table))).toEqual(['3 1 星澜大厦 渝拟公司']);
  });

  test('without a required column refuses the file and names it', () => {
    const result = interpret(
      makeTable([
        ['编号', '申报单位'],
        ['1', '甲'],
      ]),
    );
    expect(result.problems).toMatchObject([
      { kind: 'tables.column-missing', severity: 'file', detail: { columns: '名称' } },
    ]);
    expect(result.rows).toEqual([]);
  });

  test('alone, without rows, refuses the file', () => {
    expect(kinds(interpret(makeTable([head])))).toEqual(['tables.no-rows']);
  });

  test('takes 序号 for 编号 only when there is no 编号', () => {
    const both = makeTable([
      ['序号', ...head],
      [7, 'A1', '甲', '乙'],
    ]);
    expect(summarise(interpret(both))).toEqual(['2 A1 甲 乙']);
    expect(interpret(both).rows[0]?.fields).toEqual([]);
    const alone = interpret(
      makeTable([
        ['序号', '名称', '单位'],
        [7, '甲', '乙'],
      ]),
    );
    expect(summarise(alone)).toEqual(['2 7 甲 乙']);
    expect(alone.notes).toMatchObject([{ kind: 'tables.serial-stands-in', column: 'A' }]);
  });

  test.each([
    ['talent', '工作单位'],
    ['college', '学校'],
    ['base', '依托单位'],
    ['building', '运营机构'],
  ] as const)('of a %s takes %s for a missing 申报单位', (kind, standIn) => {
    const result = interpret(
      makeTable([
        ['编号', '名称', standIn],
        ['1', '甲', '渝拟大学'],
      ]),
      { kind },
    );
    expect(summarise(result)).toEqual(['2 1 甲 渝拟大学']);
    expect(result.rows[0]?.fields).toMatchObject([{ value: '渝拟大学' }]);
  });
});
