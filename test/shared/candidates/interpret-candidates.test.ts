import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { candidateSchema } from '#shared/candidates/candidate.ts';
import { interpretCandidates } from '#shared/candidates/interpret-candidates.ts';
import type { CandidatesContext, CandidatesInterpretation } from '#shared/candidates/interpreted-candidate.ts';
import type { TableFile } from '#shared/tables/table.ts';
import { makeCsv, makeSheet, makeTable, type Written } from '../../fixtures/tables/make-table.ts';

const oneTrack = [{ id: 'all', name: '示范楼宇' }];
const tracks = [
  { id: 'industry', name: '工业软件' },
  { id: 'car', name: '汽车软件' },
  { id: 'ai', name: '人工智能' },
];

function interpret(table: TableFile, more: Partial<CandidatesContext> = {}): CandidatesInterpretation {
  return interpretCandidates(table, {
    kind: 'building',
    mode: 'official',
    tracks: oneTrack,
    chosenTrack: null,
    ...more,
  });
}

function summarise({ rows }: CandidatesInterpretation): string[] {
  return rows.map(({ row, code, name, unit, taken }) => `${row} ${code} ${name} ${unit}${taken ? '' : ' (held)'}`);
}

function kinds({ problems }: CandidatesInterpretation): string[] {
  return problems.map(
    ({ kind, row, column }) => `${kind}${row === null ? '' : ` ${row}`}${column === null ? '' : `${column}`}`,
  );
}

const head = ['编号', '名称', '申报单位'];
const rows = (...data: Written[][]): TableFile => makeTable([head, ...data]);

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

describe('证件号', () => {
  const identity = '110101209901010017';

  test('is masked in fields and cells, and plain only among what is sealed', () => {
    const { rows: found } = interpret(
      makeTable([
        [...head, '身份证号码', '法人身份证'],
        ['1', '甲', '乙', identity, identity],
      ]),
      { kind: 'talent' },
    );
    expect(found[0]?.sealed).toEqual({ identityNumber: identity, '@E': identity });
    expect(JSON.stringify({ ...found[0], sealed: null })).not.toContain(identity);
    expect(found[0]?.fields).toMatchObject([
      { key: 'identityNumber', value: '110***********0017', sealed: true, forExperts: false },
      { key: null, value: '110***********0017', sealed: true, forExperts: false },
    ]);
  });

  test('is masked wherever else it stands, and said', () => {
    const result = interpret(
      makeTable([
        [...head, '备注'],
        ['1', '甲', '乙', `联系 ${identity} 本人`],
      ]),
    );
    expect(kinds(result)).toEqual(['tables.identity-masked 2D']);
    expect(JSON.stringify(result)).not.toContain(identity);
  });

  test('as code or name holds the row', () => {
    const result = interpret(rows([identity, '甲', '乙']));
    expect(result.rows[0]?.taken).toBe(false);
    expect(JSON.stringify(result)).not.toContain(identity);
  });

  test('unchanged in a mended row keeps its plain form', () => {
    const table = makeTable([
      [...head, '身份证号码'],
      [null, '甲', '乙', identity],
    ]);
    const mends = [{ sheet: 'Sheet1', row: 2, cells: { code: '1', identityNumber: '110***********0017' } }];
    expect(interpret(table, { mends }).rows[0]?.sealed).toEqual({ identityNumber: identity });
  });
});

describe('统一社会信用代码', () => {
  const table = makeTable([
    [...head, '统一社会信用代码'],
    ['1', '甲', '乙', '91500000MA00000001'],
    ['2', '丙', '丁', '91500000MA00000008'],
    ['3', '戊', '己', '9150'],
  ]);

  test('with a wrong check character is a warning in official rounds', () => {
    expect(kinds(interpret(table))).toEqual(['candidates.credit-code-check 2D', 'candidates.credit-code-malformed 4D']);
  });

  test('and silent in demo rounds', () => {
    expect(kinds(interpret(table, { mode: 'demo' }))).toEqual(['candidates.credit-code-malformed 4D']);
  });
});

describe('tracks', () => {
  const withTrack = (...names: (string | null)[]): TableFile =>
    makeTable([[...head, '赛道'], ...names.map((name, index) => [String(index + 1), `品${index}`, '乙', name])]);

  test('are named by a column, with or without 类 and 软件', () => {
    const result = interpret(withTrack('工业软件', '人工智能类', '汽车', ' 人工 智能 '), { kind: 'product', tracks });
    expect(result.rows.map(({ trackId }) => trackId)).toEqual(['industry', 'ai', 'car', 'ai']);
  });

  test('that are unknown or missing hold their rows', () => {
    const result = interpret(withTrack('区块链', null), { kind: 'product', tracks });
    expect(kinds(result)).toEqual(['candidates.track-unknown 2D', 'candidates.track-missing 3']);
    expect(result.rows.some(({ taken }) => taken)).toBe(false);
  });

  test('contradicting the one chosen for the file refuse it', () => {
    const result = interpret(withTrack('工业软件', '人工智能'), { kind: 'product', tracks, chosenTrack: 'industry' });
    expect(kinds(result)).toEqual(['candidates.track-contradiction 3D']);
    expect(result.problems[0]?.severity).toBe('file');
    expect(result.rows.some(({ taken }) => taken)).toBe(false);
  });

  test('are taken from the chosen one, from headings, from sheet names, or from the only one', () => {
    const chosen = interpret(rows(['1', '甲', '乙']), { kind: 'product', tracks, chosenTrack: 'car' });
    expect(chosen.rows[0]?.trackId).toBe('car');
    const headed = interpret(rows(['一、工业软件（2个）'], ['1', '甲', '乙'], ['二、人工智能'], ['2', '丙', '丁']), {
      kind: 'product',
      tracks,
    });
    expect(headed.rows.map(({ trackId }) => trackId)).toEqual(['industry', 'ai']);
    const sheets = ['人工智能', '汽车软件类'].map((name, index) =>
      makeSheet([head, [String(index), '甲', `单位${index}`]], { name }),
    );
    const named = interpret({ name: 'a.xlsx', format: 'xlsx', sheets }, { kind: 'product', tracks });
    expect(named.rows.map(({ trackId, taken }) => [trackId, taken])).toEqual([
      ['ai', true],
      ['car', true],
    ]);
    expect(named.notes).toMatchObject([{ kind: 'tables.several-sheets', detail: { count: 2 } }]);
    expect(interpret(rows(['1', '甲', '乙'])).rows[0]?.trackId).toBe('all');
  });

  test('may be named by 类别 when there is no 赛道; else 类别 is a field', () => {
    const table = makeTable([
      [...head, '类别'],
      ['1', '甲', '乙', '人工智能'],
    ]);
    const used = interpret(table, { kind: 'product', tracks });
    expect(used.rows[0]).toMatchObject({ trackId: 'ai', fields: [] });
    expect(used.notes).toMatchObject([{ kind: 'candidates.category-as-track' }]);
    expect(interpret(table).rows[0]?.fields).toMatchObject([{ key: 'category', value: '人工智能' }]);
  });
});

describe('several sheets', () => {
  test('without a complete header, and hidden ones, are named and not read', () => {
    const sheets = [
      makeSheet([['一、填写说明']], { name: '说明' }),
      makeSheet([head, ['1', '甲', '乙']], { name: '名单' }),
      makeSheet([head, ['2', '丙', '丁']], { name: '上年', hidden: true }),
      makeSheet([], { name: '空' }),
    ];
    const result = interpret({ name: 'a.xlsx', format: 'xlsx', sheets });
    expect(summarise(result)).toEqual(['2 1 甲 乙']);
    expect(result.problems.map(({ kind, sheet }) => `${kind} ${sheet}`)).toEqual([
      'tables.sheet-skipped 说明',
      'tables.hidden-sheet-skipped 上年',
    ]);
  });

  test('with equal codes hold the later one and name the sheet of the first', () => {
    const sheets = ['甲表', '乙表'].map((name) => makeSheet([head, ['1', name, '乙']], { name }));
    const result = interpret({ name: 'a.xlsx', format: 'xlsx', sheets });
    expect(result.problems).toMatchObject([
      { kind: 'candidates.code-repeated', sheet: '乙表', row: 2, detail: { first: '甲表!2' } },
    ]);
  });
});

test('a name that looks like a formula, and one with rare characters, stay as written', () => {
  const result = interpret(rows(['1', "=cmd|'/c calc'!A1", '乙'], ['2', '𠮷野软件（示例）', '渝拟﹡公司']));
  expect(result.rows.map(({ name }) => name)).toEqual(["=cmd|'/c calc'!A1", '𠮷野软件（示例）']);
});

test('a unit in the title lines holds for columns without one', () => {
  const table = makeTable([
    ['金额单位：亿元，面积单位：万平方米'],
    [...head, '软件收入', '建筑面积', '研发投入（元）'],
    ['1', '甲', '乙', '1.5', '3', '20000'],
  ]);
  expect(interpret(table).rows[0]?.fields.map(({ value }) => value)).toEqual(['15000', '30000', '20000']);
});

property.prop([
  fc.array(
    fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.double({ noNaN: true }), fc.constant(null)), {
      maxLength: 6,
    }),
    { maxLength: 12 },
  ),
])('whatever stands in a sheet, rows that are taken fit a package', (data) => {
  const table = makeTable([['编号', '名称', '申报单位', '建筑面积', '其他', '出生年月'], ...data]);
  const { rows: found } = interpret(table);
  for (const row of found.filter(({ taken }) => taken)) {
    const fields = row.fields.map(({ key, label, value }) => ({ key, label, value }));
    const id = '01900000-0000-7000-8000-000000000000';
    const { code, name, unit, trackId } = row;
    expect(candidateSchema.safeParse({ id, code, name, unit, trackId, fields, dossiers: [] }).error).toBeUndefined();
  }
});
