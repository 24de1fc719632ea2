import { ok, type Result } from '#shared/base/result.ts';
import type { RankingInput } from '#shared/ranking/ranking.ts';
import { listCriteria } from '#shared/round/rubric.ts';
import type { Round } from '#shared/round/round.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import { loadExperts } from '../experts/list-experts.ts';
import { loadRankingInput } from '../ranking/load-ranking-input.ts';
import { loadRound } from '../round/load-round.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What an analysis of a round is made from, and the names that its figures are told with. */
export type AnalysisInput = {
  readonly round: Round;
  readonly input: RankingInput;
  readonly experts: readonly { readonly id: string; readonly name: string; readonly unit: string }[];
};

/** Reads everything at once, so that the analysis itself needs no database. */
export function loadAnalysis(
  workspace: Workspace,
  { roundId }: { readonly roundId: string },
): Result<AnalysisInput, RoundCode> {
  const round = loadRound(workspace.db, roundId);
  if (!round.ok) return round;
  return ok({
    round: round.value,
    input: loadRankingInput(workspace.db, round.value),
    experts: loadExperts(workspace.db, roundId).map(({ id, name, unit }) => ({ id, name, unit })),
  });
}

/** Names of a rubric's criteria by id. */
export function criterionNames({ rubrics, tracks }: RankingInput, trackId: string): ReadonlyMap<string, string> {
  const track = tracks.find(({ id }) => id === trackId);
  const rubric = rubrics.find(({ id }) => id === track?.rubricId);
  return new Map((rubric === undefined ? [] : listCriteria(rubric)).map(({ id, name }) => [id, name]));
}
