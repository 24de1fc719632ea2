/** A formula written on purpose, with the value shown until it is calculated anew. Text never becomes one. */
export type WorkbookFormula = { readonly formula: string; readonly result: number | string };

/** What a cell is for; the writer gives each its font, fill, border and alignment. */
export type WorkbookRole = 'title' | 'subtitle' | 'header' | 'body' | 'note';

/**
 * One cell of a workbook to write.
 * `across` and `down` merge it over so many columns and rows (1 when absent): cells under a merge are skipped by
 * the writer's layout, so a row lists only what stands in it, from left to right.
 */
export type WorkbookCell = {
  readonly value: string | number | boolean | null | WorkbookFormula;
  /** `body` when absent. */
  readonly role?: WorkbookRole;
  readonly across?: number;
  readonly down?: number;
  /** When absent: title, subtitle and header centred, numbers right, text left. */
  readonly align?: 'left' | 'center' | 'right';
  /** Number format code, for example `0.00`. */
  readonly format?: string;
  readonly bold?: boolean;
  /** RRGGBB. */
  readonly fill?: string;
  /** RRGGBB. */
  readonly color?: string;
};

/** One row; `height` in points, chosen by role when absent. */
export type WorkbookRow = { readonly cells: readonly WorkbookCell[]; readonly height?: number };

/** One sheet, printed on A4 (A3 when it is wide), fitted to the page's width, with “page x of y” at the foot. */
export type WorkbookSheet = {
  readonly name: string;
  readonly orientation: 'portrait' | 'landscape';
  /** Widths in characters (one Chinese character counts two). */
  readonly columnWidths: readonly number[];
  readonly rows: readonly WorkbookRow[];
  /** Rows and columns that stay in view. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** Rows repeated on every printed page, 1-based, both ends inside. */
  readonly repeatRows?: { readonly first: number; readonly last: number };
  /** Words around the page number; Chinese when absent. */
  readonly language?: 'zh-CN' | 'en';
  /** Printed at the left of the footer, for example a fingerprint. */
  readonly footer?: string;
};

/** A whole workbook. `createdAt` (milliseconds) goes into its properties, so equal input gives equal bytes. */
export type WorkbookSpec = {
  readonly title: string;
  readonly createdAt: number;
  readonly sheets: readonly WorkbookSheet[];
};

/** One value of a CSV file. */
export type CsvValue = string | number | null;
