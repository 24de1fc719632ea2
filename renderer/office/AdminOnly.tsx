import LockOutlined from '@ant-design/icons/es/icons/LockOutlined';
import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { acts, type Act } from '#shared/identity/acts.ts';
import { useLanguage } from '../text/language.ts';
import { useMay } from './may.ts';

type AdminOnlyProps = {
  readonly act: Act;
  /** Verbs in a toolbar say why when pointed at; a page says it above; `note` only says it, over a page that knows. */
  readonly as: 'page' | 'note' | 'verbs';
  readonly children: ReactNode;
};

/** What only an admin may use: staff see it, disabled, with a word why. */
export function AdminOnly({ act, as, children }: AdminOnlyProps) {
  const { t } = useTranslation('office');
  const language = useLanguage();
  const may = useMay(act);
  const { zh, en } = acts[act].name;
  const why = t('members.adminOnly', { act: language === 'en' ? en : zh });
  if (may) return children;
  // The browser disables every control in it, also those that say for themselves that they are not.
  const disabled = (
    <fieldset disabled className="admin-only" title={why}>
      <ConfigProvider componentDisabled>{children}</ConfigProvider>
    </fieldset>
  );
  if (as === 'verbs') return disabled;
  return (
    <>
      <p className="office-note waiting admin-only-note">
        <LockOutlined aria-hidden="true" />
        <span>{why}</span>
      </p>
      {as === 'note' ? children : disabled}
    </>
  );
}
