import type { ImportProblem } from '../base/import-table.ts';

/** One fact of a row, ready to keep. Only filled fields appear. */
export type InterpretedField = {
  /** A known field, or null for an extra column. */
  readonly key: string | null;
  /** The known field's Chinese label with its unit, or the header as written. */
  readonly label: string;
  /** Cleaned text: NFC, at most 5,000 characters; numbers in the label's unit, dates as YYYY-MM(-DD), 是 or 否. */
  readonly value: string;
  /** 证件号 and its like: `value` is masked, the plain text is in the row's `sealed`. */
  readonly sealed: boolean;
  /** `value` is a plain decimal number (unless a fault says otherwise). */
  readonly numeric: boolean;
  /** Goes into task packages unless the admin says otherwise. False for contacts, sealed fields and hidden columns. */
  readonly forExperts: boolean;
  /** Column letters, null when the value was typed in while mending. */
  readonly column: string | null;
};

/** A correction typed in the window: it replaces what the sheet says, by cell key (`cellKey`). */
export type RowMend = {
  readonly sheet: string;
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
};

/** Something worth knowing that is no fault: a skipped total row, 序号 standing for 编号 … */
export type ImportNote = Omit<ImportProblem, 'severity'>;

/** The key of a cell for showing and mending: the known field's, or `@F` for the extra column F. */
export function cellKey({ key, column }: { readonly key: string | null; readonly column: string | null }): string {
  return key ?? `@${column ?? ''}`;
}

/** What the columns of a sheet were taken for. */
export type SheetLayout = {
  readonly sheet: string;
  /** Last row of the header, 1-based. */
  readonly headerRow: number;
  readonly columns: readonly {
    readonly column: string;
    readonly key: string | null;
    readonly header: string;
    readonly hidden: boolean;
  }[];
};

/** A spreadsheet read under the rules of its kind. A problem of severity `file` means that no row is taken. */
export type Interpretation<Row> = {
  readonly rows: readonly Row[];
  readonly problems: readonly ImportProblem[];
  readonly notes: readonly ImportNote[];
  readonly layouts: readonly SheetLayout[];
};

/** The parts of an interpreted row that candidates and experts share. */
export type InterpretedRow = {
  readonly sheet: string;
  readonly row: number;
  readonly name: string;
  readonly unit: string;
  readonly fields: readonly InterpretedField[];
  /** Plain text of sealed fields by key; never shown, logged or exported. */
  readonly sealed: Readonly<Record<string, string>>;
  /** What the sheet (or a mend) says, by cell key, for mending in the window; sealed cells masked. */
  readonly cells: Readonly<Record<string, string>>;
  /** False: held for a fault, can be mended. */
  readonly taken: boolean;
};
