import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#shared/base/result.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useProgress } from '../../bridge/use-progress.ts';
import { FailureText } from '../../ui/notice/FailureText.tsx';
import { noticeFailure } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { ProgressBar } from '../../ui/page/ProgressBar.tsx';

type ExportProgressProps = {
  readonly what: 'exportForm' | 'exportForms';
  readonly label: string;
  /** Also before the first step is told; else what is done at once shows no bar. */
  readonly atOnce?: boolean;
};

/** How far a running export is, and a way to end it. */
export function ExportProgress({ what, label, atOnce = false }: ExportProgressProps) {
  const { t } = useTranslation('office');
  const progress = useProgress(what, true);
  const [cancelling, setCancelling] = useState(false);

  async function cancel(): Promise<void> {
    setCancelling(true);
    const done = await bridge.cancelExport({});
    if (!done.ok) noticeFailure(done.error);
  }

  if (progress === null && !atOnce) return null;
  return (
    <div className="report-progress">
      <ProgressBar done={progress?.done ?? 0} total={progress?.total ?? 1} label={label} item={progress?.item ?? ''} />
      <Button disabled={cancelling} onClick={() => void cancel()}>
        {cancelling ? t('reports.batch.cancelling') : t('reports.batch.cancel')}
      </Button>
    </div>
  );
}

/** Why an export came to nothing; that somebody cancelled it is no error. */
export function ExportFailure({ failure }: { readonly failure: Failure }) {
  if (failure.code !== 'reports.cancelled') return <ErrorPanel failure={failure} />;
  return (
    <output className="report-outcome">
      <FailureText failure={failure} />
    </output>
  );
}
