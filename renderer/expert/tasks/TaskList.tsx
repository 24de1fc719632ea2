import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskSummary } from '#shared/ipc/expert-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { formatDeadline, formatMinute } from '../../text/format.ts';
import { useLanguage } from '../../text/language.ts';
import { noticeDone, noticeFailure } from '../../ui/notice/notices.ts';
import { Mark } from '../../ui/mark/Mark.tsx';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { PageHeader } from '../../ui/page/PageHeader.tsx';
import { ProgressBar } from '../../ui/page/ProgressBar.tsx';
import { receiptState } from '../receipt-state.ts';
import './task-list.css';

function Deadline({ deadline }: { readonly deadline: string | null }) {
  const { t } = useTranslation('common');
  const language = useLanguage();
  const [now] = useState(() => Date.now());
  if (deadline === null) return <dd>{t('noDeadline')}</dd>;
  return (
    <dd>
      {formatMinute(deadline)} <span className="task-left">{formatDeadline(deadline, now, language)}</span>
    </dd>
  );
}

function TaskState({ task }: { readonly task: TaskSummary }) {
  const { t } = useTranslation('expert');
  const { lastSubmission, changedSince, reissued, replaced } = task;
  if (replaced) return <dd className="task-changed">{t('tasks.replaced')}</dd>;
  if (lastSubmission === null) return <dd>{t('tasks.notSubmitted')}</dd>;
  const { tone, word } = receiptState(lastSubmission.receipt);
  const facts = { time: formatMinute(lastSubmission.submittedAt), seq: lastSubmission.seq };
  return (
    <dd>
      {t('tasks.submitted', facts)}
      <span className="task-receipt">
        <Mark tone={tone}>{t(`receipt.${word}`)}</Mark>
      </span>
      {changedSince && <span className="task-changed"> {t(reissued ? 'tasks.reissued' : 'tasks.changed')}</span>}
    </dd>
  );
}

type TaskCardProps = { readonly task: TaskSummary; readonly onOpen: () => void; readonly onRemove: () => void };

function TaskCard({ task, onOpen, onRemove }: TaskCardProps) {
  const { t } = useTranslation(['expert', 'common']);
  return (
    <li className="task-card">
      <div className="task-head">
        <h2>{task.roundTitle}</h2>
        {task.mode === 'demo' && <span className="mark-demo">{t('common:demo')}</span>}
      </div>
      <ProgressBar
        done={task.finished}
        total={task.candidates}
        label={t('tasks.progress', { done: task.finished, total: task.candidates })}
      />
      <dl className="task-facts">
        <dt>{t('tasks.expert')}</dt>
        <dd>{task.expertName}</dd>
        <dt>{t('tasks.commission')}</dt>
        <dd>{task.commission}</dd>
        <dt>{t('common:deadline')}</dt>
        <Deadline deadline={task.deadline} />
        <dt>{t('tasks.submission')}</dt>
        <TaskState task={task} />
      </dl>
      <div className="task-verbs">
        <Popconfirm
          title={t('tasks.removeTitle')}
          description={t(task.lastSubmission === null ? 'tasks.removeUnsubmitted' : 'tasks.removeHint')}
          okText={t('common:remove')}
          okButtonProps={{ danger: true }}
          onConfirm={onRemove}
        >
          <Button type="text">{t('tasks.remove')}</Button>
        </Popconfirm>
        <Button type={task.finished < task.candidates && !task.replaced ? 'primary' : 'default'} onClick={onOpen}>
          {t(task.finished === 0 ? 'tasks.start' : 'tasks.continue')}
        </Button>
      </div>
    </li>
  );
}

/** What to do while there is no task on this machine. */
export function NoTasks({ onChooseFile, onMakeCard }: Pick<TaskListProps, 'onChooseFile' | 'onMakeCard'>) {
  const { t } = useTranslation('expert');
  const choose = (
    <div className="task-first">
      <Button type="primary" onClick={onChooseFile}>
        {t('tasks.openPackage')}
      </Button>
      <Button type="text" onClick={onMakeCard}>
        {t('card.title')}
      </Button>
    </div>
  );
  return <EmptyState title={t('tasks.empty')} hint={t('tasks.emptyHint')} action={choose} />;
}

const loadTasks = () => bridge.listTasks({});

type TaskListProps = {
  readonly onOpen: (taskId: string) => void;
  readonly onChooseFile: () => void;
  readonly onChooseReceipt: () => void;
  readonly onMakeCard: () => void;
};

/** 任务列表: the tasks on this machine, each with its progress, deadline and last submission. */
export function TaskList({ onOpen, onChooseFile, onChooseReceipt, onMakeCard }: TaskListProps) {
  const { t } = useTranslation('expert');
  const [tasks, again] = useLoaded(loadTasks);
  const remove = async (taskId: string): Promise<void> => {
    const result = await bridge.removeTask({ taskId });
    if (result.ok) noticeDone(t('tasks.removed'));
    else noticeFailure(result.error);
    again();
  };
  if (tasks.state === 'loading') return <Loading />;
  return (
    <div className="task-list">
      <PageHeader title={t('tasks.title')}>
        {tasks.state === 'ready' && tasks.value.length > 0 && (
          <>
            <Button type="text" onClick={onMakeCard}>
              {t('card.title')}
            </Button>
            <Button onClick={onChooseReceipt}>{t('receipt.open')}</Button>
            <Button onClick={onChooseFile}>{t('tasks.openPackage')}</Button>
          </>
        )}
      </PageHeader>
      {tasks.state === 'failed' && <ErrorPanel failure={tasks.failure} onRetry={again} />}
      {tasks.state === 'ready' && tasks.value.length === 0 && (
        <NoTasks onChooseFile={onChooseFile} onMakeCard={onMakeCard} />
      )}
      {tasks.state === 'ready' && (
        <ul>
          {tasks.value.map((task) => (
            <TaskCard key={task.id} task={task} onOpen={() => onOpen(task.id)} onRemove={() => void remove(task.id)} />
          ))}
        </ul>
      )}
    </div>
  );
}
