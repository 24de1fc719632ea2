import type { ColDef, ColGroupDef } from 'ag-grid-community';

type Column<Row> = ColDef<Row> | ColGroupDef<Row>;

/** Widths of columns are written for normal text; larger text gets wider columns, groups included. */
export function scaleColumns<Row>(columns: readonly Column<Row>[], factor: number): Column<Row>[] {
  return columns.map((column) =>
    'children' in column ? { ...column, children: scaleColumns(column.children, factor) } : scaleColumn(column, factor),
  );
}

function scaleColumn<Row>(column: ColDef<Row>, factor: number): ColDef<Row> {
  const scaled = { ...column };
  for (const key of ['width', 'minWidth', 'maxWidth', 'initialWidth'] as const) {
    const width = column[key];
    if (width !== undefined) scaled[key] = Math.round(width * factor);
  }
  return scaled;
}

/**
 * Columns stay pinned only as long as there is room left to scroll the others; the first ones first. (AG Grid would take
 * pins away by itself, and change the order of the columns with it.)
 * @param room pixels for pinned columns
 */
export function limitPins<Row>(columns: readonly Column<Row>[], room: number): Column<Row>[] {
  let left = room;
  return columns.map((column) => {
    if ('children' in column || (column.pinned ?? null) === null) return column;
    left -= column.width ?? 0;
    return left >= 0 ? column : { ...column, pinned: null };
  });
}
