import type { WorkbookCell, WorkbookRow } from '#shared/tables/workbook.ts';

/** Points that a line of 11-point text takes, and what surrounds the lines of a row. */
const lineHeight = 15;
const padding = 9;

/**
 * Gives a row the height that its wrapped text needs: spreadsheets do not fit rows of a file they did not write.
 * @param widths of the columns, in characters
 */
export function fitHeight(cells: readonly WorkbookCell[], widths: readonly number[]): WorkbookRow {
  let column = 0;
  const lines = cells.map((cell) => {
    const across = cell.across ?? 1;
    const width = widths.slice(column, column + across).reduce((sum, one) => sum + one, 0);
    column += across;
    return countLines(cell.value, width);
  });
  return { cells, height: Math.max(...lines) * lineHeight + padding };
}

/** How many lines a value takes in a column. */
export function countLines(value: WorkbookCell['value'], width: number): number {
  if (typeof value !== 'string') return 1;
  return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / width)), 0);
}

/** Width in characters of Latin text: East Asian ones are not quite twice as wide. */
function textWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2000' ? 1.8 : 1), 0);
}
