import { fc, test as property } from '#test/pipeline/seeded.ts';
import { expect, test } from 'vitest';
import { candidateSchema } from '#shared/candidates/candidate.ts';
import { makeTable } from '../../fixtures/tables/make-table.ts';
import { head, interpret, rows } from './sample-candidates.ts';

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
