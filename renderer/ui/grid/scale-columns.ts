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
