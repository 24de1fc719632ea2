import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SavedFile } from '#shared/ipc/app-calls.ts';
import { bridge } from '../../bridge/bridge.ts';
import { noticeFailure } from '../../ui/notice/notices.ts';

/** What was exported just now. */
export function SavedFiles({ files }: { readonly files: readonly SavedFile[] }) {
  const { t } = useTranslation(['office', 'common']);

  async function show(id: string): Promise<void> {
    const shown = await bridge.showSavedFile({ id });
    if (!shown.ok) noticeFailure(shown.error);
  }

  return (
    <section className="report-form" aria-live="polite">
      <h2>{t('reports.savedFiles')}</h2>
      <ul>
        {files.map(({ id, name, place }) => (
          <li key={id} className="report-saved">
            <span>{name}</span>
            <span className="office-faint">{t('reports.savedIn', { place })}</span>
            <Button type="link" onClick={() => void show(id)}>
              {t('common:showInFolder')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
