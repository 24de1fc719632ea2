import { at } from '../base/at.ts';
import { compareBytes } from '../base/order.ts';
import type { Field } from '../ranking/gather.ts';

/** Points in hundredths that experts (columns) gave to candidates (rows); null: no sheet that counts. */
export type ScoreTable = {
  readonly candidateIds: readonly string[];
  readonly expertIds: readonly string[];
  /** rows[candidate][expert] */
  readonly rows: readonly (readonly (number | null)[])[];
};

/** Raw totals of a track's valid sheets; candidates by code, experts by id, those without a valid sheet left out. */
export function totalsTable(field: Field): ScoreTable {
  return fillTable(field, ({ total }) => total);
}

/** Points for one criterion, laid out as `totalsTable`. */
export function criterionTable(field: Field, criterionId: string): ScoreTable {
  return fillTable(field, ({ sheet }) => sheet.points[criterionId] ?? null);
}

type Valid = Field['entrants'][number]['valid'][number];

function fillTable({ entrants }: Field, measure: (sheet: Valid) => number | null): ScoreTable {
  const scored = entrants.filter(({ valid }) => valid.length > 0);
  const expertIds = [...new Set(scored.flatMap(({ valid }) => valid.map(({ sheet }) => sheet.expertId)))];
  expertIds.sort(compareBytes);
  const places = new Map(expertIds.map((id, place) => [id, place]));
  return {
    candidateIds: scored.map(({ candidate }) => candidate.id),
    expertIds,
    rows: scored.map(({ valid }) => {
      const row: (number | null)[] = expertIds.map(() => null);
      for (const sheet of valid) row[places.get(sheet.sheet.expertId) ?? -1] = measure(sheet);
      return row;
    }),
  };
}

/** Rows without a gap: candidates that every expert scored. */
export function completeRows({ rows }: Pick<ScoreTable, 'rows'>): number[][] {
  return rows.flatMap((row) => {
    const given = row.filter((value) => value !== null);
    return given.length === row.length && row.length > 0 ? [given] : [];
  });
}

/** Values of a column, in the order of rows, gaps left out. */
export function columnValues({ rows }: Pick<ScoreTable, 'rows'>, column: number): number[] {
  return rows.flatMap((row) => at(row, column) ?? []);
}
