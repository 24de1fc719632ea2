import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ExportOutcome } from '#shared/ipc/report-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import type { Action } from '../../bridge/use-action.ts';
import { FailureText } from '../../ui/notice/FailureText.tsx';
import { noticeFailure } from '../../ui/notice/notices.ts';
import { ExportFailure, ExportProgress } from './ExportProgress.tsx';

export type BatchAction = Action<Parameters<typeof bridge.exportForms>, ExportOutcome>;

/** How exporting everything goes, and what it came to. */
export function BatchExport({
  batch,
  outcome,
}: {
  readonly batch: BatchAction;
  readonly outcome: ExportOutcome | null;
}) {
  const { t } = useTranslation('office');
  return (
    <>
      {batch.busy && <ExportProgress what="exportForms" label={t('reports.batch.running')} atOnce />}
      {batch.failure !== null && <ExportFailure failure={batch.failure} />}
      {outcome !== null && !batch.busy && <Outcome outcome={outcome} />}
    </>
  );
}

function Outcome({ outcome: { folder, files, skipped } }: { readonly outcome: ExportOutcome }) {
  const { t } = useTranslation(['office', 'common']);

  async function show(): Promise<void> {
    const shown = await bridge.showSavedFile({ id: folder.id });
    if (!shown.ok) noticeFailure(shown.error);
  }

  const reasons = new Map(skipped.map((one) => [`${one.form} ${one.code}`, one]));
  return (
    <section className="report-outcome" aria-live="polite">
      <p>
        {t('reports.batch.done', { count: files })}
        <Button type="link" onClick={() => void show()}>
          {t('common:showInFolder')}
        </Button>
      </p>
      <p className="office-faint">{`${folder.name}　${t('reports.savedIn', { place: folder.place })}`}</p>
      {reasons.size > 0 && (
        <>
          <p>{t('reports.batch.skipped')}</p>
          <ul>
            {[...reasons.values()].map((one) => (
              <li key={`${one.form} ${one.code}`}>
                {one.form !== 'slip' && <strong>{t(`reports.forms.${one.form}`)}　</strong>}
                <FailureText failure={one} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
