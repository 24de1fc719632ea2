import { at, intAt } from '../base/at.ts';
import { candidateAt, totalAt } from '../ranking/entrant.ts';
import { countOf, type Field } from '../ranking/gather.ts';

/** Points in hundredths that experts (columns) gave to candidates (rows); null: no sheet that counts. */
export type ScoreTable = {
  readonly candidateIds: readonly string[];
  readonly expertIds: readonly string[];
  /** rows[candidate][expert] */
  readonly rows: readonly (readonly (number | null)[])[];
};

/** Raw totals of a track's valid sheets; candidates by code, experts by id, those without a valid sheet left out. */
export function totalsTable(field: Field): ScoreTable {
  return fillTable(field, (sheet) => totalAt(field, sheet));
}

/** Points for one criterion, by its place in the rubric, laid out as `totalsTable`. */
export function criterionTable(field: Field, criterion: number): ScoreTable {
  const { points, stride } = field.columns.sheets.details;
  return fillTable(field, (sheet) => points[sheet * stride + criterion] ?? null);
}

/** Entrants with a valid sheet, in their order. */
export function scoredEntrants(field: Field): number[] {
  return [...field.entrants.keys()].filter((entrant) => countOf(field, entrant) > 0);
}

function fillTable(field: Field, measure: (sheet: number) => number | null): ScoreTable {
  const scored = scoredEntrants(field);
  const experts = listExperts(field);
  const places = new Map(experts.map((expert, place) => [expert, place]));
  return {
    candidateIds: scored.map((entrant) => candidateAt(field, entrant).id),
    expertIds: experts.map((expert) => at(field.columns.sheets.expertIds, expert)),
    rows: scored.map((entrant) => {
      const row: (number | null)[] = experts.map(() => null);
      for (let slot = intAt(field.from, entrant); slot < intAt(field.from, entrant + 1); slot += 1) {
        row[places.get(intAt(field.experts, slot)) ?? -1] = measure(intAt(field.sheets, slot));
      }
      return row;
    }),
  };
}

/** Experts with a valid sheet in a track, by bytes of the id. */
export function listExperts({ experts }: Field): number[] {
  return [...new Set(experts)].toSorted((a, b) => a - b);
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
