import { describe, expect, test } from 'vitest';
import { defaultEvaluationPolicy, defaultSelectionPolicy, policySchema } from '#shared/round/policy.ts';
import { roundDesignSchema, type RoundDesign } from '#shared/round/round.ts';
import type { Rubric } from '#shared/round/rubric.ts';

const rubric = (id: string): Rubric => ({
  id,
  name: '评分标准',
  categories: [
    {
      id: 'a',
      name: '一级指标',
      criteria: [{ id: 'a-1', name: '二级指标', max: 10_000, step: 50, guidance: '', anchors: [], core: false }],
    },
  ],
  gates: [],
  coreCategory: null,
});

const design: RoundDesign = {
  kind: 'other',
  rubrics: [rubric('one'), rubric('two')],
  tracks: [
    { id: 'east', name: '东', rubricId: 'one', quota: 3 },
    { id: 'west', name: '西', rubricId: 'two', quota: null },
  ],
  policy: defaultSelectionPolicy,
  eligibility: { match: 'all', conditions: [] },
  instructions: '',
};

const problemOf = (changed: Partial<RoundDesign>): string | undefined =>
  roundDesignSchema.safeParse({ ...design, ...changed }).error?.issues[0]?.message;

describe('the design of a round', () => {
  test('may give every track a rubric of its own', () => {
    expect(problemOf({})).toBeUndefined();
  });

  test('is refused when two rubrics or two tracks share an id', () => {
    expect(problemOf({ rubrics: [rubric('one'), rubric('two'), rubric('one')] })).toBe('rubric ids repeat');
    expect(problemOf({ tracks: [...design.tracks, ...design.tracks] })).toBe('track ids repeat');
  });

  test('is refused when a track is scored by a rubric that is not there', () => {
    expect(problemOf({ rubrics: [rubric('one')] })).toBe('a track names an unknown rubric');
  });

  test('is refused without a rubric or without a track', () => {
    expect(problemOf({ tracks: [] })).toBeDefined();
    expect(problemOf({ rubrics: [] })).toBeDefined();
  });
});

describe('the default policies', () => {
  test.each([
    ['selection', defaultSelectionPolicy],
    ['evaluation', defaultEvaluationPolicy],
  ])('of a %s keep the schema of policies', (_, policy) => {
    expect(policySchema.parse(policy)).toEqual(policy);
  });

  test('grade from the best band down to zero points', () => {
    const bands = defaultEvaluationPolicy.evaluation?.bands ?? [];
    expect(bands.map(({ name, from }) => `${from / 100} ${name}`)).toEqual([
      '90 优秀',
      '75 合格',
      '60 限期整改',
      '0 建议撤销',
    ]);
  });
});
