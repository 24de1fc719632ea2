import { fillSentence } from '#shared/base/sentence.ts';
import { describeRefusal } from '#shared/receipts/refusal-words.ts';
import { useLanguage } from '../text/language.ts';

/** What the office's refusal means for the expert and what to do now, in the language on the screen. */
export function useRefusal(): (code: string) => string {
  const language = useLanguage();
  return (code) => fillSentence(describeRefusal(code), language);
}
