import { useTranslation } from 'react-i18next';
import type { Failure } from '#shared/base/result.ts';
import type { Language } from '#shared/base/sentence.ts';
import { describeFailure } from '#shared/text/sentences.ts';

/** The language on the screen; a component that uses it is drawn again when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh-CN';
}

/** The sentence of a failure in the language on the screen. */
export function useSentence(): (failure: Failure) => string {
  const language = useLanguage();
  return (failure) => describeFailure(failure, language);
}
