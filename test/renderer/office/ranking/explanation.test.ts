import { describe, expect, it } from 'vitest';
import { listTrackNotices, readTieRule } from '#renderer/office/ranking/explanation.ts';
import { rubric } from '../round/design.ts';
import { rankedTrack } from './track.ts';

describe('readTieRule', () => {
  it('names the category or criterion that parted equals', () => {
    expect(readTieRule('category:effect', rubric)).toEqual({ by: 'category', item: '成效' });
    expect(readTieRule('criterion:b', rubric)).toEqual({ by: 'criterion', item: '指标 b' });
    expect(readTieRule('shared', rubric)).toEqual({ by: 'shared', item: '' });
  });
});

it('lists what a track must say above its board', () => {
  expect(listTrackNotices(rankedTrack(), true)).toEqual([]);
  expect(listTrackNotices(rankedTrack({ openSeats: 1, parts: 2 }), true)).toEqual([
    { notice: 'openSeats', count: 1 },
    { notice: 'parts', count: 2 },
  ]);
  expect(listTrackNotices(rankedTrack({ unfilled: 3 }), true)).toEqual([{ notice: 'unfilled', count: 3 }]);
  expect(listTrackNotices(rankedTrack({ unfilled: 3 }), false)).toEqual([]);
});
