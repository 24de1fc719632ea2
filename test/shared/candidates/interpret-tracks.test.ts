import { describe, expect, test } from 'vitest';
import type { TableFile } from '#shared/tables/table.ts';
import { makeSheet, makeTable } from '../../fixtures/tables/make-table.ts';
import { head, interpret, kinds, rows, summarise, tracks } from './sample-candidates.ts';

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

  test('differing from the sheet’s name are taken from the row and flagged', () => {
    const sheets = [
      makeSheet(
        [
          [...head, '赛道'],
          ['1', '甲', '乙', '人工智能'],
        ],
        { name: '汽车软件' },
      ),
    ];
    const result = interpret({ name: 'a.xlsx', format: 'xlsx', sheets }, { kind: 'product', tracks });
    expect(result.rows[0]?.trackId).toBe('ai');
    expect(kinds(result)).toEqual(['candidates.track-differs-from-sheet 2D']);
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
