import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskSummary } from '#shared/ipc/expert-views.ts';
import { formatDeadline, formatMinute } from '../../text/format.ts';
import { useLanguage } from '../../text/language.ts';
import './task-facts.css';

type TaskFactsProps = { readonly summary: TaskSummary; readonly onBriefing: () => void };

/** Round and deadline, in the top bar. */
export function TaskFacts({ summary, onBriefing }: TaskFactsProps) {
  const { t } = useTranslation(['expert', 'common']);
  const language = useLanguage();
  const [now] = useState(() => Date.now());
  const { deadline, mode, roundTitle } = summary;
  return (
    <>
      <h1 className="task-title" title={roundTitle}>
        {roundTitle}
      </h1>
      {mode === 'demo' && <span className="mark-demo">{t('common:demo')}</span>}
      {deadline !== null && (
        <span className="task-deadline">
          {t('desk.deadline', { time: formatMinute(deadline), left: formatDeadline(deadline, now, language) })}
        </span>
      )}
      <button type="button" className="button quiet" onClick={onBriefing}>
        {t('briefing.title')}
      </button>
    </>
  );
}
