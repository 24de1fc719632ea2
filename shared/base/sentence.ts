import type { FailureDetail } from './result.ts';

/** The two languages of the product. */
export type Language = 'zh-CN' | 'en';

/** One sentence in both languages; `{{name}}` stands for a value of the failure's detail. */
export type Sentence = { readonly zh: string; readonly en: string };

/** A feature's codes with their sentences. */
export type Sentences = Readonly<Record<string, Sentence>>;

/** Fills the `{{placeholders}}` of a sentence; a placeholder without a value is shown as an ellipsis. */
export function fillSentence(sentence: Sentence, language: Language, detail: FailureDetail = {}): string {
  const text = language === 'zh-CN' ? sentence.zh : sentence.en;
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(detail[name] ?? '…'));
}
