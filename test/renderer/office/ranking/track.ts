import type { Contribution, RankedTrack, RankingRow } from '#shared/ranking/ranking.ts';

export const contribution = (
  expertId: string,
  total: number | null,
  mark: Contribution['mark'] = 'used',
): Contribution => ({ sheetId: `sheet-${expertId}`, expertId, total, weighted: null, adjusted: null, mark });

export const rankingRow = (code: string, change: Partial<RankingRow> = {}): RankingRow => ({
  rank: 1,
  candidateId: `id-${code}`,
  code,
  name: `楼宇 ${code}`,
  unit: '渝拟公司（示例）',
  score: '80.00',
  exact: '80',
  raw: null,
  sheets: 3,
  trimmed: 0,
  status: 'selected',
  across: null,
  tie: null,
  spread: { hundredths: 1000, reReviewAdvised: false },
  contributions: [contribution('a', 7500), contribution('b', 8000), contribution('c', 8500)],
  categories: [],
  gateVotes: [],
  veto: null,
  fraudFlags: 0,
  failedCoreItems: [],
  cappedFrom: null,
  part: null,
  ...change,
});

export const rankedTrack = (change: Partial<RankedTrack> = {}): RankedTrack => ({
  trackId: 'all',
  name: '全部',
  rubricId: 'general',
  maximum: 10_000,
  weightedMaximum: null,
  trial: [],
  quota: 2,
  received: 0,
  seats: 2,
  unfilled: 0,
  openSeats: 0,
  reserve: 1,
  cutAfter: 2,
  reserveAfter: 3,
  parts: 1,
  rows: ['01', '02', '03', '04'].map((code) => rankingRow(code)),
  ...change,
});
