import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView, SavedPlace } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { useProgress } from '../../bridge/use-progress.ts';
import { Mark, type MarkTone } from '../../ui/mark/Mark.tsx';
import { noticeDone, noticeFailure } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { PageHeader } from '../../ui/page/PageHeader.tsx';
import { ProgressBar } from '../../ui/page/ProgressBar.tsx';
import { openPage } from '../office-store.ts';
import { listReadiness, type CheckState, type ReadinessCheck } from './readiness.ts';
import { focusWhenScrolling } from '../../ui/scroll/focus-when-scrolling.ts';

type IssueTasksProps = { readonly view: RoundView; readonly onIssued: (folder: SavedPlace) => void };

/** Is everything ready? Then choose a folder, and the packages are made. */
export function IssueTasks({ view, onIssued }: IssueTasksProps) {
  const { t } = useTranslation('office');
  const [now] = useState(() => Date.now());
  const issue = useAction(bridge.issueTasks);
  const progress = useProgress('issueTasks', issue.busy);
  const checks = listReadiness(view, now);
  const missing = checks.filter(({ state }) => state === 'missing').length;

  async function submit(): Promise<void> {
    const chosen = await bridge.chooseFiles({ purpose: 'issue-folder' });
    if (!chosen.ok) return noticeFailure(chosen.error);
    const [folder] = chosen.value;
    if (folder === undefined) return;
    const outcome = await issue.run({ roundId: view.round.id, folder: folder.id });
    if (outcome === null) return;
    noticeDone(t('tasks.issued', { count: outcome.tasks.length }));
    onIssued(outcome.folder);
  }

  return (
    <div className="office-page">
      <PageHeader title={t('shell.stages.tasks')} hint={t('tasks.hint')}>
        <Button type="primary" disabled={missing > 0} loading={issue.busy} onClick={() => void submit()}>
          {issue.busy ? t('tasks.issuing') : t('tasks.issue')}
        </Button>
      </PageHeader>
      <div className="office-scroll" ref={focusWhenScrolling}>
        {issue.busy && progress !== null && (
          <div className="tasks-progress">
            <ProgressBar {...progress} label={t('tasks.issuing')} />
          </div>
        )}
        {issue.failure !== null && <ErrorPanel failure={issue.failure} />}
        <section className="tasks-checks">
          <h2>{t('tasks.readiness')}</h2>
          <p className="office-faint">
            {missing === 0 ? t('tasks.ready') : t('tasks.notReady', { count: missing })} {t('tasks.freezes')}
          </p>
          <ul>
            {checks.map((check) => (
              <CheckLine key={check.what} check={check} />
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

const tones: Readonly<Record<CheckState, MarkTone>> = { done: 'done', missing: 'refused', advice: 'warned' };

function CheckLine({ check: { what, state, fact, count, page } }: { readonly check: ReadinessCheck }) {
  const { t } = useTranslation('office');
  return (
    <li>
      <Mark tone={tones[state]}>{t(`tasks.checks.${what}`)}</Mark>
      <span className="office-faint">{t(`tasks.facts.${fact}`, { count })}</span>
      {state !== 'done' && (
        <Button type="link" onClick={() => openPage(page)}>
          {t('tasks.goTo')}
          <span className="only-read">{t(`shell.stages.${page}`)}</span>
        </Button>
      )}
    </li>
  );
}
