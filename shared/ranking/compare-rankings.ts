import type { Ranking, RankingRow, RankingStatus } from './ranking.ts';

/** How a candidate fares under another rule. Ranks are null for vetoed candidates and those without a score. */
export type Move = {
  readonly candidateId: string;
  readonly code: string;
  readonly name: string;
  readonly trackId: string;
  readonly from: { readonly rank: number | null; readonly score: string | null; readonly status: RankingStatus };
  readonly to: { readonly rank: number | null; readonly score: string | null; readonly status: RankingStatus };
  /** Places gained (positive) or lost; null when one of the ranks is missing. */
  readonly places: number | null;
  /** Whether the candidate comes into the quota, falls out of it, or neither. */
  readonly crosses: 'in' | 'out' | null;
};

/**
 * What changes from one ranking of a round to another: every candidate whose rank, score or status differs, in the order
 * of the second ranking. Candidates of a track that the second does not have are left out.
 */
export function compareRankings(before: Ranking, after: Ranking): Move[] {
  const earlier = new Map(before.tracks.flatMap(({ rows }) => rows.map((row) => [row.candidateId, row] as const)));
  return after.tracks.flatMap(({ trackId, rows }) =>
    rows.flatMap((row) => {
      const old = earlier.get(row.candidateId);
      return old === undefined || isSame(old, row) ? [] : [describeMove(trackId, old, row)];
    }),
  );
}

function isSame(a: RankingRow, b: RankingRow): boolean {
  return a.rank === b.rank && a.exact === b.exact && a.status === b.status;
}

function describeMove(trackId: string, old: RankingRow, row: RankingRow): Move {
  const { candidateId, code, name } = row;
  return {
    candidateId,
    code,
    name,
    trackId,
    from: { rank: old.rank, score: old.score, status: old.status },
    to: { rank: row.rank, score: row.score, status: row.status },
    places: old.rank === null || row.rank === null ? null : old.rank - row.rank,
    crosses: crossing(old.status, row.status),
  };
}

function crossing(from: RankingStatus, to: RankingStatus): Move['crosses'] {
  if ((from === 'selected') === (to === 'selected')) return null;
  return to === 'selected' ? 'in' : 'out';
}
