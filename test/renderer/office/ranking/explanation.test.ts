import { describe, expect, it } from 'vitest';
import { explainRow, listTrackNotices, readTieRule } from '#renderer/office/ranking/explanation.ts';
import type { RankingRow } from '#shared/ranking/ranking.ts';
import { design, rubric } from '../round/design.ts';
import { contribution, rankedTrack, rankingRow } from './track.ts';

const steps = (change: Partial<RankingRow>): string[] =>
  explainRow(rankingRow('01', change), design.policy, rubric).map(({ step }) => step);

describe('explainRow', () => {
  it('says that nothing was trimmed when there are too few sheets for it', () => {
    expect(explainRow(rankingRow('01'), design.policy, rubric)).toEqual([
      { step: 'sheets', detail: { count: 3 } },
      { step: 'notTrimmed', detail: { from: 5 } },
      { step: 'mean', detail: { count: 3, score: '80.00', exact: '80', decimals: 2 } },
    ]);
  });

  it('says how many highest and lowest sheets were trimmed', () => {
    const contributions = [
      contribution('a', 7000, 'trimmed-low'),
      contribution('b', 8000),
      contribution('c', 9000, 'trimmed-high'),
    ];
    const explained = explainRow(rankingRow('01', { contributions, trimmed: 2 }), design.policy, rubric);
    expect(explained).toContainEqual({ step: 'trimmed', detail: { high: 1, low: 1 } });
    expect(explained).toContainEqual(
      expect.objectContaining({ step: 'mean', detail: expect.objectContaining({ count: 1 }) }),
    );
  });

  it('says why there is no score', () => {
    expect(steps({ score: null, exact: null, sheets: 2, status: 'no-score' })).toEqual(['sheets', 'tooFew']);
  });

  it('names what left the mean and what else weighs on the row', () => {
    const contributions = [
      contribution('a', null, 'recused'),
      contribution('b', 8000, 'void'),
      contribution('c', 8000),
    ];
    expect(
      steps({
        contributions,
        spread: { hundredths: 2100, reReviewAdvised: true },
        fraudFlags: 1,
        across: 'cut-line',
        veto: { by: 'experts', gateIds: ['legal'] },
      }),
    ).toEqual(['sheets', 'out', 'void', 'notTrimmed', 'mean', 'vetoByExperts', 'spread', 'fraud', 'acrossCut']);
  });

  it('calls gates and core items by their names', () => {
    const explained = explainRow(
      rankingRow('01', { cappedFrom: '合格', failedCoreItems: ['a'], veto: { by: 'experts', gateIds: ['legal'] } }),
      design.policy,
      rubric,
    );
    expect(explained).toContainEqual({ step: 'capped', detail: { items: '指标 a', band: '合格' } });
    expect(explained).toContainEqual({ step: 'vetoByExperts', detail: { gates: '独立法人' } });
  });
});

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
