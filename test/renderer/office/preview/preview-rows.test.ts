import { describe, expect, it } from 'vitest';
import {
  changedCells,
  faultyKeys,
  filterRows,
  isRefused,
  listProblemLines,
  rowCells,
  rowFate,
} from '#renderer/office/preview/preview-rows.ts';
import type { ImportPreview, PreviewRow, ProblemView } from '#shared/ipc/office-views.ts';

const problem = (change: Partial<ProblemView>): ProblemView => ({
  sheet: '楼宇',
  row: 5,
  column: 'B',
  kind: 'candidates.name-missing',
  severity: 'row',
  detail: {},
  ...change,
});

const row = (id: string, change: Partial<PreviewRow> = {}): PreviewRow => ({
  id,
  sheet: '楼宇',
  row: 4,
  code: id,
  name: `楼宇 ${id}`,
  held: false,
  cells: [id, `楼宇 ${id}`, '1.2万'],
  problems: [],
  ...change,
});

const held = row('02', { held: true, problems: [problem({})] });
const warned = row('03', { problems: [problem({ column: 'D', severity: 'warning' })] });

const preview: ImportPreview = {
  id: 'p',
  fileName: '楼宇.xlsx',
  columns: [
    { key: 'code', label: '编号', known: true },
    { key: 'name', label: '名称', known: true },
    { key: '@D', label: '备注', known: false },
  ],
  rows: [row('01'), held, warned],
  problems: [],
  notes: [],
  layouts: [
    {
      sheet: '楼宇',
      headerRow: 3,
      columns: [
        { column: 'A', key: 'code', header: '项目编号', hidden: false },
        { column: 'B', key: 'name', header: '楼宇名称', hidden: false },
        { column: 'D', key: null, header: '备注', hidden: false },
      ],
    },
  ],
  takeable: 2,
  held: 1,
  warnings: 1,
};

describe('rows of a preview', () => {
  it('are taken, taken with a warning, or held', () => {
    expect(preview.rows.map(rowFate)).toEqual(['taken', 'held', 'warned']);
    expect(filterRows(preview.rows, 'held')).toEqual([held]);
    expect(filterRows(preview.rows, 'all')).toHaveLength(3);
  });

  it('are all refused together when the file itself has a fault', () => {
    expect(isRefused(preview)).toBe(false);
    expect(isRefused({ ...preview, problems: [problem({ severity: 'file', row: null, column: null })] })).toBe(true);
    expect(isRefused({ ...preview, rows: [row('01', { problems: [problem({ severity: 'file' })] })] })).toBe(true);
  });
});

describe('problems of a preview', () => {
  it('lead to the cell by the column letters of their sheet, also in extra columns', () => {
    expect(listProblemLines(preview).map(({ rowId, columnKey }) => [rowId, columnKey])).toEqual([
      ['02', 'name'],
      ['03', '@D'],
    ]);
  });

  it('stand in the order of their weight: the file, rows that are held, hints', () => {
    const whole = [
      problem({ row: null, column: null, severity: 'warning' }),
      problem({ row: null, column: null, severity: 'file' }),
    ];
    const lines = listProblemLines({ ...preview, rows: preview.rows.toReversed(), problems: whole });
    expect(lines.map(({ problem: { severity }, rowId }) => [severity, rowId])).toEqual([
      ['file', null],
      ['row', '02'],
      ['warning', null],
      ['warning', '03'],
    ]);
  });

  it('mark the cells of their row', () => {
    expect([...faultyKeys(preview, held).keys()]).toEqual(['name']);
    expect(faultyKeys(preview, row('04', { problems: [problem({ column: 'Z' })] })).size).toBe(0);
  });
});

it('sends only the cells that were changed while mending', () => {
  const before = rowCells(preview, held);
  expect(before).toEqual({ code: '02', name: '楼宇 02', '@D': '1.2万' });
  expect(changedCells(before, { ...before, name: '星澜数创大厦（示例）' })).toEqual({ name: '星澜数创大厦（示例）' });
});
