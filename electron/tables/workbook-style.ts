import type { CellStyle } from 'hucre';
import type { WorkbookCell, WorkbookRole } from '#shared/tables/workbook.ts';

/** The face every Chinese office has; others fall back to their own serif face. */
export const defaultFont = { name: '宋体', size: 11 } as const;

const sizes: Readonly<Record<WorkbookRole, number>> = { title: 18, subtitle: 11, header: 11, body: 11, note: 10 };
const heights: Readonly<Record<WorkbookRole, number | null>> = {
  title: 36,
  subtitle: 20,
  header: null,
  body: null,
  note: null,
};
const headerFill = 'E7ECF5';
const line = { style: 'thin', color: { rgb: '808080' } } as const;

/** Height of a row in points; null lets the spreadsheet fit it to wrapped text. */
export function rowHeight(cells: readonly WorkbookCell[]): number | null {
  const [first] = cells;
  return first === undefined ? null : heights[first.role ?? 'body'];
}

/** Font, fill, border, alignment and number format of a cell by its role. */
export function styleCell(cell: WorkbookCell): CellStyle {
  const role = cell.role ?? 'body';
  const ruled = role === 'header' || role === 'body';
  const fill = cell.fill ?? (role === 'header' ? headerFill : null);
  const format = cell.format ?? (startsLikeFormula(cell.value) ? '@' : null);
  return {
    font: {
      ...defaultFont,
      size: sizes[role],
      bold: cell.bold ?? (role === 'title' || role === 'header'),
      ...(cell.color === undefined ? {} : { color: { rgb: cell.color } }),
    },
    alignment: { horizontal: cell.align ?? alignByContent(cell, role), vertical: 'center', wrapText: true },
    ...(ruled ? { border: { top: line, right: line, bottom: line, left: line } } : {}),
    ...(fill === null ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } }),
    ...(format === null ? {} : { numFmt: format }),
  };
}

function alignByContent(cell: WorkbookCell, role: WorkbookRole): 'left' | 'center' | 'right' {
  if (role === 'note') return 'left';
  if (role !== 'body') return 'center';
  const { value } = cell;
  const shown = typeof value === 'object' && value !== null ? value.result : value;
  return typeof shown === 'number' ? 'right' : 'left';
}

/** Such text is marked as text (format @), so that editing the cell does not turn it into a formula. */
function startsLikeFormula(value: WorkbookCell['value']): boolean {
  return typeof value === 'string' && /^\s*[=+\-@]/.test(value);
}
