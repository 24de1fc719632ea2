import { describe, expect, test } from 'vitest';
import { makeCsv, makeSheet, makeTable, type Written } from '../../fixtures/tables/make-table.ts';
import { head, interpret, kinds, rows, summarise } from './sample-candidates.ts';

describe('rows that are no data', () => {
  test('totals, means, notes and repeated headers are noted and left out', () => {
    const result = interpret(
      rows(
        ['1', '甲', '乙'],
        ['小 计', null, null, 3],
        head,
        ['2', '丙', '丁'],
        [null, '合计', null, 5],
        ['平均值', null, null, 5],
        ['注：面积以产权证为准'],
        ['填表人：张拟真', null, '审核人：李拟定'],
      ),
    );
    expect(summarise(result)).toEqual(['2 1 甲 乙', '5 2 丙 丁']);
    expect(result.notes.map(({ kind, row }) => `${kind} ${row}`)).toEqual([
      'tables.total-skipped 3',
      'tables.header-repeated 4',
      'tables.total-skipped 6',
      'tables.total-skipped 7',
      'tables.note-skipped 8',
      'tables.note-skipped 9',
    ]);
  });

  test('a candidate whose name begins with 合计 or 注 is data', () => {
    expect(summarise(interpret(rows(['1', '合计科技大厦', '乙'], ['2', '注：册大厦', '丁'])))).toHaveLength(2);
  });

  test('rows numbered in advance and left empty are passed over', () => {
    const table = makeTable([
      ['序号', '名称', '单位'],
      [1, '甲', '乙'],
      [2, null, null],
      [3, null, null],
    ]);
    expect(summarise(interpret(table))).toEqual(['2 1 甲 乙']);
  });
});

describe('rows with faults', () => {
  test('without code, name or unit are held, the others can be taken', () => {
    const result = interpret(rows([null, '甲', '乙'], ['2', null, '乙'], ['3', '丙', '/'], ['4', '丁', '戊']));
    expect(summarise(result)).toEqual(['2  甲 乙 (held)', '3 2  乙 (held)', '4 3 丙  (held)', '5 4 丁 戊']);
    expect(kinds(result)).toEqual([
      'candidates.code-missing 2A',
      'candidates.name-missing 3B',
      'candidates.unit-missing 4C',
    ]);
  });

  test('without a unit take what stands in for it; one that is too long is held', () => {
    const table = makeTable([
      [...head, '运营机构'],
      ['1', '甲', '', '渝拟运营公司'],
      ['2', '丙', '', '长'.repeat(121)],
    ]);
    const result = interpret(table);
    expect(result.rows.map(({ unit, taken }) => [unit.slice(0, 6), taken])).toEqual([
      ['渝拟运营公司', true],
      ['长长长长长长', false],
    ]);
    expect(kinds(result)).toEqual(['candidates.unit-too-long 3C']);
  });

  test('of two equal codes the first is taken, the later held, whatever their width and case', () => {
    const result = interpret(rows(['a1', '甲', '乙'], ['Ａ １', '丙', '丁'], ['a1 ', '戊', '己']));
    expect(result.rows.map(({ taken }) => taken)).toEqual([true, false, false]);
    expect(result.problems[0]).toMatchObject({
      kind: 'candidates.code-repeated',
      row: 3,
      column: 'A',
      detail: { first: '2' },
    });
  });

  test('the same name and unit under another code is a warning', () => {
    const result = interpret(rows(['1', '甲', '乙'], ['2', '甲', '乙'], ['3', '甲', '丙']));
    expect(result.rows.every(({ taken }) => taken)).toBe(true);
    expect(kinds(result)).toEqual(['candidates.name-repeated 3B']);
  });

  test('a code that the round has already is held', () => {
    const existing = [{ code: '1', name: '甲', unit: '乙' }];
    expect(kinds(interpret(rows(['1', '丙', '丁'], ['2', '戊', '己']), { existing }))).toEqual([
      'candidates.code-exists 2A',
    ]);
  });

  test('a text longer than a package carries is held, never cut', () => {
    const result = interpret(
      makeTable([
        [...head, '地址', '推荐意见'],
        ['1', '甲'.repeat(121), '乙', '', ''],
        ['2', '丙', '丁', '路'.repeat(5001), ''],
        ['3', '戊', '己', '', '好'.repeat(3000)],
      ]),
    );
    expect(result.rows.map(({ taken }) => taken)).toEqual([false, false, true]);
    expect(kinds(result)).toEqual(['tables.text-too-long 2B', 'tables.text-too-long 3D']);
    expect(result.rows[2]?.fields[0]?.value).toHaveLength(3000);
  });

  test('can be mended: the typed text goes through the same rules', () => {
    const table = rows([null, '甲', '乙'], ['2', '丙', '丁']);
    const mended = interpret(table, {
      mends: [{ sheet: 'Sheet1', row: 2, cells: { code: ' １ ', floorArea: '3万㎡' } }],
    });
    expect(summarise(mended)).toEqual(['2 1 甲 乙', '3 2 丙 丁']);
    expect(mended.rows[0]?.fields).toMatchObject([{ key: 'floorArea', value: '30000', column: null }]);
    const again = interpret(table, { mends: [{ sheet: 'Sheet1', row: 2, cells: { code: '2' } }] });
    expect(again.rows.map(({ taken }) => taken)).toEqual([true, false]);
  });

  test('a long record of a CSV costs only itself', () => {
    const result = interpret(
      makeCsv([head, ['1', '甲', '乙'], ['2', '丙', '丁', '多'], ['3', '戊'], ['4', '己', '庚', '']]),
    );
    expect(summarise(result)).toEqual(['2 1 甲 乙', '3 2 丙 丁 (held)', '4 3 戊  (held)', '5 4 己 庚']);
    expect(kinds(result)).toEqual(['tables.long-row 3', 'candidates.unit-missing 4C']);
  });
});

describe('merged cells', () => {
  test('a value merged over several rows holds for each', () => {
    const table = makeTable(
      [
        [...head, '推荐区县'],
        ['1', '甲', '乙', '渝中区'],
        ['2', '丙', '乙', null],
        ['3', '丁', '乙', null],
      ],
      {
        merges: [{ firstRow: 2, lastRow: 3, firstColumn: 3, lastColumn: 3 }],
      },
    );
    expect(interpret(table).rows.map(({ fields }) => fields.map(({ value }) => value).join())).toEqual([
      '渝中区',
      '渝中区',
      '',
    ]);
  });

  test('in five thousand rows give each row its district', () => {
    const count = 5000;
    const data = Array.from({ length: count }, (_, row): Written[] => [
      `B${row}`,
      `楼宇${row}`,
      `单位${row}`,
      row % 10 === 0 ? `区县${row / 10}` : null,
    ]);
    const merges = Array.from({ length: count / 10 }, (_, group) => ({
      firstRow: group * 10 + 2,
      lastRow: group * 10 + 11,
      firstColumn: 3,
      lastColumn: 3,
    }));
    const result = interpret(makeTable([[...head, '推荐区县'], ...data], { merges }));
    expect(result.problems).toEqual([]);
    expect(result.rows.filter(({ taken }) => taken)).toHaveLength(count);
    expect(result.rows[4999]?.fields).toMatchObject([{ key: 'district', value: '区县499' }]);
  });

  test('a candidate over two rows is taken with the first and the second shown', () => {
    const merges = [0, 1, 2].map((column) => ({ firstRow: 2, lastRow: 3, firstColumn: column, lastColumn: column }));
    const table = makeTable(
      [
        [...head, '地址'],
        ['1', '甲', '乙', '一号'],
        [null, null, null, '二号'],
        ['2', '丙', '丁', '三号'],
      ],
      { merges },
    );
    const result = interpret(table);
    expect(result.rows.map(({ taken }) => taken)).toEqual([true, false, true]);
    expect(kinds(result)).toEqual(['candidates.merged-row 3A']);
  });
});

describe('hidden parts', () => {
  test('are read, said, and kept from experts', () => {
    const table = makeTable(
      [
        [...head, '地址', '租金'],
        ['1', '甲', '乙', '一号', '30'],
      ],
      { hiddenColumns: [4] },
    );
    const result = interpret(table);
    expect(result.problems).toMatchObject([
      { kind: 'tables.hidden-columns', severity: 'warning', detail: { columns: 'E（租金）' } },
    ]);
    expect(result.rows[0]?.fields.map(({ value, forExperts }) => [value, forExperts])).toEqual([
      ['一号', true],
      ['30', false],
    ]);
  });

  test('rows too', () => {
    const sheet = makeSheet([head, ['1', '甲', '乙']]);
    const hidden = { ...sheet, rows: sheet.rows.map((row) => ({ ...row, hidden: row.number === 2 })) };
    const result = interpret({ name: 'a.xlsx', format: 'xlsx', sheets: [hidden] });
    expect(kinds(result)).toEqual(['tables.hidden-rows']);
    expect(result.rows[0]?.taken).toBe(true);
  });
});

describe('unknown columns', () => {
  test('with a header longer than a label are kept whole under a shortened one, and that is said', () => {
    const result = interpret(
      makeTable([
        [...head, '长'.repeat(90)],
        ['1', '甲', '乙', '值'],
      ]),
    );
    expect(result.rows[0]?.fields).toMatchObject([{ label: `${'长'.repeat(79)}…`, value: '值' }]);
    expect(kinds(result)).toEqual(['tables.header-too-longD']);
  });

  test('are kept under their own header; what looks private stays with the office', () => {
    const table = makeTable([
      [...head, '获批文号', '负责人邮箱', null],
      ['1', '甲', '乙', '渝〔2099〕1号', 'a@example.com', '散落的字'],
    ]);
    const result = interpret(table);
    expect(result.rows[0]?.fields.map(({ key, label, value, forExperts }) => [key, label, value, forExperts])).toEqual([
      [null, '获批文号', '渝〔2099〕1号', true],
      [null, '负责人邮箱', 'a@example.com', false],
      [null, '列 F', '散落的字', true],
    ]);
    expect(kinds(result)).toEqual(['tables.column-without-headerF']);
  });

  test('beyond two hundred refuse the file', () => {
    const extra = Array.from({ length: 201 }, (_, index) => `列${index}`);
    expect(
      kinds(
        interpret(
          makeTable([
            [...head, ...extra],
            ['1', '甲', '乙', ...extra.map(() => '值')],
          ]),
        ),
      ),
    ).toEqual(['tables.too-many-columns']);
  });

  test('of the same meaning as an earlier one are kept and flagged', () => {
    const result = interpret(
      makeTable([
        [...head, '楼宇名称'],
        ['1', '甲', '乙', '丙'],
      ]),
    );
    expect(kinds(result)).toEqual(['tables.column-twiceD']);
    expect(summarise(result)).toEqual(['2 1 甲 乙']);
  });
});
