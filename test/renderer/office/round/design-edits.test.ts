import { describe, expect, it } from 'vitest';
import {
  addTrack,
  copyRubric,
  editTrack,
  findOutcome,
  removeRubric,
  removeTrack,
  switchOutcome,
  tidyDesign,
} from '#renderer/office/round/design-edits.ts';
import { sumQuotas } from '#renderer/office/design-problems.ts';
import { roundDesignSchema } from '#shared/round/round.ts';
import { design } from './design.ts';

describe('editing tracks and rubrics', () => {
  it('keeps the total quota equal to the only track’s quota', () => {
    expect(editTrack(design, 'all', { quota: 12 }).policy.selection?.quota).toBe(12);
    expect(editTrack(design, 'all', { quota: null }).policy.selection?.quota).toBeNull();
  });

  it('leaves the total to the person once there are several tracks', () => {
    const two = editTrack(addTrack(design, '首版次'), 'track-1', { quota: 5 });
    expect(two.policy.selection?.quota).toBe(10);
    expect(sumQuotas(two.tracks)).toBe(15);
  });

  it('keeps the last track and every rubric in use', () => {
    expect(removeTrack(design, 'all')).toBe(design);
    const copied = copyRubric(design, 'general', '副本');
    expect(copied.rubrics.map(({ name }) => name)).toEqual(['通用标准', '副本']);
    expect(removeRubric(copied, 'general')).toBe(copied);
    expect(removeRubric(copied, 'rubric-1').rubrics).toHaveLength(1);
  });
});

describe('switchOutcome', () => {
  it('keeps one outcome at a time and drops normalisation for grade bands', () => {
    const bands = switchOutcome({ ...design.policy, normalisation: 'z-score' }, 'evaluation');
    expect([findOutcome(bands), bands.normalisation, bands.evaluation?.bands.length]).toEqual([
      'evaluation',
      'none',
      4,
    ]);
    expect(findOutcome(switchOutcome(bands, 'selection'))).toBe('selection');
    expect(findOutcome(switchOutcome(bands, 'ranking'))).toBe('ranking');
  });
});

it('tidies what was typed so that the schema takes it', () => {
  const typed = {
    ...design,
    tracks: design.tracks.map((track) => ({ ...track, name: ' 工业软件\t' })),
    eligibility: { match: 'all' as const, conditions: [' 独立法人 ', '  '] },
    instructions: '第一段\r\n第二段 ',
  };
  expect(roundDesignSchema.safeParse(typed).success).toBe(false);
  const tidy = tidyDesign(typed);
  expect(tidy.tracks[0]?.name).toBe('工业软件');
  expect(tidy.eligibility.conditions).toEqual(['独立法人']);
  expect(tidy.instructions).toBe('第一段\n第二段');
  expect(roundDesignSchema.safeParse(tidy).success).toBe(true);
});
