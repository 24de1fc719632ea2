import { describe, expect, it } from 'vitest';
import {
  countLoads,
  explainShortfalls,
  layAssignment,
  listConflicts,
  loadRange,
} from '#renderer/office/experts/assignment-view.ts';
import type { AssignmentView, ExpertView } from '#shared/ipc/office-views.ts';
import { candidateView } from '../candidates/candidate-view.ts';

const expertView = (id: string, change: Partial<ExpertView> = {}): ExpertView => ({
  id,
  name: `专家${id}`,
  unit: '某大学',
  title: '',
  phone: '',
  field: '',
  avoidUnits: [],
  leader: false,
  tracks: [],
  load: 0,
  search: '',
  ...change,
});

const candidates = [candidateView('01'), candidateView('02', { trackId: 'car' })];
const experts = [expertView('甲'), expertView('乙', { unit: '' }), expertView('丙', { tracks: ['工业软件'] })];
const assignment: AssignmentView = {
  pairs: [
    ['甲', '01'],
    ['丙', '01'],
    ['乙', '02'],
  ],
  conflicts: [{ expertId: '甲', candidateId: '02', source: 'declared', note: '曾任顾问' }],
  perCandidate: 2,
  shortfalls: [{ candidateId: '02', missing: 1 }],
};
const trackNames = new Map([
  ['industry', '工业软件'],
  ['car', '汽车软件'],
]);

describe('the assignment matrix', () => {
  it('tells assigned, in conflict and free apart, and counts per candidate', () => {
    expect(layAssignment(candidates, experts, assignment)).toMatchObject([
      { code: '01', count: 2, cells: ['assigned', 'free', 'assigned'] },
      { code: '02', count: 1, cells: ['conflict', 'assigned', 'free'] },
    ]);
  });

  it('counts loads of everybody, also of experts without any', () => {
    const loads = countLoads([...experts, expertView('丁')], assignment);
    expect([...loads]).toEqual([
      ['甲', 1],
      ['乙', 1],
      ['丙', 1],
      ['丁', 0],
    ]);
    expect(loadRange(loads)).toEqual({ least: 0, most: 1 });
    expect(loadRange(new Map())).toBeNull();
  });
});

it('explains a shortfall by conflicts and by experts of other tracks', () => {
  expect(explainShortfalls(candidates, experts, assignment, trackNames)).toEqual([
    { candidateId: '02', code: '02', name: '对象 02', missing: 1, conflicts: 1, otherTracks: 1 },
  ]);
});

it('lists conflicts by name and leaves out people who are gone', () => {
  expect(listConflicts(candidates, experts, assignment)).toMatchObject([
    { expert: '专家甲', expertUnit: '某大学', candidate: '02 对象 02', note: '曾任顾问' },
  ]);
  expect(listConflicts(candidates, experts.slice(1), assignment)).toEqual([]);
});
