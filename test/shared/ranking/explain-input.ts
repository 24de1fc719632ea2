import { describeExplanation } from '#shared/ranking/describe-explanation.ts';
import { makeExplainer } from '#shared/ranking/explain-candidate.ts';
import type { Explanation } from '#shared/ranking/explanation.ts';
import type { ListedInput } from '#shared/ranking/ranking.ts';
import { buildInput, rankInput, type RoundSpec } from './build-input.ts';

/** The explanation of a candidate of a round that the test knows to be rankable. */
export function explain(spec: RoundSpec, code: string): Explanation {
  return explainInput(buildInput(spec), code);
}

function explainInput(input: ListedInput, code: string): Explanation {
  const made = makeExplainer(input, rankInput(input));
  if (!made.ok) throw new Error(made.error.code);
  return made.value(code);
}

/** All its sentences; an expert's name is its id in capitals. */
export function sayAll(spec: RoundSpec, code: string, language: 'zh-CN' | 'en' = 'zh-CN'): string {
  const input = buildInput(spec);
  const [used] = input.rubrics;
  if (used === undefined) throw new Error('no rubric');
  const nameExpert = (id: string): string => id.toUpperCase();
  const context = { language, policy: input.policy, rubric: used, nameExpert };
  return describeExplanation(explainInput(input, code), context)
    .flatMap(({ lines }) => lines)
    .join('\n');
}
