import { ok, type Result } from '#shared/base/result.ts';
import { makeExplainer } from '#shared/ranking/explain-candidate.ts';
import type { Explanation } from '#shared/ranking/explanation.ts';
import type { RankingRefusal } from '#shared/ranking/order-round.ts';
import type { RankedTrack, RankingRow } from '#shared/ranking/ranking.ts';
import type { RankingHashes } from './hash-ranking.ts';
import type { RoundRanking } from './rank-round.ts';

/** A row of `mtx rank --json` with all that explains it; words besides come with `--explain`. */
export type RankingJsonRow = RankingRow & { readonly explanation: Omit<Explanation, 'trackId' | 'row'> };

/** A track of `mtx rank --json`; `track` is the track's id. */
export type RankingJsonTrack = {
  readonly track: string;
  readonly quota: number | null;
  readonly rows: readonly RankingJsonRow[];
} & Omit<RankedTrack, 'trackId' | 'quota' | 'rows'>;

/** What `mtx rank --json` prints: a stable interface; fields may be added, none renamed. */
export type RankingJson = { readonly roundId: string } & RankingHashes & {
    readonly tracks: readonly RankingJsonTrack[];
  };

/** Brings a ranking into the shape of `mtx rank --json`. */
export function rankingJson({
  round,
  input,
  ranking,
  hashes,
}: Pick<RoundRanking, 'input' | 'ranking' | 'hashes'> & { readonly round: { readonly id: string } }): Result<
  RankingJson,
  RankingRefusal
> {
  const explain = makeExplainer(input, ranking);
  if (!explain.ok) return explain;
  const describe = (row: RankingRow): RankingJsonRow => {
    const { trackId: _, row: __, ...explanation } = explain.value(row.candidateId);
    return { ...leadingFields(row), explanation };
  };
  const { policyHash, inputsHash, resultHash } = hashes;
  const tracks = ranking.tracks.map(({ trackId, quota, rows, ...rest }) => ({
    track: trackId,
    quota,
    rows: rows.map(describe),
    ...rest,
  }));
  return ok({ roundId: round.id, policyHash, inputsHash, resultHash, tracks });
}

/** Leads with the fields of the interface, in its order, for those who read the text. */
function leadingFields(row: RankingRow): RankingRow {
  const { rank, candidateId, code, name, score, exact, sheets, trimmed, status, tie, ...rest } = row;
  return { rank, candidateId, code, name, score, exact, sheets, trimmed, status, tie, ...rest };
}
