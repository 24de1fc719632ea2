import type { ColDef } from 'ag-grid-community';
import { expect, it } from 'vitest';
import { limitPins, scaleColumns } from '#renderer/ui/grid/scale-columns.ts';

it('widens every column and the columns of groups, and leaves the rest as it is', () => {
  const columns = scaleColumns(
    [
      { field: 'name', width: 100, minWidth: 80, flex: 1 },
      { headerName: '专家', children: [{ field: 'total', width: 90 }, { field: 'note' }] },
    ],
    22 / 14,
  );
  expect(columns).toEqual([
    { field: 'name', width: 157, minWidth: 126, flex: 1 },
    { headerName: '专家', children: [{ field: 'total', width: 141 }, { field: 'note' }] },
  ]);
});

it('keeps the first columns pinned as long as there is room, and their order', () => {
  const columns: ColDef<unknown>[] = [
    { colId: 'rank', width: 80, pinned: 'left' },
    { colId: 'name', width: 300, pinned: 'left' },
    { colId: 'note', width: 10, pinned: 'left' },
    { colId: 'unit', width: 200 },
  ];
  expect(limitPins(columns, 400)).toEqual(columns);
  expect(
    limitPins(columns, 379).map((column) => [Reflect.get(column, 'colId'), Reflect.get(column, 'pinned')]),
  ).toEqual([
    ['rank', 'left'],
    ['name', null],
    ['note', null],
    ['unit', undefined],
  ]);
});
