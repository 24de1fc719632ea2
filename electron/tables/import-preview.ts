import type { ImportPreview, PreviewRow, ProblemView } from '#shared/ipc/office-views.ts';
import type { FieldDefinition } from '#shared/tables/field.ts';
import { cellKey, type Interpretation, type InterpretedRow } from '#shared/tables/interpretation.ts';

type Row = InterpretedRow & { readonly code?: string };

/** A row's id in a preview: its place. */
export function previewRowId({ sheet, row }: { readonly sheet: string; readonly row: number }): string {
  return `${row}!${sheet}`;
}

/** Reads a row's id back; null when it is none. */
export function parsePreviewRowId(id: string): { readonly sheet: string; readonly row: number } | null {
  const match = /^(\d{1,7})!(.*)$/s.exec(id);
  return match === null ? null : { row: Number(match[1]), sheet: match[2] ?? '' };
}

/** Lays an interpretation out for the window: one column per known or extra column of any sheet. */
export function makePreview<Each extends Row>(
  fileName: string,
  { rows, problems, notes, layouts }: Interpretation<Each>,
  fields: readonly FieldDefinition[],
): Omit<ImportPreview, 'id'> {
  const labels = new Map(fields.map(({ key, zh }) => [key, zh]));
  const columns = new Map<string, { label: string; known: boolean }>();
  for (const column of layouts.flatMap((layout) => layout.columns)) {
    const known = column.key === null ? undefined : labels.get(column.key);
    columns.set(cellKey(column), { label: known ?? column.header, known: column.key !== null });
  }
  const keys = [...columns].map(([key, column]) => ({ key, ...column }));
  const byPlace = groupProblems(problems);
  const viewed = rows.map((row) =>
    viewRow(
      row,
      keys.map(({ key }) => key),
      byPlace.get(previewRowId(row)) ?? [],
    ),
  );
  const ids = new Set(viewed.map(({ id }) => id));
  return {
    fileName,
    columns: keys,
    rows: viewed,
    problems: problems.filter(({ sheet, row }) => row === null || !ids.has(previewRowId({ sheet, row }))),
    notes,
    layouts: layouts.map(({ sheet, headerRow, columns: laid }) => ({ sheet, headerRow, columns: laid })),
    takeable: rows.filter(({ taken }) => taken).length,
    held: rows.filter(({ taken }) => !taken).length,
    warnings: problems.filter(({ severity }) => severity === 'warning').length,
  };
}

function viewRow(row: Row, keys: readonly string[], problems: readonly ProblemView[]): PreviewRow {
  return {
    id: previewRowId(row),
    sheet: row.sheet,
    row: row.row,
    code: row.code ?? '',
    name: row.name,
    held: !row.taken,
    cells: keys.map((key) => row.cells[key] ?? ''),
    problems,
  };
}

function groupProblems(problems: readonly ProblemView[]): Map<string, ProblemView[]> {
  const byPlace = new Map<string, ProblemView[]>();
  for (const problem of problems) {
    if (problem.row === null) continue;
    const id = previewRowId({ sheet: problem.sheet, row: problem.row });
    byPlace.set(id, [...(byPlace.get(id) ?? []), problem]);
  }
  return byPlace;
}
