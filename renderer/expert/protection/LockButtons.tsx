import LockOutlined from '@ant-design/icons/es/icons/LockOutlined';
import SafetyOutlined from '@ant-design/icons/es/icons/SafetyOutlined';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../../bridge/bridge.ts';
import { useShortcuts } from '../../ui/keyboard/shortcuts.ts';
import { noticeFailure } from '../../ui/notice/notices.ts';
import { InTopBar } from '../../ui/top-bar/InTopBar.tsx';
import { ProtectionSettings } from './ProtectionSettings.tsx';

/** What was typed last is stored when its field is left, before the lock falls. */
async function lock(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const result = await bridge.lockHome({});
  if (!result.ok) noticeFailure(result.error);
}

/** In the top bar while the work is open: lock it, or set how it is protected. */
export function LockButtons() {
  const { t } = useTranslation('expert');
  const [settings, setSettings] = useState(false);
  useShortcuts(t('protection.settings.title'), [
    { keys: 'Ctrl+Shift+L', label: t('protection.lock'), run: () => void lock(), inFields: true },
  ]);
  return (
    <>
      <InTopBar place="end">
        <button type="button" className="button quiet" title={t('protection.lockHint')} onClick={() => void lock()}>
          <LockOutlined />
          <span>{t('protection.lock')}</span>
        </button>
        <button
          type="button"
          className="button quiet icon-only"
          title={t('protection.settings.title')}
          onClick={() => setSettings(true)}
        >
          <SafetyOutlined />
          <span className="only-read">{t('protection.settings.title')}</span>
        </button>
      </InTopBar>
      {settings && <ProtectionSettings onClose={() => setSettings(false)} />}
    </>
  );
}
