/**
 * What a spreadsheet cell holds, as written, before any field's rules apply.
 * `format` is the spreadsheet's number format code (ECMA-376 part 1, 18.8.30), null for General and for CSV.
 */
export type TableCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly format: string | null }
  /** `iso` is YYYY-MM-DD; `month` says that the format shows no day. */
  | { readonly kind: 'date'; readonly iso: string; readonly month: boolean }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** A formula that was saved without its result. */
  | { readonly kind: 'formula' }
  /** A formula error such as #REF!. */
  | { readonly kind: 'error'; readonly text: string };

/** One row that holds something. `number` is what a person sees (1-based); `cells` by 0-based column, null for empty. */
export type TableRow = {
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: readonly (TableCell | null)[];
};

/** A merged range, 1-based rows and 0-based columns, both ends inside. */
export type TableMerge = {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
};

/** One sheet; rows in order, empty rows left out. A CSV file is one sheet with an empty name. */
export type TableSheet = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly TableRow[];
  readonly merges: readonly TableMerge[];
  /** 0-based, ascending. */
  readonly hiddenColumns: readonly number[];
};

/** A spreadsheet as read from disk; `name` is the file's own name without its folder. */
export type TableFile = {
  readonly name: string;
  readonly format: 'xlsx' | 'csv';
  readonly sheets: readonly TableSheet[];
};

/** Hard caps of reading; a file beyond one of them is refused whole. */
export type TableLimits = {
  /** Bytes of the file. */
  readonly fileBytes: number;
  /** Bytes of one unpacked part of an xlsx. */
  readonly partBytes: number;
  /** Bytes of all unpacked parts together. */
  readonly totalBytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Filled cells of all sheets. */
  readonly cells: number;
};

/** Ample for lists of candidates and experts: 5,000 rows of 60 columns stay far below. */
export const defaultTableLimits: TableLimits = {
  fileBytes: 30_000_000,
  partBytes: 40_000_000,
  totalBytes: 60_000_000,
  rows: 20_000,
  columns: 300,
  cells: 600_000,
};

/** The letters over a column: 0 → "A", 25 → "Z", 26 → "AA". */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCharCode(65 + (column % 26));
}
