import { cleanLine, foldText } from './clean.ts';
import { matchHeader, type HeaderIndex, type HeaderMatch } from './header-text.ts';
import { showCell } from './show-cell.ts';
import type { TableRow, TableSheet } from './table.ts';

/** One column of a sheet under its header. */
export type HeaderColumn = {
  /** 0-based. */
  readonly index: number;
  readonly match: HeaderMatch | null;
  /** An earlier column has the same meaning already, so this one is an extra. */
  readonly repeats: boolean;
  /** The header as written, behind its group header and a dot; empty when the column has none. */
  readonly header: string;
};

/** Where a sheet's header stands and what its columns mean. Rows 1-based, both ends inside. */
export type Header = { readonly firstRow: number; readonly lastRow: number; readonly columns: readonly HeaderColumn[] };

/** Title lines above a header are few: it has to begin within the first rows. */
const lastStart = 20;
const deepest = 3;

/**
 * Finds the header: the one to three rows among the first twenty whose cells name most known fields.
 * At least two fields have to be named, one of them among `anchors`.
 */
export function findHeader(sheet: TableSheet, index: HeaderIndex, anchors: readonly string[]): Header | null {
  const grid = makeGrid(sheet);
  let best: { readonly header: Header; readonly score: number } | null = null;
  for (const start of grid.rows.filter(({ number }) => number <= lastStart)) {
    for (let depth = 1; depth <= deepest; depth += 1) {
      const lastRow = start.number + depth - 1;
      if (depth > 1 && !continuesHeader(grid, start.number, lastRow)) break;
      const header = { firstRow: start.number, lastRow, columns: readColumns(grid, start.number, lastRow, index) };
      // Of equal ones the flatter wins: a title merged over the header is no group header.
      const score = scoreHeader(header, anchors) - depth / 10;
      if (score > (best?.score ?? 1)) best = { header, score };
    }
  }
  return best?.header ?? null;
}

function scoreHeader({ columns }: Header, anchors: readonly string[]): number {
  const keys = new Set(columns.flatMap(({ match }) => (match === null ? [] : [match.definition.key])));
  return anchors.some((anchor) => keys.has(anchor)) ? keys.size : 0;
}

/** The head of a sheet with its merges: what stands in a place, and the range that covers it. */
type Grid = {
  readonly rows: readonly TableRow[];
  readonly width: number;
  readonly textAt: (row: number, column: number) => string;
  readonly rangeAt: (row: number, column: number) => TableSheet['merges'][number] | null;
};

function makeGrid({ rows, merges }: TableSheet): Grid {
  const head = rows.filter(({ number }) => number <= lastStart + deepest);
  const byNumber = new Map(head.map((row) => [row.number, row]));
  const near = merges.filter(({ firstRow }) => firstRow <= lastStart + deepest);
  return {
    rows: head,
    width: head.reduce((width, { cells }) => Math.max(width, cells.length), 0),
    textAt: (row, column) => showCell(byNumber.get(row)?.cells[column] ?? null),
    rangeAt: (row, column) =>
      near.find(
        (range) =>
          range.firstRow <= row && row <= range.lastRow && range.firstColumn <= column && column <= range.lastColumn,
      ) ?? null,
  };
}

/**
 * Whether the row belongs to the header that begins at `first`: some cell above is merged down into it or across
 * over several of its texts; or, without merges, its texts stand only where the row above leaves room.
 */
function continuesHeader(grid: Grid, first: number, row: number): boolean {
  const columns = Array.from({ length: grid.width }, (_, column) => column);
  const filled = columns.filter((column) => grid.textAt(row, column) !== '');
  if (filled.length === 0 || filled.some((column) => /^\d/.test(grid.textAt(row, column)))) return false;
  const merged = columns.map((column) => grid.rangeAt(row - 1, column)).filter((range) => range !== null);
  if (merged.some((range) => range.firstRow >= first && range.lastRow >= row && range.lastRow > range.firstRow))
    return true;
  if (merged.some((range) => range.lastRow === row - 1 && countFilled(filled, range) > 1)) return true;
  const loose = filled.filter((column) => grid.textAt(row - 1, column) === '');
  return loose.length > 0 && grid.textAt(row, 0) === '' && grid.textAt(row - 1, 0) !== '';
}

function countFilled(filled: readonly number[], range: { firstColumn: number; lastColumn: number }): number {
  return filled.filter((column) => column >= range.firstColumn && column <= range.lastColumn).length;
}

function readColumns(grid: Grid, firstRow: number, lastRow: number, index: HeaderIndex): HeaderColumn[] {
  const columns: HeaderColumn[] = [];
  const taken = new Set<string>();
  for (let column = 0; column < grid.width; column += 1) {
    const own = ownText(grid, firstRow, lastRow, column);
    const groups = groupTexts(grid, firstRow, own.row, column);
    const group = groups.at(-1) ?? '';
    const found = own.text === '' ? null : (matchHeader(index, group, own.text) ?? matchHeader(index, '', own.text));
    const repeats = found !== null && taken.has(found.definition.key);
    if (found !== null) taken.add(found.definition.key);
    columns.push({
      index: column,
      match: repeats ? null : found,
      repeats,
      header: [...groups, own.text].map(cleanLine).filter(Boolean).join('·'),
    });
  }
  return columns;
}

/** The lowest text of a column within the header, through ranges merged downwards. */
function ownText(grid: Grid, firstRow: number, lastRow: number, column: number): { text: string; row: number } {
  for (let row = lastRow; row >= firstRow; row -= 1) {
    const range = grid.rangeAt(row, column);
    const origin = range === null || range.lastColumn > range.firstColumn ? row : Math.max(range.firstRow, firstRow);
    const text = grid.textAt(origin, column);
    if (text !== '') return { text, row: origin };
  }
  return { text: '', row: lastRow };
}

/** The group headers over a cell, from the top: merged across, or written at the left end of empty places. */
function groupTexts(grid: Grid, firstRow: number, ownRow: number, column: number): string[] {
  const groups: string[] = [];
  for (let row = firstRow; row < ownRow; row += 1) {
    const range = grid.rangeAt(row, column);
    const text = range === null ? textToTheLeft(grid, row, column) : grid.textAt(range.firstRow, range.firstColumn);
    if (text !== '' && foldText(text) !== foldText(groups.at(-1) ?? '')) groups.push(text);
  }
  return groups;
}

function textToTheLeft(grid: Grid, row: number, column: number): string {
  for (let left = column; left >= 0; left -= 1) {
    const text = grid.textAt(row, left);
    if (text !== '' || grid.rangeAt(row, left) !== null) return text;
  }
  return '';
}
