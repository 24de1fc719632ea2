/** How bad a fault is: `file` refuses the file, `row` holds the row, `warning` is shown only. */
export type ProblemSeverity = 'file' | 'row' | 'warning';

/**
 * One fault found in a spreadsheet, with its place as a person sees it: row 5, column “C”; null where it has none.
 * `kind` is a code with a sentence, `detail` the values that the sentence names.
 */
export type ImportProblem = {
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly kind: string;
  readonly severity: ProblemSeverity;
  readonly detail: Readonly<Record<string, string | number>>;
};
