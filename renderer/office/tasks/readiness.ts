import type { RoundView } from '#shared/ipc/office-views.ts';
import { listDesignProblems } from '../design-problems.ts';
import type { Stage } from '../stages.ts';

/** done: as it should be; missing: must be done before issuing; advice: can be issued as it is. */
export type CheckState = 'done' | 'missing' | 'advice';

/** One line of the checklist; `fact` is a text key below `tasks.facts`, `page` where it is put right. */
export type ReadinessCheck = {
  readonly what: 'design' | 'candidates' | 'experts' | 'assignment' | 'dossiers' | 'deadline';
  readonly state: CheckState;
  readonly fact:
    | 'design'
    | 'candidates'
    | 'experts'
    | 'assignment'
    | 'dossiers'
    | 'deadlineMissing'
    | 'deadlinePast'
    | null;
  readonly count: number;
  readonly page: Stage;
};

/** What a round needs before its task packages can go out, in the order of the work. @param now milliseconds */
export function listReadiness({ round, counts }: RoundView, now: number): ReadinessCheck[] {
  const faults = listDesignProblems(round.design).filter(({ severity }) => severity === 'fault').length;
  const needs = (count: number): CheckState => (count > 0 ? 'done' : 'missing');
  const without = counts.candidatesWithoutDossier;
  return [
    {
      what: 'design',
      state: faults === 0 ? 'done' : 'missing',
      fact: faults === 0 ? null : 'design',
      count: faults,
      page: 'round',
    },
    {
      what: 'candidates',
      state: needs(counts.candidates),
      fact: 'candidates',
      count: counts.candidates,
      page: 'candidates',
    },
    { what: 'experts', state: needs(counts.experts), fact: 'experts', count: counts.experts, page: 'experts' },
    {
      what: 'assignment',
      state: needs(counts.assignments),
      fact: 'assignment',
      count: counts.assignments,
      page: 'experts',
    },
    {
      what: 'dossiers',
      state: without === 0 ? 'done' : 'advice',
      fact: without === 0 ? null : 'dossiers',
      count: without,
      page: 'candidates',
    },
    checkDeadline(round.deadline, now),
  ];
}

function checkDeadline(deadline: string | null, now: number): ReadinessCheck {
  const past = deadline !== null && new Date(deadline).getTime() <= now;
  const fact = deadline === null ? 'deadlineMissing' : past ? 'deadlinePast' : null;
  return {
    what: 'deadline',
    state: past ? 'missing' : fact === null ? 'done' : 'advice',
    fact,
    count: 0,
    page: 'round',
  };
}
