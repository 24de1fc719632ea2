import type { RoundCounts } from '#shared/ipc/office-views.ts';
import type { RoundStatus } from '#shared/round/round.ts';
import type { Stage } from '../stages.ts';

/** The act that brings a round on; `page` is where it is done. */
export type NextAct = {
  readonly act: 'import-candidates' | 'import-experts' | 'assign' | 'issue' | 'collect' | 'rank' | 'export';
  readonly page: Stage;
};

/** The most likely next act of a round, by what it still lacks. */
export function findNextAct({
  status,
  counts,
}: {
  readonly status: RoundStatus;
  readonly counts: RoundCounts;
}): NextAct {
  if (status === 'locked') return { act: 'export', page: 'reports' };
  if (status === 'issued') {
    return counts.expertsReturned < counts.tasksIssued
      ? { act: 'collect', page: 'intake' }
      : { act: 'rank', page: 'ranking' };
  }
  if (counts.candidates === 0) return { act: 'import-candidates', page: 'candidates' };
  if (counts.experts === 0) return { act: 'import-experts', page: 'experts' };
  if (counts.assignments === 0) return { act: 'assign', page: 'experts' };
  return { act: 'issue', page: 'tasks' };
}
