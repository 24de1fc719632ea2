import SearchOutlined from '@ant-design/icons/es/icons/SearchOutlined';
import type { ColDef } from 'ag-grid-community';
import { Button, Input, Popconfirm } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExpertView } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { Grid } from '../../ui/grid/Grid.tsx';
import { noticeDone, noticeFailure } from '../../ui/notice/notices.ts';
import { matchesSearch } from '../match-search.ts';
import type { PanelPartProps } from './ExpertsPage.tsx';

/** 专家名单: the experts with what was imported of them and how much they review. */
export function PanelPart({ panel: { experts }, round, onChanged }: PanelPartProps) {
  const { t } = useTranslation('office');
  const [search, setSearch] = useState('');
  const [selected, setSelected] = useState<readonly string[]>([]);
  const rows = useMemo(() => experts.filter((expert) => matchesSearch(expert.search, search)), [experts, search]);
  const columns = useExpertColumns();
  const frozen = round.status !== 'draft';
  return (
    <>
      <div className="office-bar experts-bar">
        <Input
          allowClear
          className="experts-search"
          prefix={<SearchOutlined aria-hidden="true" />}
          aria-label={t('experts.search')}
          placeholder={t('experts.search')}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        {selected.length > 0 && (
          <span className="end">
            <RemoveSelected
              roundId={round.id}
              selected={selected}
              onRemoved={() => {
                setSelected([]);
                onChanged();
              }}
            />
          </span>
        )}
      </div>
      <div className="office-grid">
        <Grid<ExpertView>
          label={t('experts.grid')}
          emptyTitle={t('experts.nothing')}
          rowData={rows}
          columnDefs={columns}
          getRowId={({ data }) => data.id}
          {...(!frozen && { rowSelection: { mode: 'multiRow', enableClickSelection: false, selectAll: 'filtered' } })}
          selectionColumnDef={{ pinned: 'left', width: 48 }}
          onSelectionChanged={({ api }) => setSelected(api.getSelectedRows().map(({ id }) => id))}
        />
      </div>
    </>
  );
}

function useExpertColumns(): ColDef<ExpertView>[] {
  const { t } = useTranslation('office');
  return useMemo(
    () => [
      { field: 'name', headerName: t('experts.name'), pinned: 'left', width: 120 },
      { field: 'unit', headerName: t('experts.unit'), width: 240, tooltip: true },
      { field: 'title', headerName: t('experts.title'), width: 120 },
      { field: 'field', headerName: t('experts.field'), width: 160, tooltip: true },
      {
        colId: 'tracks',
        headerName: t('experts.tracks'),
        width: 160,
        valueGetter: ({ data }) =>
          data === undefined || data.tracks.length === 0 ? t('experts.allTracks') : data.tracks.join('、'),
      },
      {
        colId: 'avoidUnits',
        headerName: t('experts.avoidUnits'),
        width: 240,
        valueGetter: ({ data }) => data?.avoidUnits.join('、') ?? '',
      },
      {
        colId: 'leader',
        headerName: t('experts.leader'),
        width: 88,
        valueGetter: ({ data }) => (data?.leader === true ? t('experts.isLeader') : ''),
      },
      { field: 'phone', headerName: t('experts.phone'), width: 136 },
      { field: 'load', headerName: t('experts.load'), width: 96, cellClass: 'number', headerClass: 'number' },
    ],
    [t],
  );
}

type RemoveSelectedProps = {
  readonly roundId: string;
  readonly selected: readonly string[];
  readonly onRemoved: () => void;
};

function RemoveSelected({ roundId, selected, onRemoved }: RemoveSelectedProps) {
  const { t } = useTranslation(['office', 'common']);
  const count = selected.length;

  async function remove(): Promise<void> {
    const result = await bridge.removeExperts({ roundId, expertIds: [...selected] });
    if (!result.ok) return noticeFailure(result.error);
    noticeDone(t('experts.removed', { count }));
    onRemoved();
  }

  return (
    <Popconfirm
      title={t('experts.removeTitle', { count })}
      description={t('experts.removeText')}
      okText={t('common:remove')}
      cancelText={t('common:cancel')}
      okButtonProps={{ danger: true }}
      onConfirm={() => void remove()}
    >
      <Button>{t('experts.remove', { count })}</Button>
    </Popconfirm>
  );
}
