import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogEntry, LogVerdict } from '#shared/ipc/trace-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { formatMinute } from '../../text/format.ts';
import { useLanguage } from '../../text/language.ts';
import { noticeDone, noticeFailure } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { PageHeader } from '../../ui/page/PageHeader.tsx';
import { filterLines, makeLines, noFilter } from './filter-log.ts';
import { LogBar } from './LogBar.tsx';
import { LogGrid } from './LogGrid.tsx';
import { LogVerdictNote } from './LogVerdictNote.tsx';
import './trace.css';

const loadLog = () => bridge.listLog({});

/** 审计日志: who did what and when, whether the log is whole, and taking it out. */
export function TracePage() {
  const [log, again] = useLoaded(loadLog);
  const { t } = useTranslation('office');
  if (log.state === 'ready') return <Log entries={log.value} onChanged={again} />;
  return (
    <div className="office-page">
      <PageHeader title={t('shell.stages.trace')} />
      {log.state === 'loading' && <Loading />}
      {log.state === 'failed' && (
        <div className="office-error">
          <ErrorPanel failure={log.failure} onRetry={again} />
        </div>
      )}
    </div>
  );
}

type LogProps = { readonly entries: readonly LogEntry[]; readonly onChanged: () => void };

function Log({ entries, onChanged }: LogProps) {
  const { t } = useTranslation('office');
  const language = useLanguage();
  const [filter, setFilter] = useState(noFilter);
  const [verdict, setVerdict] = useState<LogVerdict | null>(null);
  const verifying = useAction(bridge.verifyLog);
  const lines = useMemo(() => makeLines(entries, language), [entries, language]);
  const shown = useMemo(() => filterLines(lines, filter), [lines, filter]);
  const [latest] = entries;

  async function verify(): Promise<void> {
    setVerdict(null);
    setVerdict(await verifying.run({}));
  }

  return (
    <div className="office-page">
      <PageHeader
        title={t('shell.stages.trace')}
        {...(latest !== undefined && {
          hint: t('trace.hint', { count: entries.length, time: formatMinute(latest.at) }),
        })}
      >
        <TakeOut indexes={shown.length < lines.length ? shown.map(({ index }) => index) : null} onDone={onChanged} />
        <Button type="primary" loading={verifying.busy && { delay: 200 }} onClick={() => void verify()}>
          {t('trace.verify')}
        </Button>
      </PageHeader>
      {verifying.failure !== null && (
        <div className="office-error">
          <ErrorPanel failure={verifying.failure} />
        </div>
      )}
      {verdict !== null && <LogVerdictNote verdict={verdict} />}
      <LogBar lines={lines} shown={shown.length} filter={filter} onFilter={setFilter} />
      <div className="office-grid">
        <LogGrid lines={shown} empty={lines.length === 0} />
      </div>
    </div>
  );
}

type TakeOutProps = {
  /** The entries that are shown; null for all. */
  readonly indexes: readonly number[] | null;
  readonly onDone: () => void;
};

/** Exports what is shown, and signs the head. Both are entries of their own. */
function TakeOut({ indexes, onDone }: TakeOutProps) {
  const { t } = useTranslation('office');
  const [busy, setBusy] = useState(false);

  async function run(act: 'xlsx' | 'csv' | 'head'): Promise<void> {
    setBusy(true);
    const wanted = indexes === null ? null : [...indexes];
    const saved = act === 'head' ? await bridge.saveHead({}) : await bridge.exportLog({ format: act, indexes: wanted });
    setBusy(false);
    if (!saved.ok) return noticeFailure(saved.error);
    if (saved.value === null) return undefined;
    noticeDone(t(act === 'head' ? 'trace.headSaved' : 'trace.exported', { ...saved.value }));
    return onDone();
  }

  return (
    <>
      <Button disabled={busy} title={t('trace.saveHeadHint')} onClick={() => void run('head')}>
        {t('trace.saveHead')}
      </Button>
      <Button disabled={busy} onClick={() => void run('csv')}>
        {t('trace.exportCsv')}
      </Button>
      <Button disabled={busy} onClick={() => void run('xlsx')}>
        {t('trace.exportExcel')}
      </Button>
    </>
  );
}
