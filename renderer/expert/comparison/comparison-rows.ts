import type { Hundredths } from '#shared/base/points.ts';
import type { TaskView } from '#shared/ipc/expert-views.ts';
import { listCriteria, type Rubric } from '#shared/round/rubric.ts';
import { listMissing, sheetTotal } from '#shared/scoring/check-sheet.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import { standingOf, type Standing } from '../standing.ts';

/** One candidate in 横向对比. */
export type ComparisonRow = {
  readonly candidateId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly standing: Standing;
  readonly starred: boolean;
  /** By criterion id; null where nothing is entered. */
  readonly points: Readonly<Record<string, Hundredths | null>>;
  /** Null for candidates that are out or untouched. */
  readonly total: Hundredths | null;
  readonly missing: number;
  /** How many finished candidates have this total, this one included; 1 when it stands alone, 0 when it is not finished. */
  readonly sameTotal: number;
};

type RowsInput = {
  readonly candidates: TaskView['candidates'];
  readonly rubric: Rubric;
  readonly sheetOf: (candidateId: string) => Sheet | undefined;
  readonly starred: ReadonlySet<string>;
};

/** The rows of all candidates that one rubric scores. */
export function makeRows({ candidates, rubric, sheetOf, starred }: RowsInput): readonly ComparisonRow[] {
  const rows = candidates.map((candidate) => {
    const sheet = sheetOf(candidate.id);
    const standing = standingOf(rubric, sheet);
    const counts = sheet !== undefined && (standing === 'done' || standing === 'begun');
    return {
      candidateId: candidate.id,
      code: candidate.code,
      name: candidate.name,
      unit: candidate.unit,
      standing,
      starred: starred.has(candidate.id),
      points: Object.fromEntries(listCriteria(rubric).map(({ id }) => [id, sheet?.points[id] ?? null])),
      total: counts ? sheetTotal(sheet) : null,
      missing: listMissing(rubric, sheet).length,
    };
  });
  const totals = new Map<number, number>();
  for (const { standing, total } of rows) {
    if (standing === 'done' && total !== null) totals.set(total, (totals.get(total) ?? 0) + 1);
  }
  return rows.map((row) => ({
    ...row,
    sameTotal: row.standing === 'done' && row.total !== null ? (totals.get(row.total) ?? 0) : 0,
  }));
}

/** Mean, lowest and highest of a column, in hundredths; null where nothing is entered. */
export type ColumnFacts = {
  readonly mean: number | null;
  readonly low: Hundredths | null;
  readonly high: Hundredths | null;
};

/** What the scores entered so far look like. */
export function describeColumn(values: readonly (Hundredths | null)[]): ColumnFacts {
  const given = values.filter((value) => value !== null);
  if (given.length === 0) return { mean: null, low: null, high: null };
  const sum = given.reduce((total, value) => total + value, 0);
  return { mean: sum / given.length, low: Math.min(...given), high: Math.max(...given) };
}
