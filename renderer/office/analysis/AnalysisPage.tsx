import { Button } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { PageHeader } from '../../ui/page/PageHeader.tsx';
import { openPage } from '../office-store.ts';
import { AnalysisTracks } from './AnalysisTracks.tsx';
import { useRobustness } from './use-robustness.ts';
import './analysis.css';

/** 分析: how far experts agree and how firm the ranking is; words first, figures second. */
export function AnalysisPage({ view }: { readonly view: RoundView }) {
  const { t } = useTranslation('office');
  const draft = view.round.status === 'draft';
  if (!draft && view.counts.sheetsIn > 0) return <Analysed view={view} />;
  return (
    <div className="office-page">
      <PageHeader title={t('shell.stages.analysis')} hint={draft ? undefined : t('analysis.hint')} />
      <EmptyState
        title={draft ? t('analysis.draftTitle') : t('analysis.noSheetsTitle')}
        hint={t('analysis.draftHint')}
        action={
          <Button type="primary" onClick={() => openPage(draft ? 'tasks' : 'intake')}>
            {draft ? t('analysis.toTasks') : t('analysis.toIntake')}
          </Button>
        }
      />
    </div>
  );
}

function Analysed({ view: { round } }: { readonly view: RoundView }) {
  const { t } = useTranslation('office');
  const load = useCallback(() => bridge.getAgreement({ roundId: round.id }), [round.id]);
  const [loaded, again] = useLoaded(load);
  const robustness = useRobustness(round.id);
  return (
    <div className="office-page">
      <PageHeader title={t('shell.stages.analysis')} hint={t('analysis.hint')}>
        <Button
          onClick={() => {
            again();
            robustness.start();
          }}
        >
          {t('analysis.again')}
        </Button>
      </PageHeader>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'failed' && (
        <div className="office-error">
          <ErrorPanel failure={loaded.failure} onRetry={again} />
        </div>
      )}
      {loaded.state === 'ready' && <AnalysisTracks view={loaded.value} round={round} robustness={robustness} />}
    </div>
  );
}
