import { defaultSelectionPolicy } from '#shared/round/policy.ts';
import type { RoundDesign } from '#shared/round/round.ts';
import type { Criterion, Rubric } from '#shared/round/rubric.ts';

export const criterion = (id: string, max: number, change: Partial<Criterion> = {}): Criterion => ({
  id,
  name: `指标 ${id}`,
  max,
  step: 50,
  guidance: '',
  anchors: [],
  core: false,
  ...change,
});

/** Two categories of 60 and 40 points. */
export const rubric: Rubric = {
  id: 'general',
  name: '通用标准',
  categories: [
    { id: 'quality', name: '质量', criteria: [criterion('a', 3500), criterion('b', 2500)] },
    { id: 'effect', name: '成效', criteria: [criterion('c', 4000)] },
  ],
  gates: [{ id: 'legal', name: '独立法人', guidance: '', by: 'staff' }],
  coreCategory: 'effect',
};

export const design: RoundDesign = {
  kind: 'building',
  rubrics: [rubric],
  tracks: [{ id: 'all', name: '全部', rubricId: 'general', quota: 10 }],
  policy: { ...defaultSelectionPolicy, selection: { quota: 10, reserve: 2, passOn: false, minimumScore: null } },
  eligibility: { match: 'all', conditions: [] },
  instructions: '',
};
