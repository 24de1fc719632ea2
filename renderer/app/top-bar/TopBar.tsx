import BgColorsOutlined from '@ant-design/icons/es/icons/BgColorsOutlined';
import FontSizeOutlined from '@ant-design/icons/es/icons/FontSizeOutlined';
import HomeOutlined from '@ant-design/icons/es/icons/HomeOutlined';
import QuestionCircleOutlined from '@ant-design/icons/es/icons/QuestionCircleOutlined';
import TranslationOutlined from '@ant-design/icons/es/icons/TranslationOutlined';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '#shared/ipc/app-calls.ts';
import { takeTopBarEnd, takeTopBarStart } from '../../ui/top-bar/top-bar.ts';
import { firstPreferences, goHome, savePreferences, useApp } from '../app-store.ts';
import { PopChoice } from './PopChoice.tsx';
import './top-bar.css';

const textSizes = [14, 18, 22, 26, 30] as const;
const themes = ['system', 'light', 'dark', 'contrast'] as const;
const languages: readonly { readonly value: Preferences['language']; readonly label: string }[] = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
];

function TextSizeChoice({ value }: { readonly value: Preferences['textSize'] }) {
  const { t } = useTranslation(['app', 'common']);
  return (
    <PopChoice
      label={t('bar.textSize')}
      icon={<FontSizeOutlined />}
      value={`${value}`}
      options={textSizes.map((size) => ({ value: `${size}`, label: t(`bar.textSizes.size${size}`) }))}
      onChange={(chosen) => {
        const textSize = textSizes.find((size) => `${size}` === chosen);
        if (textSize !== undefined) void savePreferences({ textSize });
      }}
    />
  );
}

function ThemeChoice({ value }: { readonly value: Preferences['theme'] }) {
  const { t } = useTranslation(['app', 'common']);
  return (
    <PopChoice
      label={t('bar.theme')}
      icon={<BgColorsOutlined />}
      value={value}
      options={themes.map((theme) => ({ value: theme, label: t(`bar.themes.${theme}`) }))}
      onChange={(theme) => void savePreferences({ theme })}
    />
  );
}

/** The bar over every page: a feature's title and state, then text size, theme, language and help. */
export function TopBar({ onHelp }: { readonly onHelp: () => void }) {
  const { t } = useTranslation(['app', 'common']);
  const atHome = useApp((state) => state.place.at === 'home');
  const preferences = useApp((state) => state.app?.preferences ?? firstPreferences);
  return (
    <header className="top-bar">
      {atHome ? (
        <span className="top-bar-product">{t('common:product')}</span>
      ) : (
        <button type="button" className="button quiet icon-only" title={t('bar.home')} onClick={goHome}>
          <HomeOutlined />
          <span className="only-read">{t('bar.home')}</span>
        </button>
      )}
      <div className="top-bar-start" ref={takeTopBarStart} />
      <div className="top-bar-end" ref={takeTopBarEnd} />
      <TextSizeChoice value={preferences.textSize} />
      <ThemeChoice value={preferences.theme} />
      <PopChoice
        label={t('bar.language')}
        icon={<TranslationOutlined />}
        value={preferences.language}
        options={languages}
        onChange={(language) => void savePreferences({ language })}
      />
      <button type="button" className="button quiet icon-only" title={t('bar.help')} onClick={onHelp}>
        <QuestionCircleOutlined />
        <span className="only-read">{t('bar.help')}</span>
      </button>
    </header>
  );
}
