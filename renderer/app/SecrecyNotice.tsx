import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog/Dialog.tsx';

/** The notice of the first start: not for state secrets (不得处理国家秘密). It must be answered. */
export function SecrecyNotice({ onAgree }: { readonly onAgree: () => void }) {
  const { t } = useTranslation(['app', 'common']);
  return (
    <Dialog
      title={t('secrecy.title')}
      footer={
        <button type="button" className="button main" onClick={onAgree}>
          {t('secrecy.agree')}
        </button>
      }
    >
      <p>{t('secrecy.body')}</p>
      <p>{t('secrecy.local')}</p>
    </Dialog>
  );
}
