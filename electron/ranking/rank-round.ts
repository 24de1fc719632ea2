import { ok, type Result } from '#shared/base/result.ts';
import { rankRound as rankSheets } from '#shared/ranking/rank-round.ts';
import type { Ranking, RankingInput } from '#shared/ranking/ranking.ts';
import type { RankingCode } from '#shared/ranking/sentences.ts';
import type { Policy } from '#shared/round/policy.ts';
import type { Round } from '#shared/round/round.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import { loadRound } from '../round/load-round.ts';
import type { Workspace } from '../workspace/workspace.ts';
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
