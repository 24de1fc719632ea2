import { fc, test as property } from '#test/pipeline/seeded.ts';
import { describe, expect, test } from 'vitest';
import type { FieldDefinition, FieldType } from '#shared/tables/field.ts';
import { readField } from '#shared/tables/read-field.ts';
import { showCell } from '#shared/tables/show-cell.ts';
import type { TableCell } from '#shared/tables/table.ts';

function read(type: FieldType, cell: TableCell | string, unit: string | null = null, plausible?: [number, number]) {
  const definition: FieldDefinition = {
    key: 'k',
    zh: '列',
    en: 'Column',
    type,
    synonyms: [],
    forExperts: true,
    ...(plausible ? { plausible } : {}),
  };
  const written: TableCell = typeof cell === 'string' ? { kind: 'text', text: cell } : cell;
  const { value, faults } = readField(definition, written, showCell(written), unit);
  return [value, ...faults.map(({ kind }) => kind.replace('tables.', ''))];
}

const number = (value: number, format: string | null = null): TableCell => ({ kind: 'number', value, format });

describe('an area', () => {
  test.each([
    ['3.2', '万m2', '32000'],
    ['3.2万㎡', null, '32000'],
    ['45000㎡', '万m2', '45000'],
    ['4.5 万平方米', 'm2', '45000'],
    ['１，２３４．５', null, '1234.5'],
    ['2公顷', null, '20000'],
    ['3亩', null, '2000'],
    ['1 200平米', null, '1200'],
    ['0.000123456789万㎡', null, '1.23456789'],
  ])('%s under a header in %s is %s ㎡', (text, unit, value) => {
    expect(read('area', text, unit)).toEqual([value]);
  });

  test('stored as a number keeps the digits that the spreadsheet shows', () => {
    expect(read('area', number(0.1 + 0.2), '万m2')).toEqual(['3000']);
    expect(read('area', number(1.1), '万m2')).toEqual(['11000']);
  });

  test('takes its unit from the number format, unless that scales what it shows', () => {
    expect(read('area', number(3.2, '0.00"万㎡"'))).toEqual(['32000']);
    expect(read('area', number(32000, '0.00,"万㎡"'))).toEqual(['32000']);
  });

  test('without a unit of its own is flagged when it is implausible', () => {
    expect(read('area', '3.2', null, [100, 5_000_000])).toEqual(['3.2', 'figure-implausible']);
    expect(read('area', '32000', '万m2', [100, 5_000_000])).toEqual(['320000000', 'figure-implausible']);
    expect(read('area', '3.2㎡', null, [100, 5_000_000])).toEqual(['3.2']);
  });

  test.each(['约3万', '3万元', '1,23', '三万㎡', '3-4万㎡', '12.5%'])('%s is no area and keeps its words', (text) => {
    expect(read('area', text)).toEqual([text, 'number-unreadable']);
  });
});

describe('money', () => {
  test.each([
    ['1,250.5', null, '1250.5'],
    ['12.5亿元', null, '125000'],
    ['800000元', null, '80'],
    ['￥800000', '元', '80'],
    ['（5.2）', null, '-5.2'],
    ['-3万元', '元', '-3'],
    ['人民币 3 千万元', null, '3000'],
  ])('%s under a header in %s is %s 万元', (text, unit, value) => {
    expect(read('money', text, unit)).toEqual([value]);
  });
});

describe('a percentage', () => {
  test('is kept as a number of per cent', () => {
    expect(read('percent', number(0.125, '0.0%'))).toEqual(['12.5']);
    expect(read('percent', '１２．５％')).toEqual(['12.5']);
    expect(read('percent', '12.5', '%')).toEqual(['12.5']);
    expect(read('percent', '125‰')).toEqual(['12.5']);
    expect(read('percent', number(0.5), '%')).toEqual(['0.5']);
  });

  test('that may be a fraction is flagged', () => {
    expect(read('percent', number(0.125))).toEqual(['0.125', 'figure-implausible']);
    expect(read('percent', number(0))).toEqual(['0']);
  });
});

describe('a count', () => {
  test.each([
    ['56家', '56'],
    ['1.2万人', '12000'],
    ['0', '0'],
  ])('%s is %s', (text, value) => {
    expect(read('count', text)).toEqual([value]);
  });

  test('in scientific notation has lost digits', () => {
    expect(read('count', '1.2E+05')).toEqual(['', 'digits-lost']);
  });
});

test.each(['', ' ', '/', '／', '—', '——', '-', '无', '暂无', 'N/A'])(
  '%j is not filled in: neither 0 nor 否',
  (text) => {
    for (const type of ['count', 'area', 'yes-no', 'date', 'text', 'code', 'line'] as const)
      expect(read(type, text)).toEqual(['']);
  },
);

describe('a date', () => {
  test.each([
    ['1985-03', '1985-03'],
    ['1985年3月', '1985-03'],
    ['1985.3', '1985-03'],
    ['１９８５．１０', '1985-10'],
    ['198503', '1985-03'],
    ['1985/3/2', '1985-03-02'],
    ['1985 年 3 月 2 日', '1985-03-02'],
    ['19850302', '1985-03-02'],
    ['1985', '1985'],
    ['2023-05-01T00:00:00', '2023-05-01'],
  ])('%s keeps its precision as %s', (text, value) => {
    expect(read('date', text)).toEqual([value]);
  });

  test('of a date cell shows a month when its format does', () => {
    expect(read('date', { kind: 'date', iso: '1985-03-01', month: true })).toEqual(['1985-03']);
    expect(read('date', { kind: 'date', iso: '1985-03-01', month: false })).toEqual(['1985-03-01']);
  });

  test('whose format was lost is read from its serial number', () => {
    expect(read('date', number(31107))).toEqual(['1985-03-01']);
  });

  test('1985.1 as a number may be January or October', () => {
    expect(read('date', number(1985.1))).toEqual(['', 'date-ambiguous']);
    expect(read('date', number(1985.1, '0.00'))).toEqual(['1985-10']);
    expect(read('date', number(1985.3))).toEqual(['1985-03']);
  });

  test.each(['1985-13', '1985-02-30', '85.03', '改革开放初', '3月'])('%s is none and keeps its words', (text) => {
    expect(read('date', text)).toEqual([text, 'date-unreadable']);
  });
});

test('yes and no are read in the words offices use', () => {
  for (const word of ['是', '√', 'Y', '有', '1']) expect(read('yes-no', word)).toEqual(['是']);
  for (const word of ['否', '×', 'n', '0']) expect(read('yes-no', word)).toEqual(['否']);
  expect(read('yes-no', { kind: 'boolean', value: false })).toEqual(['否']);
  expect(read('yes-no', '待定')).toEqual(['待定', 'yes-no-unclear']);
});

describe('a code', () => {
  test('is plain, without white space, and keeps its leading zeros', () => {
    expect(read('code', ' ＤＹ－０ １ ')).toEqual(['DY-01']);
    expect(read('code', number(1, '000'))).toEqual(['001']);
    expect(read('code', number(12, '"A"000'))).toEqual(['A012']);
    expect(read('code', number(13800000000))).toEqual(['13800000000']);
  });

  test('beyond 15 digits, or in scientific notation, has lost digits', () => {
    expect(read('code', number(5.001012099010112e17))).toEqual(['', 'digits-lost']);
    expect(read('code', '5.00101E+17')).toEqual(['', 'digits-lost']);
    expect(read('code', '500101209901011230')).toEqual(['500101209901011230']);
  });
});

test('a formula without its result and an error count as not filled in', () => {
  expect(read('text', { kind: 'formula' })).toEqual(['', 'formula-without-value']);
  expect(read('money', { kind: 'error', text: '#REF!' })).toEqual(['', 'formula-error']);
});

test('a number in a field of words shows its decimals and per cent as the cell does', () => {
  expect(read('line', number(1, '0.0'))).toEqual(['1.0']);
  expect(read('text', number(0.125, '0.00%'))).toEqual(['12.50%']);
  expect(read('text', number(1234567.5))).toEqual(['1234567.5']);
});

property.prop([fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 })])(
  'a decimal figure comes out exactly, whether typed or stored as a number, in any unit',
  (digits, decimals) => {
    const typed = (digits / 10 ** decimals).toFixed(decimals);
    const [wan] = read('money', `${typed}亿元`);
    const [stored] = read('money', number(Number(typed)), '亿元');
    expect(stored).toBe(wan);
    expect(Number(wan)).toBeCloseTo(Number(typed) * 10_000, 4);
    expect(wan).toMatch(/^-?\d+$/);
  },
);

property.prop([
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom<FieldType>('area', 'money', 'percent', 'count', 'date', 'yes-no', 'code', 'line', 'text'),
])('any text is read, blank or flagged, and never throws', (text, type) => {
  const [value, ...faults] = read(type, text);
  expect(value).toBe(value?.normalize('NFC'));
  expect(faults.length).toBeLessThanOrEqual(1);
});
