import ExportOutlined from '@ant-design/icons/es/icons/ExportOutlined';
import { Button } from 'antd';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { noticeDone, noticeFailure } from '../../ui/notice/notices.ts';
import type { FilePlace } from './dossier-file.ts';

/** 用其他程序打开: the main process warns first, then hands a copy to the system's program. */
export function OpenOutside({ place }: { readonly place: FilePlace }) {
  const { t } = useTranslation('expert');
  const { run, busy, failure } = useAction(bridge.openDossierOutside);
  useEffect(() => {
    if (failure !== null) noticeFailure(failure);
  }, [failure]);
  const open = useCallback(async () => {
    const opened = await run(place);
    if (opened !== null) noticeDone(t('dossier.openedOutside', opened));
  }, [run, place, t]);
  return (
    <Button icon={<ExportOutlined />} loading={busy} onClick={() => void open()}>
      {t('dossier.openOutside')}
    </Button>
  );
}
