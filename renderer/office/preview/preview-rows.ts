import type { ImportPreview, PreviewRow, ProblemView } from '#shared/ipc/office-views.ts';
import { cellKey } from '#shared/tables/interpretation.ts';

/** Which rows of a preview are shown. */
export type PreviewFilter = 'all' | 'held' | 'warned';

/** How a row will fare: taken, taken with something to look at, or held until mended. */
export type RowFate = 'taken' | 'warned' | 'held';

export function rowFate({ held, problems }: PreviewRow): RowFate {
  if (held) return 'held';
  return problems.length > 0 ? 'warned' : 'taken';
}

export function filterRows(rows: readonly PreviewRow[], filter: PreviewFilter): readonly PreviewRow[] {
  if (filter === 'all') return rows;
  return rows.filter((row) => rowFate(row) === filter);
}

/** A fault that may refuse the whole file; then no row can be taken. */
export function isRefused({ problems, rows }: ImportPreview): boolean {
  return [...problems, ...rows.flatMap((row) => row.problems)].some(({ severity }) => severity === 'file');
}

/** One line of the problems panel; `rowId` leads to the row, `columnKey` to its cell. */
export type ProblemLine = {
  readonly id: string;
  readonly problem: ProblemView;
  readonly rowId: string | null;
  readonly columnKey: string | null;
};

const severities: readonly ProblemView['severity'][] = ['file', 'row', 'warning'];

/** All problems of a preview: what refuses the file, then what holds rows, then hints; each from top to bottom. */
export function listProblemLines(preview: ImportPreview): ProblemLine[] {
  const whole = preview.problems.map((problem) => ({ problem, rowId: null, columnKey: null }));
  const byRow = preview.rows.flatMap((row) =>
    row.problems.map((problem) => ({ problem, rowId: row.id, columnKey: findColumnKey(preview, problem) })),
  );
  const all = [...whole, ...byRow];
  return severities
    .flatMap((severity) => all.filter(({ problem }) => problem.severity === severity))
    .map((line, index) => ({ id: String(index), ...line }));
}

/** The key of the preview column that holds the fault's cell; null when the fault names none or it is not shown. */
export function findColumnKey(preview: ImportPreview, problem: ProblemView): string | null {
  if (problem.column === null) return null;
  const layout = preview.layouts.find(({ sheet }) => sheet === problem.sheet);
  const source = layout?.columns.find(({ column }) => column === problem.column);
  if (source === undefined) return null;
  const key = cellKey(source);
  return preview.columns.some((shown) => shown.key === key) ? key : null;
}

/** Keys of a row's cells that a problem names, for marking them. */
export function faultyKeys(preview: ImportPreview, row: PreviewRow): ReadonlyMap<string, ProblemView> {
  return new Map(
    row.problems.flatMap((problem) => {
      const key = findColumnKey(preview, problem);
      return key === null ? [] : [[key, problem] as const];
    }),
  );
}

/** A row's texts by column key, for mending. */
export function rowCells(preview: ImportPreview, row: PreviewRow): Record<string, string> {
  return Object.fromEntries(preview.columns.map(({ key }, index) => [key, row.cells[index] ?? '']));
}

/** Only what was changed is sent: the rest keeps what the sheet says. */
export function changedCells(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(after).filter(([key, text]) => text !== (before[key] ?? '')));
}
