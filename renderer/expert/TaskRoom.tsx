import { Button } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '#shared/ipc/expert-views.ts';
import { bridge } from '../bridge/bridge.ts';
import { useLoaded } from '../bridge/use-loaded.ts';
import { useShortcuts } from '../ui/keyboard/shortcuts.ts';
import { noticeFailure } from '../ui/notice/notices.ts';
import { ErrorPanel } from '../ui/page/ErrorPanel.tsx';
import { Loading } from '../ui/page/Loading.tsx';
import { InTopBar } from '../ui/top-bar/InTopBar.tsx';
import { DeskContext } from './desk-context.ts';
import { Desk } from './desk-store.ts';
import { keepPlace, useHome } from './protection/home-store.ts';
import { SubmissionPage } from './submission/SubmissionPage.tsx';
import { ScoringPage } from './ScoringPage.tsx';
import { SavedMark } from './tasks/SavedMark.tsx';
import { TaskFacts } from './tasks/TaskFacts.tsx';
import { TaskBriefing } from './tasks/TaskBriefing.tsx';

// AG Grid is loaded only when it is asked for.
const ComparisonPage = lazy(async () => ({
  default: (await import('./comparison/ComparisonPage.tsx')).ComparisonPage,
}));

type Page = 'scoring' | 'comparison' | 'submission';

type PagesProps = { readonly page: Page; readonly onPage: (page: Page) => void };

function Pages({ page, onPage }: PagesProps) {
  const { t } = useTranslation('expert');
  useShortcuts(t('keys.pages'), [
    { keys: 'Ctrl+1', label: t('pages.scoring'), run: () => onPage('scoring') },
    { keys: 'Ctrl+2', label: t('pages.comparison'), run: () => onPage('comparison') },
    { keys: 'Ctrl+3', label: t('pages.submission'), run: () => onPage('submission') },
  ]);
  const open = (): void => onPage('scoring');
  const back = <Button onClick={open}>{t('pages.backToScoring')}</Button>;
  if (page === 'scoring') {
    return (
      <ScoringPage
        ways={
          <>
            <Button onClick={() => onPage('comparison')}>{t('pages.comparison')}</Button>
            <Button onClick={() => onPage('submission')}>{t('pages.submission')}</Button>
          </>
        }
      />
    );
  }
  if (page === 'submission') return <SubmissionPage verbs={back} onOpen={open} />;
  return (
    <Suspense fallback={<Loading />}>
      <ComparisonPage verbs={back} onOpen={open} />
    </Suspense>
  );
}

/** The desk of a task, with the candidate that lay there before a lock. */
function openDesk(view: TaskView): Desk {
  const desk = new Desk({ calls: bridge, view, now: Date.now, onFailure: noticeFailure });
  const last = useHome.getState().places[desk.taskId];
  if (last !== undefined && view.candidates.some(({ id }) => id === last)) desk.goTo(last);
  return desk;
}

type TaskDeskProps = { readonly view: TaskView; readonly fresh: boolean };

function TaskDesk({ view, fresh }: TaskDeskProps) {
  const [desk] = useState(() => openDesk(view));
  useEffect(() => () => keepPlace(desk.taskId, desk.store.getState().candidateId), [desk]);
  const [page, setPage] = useState<Page>('scoring');
  const [briefing, setBriefing] = useState(fresh);
  return (
    <DeskContext value={desk}>
      <InTopBar place="start">
        <TaskFacts summary={view.summary} onBriefing={() => setBriefing(true)} />
      </InTopBar>
      <InTopBar place="end">
        <SavedMark />
      </InTopBar>
      <Pages page={page} onPage={setPage} />
      {briefing && <TaskBriefing view={view} onClose={() => setBriefing(false)} />}
    </DeskContext>
  );
}

type TaskRoomProps = {
  readonly taskId: string;
  /** The task was opened for the first time just now: its briefing shows. */
  readonly fresh: boolean;
};

/** One task: the desk and the pages around it. */
export function TaskRoom({ taskId, fresh }: TaskRoomProps) {
  const [task, again] = useLoaded(useCallback(() => bridge.getTask({ taskId }), [taskId]));
  if (task.state === 'loading') return <Loading />;
  if (task.state === 'failed') return <ErrorPanel failure={task.failure} onRetry={again} />;
  return <TaskDesk view={task.value} fresh={fresh} />;
}
