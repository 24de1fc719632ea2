import type { RoundView } from '#shared/ipc/office-views.ts';
import { listDesignProblems } from '../design-problems.ts';
import type { Stage } from '../stages.ts';

/** done: as it should be; missing: must be done before issuing; advice: can be issued as it is. */
export type CheckState = 'done' | 'missing' | 'advice';

/** One line of the checklist; `fact` is a text key below `tasks.facts`, `page` where it is put right. */
export type ReadinessCheck = {
  readonly what: 'design' | 'candidates' | 'experts' | 'assignment' | 'dossiers' | 'deadline';
  readonly state: CheckState;
  readonly fact: ReadinessFact;
  readonly count: number;
  readonly page: Stage;
};

export type ReadinessFact =
  | 'designSound'
  | 'designFaults'
  | 'noCandidates'
  | 'candidates'
  | 'noExperts'
  | 'experts'
  | 'noAssignment'
  | 'assignment'
  | 'allDossiers'
  | 'withoutDossier'
  | 'noDeadline'
  | 'deadlinePast'
  | 'deadlineSet';

type Judgement = readonly [state: CheckState, fact: ReadinessFact];

/** What a round needs before its task packages can go out, in the order of the work. @param now milliseconds */
export function listReadiness({ round, counts }: RoundView, now: number): ReadinessCheck[] {
  const faults = listDesignProblems(round.design).filter(({ severity }) => severity === 'fault').length;
  const line = (
    what: ReadinessCheck['what'],
    page: Stage,
    count: number,
    [state, fact]: Judgement,
  ): ReadinessCheck => ({ what, state, fact, count, page });
  const { candidates, experts, assignments, candidatesWithoutDossier: without } = counts;
  return [
    line('design', 'round', faults, faults === 0 ? ['done', 'designSound'] : ['missing', 'designFaults']),
    line('candidates', 'candidates', candidates, candidates > 0 ? ['done', 'candidates'] : ['missing', 'noCandidates']),
    line('experts', 'experts', experts, experts > 0 ? ['done', 'experts'] : ['missing', 'noExperts']),
    line('assignment', 'experts', assignments, assignments > 0 ? ['done', 'assignment'] : ['missing', 'noAssignment']),
    line('dossiers', 'candidates', without, without > 0 ? ['advice', 'withoutDossier'] : ['done', 'allDossiers']),
    line('deadline', 'round', 0, judgeDeadline(round.deadline, now)),
  ];
}

function judgeDeadline(deadline: string | null, now: number): Judgement {
  if (deadline === null) return ['advice', 'noDeadline'];
  return new Date(deadline).getTime() <= now ? ['missing', 'deadlinePast'] : ['done', 'deadlineSet'];
}
