/** 1-based place in a sheet, as a person sees it: row 5, column "C". */
export type CellPlace = { readonly row: number; readonly column: string | null };

/** How bad a fault is: `file` refuses the file, `row` holds the row, `warning` is shown only. */
export type ProblemSeverity = 'file' | 'row' | 'warning';

/** One fault found in a spreadsheet; `kind` is a code with a sentence, `message` that sentence in the caller's language. */
export type ImportProblem = {
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly kind: string;
  readonly severity: ProblemSeverity;
  readonly detail: Readonly<Record<string, string | number>>;
};
