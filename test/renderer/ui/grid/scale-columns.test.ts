import { expect, it } from 'vitest';
import { scaleColumns } from '#renderer/ui/grid/scale-columns.ts';

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
