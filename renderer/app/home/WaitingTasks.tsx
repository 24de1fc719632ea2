import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskSummary } from '#shared/ipc/expert-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { formatDeadline } from '../../text/format.ts';
import { useLanguage } from '../../text/language.ts';
import { noticeFailure } from '../../ui/notice/notices.ts';
import { ProgressBar } from '../../ui/page/ProgressBar.tsx';
import { goExpert } from '../app-store.ts';

function useTasks(): readonly TaskSummary[] {
  const [tasks, setTasks] = useState<readonly TaskSummary[]>([]);
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<void> => {
      const result = await bridge.listTasks({});
      if (!wanted) return;
      if (result.ok) setTasks(result.value);
      else noticeFailure(result.error);
    };
    void load();
    return () => {
      wanted = false;
    };
  }, []);
  return tasks;
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

/** 我的评审任务 with what is left to do in each. */
export function WaitingTasks() {
  const { t } = useTranslation(['app', 'common']);
  const tasks = useTasks();
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
