import InboxOutlined from '@ant-design/icons/es/icons/InboxOutlined';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { bridge } from '../../bridge/bridge.ts';
import { noticeFailure } from '../../ui/notice/notices.ts';
import { importFiles } from './intake-store.ts';

type IntakeDropProps = {
  readonly busy: boolean;
  /** Nothing has come in yet: the zone takes the page. */
  readonly large: boolean;
};

/** Where result packages are dropped (the whole window takes them), and the same by dialog. */
export function IntakeDrop({ busy, large }: IntakeDropProps) {
  const { t } = useTranslation('office');

  async function choose(purpose: 'results' | 'result-folder'): Promise<void> {
    const chosen = await bridge.chooseFiles({ purpose });
    if (!chosen.ok) return noticeFailure(chosen.error);
    if (chosen.value.length > 0) await importFiles(chosen.value);
  }

  return (
    <section className={large ? 'intake-drop large' : 'intake-drop'} aria-label={t('intake.dropTitle')}>
      <InboxOutlined aria-hidden="true" />
      <div>
        <p className="intake-drop-title">{t('intake.dropTitle')}</p>
        <p className="office-faint">{t('intake.dropHint')}</p>
      </div>
      <div className="intake-drop-verbs">
        <Button type="primary" loading={busy} onClick={() => void choose('results')}>
          {busy ? t('intake.working') : t('intake.chooseFiles')}
        </Button>
        <Button disabled={busy} onClick={() => void choose('result-folder')}>
          {t('intake.chooseFolder')}
        </Button>
      </div>
    </section>
  );
}
