import { fail, ok, type Result } from '#shared/base/result.ts';
import type { Language } from '#shared/base/sentence.ts';
import { describeExplanation, type ExplanationText } from '#shared/ranking/describe-explanation.ts';
import { explainCandidate } from '#shared/ranking/explain-candidate.ts';
import type { ExplanationContext } from '#shared/ranking/explanation-words.ts';
import type { Explanation } from '#shared/ranking/explanation.ts';
import type { RankingCandidate } from '#shared/ranking/ranking.ts';
import type { RankingRefusal } from '#shared/ranking/rank-round.ts';
import type { RankingCode } from '#shared/ranking/sentences.ts';
import { loadExperts } from '../experts/list-experts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { RoundRanking } from './rank-round.ts';

/** A candidate's explanation as data and as sentences in both languages, experts by their names. */
export type ExplainedCandidate = Explanation & {
  readonly candidate: RankingCandidate;
  readonly text: Readonly<Record<Language, ExplanationText>>;
};

/** Explains the candidate of a code in a ranking that was just made. */
export function explainByCode(
  workspace: Workspace,
  { input, ranking, round }: RoundRanking,
  code: string,
): Result<ExplainedCandidate, RankingRefusal | RankingCode> {
  const candidate = input.candidates.find((one) => one.code === code);
  if (candidate === undefined) return fail('ranking.code-unknown', { code });
  const explained = explainCandidate(input, ranking, candidate.id);
  if (!explained.ok) return explained;
  const explanation = explained.value;
  const track = ranking.tracks.find(({ trackId }) => trackId === explanation?.trackId);
  const rubric = input.rubrics.find(({ id }) => id === track?.rubricId);
  if (explanation === undefined || rubric === undefined) return fail('ranking.code-trial', { code });
  const names = new Map(loadExperts(workspace.db, round.id).map(({ id, name }) => [id, name]));
  const context: Omit<ExplanationContext, 'language'> = {
    policy: input.policy,
    rubric,
    nameExpert: (id) => names.get(id) ?? id,
  };
  const say = (language: Language): ExplanationText => describeExplanation(explanation, { ...context, language });
  return ok({ ...explanation, candidate, text: { 'zh-CN': say('zh-CN'), en: say('en') } });
}
