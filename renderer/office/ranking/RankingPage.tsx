import { Button } from 'antd';
import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ok, type Result } from '#shared/base/result.ts';
import type { RankingView, RoundView } from '#shared/ipc/office-views.ts';
import { unpackTrack } from '#shared/ranking/pack-board.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { formatMinute } from '../../text/format.ts';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { PageHeader } from '../../ui/page/PageHeader.tsx';
import { openPage } from '../office-store.ts';
import { RankingBoards } from './RankingBoards.tsx';
import type { RenderRowVerbs } from './RowDrawer.tsx';
import './ranking.css';

type RankingPageProps = {
  readonly view: RoundView;
  /** Changes when the ranking must be computed again. */
  readonly turn: number;
  /** What can be done about the whole ranking. */
  readonly renderVerbs: (result: RankingView) => ReactNode;
  /** What can be decided about one row. */
  readonly renderRowVerbs: RenderRowVerbs;
};

/** 排名: one board per track; a reference for the office's decision, never a decision by itself. */
export function RankingPage(props: RankingPageProps) {
  const { view } = props;
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
  return <Ranked {...props} />;
}

async function loadRanking(roundId: string): Promise<Result<RankingView>> {
  const loaded = await bridge.rankRound({ roundId });
  return loaded.ok
    ? ok({ ...loaded.value, ranking: { tracks: loaded.value.ranking.tracks.map(unpackTrack) } })
    : loaded;
}

function Ranked({ view: { round }, turn, renderVerbs, renderRowVerbs }: RankingPageProps) {
  const { t } = useTranslation('office');
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- `turn` says when to read again
  const load = useCallback(() => loadRanking(round.id), [round.id, turn]);
  const [loaded, again] = useLoaded(load);
  const hint =
    loaded.state === 'ready'
      ? `${t('ranking.hint')} ${t('ranking.rankedAt', { time: formatMinute(loaded.value.rankedAt) })}`
      : t('ranking.hint');
  return (
    <div className="office-page">
      <PageHeader title={t('shell.stages.ranking')} hint={hint}>
        <Button onClick={again}>{t('ranking.again')}</Button>
        {loaded.state === 'ready' && renderVerbs(loaded.value)}
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
      {loaded.state === 'ready' && (
        <RankingBoards result={loaded.value} round={round} renderRowVerbs={renderRowVerbs} />
      )}
    </div>
  );
}
