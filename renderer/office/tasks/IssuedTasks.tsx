import WarningOutlined from '@ant-design/icons/es/icons/WarningOutlined';
import type { ColDef } from 'ag-grid-community';
import { Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssuedTask, RoundView } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { formatMinute } from '../../text/format.ts';
import { Grid } from '../../ui/grid/Grid.tsx';
import { Mark } from '../../ui/mark/Mark.tsx';
import { noticeDone, noticeFailure } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { PageHeader } from '../../ui/page/PageHeader.tsx';
import { ReissueDialog, RevokeDialog } from './TaskRowVerbs.tsx';
import { useIssueFolders } from './issue-folder.ts';

/** The packages that went out, with their activation codes. */
export function IssuedTasks({ view: { round, counts } }: { readonly view: RoundView }) {
  const { t } = useTranslation('office');
  const load = useCallback(() => bridge.listIssuedTasks({ roundId: round.id }), [round.id]);
  const [loaded, again] = useLoaded(load);
  const [asked, setAsked] = useState<{ readonly what: 'reissue' | 'revoke'; readonly task: IssuedTask } | null>(null);
  const columns = useTaskColumns(round.status === 'locked' ? null : setAsked);
  return (
    <div className="office-page">
      <PageHeader
        title={t('shell.stages.tasks')}
        hint={t('tasks.hintIssued', { count: counts.tasksIssued, returned: counts.expertsReturned })}
      >
        <TaskVerbs roundId={round.id} />
      </PageHeader>
      <p className="office-note waiting">
        <WarningOutlined aria-hidden="true" />
        <span>{t('tasks.codesWarning')}</span>
      </p>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'failed' && (
        <div className="office-error">
          <ErrorPanel failure={loaded.failure} onRetry={again} />
        </div>
      )}
      {loaded.state === 'ready' && (
        <div className="office-grid">
          <Grid<IssuedTask>
            label={t('tasks.grid')}
            emptyTitle={t('tasks.gridEmpty')}
            rowData={[...loaded.value]}
            columnDefs={columns}
            getRowId={({ data }) => data.file}
          />
        </div>
      )}
      {asked?.what === 'reissue' && (
        <ReissueDialog roundId={round.id} task={asked.task} onChanged={again} onClose={() => setAsked(null)} />
      )}
      {asked?.what === 'revoke' && (
        <RevokeDialog roundId={round.id} task={asked.task} onChanged={again} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}

function TaskVerbs({ roundId }: { readonly roundId: string }) {
  const { t } = useTranslation(['office', 'common']);
  const folder = useIssueFolders(({ folders }) => folders[roundId]);
  const [printing, setPrinting] = useState(false);

  async function show(id: string): Promise<void> {
    const shown = await bridge.showSavedFile({ id });
    if (!shown.ok) noticeFailure(shown.error);
  }

  async function printSlips(): Promise<void> {
    setPrinting(true);
    const saved = await bridge.exportForm({ roundId, form: 'slip', format: 'pdf' });
    setPrinting(false);
    if (!saved.ok) return noticeFailure(saved.error);
    if (saved.value !== null) noticeDone(t('tasks.slipSaved', { place: saved.value.place }));
  }

  return (
    <>
      {folder !== undefined && <Button onClick={() => void show(folder.id)}>{t('common:showInFolder')}</Button>}
      <Button type="primary" loading={printing} onClick={() => void printSlips()}>
        {t('tasks.printSlips')}
      </Button>
    </>
  );
}

type Ask = (asked: { readonly what: 'reissue' | 'revoke'; readonly task: IssuedTask }) => void;

/** @param ask null once nothing can be issued any more */
function useTaskColumns(ask: Ask | null): ColDef<IssuedTask>[] {
  const { t } = useTranslation('office');
  return useMemo(
    () => [
      { field: 'name', headerName: t('tasks.expert'), pinned: 'left', width: 120 },
      { field: 'unit', headerName: t('tasks.unit'), flex: 1, minWidth: 200, tooltip: true },
      {
        field: 'code',
        headerName: t('tasks.code'),
        width: 240,
        cellClass: 'tasks-code',
        valueFormatter: ({ value }: { readonly value: string }) => (value === '' ? t('tasks.noCode') : value),
      },
      { field: 'file', headerName: t('tasks.file'), flex: 1, minWidth: 240, tooltip: true },
      {
        field: 'candidates',
        headerName: t('tasks.candidates'),
        width: 128,
        cellClass: 'number',
        headerClass: 'number',
      },
      {
        field: 'issuedAt',
        headerName: t('tasks.issuedAt'),
        width: 168,
        valueFormatter: ({ value }: { readonly value: string }) => formatMinute(value),
      },
      { field: 'returnedAt', headerName: t('tasks.returnedAt'), width: 184, cellRenderer: ReturnedCell },
      ...(ask === null
        ? []
        : [
            {
              colId: 'verbs',
              pinned: 'right' as const,
              headerName: '',
              width: 200,
              sortable: false,
              cellRenderer: VerbsCell,
              cellRendererParams: { ask },
            },
          ]),
    ],
    [t, ask],
  );
}

function VerbsCell({ data, ask }: { readonly data?: IssuedTask; readonly ask: Ask }) {
  const { t } = useTranslation('office');
  if (data === undefined) return null;
  return (
    <span className="tasks-verbs">
      <Button size="small" type="link" onClick={() => ask({ what: 'reissue', task: data })}>
        {t('tasks.reissue')}
      </Button>
      {data.returnedAt !== null && (
        <Button size="small" type="link" onClick={() => ask({ what: 'revoke', task: data })}>
          {t('tasks.revoke')}
        </Button>
      )}
    </span>
  );
}

function ReturnedCell({ value }: { readonly value: string | null }) {
  const { t } = useTranslation('office');
  if (value === null) return <Mark tone="waiting">{t('tasks.notReturned')}</Mark>;
  return <Mark tone="done">{formatMinute(value)}</Mark>;
}
