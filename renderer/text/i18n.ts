import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#shared/base/sentence.ts';
import { app as appEn } from './en/app.ts';
import { common as commonEn } from './en/common.ts';
import { app } from './zh-CN/app.ts';
import { common } from './zh-CN/common.ts';
import type { expert } from './zh-CN/expert.ts';
import type { office } from './zh-CN/office.ts';
import type { Texts } from './texts.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    returnNull: false;
    resources: {
      common: typeof common;
      app: typeof app;
      expert: typeof expert;
      office: typeof office;
    };
  }
}

const texts = createInstance();

type FeatureTexts = { readonly expert: typeof expert; readonly office: typeof office };

/** Starts the texts in a language; those of the app and the common ones are there at once. */
export function startTexts(language: Language): void {
  void texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    defaultNS: 'common',
    ns: ['common', 'app'],
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    resources: { 'zh-CN': { common, app }, en: { common: commonEn, app: appEn } },
  });
}

/** Adds a feature's texts in both languages; called by the feature's module when it loads. */
export function addTexts<Name extends keyof FeatureTexts>(
  name: Name,
  words: { readonly zh: FeatureTexts[Name]; readonly en: Texts<FeatureTexts[Name]> },
): void {
  texts.addResourceBundle('zh-CN', name, words.zh);
  texts.addResourceBundle('en', name, words.en);
}

/** Changes the language of all texts at run time. */
export function changeLanguage(language: Language): void {
  void texts.changeLanguage(language);
}
