import { interpretCandidates } from '#shared/candidates/interpret-candidates.ts';
import type { CandidatesContext, CandidatesInterpretation } from '#shared/candidates/interpreted-candidate.ts';
import type { TableFile } from '#shared/tables/table.ts';
import { makeTable, type Written } from '../../fixtures/tables/make-table.ts';

export const oneTrack = [{ id: 'all', name: '示范楼宇' }];
export const tracks = [
  { id: 'industry', name: '工业软件' },
  { id: 'car', name: '汽车软件' },
  { id: 'ai', name: '人工智能' },
];

/** Interprets for an official round of buildings with one track, unless told otherwise. */
export function interpret(table: TableFile, more: Partial<CandidatesContext> = {}): CandidatesInterpretation {
  const context: CandidatesContext = { kind: 'building', mode: 'official', tracks: oneTrack, chosenTrack: null };
  return interpretCandidates(table, { ...context, ...more });
}

/** One line a row: number, code, name, unit. */
export function summarise({ rows }: CandidatesInterpretation): string[] {
  return rows.map(({ row, code, name, unit, taken }) => `${row} ${code} ${name} ${unit}${taken ? '' : ' (held)'}`);
}

/** One line a problem: kind, row and column. */
export function kinds({ problems }: CandidatesInterpretation): string[] {
  return problems.map(({ kind, row, column }) => `${kind}${row === null ? '' : ` ${row}`}${column ?? ''}`);
}

export const head = ['编号', '名称', '申报单位'];

/** A sheet of code, name and unit. */
export function rows(...data: Written[][]): TableFile {
  return makeTable([head, ...data]);
}
