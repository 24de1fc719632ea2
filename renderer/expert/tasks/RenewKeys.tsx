import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { noticeDone } from '../../ui/notice/notices.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';

type RenewKeysProps = {
  readonly taskId: string;
  readonly onClose: () => void;
  /** With the fingerprint of the new key. */
  readonly onRenewed: (fingerprint: string) => void;
};

/** 更换密钥: what it does, and when it is the right thing to do. */
export function RenewKeysDialog({ taskId, onClose, onRenewed }: RenewKeysProps) {
  const { t } = useTranslation(['expert', 'common']);
  const renewing = useAction(bridge.renewTaskKeys);
  const renew = async (): Promise<void> => {
    const renewed = await renewing.run({ taskId });
    if (renewed === null) return;
    noticeDone(t('renewal.done'));
    onRenewed(renewed.fingerprint);
  };
  return (
    <Dialog
      title={t('renewal.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button danger loading={renewing.busy && { delay: 200 }} onClick={() => void renew()}>
            {t('renewal.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('renewal.when')}</p>
      <p>{t('renewal.effect')}</p>
      {renewing.failure !== null && <ErrorPanel failure={renewing.failure} />}
    </Dialog>
  );
}
