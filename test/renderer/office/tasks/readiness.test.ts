import { describe, expect, it } from 'vitest';
import { listReadiness } from '#renderer/office/tasks/readiness.ts';
import type { RoundCounts, RoundView } from '#shared/ipc/office-views.ts';
import type { Round } from '#shared/round/round.ts';
import { noCounts } from '../counts.ts';
import { design } from '../round/design.ts';

const now = new Date('2026-11-22T10:00:00Z').getTime();
const view = (counts: Partial<RoundCounts>, round: Partial<Round> = {}): RoundView => ({
  round: {
    id: 'r',
    title: '批次',
    mode: 'demo',
    status: 'draft',
    createdAt: '2026-11-20T00:00:00Z',
    deadline: '2026-12-08T10:00:00Z',
    design,
    ...round,
  },
  counts: { ...noCounts, ...counts },
});
const states = (of: RoundView): string =>
  listReadiness(of, now)
    .map(({ state }) => state)
    .join(' ');
const full = { candidates: 30, experts: 7, assignments: 210 };

describe('listReadiness', () => {
  it('is all done for a complete round', () => {
    expect(states(view(full))).toBe('done done done done done done');
  });

  it('asks for what is missing', () => {
    expect(states(view({}))).toBe('done missing missing missing done done');
  });

  it('only advises about missing dossiers and a missing deadline', () => {
    expect(states(view({ ...full, candidatesWithoutDossier: 2 }, { deadline: null }))).toBe(
      'done done done done advice advice',
    );
  });

  it('forbids a deadline that has passed, and a design with faults', () => {
    const policy = { ...design.policy, trim: { high: 5, low: 0, from: 5 } };
    const past = view(full, { deadline: '2026-11-22T10:00:00Z', design: { ...design, policy } });
    expect(states(past)).toBe('missing done done done done missing');
    expect(listReadiness(past, now)[0]).toMatchObject({ fact: 'designFaults', count: 1, page: 'round' });
  });
});
