import { ConfigProvider } from 'antd';
import enUs from 'antd/es/locale/en_US';
import zhCn from 'antd/es/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, useMemo, type ReactNode } from 'react';
import { useLanguage } from '../../text/language.ts';
import { makeAntdTheme } from './antd-theme.ts';
import { useAppearance } from './appearance.ts';

/**
 * Gives antd its theme, language and habits. Each side of the app (expert, office) wraps itself in it, so that the first
 * screen need not load antd.
 */
export function AntdProvider({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  const { dark, generation } = useAppearance();
  // The generation stands for the tokens, which live in the document.
  const theme = useMemo(() => ({ generation, config: makeAntdTheme(dark) }), [dark, generation]).config;
  useEffect(() => {
    dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en');
  }, [language]);
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'zh-CN' ? zhCn : enUs}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  );
}
