import LockOutlined from '@ant-design/icons/es/icons/LockOutlined';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ok } from '#shared/base/result.ts';
import type { HomeView } from '#shared/ipc/home-calls.ts';
import type { TaskSummary } from '#shared/ipc/expert-views.ts';
import { bridge, onEvent } from '../../bridge/bridge.ts';
import { formatDeadline } from '../../text/format.ts';
import { useLanguage } from '../../text/language.ts';
import { noticeFailure } from '../../ui/notice/notices.ts';
import { ProgressBar } from '../../ui/page/ProgressBar.tsx';
import { goExpert } from '../app-store.ts';

type Waiting = { readonly home: HomeView | null; readonly tasks: readonly TaskSummary[] };

/** The tasks while they can be read; a locked home tells nothing but that it is locked. */
function useWaiting(): Waiting {
  const [waiting, setWaiting] = useState<Waiting>({ home: null, tasks: [] });
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<void> => {
      const home = await bridge.getHome({});
      const tasks = home.ok && home.value.state === 'open' ? await bridge.listTasks({}) : ok([]);
      if (!wanted) return;
      if (home.ok && tasks.ok) setWaiting({ home: home.value, tasks: tasks.value });
      for (const answer of [home, tasks]) if (!answer.ok) noticeFailure(answer.error);
    };
    // The doors stand first: the home's database is opened when they can be seen.
    const idle = requestIdleCallback(() => void load(), { timeout: 500 });
    const stop = onEvent('homeLocked', () => void load());
    return () => {
      wanted = false;
      cancelIdleCallback(idle);
      stop();
    };
  }, []);
  return waiting;
}

function TaskFacts({ task }: { readonly task: TaskSummary }) {
  const { t } = useTranslation(['app', 'common']);
  const language = useLanguage();
  const [now] = useState(() => Date.now());
  const facts = [
    task.commission,
    ...(task.deadline === null ? [] : [formatDeadline(task.deadline, now, language)]),
    ...(task.changedSince ? [t('home.changed')] : task.lastSubmission === null ? [] : [t('home.submitted')]),
  ];
  return <span className="home-facts">{facts.join(' · ')}</span>;
}

/** The way to the door, in place of the tasks. */
function ClosedTasks({ state }: { readonly state: 'locked' | 'open-work' }) {
  const { t } = useTranslation('app');
  return (
    <section>
      <h2>{t('home.tasks')}</h2>
      <ul>
        <li className="home-line">
          <button type="button" className="home-open" onClick={() => goExpert({ what: 'tasks' })}>
            <span className="home-name">
              <LockOutlined /> {t(state === 'locked' ? 'home.lockedTasks' : 'home.openWork')}
            </span>
            <span className="home-facts">{t(state === 'locked' ? 'home.lockedHint' : 'home.openWorkHint')}</span>
          </button>
        </li>
      </ul>
    </section>
  );
}

/** 我的评审任务 with what is left to do in each. */
export function WaitingTasks() {
  const { t } = useTranslation(['app', 'common']);
  const { home, tasks } = useWaiting();
  if (home?.state === 'locked' || home?.state === 'open-work') return <ClosedTasks state={home.state} />;
  if (tasks.length === 0) return null;
  return (
    <section>
      <h2>{t('home.tasks')}</h2>
      <ul>
        {tasks.map((task) => (
          <li key={task.id} className="home-line">
            <button type="button" className="home-open" onClick={() => goExpert({ what: 'task', taskId: task.id })}>
              <span className="home-name">
                {task.roundTitle}
                {task.mode === 'demo' && <span className="mark-demo">{t('common:demo')}</span>}
              </span>
              <TaskFacts task={task} />
            </button>
            <ProgressBar
              done={task.finished}
              total={task.candidates}
              label={t('home.progress', { done: task.finished, total: task.candidates })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
