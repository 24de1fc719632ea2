import type { ProgressCell, ProgressView } from '#shared/ipc/office-views.ts';

type Expert = ProgressView['experts'][number];
type Candidate = ProgressView['candidates'][number];
export type MatrixCell = ProgressView['cells'][number][number];

/** Which way the matrix runs: one row per candidate, or one per expert. */
export type Direction = 'candidates' | 'experts';

/** What is shown: everything, or only rows and columns where something is outstanding. */
export type MatrixFilter = { readonly outstandingOnly: boolean; readonly trackId: string | null };

/** One line of the matrix; `cells` runs along the columns of `Matrix.columns`. */
export type MatrixRow = {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly done: number;
  readonly assigned: number;
  readonly cells: readonly MatrixCell[];
};

export type Matrix = {
  readonly columns: readonly { readonly id: string; readonly label: string; readonly note: string }[];
  readonly rows: readonly MatrixRow[];
};

const noCell: MatrixCell = { state: 'unassigned', total: null };

/** Lays the progress out for the grid. */
export function layMatrix(progress: ProgressView, direction: Direction, filter: MatrixFilter): Matrix {
  const candidates = progress.candidates
    .map((candidate, index) => ({ candidate, index }))
    .filter(({ candidate }) => filter.trackId === null || candidate.trackId === filter.trackId)
    .filter(({ candidate }) => !filter.outstandingOnly || candidate.done < candidate.assigned);
  const cellOf = (candidate: number, expert: number): MatrixCell => progress.cells[candidate]?.[expert] ?? noCell;
  const experts = progress.experts
    .map((expert, index) => ({ expert, index }))
    .filter(({ expert }) => !filter.outstandingOnly || expert.done < expert.assigned)
    // Of one track, only the experts who review in it.
    .filter(
      ({ index }) =>
        filter.trackId === null || candidates.some((row) => cellOf(row.index, index).state !== 'unassigned'),
    );
  if (direction === 'candidates') {
    return {
      columns: experts.map(({ expert }) => nameExpert(expert)),
      rows: candidates.map(({ candidate, index }) => ({
        ...nameCandidate(candidate),
        done: candidate.done,
        assigned: candidate.assigned,
        cells: experts.map((column) => cellOf(index, column.index)),
      })),
    };
  }
  return {
    columns: candidates.map(({ candidate }) => nameCandidate(candidate)),
    rows: experts.map(({ expert, index }) => ({
      ...nameExpert(expert),
      done: expert.done,
      assigned: expert.assigned,
      cells: candidates.map((column) => cellOf(column.index, index)),
    })),
  };
}

const nameExpert = ({ id, name, unit }: Expert) => ({ id, label: name, note: unit });
const nameCandidate = ({ id, code, name }: Candidate) => ({ id, label: code, note: name });

/** How many sheets are in each state. */
export function countStates(progress: ProgressView): Readonly<Record<ProgressCell, number>> {
  const counts: Record<ProgressCell, number> = { unassigned: 0, waiting: 0, scored: 0, recused: 0, abstained: 0 };
  for (const row of progress.cells) for (const { state } of row) counts[state] += 1;
  return counts;
}

/** Experts with an assignment and no accepted result yet, in the order given. */
export function listOutstanding(progress: ProgressView): readonly Expert[] {
  return progress.experts.filter(({ seq, assigned }) => seq === null && assigned > 0);
}

/** Sheets that are in and sheets that were assigned, over all experts. */
export function sumProgress({ experts }: ProgressView): { readonly done: number; readonly assigned: number } {
  return {
    done: experts.reduce((sum, { done }) => sum + done, 0),
    assigned: experts.reduce((sum, { assigned }) => sum + assigned, 0),
  };
}
