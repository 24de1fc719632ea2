import { Button } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { formatMinute } from '../../text/format.ts';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { PageHeader } from '../../ui/page/PageHeader.tsx';
import { openPage } from '../office-store.ts';
import { RankingBoards } from './RankingBoards.tsx';
import './ranking.css';

/** 排名: one board per track; a reference for the office's decision, never a decision by itself. */
export function RankingPage({ view }: { readonly view: RoundView }) {
  const { t } = useTranslation('office');
  if (view.round.status === 'draft')
    return (
      <div className="office-page">
        <PageHeader title={t('shell.stages.ranking')} />
        <EmptyState
          title={t('ranking.draftTitle')}
          hint={t('ranking.draftHint')}
          action={
            <Button type="primary" onClick={() => openPage('tasks')}>
              {t('ranking.toTasks')}
            </Button>
          }
        />
      </div>
    );
  if (view.counts.sheetsIn === 0)
    return (
      <div className="office-page">
        <PageHeader title={t('shell.stages.ranking')} hint={t('ranking.hint')} />
        <EmptyState
          title={t('ranking.noSheetsTitle')}
          hint={t('ranking.draftHint')}
          action={
            <Button type="primary" onClick={() => openPage('intake')}>
              {t('ranking.toIntake')}
            </Button>
          }
        />
      </div>
    );
  return <Ranked view={view} />;
}

function Ranked({ view: { round } }: { readonly view: RoundView }) {
  const { t } = useTranslation('office');
  const load = useCallback(() => bridge.rankRound({ roundId: round.id }), [round.id]);
  const [loaded, again] = useLoaded(load);
  const hint =
    loaded.state === 'ready'
      ? `${t('ranking.hint')} ${t('ranking.rankedAt', { time: formatMinute(loaded.value.rankedAt) })}`
      : t('ranking.hint');
  return (
    <div className="office-page">
      <PageHeader title={t('shell.stages.ranking')} hint={hint}>
        <Button onClick={again}>{t('ranking.again')}</Button>
        <Button type="primary" onClick={() => openPage('reports')}>
          {t('ranking.export')}
        </Button>
      </PageHeader>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'failed' && (
        <div className="office-error">
          <ErrorPanel failure={loaded.failure} onRetry={again} />
        </div>
      )}
      {loaded.state === 'ready' && <RankingBoards result={loaded.value} round={round} />}
    </div>
  );
}
