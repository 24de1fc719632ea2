import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { noticeDone } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { loadHome } from './home-store.ts';

/** 忘记口令: says what is lost and what is not, and begins anew once the person has agreed. */
export function StartAnew({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['expert', 'common']);
  const [agreed, setAgreed] = useState(false);
  const start = useAction(bridge.startHomeAnew);
  const run = async (): Promise<void> => {
    const moved = await start.run({ confirmed: true });
    if (moved === null) return;
    noticeDone(t('protection.anew.done', moved));
    await loadHome();
  };
  return (
    <Dialog
      title={t('protection.anew.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button danger disabled={!agreed} loading={start.busy} onClick={() => void run()}>
            {t('protection.anew.verb')}
          </Button>
        </>
      }
    >
      <p>{t('protection.anew.lost')}</p>
      <p>{t('protection.anew.office')}</p>
      <p>{t('protection.anew.kept')}</p>
      <Checkbox checked={agreed} onChange={({ target }) => setAgreed(target.checked)}>
        {t('protection.anew.agree')}
      </Checkbox>
      {start.failure !== null && <ErrorPanel failure={start.failure} />}
    </Dialog>
  );
}
