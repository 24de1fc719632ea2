import { describe, expect, test } from 'vitest';
import { makeTable } from '../../fixtures/tables/make-table.ts';
import { head, interpret, kinds, rows } from './sample-candidates.ts';

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
