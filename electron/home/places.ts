import type { CellPlace } from '../identity/sealed-cell.ts';

// Where the sealed texts of a home stand. A place is part of what a cell is sealed with: it never changes.

/** The expert's keys for a commission. */
export function identityPlace(commission: string, expertId: string): CellPlace {
  return { table: 'identities', column: 'keys', row: `${commission} ${expertId}` };
}

/** A task as the commission signed it. */
export function predicatePlace(taskId: string): CellPlace {
  return { table: 'tasks', column: 'predicate', row: taskId };
}

/** The secret of the activation code that opened a task. */
export function secretPlace(taskId: string): CellPlace {
  return { table: 'tasks', column: 'secret', row: taskId };
}

export function sheetPlace(taskId: string, candidateId: string): CellPlace {
  return { table: 'sheets', column: 'sealed', row: `${taskId} ${candidateId}` };
}

export function starsPlace(taskId: string): CellPlace {
  return { table: 'stars', column: 'sealed', row: taskId };
}

/** File name and reason of a result package; the name holds those of round and expert. */
export function submissionPlace(column: 'file' | 'reason', statement: string): CellPlace {
  return { table: 'submissions', column, row: statement };
}
