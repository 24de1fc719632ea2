import { ok, type Result } from '#shared/base/result.ts';
import type { RankingView } from '#shared/ipc/office-views.ts';
import { boardOf } from '#shared/ranking/board.ts';
import { rankRound as rankSheets } from '#shared/ranking/rank-round.ts';
import type { Ranking, RankingInput } from '#shared/ranking/ranking.ts';
import type { RankingCode } from '#shared/ranking/sentences.ts';
import type { Policy } from '#shared/round/policy.ts';
import type { Round } from '#shared/round/round.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import { loadExperts } from '../experts/list-experts.ts';
import { loadRound } from '../round/load-round.ts';
import { currentTime, type Workspace } from '../workspace/workspace.ts';
import { hashRanking, type RankingHashes } from './hash-ranking.ts';
import { loadRankingInput } from './load-ranking-input.ts';

/** A ranking with what it was made from. */
export type RoundRanking = {
  readonly round: Round;
  readonly input: RankingInput;
  readonly ranking: Ranking;
  readonly hashes: RankingHashes;
};

/**
 * Ranks a round from the sheets of its current results.
 * @param policy another rule than the round's own, for a look; nothing is recorded
 */
export function makeRanking(
  workspace: Workspace,
  roundId: string,
  policy?: Policy,
): Result<RoundRanking, RoundCode | RankingCode> {
  const round = loadRound(workspace.db, roundId);
  if (!round.ok) return round;
  const input = loadRankingInput(workspace.db, round.value, policy);
  const ranking = rankSheets(input);
  if (!ranking.ok) return ranking;
  return ok({
    round: round.value,
    input,
    ranking: ranking.value,
    hashes: hashRanking(input, ranking.value),
  });
}

/** The ranking for the window. */
export function rankRound(
  workspace: Workspace,
  { roundId }: { roundId: string },
): Result<RankingView, RoundCode | RankingCode> {
  const made = makeRanking(workspace, roundId);
  if (!made.ok) return made;
  return ok({
    ranking: boardOf(made.value.ranking),
    ...made.value.hashes,
    rankedAt: currentTime(workspace),
    experts: loadExperts(workspace.db, roundId).map(({ id, name, unit }) => ({ id, name, unit })),
    outstanding: countOutstanding(workspace, roundId),
  });
}

/** Assigned sheets that no current result answers. */
function countOutstanding({ db }: Workspace, roundId: string): number {
  const count = db
    .prepare<{ roundId: string }, number>(
      `SELECT count(*) FROM assignments a WHERE a.round_id = :roundId AND NOT EXISTS (
         SELECT 1 FROM results r JOIN sheets s ON s.result = r.statement
         WHERE r.round_id = a.round_id AND r.expert_id = a.expert_id AND r.current = 1
           AND s.candidate_id = a.candidate_id)`,
    )
    .pluck();
  return Number(count.get({ roundId }));
}
