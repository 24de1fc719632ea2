import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportOutcome } from '#shared/ipc/report-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useProgress } from '../../bridge/use-progress.ts';
import type { Action } from '../../bridge/use-action.ts';
import { FailureText } from '../../ui/notice/FailureText.tsx';
import { noticeFailure } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { ProgressBar } from '../../ui/page/ProgressBar.tsx';

export type BatchAction = Action<Parameters<typeof bridge.exportForms>, ExportOutcome>;

/** How exporting everything goes, and what it came to. */
export function BatchExport({
  batch,
  outcome,
}: {
  readonly batch: BatchAction;
  readonly outcome: ExportOutcome | null;
}) {
  return (
    <>
      {batch.busy && <BatchProgress />}
      {batch.failure !== null && batch.failure.code !== 'reports.cancelled' && <ErrorPanel failure={batch.failure} />}
      {batch.failure?.code === 'reports.cancelled' && (
        <output className="report-outcome">
          <FailureText failure={batch.failure} />
        </output>
      )}
      {outcome !== null && !batch.busy && <Outcome outcome={outcome} />}
    </>
  );
}

function BatchProgress() {
  const { t } = useTranslation('office');
  const progress = useProgress('exportForms', true);
  const [cancelling, setCancelling] = useState(false);

  async function cancel(): Promise<void> {
    setCancelling(true);
    const done = await bridge.cancelExport({});
    if (!done.ok) noticeFailure(done.error);
  }

  return (
    <div className="report-progress">
      <ProgressBar
        done={progress?.done ?? 0}
        total={progress?.total ?? 1}
        label={t('reports.batch.running')}
        item={progress?.item ?? ''}
      />
      <Button disabled={cancelling} onClick={() => void cancel()}>
        {cancelling ? t('reports.batch.cancelling') : t('reports.batch.cancel')}
      </Button>
    </div>
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
