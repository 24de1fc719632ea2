import type { FailureDetail } from '../base/result.ts';
import type { Language } from '../base/sentence.ts';
import type { Policy } from '../round/policy.ts';
import { listCriteria, type Rubric } from '../round/rubric.ts';
import type { ExplanationSentence } from './explanation-sentences.ts';

/** What the words of an explanation need beside it. */
export type ExplanationContext = {
  readonly language: Language;
  readonly policy: Policy;
  readonly rubric: Rubric;
  /** A name or an alias, as the reader may see it. */
  readonly nameExpert: (expertId: string) => string;
};

/** Fills a sentence of the explanation. */
export type Say = (sentence: ExplanationSentence, detail?: FailureDetail) => string;

/** Items joined as the language does. */
export function joinItems(items: readonly string[], language: Language): string {
  return items.join(language === 'zh-CN' ? '、' : ', ');
}

/** Names of criteria, categories or gates of a rubric. */
export function nameItems(ids: readonly string[], { rubric, language }: ExplanationContext): string {
  const known = [...rubric.categories, ...listCriteria(rubric), ...rubric.gates];
  return joinItems(
    ids.map((id) => known.find((item) => item.id === id)?.name ?? id),
    language,
  );
}
