import type { ColDef, SortChangedEvent } from 'ag-grid-community';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RankedTrack } from '#shared/ranking/ranking.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import { Grid } from '../../ui/grid/Grid.tsx';
import { RemarkCell, SheetsCell, SpreadCell, StatusCell, TieCell } from './BoardCells.tsx';
import { layBoard, withoutLines, type BoardLine } from './board-lines.ts';
import { LineRow } from './LineRow.tsx';

type BoardGridProps = {
  readonly track: RankedTrack;
  readonly rubric: Rubric;
  /** Without other tracks the cut line need not say whose quota it is. */
  readonly onlyTrack: boolean;
  readonly onOpen: (candidateId: string) => void;
};

/** The ranked rows with the drawn lines; in any other order than the ranking's own, the lines go away. */
export function BoardGrid({ track, rubric, onlyTrack, onOpen }: BoardGridProps) {
  const { t } = useTranslation('office');
  const [sorted, setSorted] = useState(false);
  const lines = useMemo(() => layBoard(track), [track]);
  const columns = useBoardColumns(rubric);
  const open = (line: BoardLine | undefined): void => {
    if (line?.kind === 'row') onOpen(line.id);
  };
  return (
    <Grid<BoardLine>
      label={t('ranking.grid')}
      emptyTitle={t('ranking.emptyTitle')}
      rowData={sorted ? withoutLines(lines) : lines}
      columnDefs={columns}
      getRowId={({ data }) => data.id}
      isFullWidthRow={({ rowNode }) => rowNode.data?.kind !== 'row'}
      fullWidthCellRenderer={LineRow}
      fullWidthCellRendererParams={{ onlyTrack }}
      onSortChanged={({ api }: SortChangedEvent<BoardLine>) =>
        setSorted(api.getColumnState().some(({ sort }) => sort !== null && sort !== undefined))
      }
      onRowClicked={({ data }) => open(data)}
      onCellKeyDown={({ event, data }) => {
        if (event instanceof KeyboardEvent && event.key === 'Enter') open(data);
      }}
      rowClassRules={{
        'ranking-out': ({ data }) => data?.kind === 'row' && data.row.rank === null,
      }}
    />
  );
}

type Data = { readonly data?: BoardLine | undefined };
const rowOf = ({ data }: Data) => (data?.kind === 'row' ? data.row : undefined);

function useBoardColumns(rubric: Rubric): ColDef<BoardLine>[] {
  const { t } = useTranslation(['office', 'common']);
  return useMemo(() => {
    const number = { cellClass: 'number', headerClass: 'number' };
    return [
      {
        colId: 'rank',
        headerName: t('ranking.rank'),
        pinned: 'left',
        width: 80,
        ...number,
        cellClass: 'number ranking-rank',
        valueGetter: (params) => rowOf(params)?.rank ?? null,
        valueFormatter: ({ value }: { readonly value: number | null }) => String(value ?? t('ranking.noRank')),
      },
      {
        colId: 'code',
        headerName: t('common:code'),
        pinned: 'left',
        width: 104,
        valueGetter: (params) => rowOf(params)?.code ?? '',
      },
      {
        colId: 'name',
        headerName: t('common:name'),
        pinned: 'left',
        width: 216,
        valueGetter: (params) => rowOf(params)?.name ?? '',
        tooltipValueGetter: (params) => rowOf(params)?.name ?? '',
      },
      {
        colId: 'unit',
        headerName: t('common:unit'),
        width: 200,
        valueGetter: (params) => rowOf(params)?.unit ?? '',
        tooltipValueGetter: (params) => rowOf(params)?.unit ?? '',
      },
      {
        colId: 'score',
        headerName: t('ranking.score'),
        width: 96,
        ...number,
        cellClass: 'number ranking-score',
        valueGetter: (params) => rowOf(params)?.score ?? null,
        valueFormatter: ({ value }: { readonly value: string | null }) => value ?? '—',
        comparator: (left: string | null, right: string | null) => Number(left ?? -1) - Number(right ?? -1),
      },
      {
        colId: 'spread',
        headerName: t('ranking.spread'),
        width: 168,
        valueGetter: (params) => rowOf(params)?.spread?.hundredths ?? -1,
        cellRenderer: SpreadCell,
      },
      {
        colId: 'sheets',
        headerName: t('ranking.sheets'),
        width: 128,
        valueGetter: (params) => rowOf(params)?.sheets ?? 0,
        cellRenderer: SheetsCell,
      },
      {
        colId: 'status',
        headerName: t('ranking.status'),
        width: 128,
        valueGetter: (params) => rowOf(params)?.status ?? '',
        cellRenderer: StatusCell,
      },
      {
        colId: 'tie',
        headerName: t('ranking.tie'),
        width: 232,
        valueGetter: (params) => rowOf(params)?.tie?.rule ?? '',
        cellRenderer: TieCell,
        cellRendererParams: { rubric },
      },
      {
        colId: 'remarks',
        headerName: t('ranking.remarks'),
        flex: 1,
        minWidth: 200,
        sortable: false,
        cellRenderer: RemarkCell,
        cellRendererParams: { rubric },
      },
    ];
  }, [rubric, t]);
}
