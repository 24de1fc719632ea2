import { lookUp } from '#shared/base/at.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { listCandidates } from '#shared/ranking/columns.ts';
import type { Language } from '#shared/base/sentence.ts';
import { describeExplanation, type ExplanationText } from '#shared/ranking/describe-explanation.ts';
import { makeExplainer } from '#shared/ranking/explain-candidate.ts';
import type { Explanation } from '#shared/ranking/explanation.ts';
import type { RankingCandidate } from '#shared/ranking/ranking.ts';
import type { RankingRefusal } from '#shared/ranking/order-round.ts';
import type { RankingCode } from '#shared/ranking/sentences.ts';
import { loadExperts } from '../experts/list-experts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { RoundRanking } from './rank-round.ts';

/** A candidate's explanation as data and as sentences in both languages, experts by their names. */
export type ExplainedCandidate = Explanation & {
  readonly candidate: RankingCandidate;
  readonly text: Readonly<Record<Language, ExplanationText>>;
};

/** Explains the candidate of a code in a ranking that was just made; `*` explains all that take part, in its order. */
export function explainByCode(
  workspace: Workspace,
  { input, ranking, round }: Pick<RoundRanking, 'input' | 'ranking' | 'round'>,
  code: string,
): Result<readonly ExplainedCandidate[], RankingRefusal | RankingCode> {
  const explain = makeExplainer(input, ranking);
  if (!explain.ok) return explain;
  const names = new Map(loadExperts(workspace.db, round.id).map(({ id, name }) => [id, name]));
  const candidates = new Map(listCandidates(input).map((candidate) => [candidate.id, candidate]));
  const explained = ranking.tracks.flatMap(({ rubricId, rows }) => {
    const rubric = lookUp(new Map(input.rubrics.map((one) => [one.id, one])), rubricId);
    const context = { policy: input.policy, rubric, nameExpert: (id: string) => names.get(id) ?? id };
    return rows
      .filter((row) => code === '*' || row.code === code)
      .map(({ candidateId }): ExplainedCandidate => {
        const explanation = explain.value(candidateId);
        const say = (language: Language): ExplanationText => describeExplanation(explanation, { ...context, language });
        const text = { 'zh-CN': say('zh-CN'), en: say('en') };
        return { ...explanation, candidate: lookUp(candidates, candidateId), text };
      });
  });
  if (explained.length > 0 || code === '*') return ok(explained);
  const known = listCandidates(input).some((candidate) => candidate.code === code);
  return fail(known ? 'ranking.code-trial' : 'ranking.code-unknown', { code });
}
