import type { Result } from '#shared/base/result.ts';
import { compareRankings } from '#shared/ranking/compare-rankings.ts';
import type { RankingRefusal } from '#shared/ranking/order-round.ts';
import { rankRound } from '#shared/ranking/rank-round.ts';
import type { RankingRow } from '#shared/ranking/ranking.ts';
import { makeSample } from '#shared/ranking/worked-sample.ts';
import type { Policy } from '#shared/round/policy.ts';
import type { RoundDesign } from '#shared/round/round.ts';

/** A row of the preview. `places`: gained (positive) or lost against the saved rule; null when that cannot be said. */
export type PreviewRow = Pick<RankingRow, 'code' | 'rank' | 'score' | 'status' | 'sheets' | 'trimmed'> & {
  readonly changed: boolean;
  readonly places: number | null;
};

/** The worked sample under a rule as it is being edited, beside the rule as it was saved. */
export function previewPolicy(
  design: Pick<RoundDesign, 'tracks' | 'rubrics' | 'policy'>,
  saved: Policy,
): Result<readonly PreviewRow[], RankingRefusal> {
  const edited = rankRound(makeSample(design, design.policy));
  if (!edited.ok) return edited;
  const before = rankRound(makeSample(design, saved));
  const moves = new Map(
    before.ok ? compareRankings(before.value, edited.value).map((move) => [move.candidateId, move]) : [],
  );
  const rows = edited.value.tracks.flatMap((track) => track.rows);
  return {
    ok: true,
    value: rows.map(({ candidateId, code, rank, score, status, sheets, trimmed }) => {
      const move = moves.get(candidateId);
      return { code, rank, score, status, sheets, trimmed, changed: move !== undefined, places: move?.places ?? null };
    }),
  };
}
