import type { RankedTrack, Ranking, RankingRow } from '#shared/ranking/ranking.ts';
import type { RankingHashes } from './hash-ranking.ts';

/** A track of `mtx rank --json`; `track` is the track's id. */
export type RankingJsonTrack = {
  readonly track: string;
  readonly quota: number | null;
  readonly rows: readonly RankingRow[];
} & Omit<RankedTrack, 'trackId' | 'quota' | 'rows'>;

/** What `mtx rank --json` prints: a stable interface; fields may be added, none renamed. */
export type RankingJson = { readonly roundId: string } & RankingHashes & {
    readonly tracks: readonly RankingJsonTrack[];
  };

/** Brings a ranking into the shape of `mtx rank --json`. */
export function rankingJson(roundId: string, ranking: Ranking, hashes: RankingHashes): RankingJson {
  const { policyHash, inputsHash, resultHash } = hashes;
  return { roundId, policyHash, inputsHash, resultHash, tracks: ranking.tracks.map(jsonTrack) };
}

function jsonTrack({ trackId, quota, rows, ...rest }: RankedTrack): RankingJsonTrack {
  return { track: trackId, quota, rows: rows.map(jsonRow), ...rest };
}

/** Leads with the fields of the interface, in its order, for those who read the text. */
function jsonRow(row: RankingRow): RankingRow {
  const { rank, candidateId, code, name, score, exact, sheets, trimmed, status, tie, ...rest } = row;
  return { rank, candidateId, code, name, score, exact, sheets, trimmed, status, tie, ...rest };
}
