import type { ColDef } from 'ag-grid-community';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../../bridge/bridge.ts';
import { Grid } from '../../ui/grid/Grid.tsx';
import { noticeDone, noticeFailure } from '../../ui/notice/notices.ts';
import { listConflicts, type ConflictRow } from './assignment-view.ts';
import { DeclareConflict } from './DeclareConflict.tsx';
import type { PanelPartProps } from './ExpertsPage.tsx';

/** 回避情形: what the data show and what staff declare. */
export function ConflictsPart({ panel, round, onChanged }: PanelPartProps) {
  const { t } = useTranslation('office');
  const { candidates, experts, assignment } = panel;
  const rows = useMemo(() => listConflicts(candidates, experts, assignment), [candidates, experts, assignment]);
  const frozen = round.status !== 'draft';

  async function withdraw({ expertId, candidateId }: ConflictRow): Promise<void> {
    const result = await bridge.setConflict({ roundId: round.id, expertId, candidateId, conflict: false, note: '' });
    if (!result.ok) return noticeFailure(result.error);
    noticeDone(t('experts.conflicts.withdrawn'));
    onChanged();
  }

  const columns = useConflictColumns(frozen ? null : (row) => void withdraw(row));

  return (
    <>
      <p className="experts-hint">{t('experts.conflicts.hint')}</p>
      {!frozen && <DeclareConflict panel={panel} roundId={round.id} onDeclared={onChanged} />}
      <div className="office-grid">
        <Grid<ConflictRow>
          label={t('experts.conflicts.grid')}
          emptyTitle={t('experts.conflicts.emptyTitle')}
          emptyHint={t('experts.conflicts.emptyHint')}
          rowData={rows}
          columnDefs={columns}
          getRowId={({ data }) => data.id}
        />
      </div>
    </>
  );
}

function useConflictColumns(onWithdraw: ((row: ConflictRow) => void) | null): ColDef<ConflictRow>[] {
  const { t } = useTranslation('office');
  return [
    { field: 'expert', headerName: t('experts.conflicts.expert'), width: 120 },
    { field: 'expertUnit', headerName: t('experts.conflicts.expertUnit'), flex: 1, minWidth: 176, tooltip: true },
    { field: 'candidate', headerName: t('experts.conflicts.candidate'), flex: 1, minWidth: 200, tooltip: true },
    { field: 'candidateUnit', headerName: t('experts.conflicts.candidateUnit'), flex: 1, minWidth: 176, tooltip: true },
    {
      colId: 'source',
      headerName: t('experts.conflicts.source'),
      width: 152,
      valueGetter: ({ data }) => (data === undefined ? '' : t(`experts.conflicts.sources.${data.source}`)),
    },
    { field: 'note', headerName: t('experts.conflicts.note'), flex: 1, minWidth: 160, tooltip: true },
    ...(onWithdraw === null
      ? []
      : [
          {
            colId: 'verbs',
            headerName: t('experts.conflicts.verbs'),
            width: 128,
            sortable: false,
            cellRenderer: ({ data }: { readonly data?: ConflictRow }) =>
              data?.source === 'declared' && (
                <Button type="link" onClick={() => onWithdraw(data)}>
                  {t('experts.conflicts.withdraw')}
                </Button>
              ),
          },
        ]),
  ];
}
