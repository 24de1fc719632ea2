import type { TaskView } from '#shared/ipc/expert-views.ts';
import type { SheetDraft } from '../sheet-draft.ts';
import type { Standing } from '../standing.ts';

export const candidateFilters = ['all', 'unfinished', 'starred', 'out'] as const;
/** 全部, 未完成, 待定, 回避与弃权. */
export type CandidateFilter = (typeof candidateFilters)[number];

/** One line of the candidate list. */
export type CandidateLine = {
  readonly candidate: TaskView['candidates'][number];
  readonly draft: SheetDraft | undefined;
  readonly standing: Standing;
  readonly starred: boolean;
};

/** Whether a line belongs under a filter. */
export function passesFilter({ standing, starred }: CandidateLine, filter: CandidateFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'unfinished':
      return standing === 'begun' || standing === 'untouched';
    case 'starred':
      return starred;
    case 'out':
      return standing === 'recused' || standing === 'abstained';
  }
}

/**
 * Whether a candidate is found by what was typed: code, name, unit, or their pinyin and initials; several words must all
 * be found.
 */
export function isFound(candidate: TaskView['candidates'][number], typed: string): boolean {
  const text = `${candidate.code} ${candidate.search}`.toLowerCase();
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => text.includes(word));
}

/** How many lines each filter would show. */
export function countFilters(lines: readonly CandidateLine[]): Readonly<Record<CandidateFilter, number>> {
  const count = (filter: CandidateFilter): number => lines.filter((line) => passesFilter(line, filter)).length;
  return { all: lines.length, unfinished: count('unfinished'), starred: count('starred'), out: count('out') };
}

/** The line before or after the candidate on the desk; the end stays the end. Undefined when the list is empty. */
export function neighbour(
  lines: readonly CandidateLine[],
  candidateId: string,
  step: 1 | -1,
): CandidateLine | undefined {
  const at = lines.findIndex(({ candidate }) => candidate.id === candidateId);
  if (at < 0) return step > 0 ? lines[0] : lines.at(-1);
  return lines[Math.min(lines.length - 1, Math.max(0, at + step))];
}
