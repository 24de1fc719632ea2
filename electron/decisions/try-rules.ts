import { fail, ok, type Result } from '#shared/base/result.ts';
import type { Quotas } from '#shared/decisions/decision.ts';
import { voidExperts } from '#shared/ranking/columns.ts';
import { compareRankings, type Move } from '#shared/ranking/compare-rankings.ts';
import { rankRound as rankSheets } from '#shared/ranking/rank-round.ts';
import type { Ranking, RankingInput } from '#shared/ranking/ranking.ts';
import type { Policy } from '#shared/round/policy.ts';
import { hashRanking, type RankingHashes } from '../ranking/hash-ranking.ts';
import { currentRanking } from '../ranking/current-ranking.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { changeRules } from './change-rules.ts';

/** What a trial changes; what is left out stays as the round has it. */
export type TrialChange = {
  /** Null: the round's own policy. */
  readonly policy: Policy | null;
  readonly quotas: Quotas;
  /** Experts whose sheets are left out, as if their opinion were void. */
  readonly voidExperts: readonly string[];
};

/** 试算: a second ranking beside the first. */
export type Trial = {
  /** What the trial was ranked from. */
  readonly input: RankingInput;
  readonly ranking: Ranking;
  readonly hashes: RankingHashes;
  readonly moves: readonly Move[];
  /** The policy that the trial was ranked by, its total quota brought up to date. */
  readonly policy: Policy;
};

/** Ranks a round under other rules, beside its own ranking. Nothing is recorded. */
export function tryRules(workspace: Workspace, roundId: string, change: TrialChange): Result<Trial> {
  const made = currentRanking(workspace, roundId);
  if (!made.ok) return made;
  const { round, input, ranking } = made.value;
  const stranger = change.voidExperts.find(
    (id) =>
      workspace.db.prepare('SELECT 1 FROM round_experts WHERE round_id = ? AND expert_id = ?').get(roundId, id) ===
      undefined,
  );
  if (stranger !== undefined) return fail('decision.expert-unknown', { expert: stranger });
  const { policy, tracks } = changeRules(round.design, {
    policy: change.policy ?? round.design.policy,
    quotas: change.quotas,
  });
  const left = new Set(change.voidExperts);
  const trialInput = { ...voidExperts(input, left), policy, tracks };
  const trial = rankSheets(trialInput);
  if (!trial.ok) return trial;
  return ok({
    input: trialInput,
    ranking: trial.value,
    hashes: hashRanking(trialInput, trial.value),
    moves: compareRankings(ranking, trial.value),
    policy,
  });
}
