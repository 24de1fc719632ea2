import { Button } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgressView, RoundView } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { PageHeader } from '../../ui/page/PageHeader.tsx';
import { openPage } from '../office-store.ts';
import { listOutstanding, sumProgress } from './matrix.ts';
import { ProgressMatrix } from './ProgressMatrix.tsx';
import './progress.css';

/** 进度: how far every expert is with every candidate, and who has not returned. */
export function ProgressPage({ view }: { readonly view: RoundView }) {
  const { t } = useTranslation('office');
  if (view.round.status === 'draft')
    return (
      <div className="office-page">
        <PageHeader title={t('shell.stages.progress')} />
        <EmptyState
          title={t('progress.draftTitle')}
          hint={t('progress.draftHint')}
          action={
            <Button type="primary" onClick={() => openPage('tasks')}>
              {t('progress.toIssue')}
            </Button>
          }
        />
      </div>
    );
  return <Progress view={view} />;
}

function Progress({ view: { round, counts } }: { readonly view: RoundView }) {
  const { t } = useTranslation('office');
  const load = useCallback(() => bridge.getProgress({ roundId: round.id }), [round.id]);
  const [loaded, again] = useLoaded(load);
  const complete = counts.expertsReturned >= counts.tasksIssued;
  return (
    <div className="office-page">
      <PageHeader
        title={t('shell.stages.progress')}
        {...(loaded.state === 'ready' && {
          hint: t('progress.hint', {
            returned: counts.expertsReturned,
            issued: counts.tasksIssued,
            ...sumProgress(loaded.value),
          }),
        })}
      >
        <Button type={complete ? 'default' : 'primary'} onClick={() => openPage('intake')}>
          {t('progress.toIntake')}
        </Button>
        <Button type={complete ? 'primary' : 'default'} onClick={() => openPage('ranking')}>
          {t('progress.toRanking')}
        </Button>
      </PageHeader>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'failed' && (
        <div className="office-error">
          <ErrorPanel failure={loaded.failure} onRetry={again} />
        </div>
      )}
      {loaded.state === 'ready' && (
        <>
          <Outstanding progress={loaded.value} />
          <ProgressMatrix progress={loaded.value} tracks={round.design.tracks} />
        </>
      )}
    </div>
  );
}

/** At most so many names stand in the line. */
const most = 8;

function Outstanding({ progress }: { readonly progress: ProgressView }) {
  const { t } = useTranslation('office');
  const experts = listOutstanding(progress);
  const count = experts.length;
  const names = experts
    .slice(0, most)
    .map(({ name }) => name)
    .join('、');
  return (
    <p className="progress-outstanding" aria-live="polite">
      {count === 0 && t('progress.allIn')}
      {count > 0 && count <= most && t('progress.outstanding', { names })}
      {count > most && t('progress.outstandingMore', { names, count })}
    </p>
  );
}
