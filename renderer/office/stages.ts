import type { RoundCounts } from '#shared/ipc/office-views.ts';
import type { RoundStatus } from '#shared/round/round.ts';

/** The pages of the office in the order of the work. All but the first and the last belong to a round. */
export const stages = [
  'overview',
  'round',
  'candidates',
  'experts',
  'tasks',
  'intake',
  'progress',
  'ranking',
  'analysis',
  'reports',
  'trace',
] as const;
export type Stage = (typeof stages)[number];

/** What the office shows: a stage of the work, the preview of a spreadsheet on the way into one, or 成员与密钥. */
export type Page = Stage | 'members' | 'import-candidates' | 'import-experts';

/** The stage that a page belongs to; 成员与密钥 stand beside them. */
export function stageOf(page: Page): Stage | 'members' {
  if (page === 'import-candidates') return 'candidates';
  return page === 'import-experts' ? 'experts' : page;
}

/** What the rail reads of the round that is open. */
export type StageFacts = {
  readonly status: RoundStatus;
  readonly counts: RoundCounts;
  /** Faults of the design that forbid issuing. */
  readonly designFaults: number;
};

/**
 * How many things wait on a page; 0 when nothing does.
 * Set-up pages wait only while the round is a draft: afterwards they are frozen.
 */
export function countWaiting(stage: Stage, { status, counts, designFaults }: StageFacts): number {
  if (status === 'draft') return countSetUp(stage, counts, designFaults);
  if (stage === 'intake') return counts.packagesRefused;
  if (stage === 'progress') return Math.max(0, counts.tasksIssued - counts.expertsReturned);
  return 0;
}

function countSetUp(stage: Stage, counts: RoundCounts, designFaults: number): number {
  if (stage === 'round') return designFaults;
  if (stage === 'candidates') return counts.candidatesWithoutDossier;
  if (stage === 'experts') return counts.assignments === 0 && counts.experts > 0 ? counts.candidates : 0;
  if (stage === 'tasks') return counts.assignments > 0 ? counts.experts : 0;
  return 0;
}
