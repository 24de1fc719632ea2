import type { ColDef } from 'ag-grid-community';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateView } from '#shared/ipc/office-views.ts';
import type { Track } from '#shared/round/round.ts';
import { Grid } from '../../ui/grid/Grid.tsx';
import { Mark } from '../../ui/mark/Mark.tsx';
import { fieldValue, isFigures, listFieldLabels } from './candidate-rows.ts';

type CandidateGridProps = {
  readonly candidates: readonly CandidateView[];
  readonly tracks: readonly Track[];
  /** With a box to tick in front of each row. */
  readonly selectable: boolean;
  readonly onSelect: (ids: readonly string[]) => void;
  readonly onOpen: (id: string) => void;
};

/** The candidates with a column for every field; a click or Enter opens one. */
export function CandidateGrid({ candidates, tracks, selectable, onSelect, onOpen }: CandidateGridProps) {
  const { t } = useTranslation('office');
  const columns = useCandidateColumns(candidates, tracks);
  return (
    <Grid<CandidateView>
      label={t('candidates.grid')}
      emptyTitle={t('candidates.nothing')}
      rowData={[...candidates]}
      columnDefs={columns}
      getRowId={({ data }) => data.id}
      {...(selectable && { rowSelection: { mode: 'multiRow', enableClickSelection: false, selectAll: 'filtered' } })}
      selectionColumnDef={{ pinned: 'left', width: 48 }}
      onSelectionChanged={({ api }) => onSelect(api.getSelectedRows().map(({ id }) => id))}
      onRowClicked={({ data }) => data !== undefined && onOpen(data.id)}
      onCellKeyDown={({ event, data }) => {
        if (event instanceof KeyboardEvent && event.key === 'Enter' && data !== undefined) onOpen(data.id);
      }}
    />
  );
}

function useCandidateColumns(candidates: readonly CandidateView[], tracks: readonly Track[]): ColDef<CandidateView>[] {
  const { t } = useTranslation(['office', 'common']);
  return useMemo(() => {
    const trackNames = new Map(tracks.map(({ id, name }) => [id, name]));
    return [
      { field: 'code', headerName: t('common:code'), pinned: 'left', width: 112 },
      { field: 'name', headerName: t('common:name'), pinned: 'left', width: 240, tooltip: true },
      { field: 'unit', headerName: t('common:unit'), width: 240, tooltip: true },
      ...(tracks.length > 1
        ? [
            {
              colId: 'track',
              headerName: t('common:track'),
              width: 120,
              valueGetter: ({ data }: { data?: CandidateView | undefined }) =>
                trackNames.get(data?.trackId ?? '') ?? '',
            },
          ]
        : []),
      {
        colId: 'dossiers',
        headerName: t('candidates.dossiers'),
        width: 112,
        valueGetter: ({ data }) => data?.dossiers.length ?? 0,
        cellRenderer: DossierCell,
      },
      ...fieldColumns(candidates),
    ];
  }, [candidates, tracks, t]);
}

function fieldColumns(candidates: readonly CandidateView[]): ColDef<CandidateView>[] {
  return listFieldLabels(candidates).map((label) => {
    const figures = isFigures(candidates, label);
    return {
      colId: `field:${label}`,
      headerName: label,
      width: 136,
      valueGetter: ({ data }) => {
        const value = data === undefined ? '' : fieldValue(data, label);
        return figures && value !== '' ? Number(value) : value;
      },
      ...(figures && { cellClass: 'number', headerClass: 'number' }),
    };
  });
}

function DossierCell({ value }: { readonly value: number }) {
  const { t } = useTranslation('office');
  if (value === 0) return <Mark tone="waiting">{t('candidates.noDossier')}</Mark>;
  return t('candidates.dossierCount', { count: value });
}
