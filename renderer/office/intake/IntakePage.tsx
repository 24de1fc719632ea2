import { useCallback, useEffect, useMemo, useState } from 'react';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { IntakeEntry, RoundView } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { useProgress } from '../../bridge/use-progress.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { PageHeader } from '../../ui/page/PageHeader.tsx';
import { ProgressBar } from '../../ui/page/ProgressBar.tsx';
import { takeFiles, useOffice } from '../office-store.ts';
import { filterEntries, importFiles, mergeEntries, useIntake, type IntakeFilter } from './intake-store.ts';
import { AnswerVerbs } from './AnswerVerbs.tsx';
import { IntakeDrop } from './IntakeDrop.tsx';
import { IntakeGrid } from './IntakeGrid.tsx';
import { IntakeSummary } from './IntakeSummary.tsx';
import './intake.css';

/** 收包: drop result packages, see the verdict of each. */
export function IntakePage({ view: { round, counts } }: { readonly view: RoundView }) {
  const { t } = useTranslation('office');
  const { busy, latest, failure, turn } = useIntake();
  // The turn says that there is more to read; it is no input of the call.
  // oxlint-disable-next-line react/exhaustive-deps
  const load = useCallback(() => bridge.listIntake({ roundId: round.id }), [round.id, turn]);
  const [history, again] = useLoaded(load);
  useWaitingFiles();
  const hint =
    round.status === 'draft'
      ? t('intake.notIssued')
      : t('intake.hint', { returned: counts.expertsReturned, issued: counts.tasksIssued });
  return (
    <div className="office-page">
      <PageHeader title={t('shell.stages.intake')} hint={hint} />
      <IntakeDrop busy={busy} large={history.state === 'ready' && history.value.length === 0 && latest === null} />
      <IntakeProgress busy={busy} />
      {failure !== null && (
        <div className="office-error">
          <ErrorPanel failure={failure} />
        </div>
      )}
      {latest !== null && failure === null && <IntakeSummary entries={latest} />}
      {history.state === 'loading' && <Loading />}
      {history.state === 'failed' && (
        <div className="office-error">
          <ErrorPanel failure={history.failure} onRetry={again} />
        </div>
      )}
      {history.state === 'ready' && <History history={history.value} latest={latest} roundId={round.id} />}
    </div>
  );
}

/** Imports what was dropped on the window. */
function useWaitingFiles(): void {
  const waiting = useOffice(({ files }) => files.length > 0);
  useEffect(() => {
    if (waiting) void importFiles(takeFiles());
  }, [waiting]);
}

function IntakeProgress({ busy }: { readonly busy: boolean }) {
  const { t } = useTranslation('office');
  const progress = useProgress('importResults', busy);
  if (progress === null) return null;
  return (
    <div className="intake-progress">
      <ProgressBar {...progress} label={t('intake.working')} />
    </div>
  );
}

type HistoryProps = {
  readonly history: readonly IntakeEntry[];
  readonly latest: readonly IntakeEntry[] | null;
  readonly roundId: string;
};

const filters: readonly IntakeFilter[] = ['all', 'latest', 'refused'];

function History({ history, latest, roundId }: HistoryProps) {
  const { t } = useTranslation('office');
  const [filter, setFilter] = useState<IntakeFilter>('all');
  const [selected, setSelected] = useState<readonly string[]>([]);
  const entries = useMemo(
    () => filterEntries(mergeEntries(history, latest), latest, filter),
    [history, latest, filter],
  );
  const load = useCallback(() => bridge.listReceipts({ roundId }), [roundId]);
  const [receipts, again] = useLoaded(load);
  if (history.length === 0 && latest === null) return null;
  return (
    <>
      <div className="office-bar">
        <Segmented<IntakeFilter>
          aria-label={t('intake.filterLabel')}
          value={filter}
          onChange={setFilter}
          options={filters.map((value) => ({
            value,
            label: t(`intake.filters.${value}`),
            disabled: value === 'latest' && latest === null,
          }))}
        />
        <AnswerVerbs roundId={roundId} selected={selected} onAnswered={again} />
      </div>
      <div className="office-grid">
        <IntakeGrid
          entries={entries}
          roundId={roundId}
          empty={history.length === 0}
          receipts={receipts.state === 'ready' ? receipts.value : []}
          onSelect={setSelected}
        />
      </div>
    </>
  );
}
