import { expect, it } from 'vitest';
import { findNextAct } from '#renderer/office/overview/next-act.ts';
import type { RoundCounts } from '#shared/ipc/office-views.ts';
import { noCounts } from '../counts.ts';

const draft = (change: Partial<RoundCounts>) =>
  findNextAct({ status: 'draft', counts: { ...noCounts, ...change } }).act;

it('leads a draft from candidates over experts and assignment to issuing', () => {
  expect(draft({})).toBe('import-candidates');
  expect(draft({ candidates: 30 })).toBe('import-experts');
  expect(draft({ candidates: 30, experts: 7 })).toBe('assign');
  expect(draft({ candidates: 30, experts: 7, assignments: 210 })).toBe('issue');
});

it('asks for result packages until every expert has returned one, then for the ranking', () => {
  const counts = { ...noCounts, tasksIssued: 7, expertsReturned: 6 };
  expect(findNextAct({ status: 'issued', counts })).toEqual({ act: 'collect', page: 'intake' });
  expect(findNextAct({ status: 'issued', counts: { ...counts, expertsReturned: 7 } }).act).toBe('rank');
  expect(findNextAct({ status: 'locked', counts }).act).toBe('export');
});
