import { describe, expect, it } from 'vitest';
import { countWaiting, stages, type StageFacts } from '#renderer/office/stages.ts';
import { noCounts } from './counts.ts';

const facts = (change: Partial<StageFacts>): StageFacts => ({
  status: 'draft',
  counts: noCounts,
  designFaults: 0,
  ...change,
});

describe('countWaiting', () => {
  it('shows nothing for an empty round', () => {
    expect(stages.map((stage) => countWaiting(stage, facts({})))).toEqual(stages.map(() => 0));
  });

  it('counts faults of the design and candidates without dossiers while the round is a draft', () => {
    const draft = facts({ designFaults: 2, counts: { ...noCounts, candidates: 30, candidatesWithoutDossier: 4 } });
    expect(countWaiting('round', draft)).toBe(2);
    expect(countWaiting('candidates', draft)).toBe(4);
    expect(countWaiting('candidates', { ...draft, status: 'issued' })).toBe(0);
  });

  it('counts unassigned candidates once there are experts, then experts to issue to', () => {
    const counts = { ...noCounts, candidates: 30, experts: 7 };
    expect(countWaiting('experts', facts({ counts }))).toBe(30);
    expect(countWaiting('experts', facts({ counts: { ...counts, assignments: 150 } }))).toBe(0);
    expect(countWaiting('tasks', facts({ counts: { ...counts, assignments: 150 } }))).toBe(7);
  });

  it('counts refused packages and experts still out after issuing', () => {
    const counts = { ...noCounts, tasksIssued: 7, expertsReturned: 3, packagesRefused: 1 };
    expect(countWaiting('intake', facts({ status: 'issued', counts }))).toBe(1);
    expect(countWaiting('progress', facts({ status: 'issued', counts }))).toBe(4);
  });
});
