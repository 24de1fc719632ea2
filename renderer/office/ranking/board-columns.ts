import type { ColDef } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import type { BoardTrack, BoardRow } from '#shared/ranking/board.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import { RemarkCell, SheetsCell, SpreadCell, StatusCell, TieCell } from './BoardCells.tsx';
import type { BoardLine } from './board-lines.ts';
import type { Stability } from './use-stability.ts';

type Column = ColDef<BoardLine>;
type Text = TFunction<['office', 'common']>;
type Params = { readonly data?: BoardLine | undefined };

const rowOf = ({ data }: Params): BoardRow | undefined => (data?.kind === 'row' ? data.row : undefined);

/** The columns of a track's board; the one for ties is there when the track has any. */
export function boardColumns(track: BoardTrack, rubric: Rubric, stability: Stability | null, t: Text): Column[] {
  const tied = track.rows.some(({ tie }) => tie !== null);
  return [
    ...nameColumns(t),
    ...scoreColumns(t),
    ...(stability === null ? [] : [stabilityColumn(stability, t)]),
    ...(tied ? [tieColumn(rubric, t)] : []),
    remarkColumn(rubric, t),
  ];
}

function nameColumns(t: Text): Column[] {
  const text = (colId: 'code' | 'name' | 'unit', width: number): Column => ({
    colId,
    headerName: t(`common:${colId}`),
    width,
    valueGetter: (params) => rowOf(params)?.[colId] ?? '',
    tooltip: true,
  });
  return [
    {
      colId: 'rank',
      headerName: t('ranking.rank'),
      pinned: 'left',
      width: 72,
      cellClass: 'number ranking-rank',
      headerClass: 'number',
      valueGetter: (params) => rowOf(params)?.rank ?? null,
      valueFormatter: ({ value }: { readonly value: number | null }) => String(value ?? t('ranking.noRank')),
    },
    { ...text('code', 96), pinned: 'left' },
    { ...text('name', 208), pinned: 'left' },
    text('unit', 184),
  ];
}

function scoreColumns(t: Text): Column[] {
  return [
    {
      colId: 'score',
      headerName: t('ranking.score'),
      width: 88,
      cellClass: 'number ranking-score',
      headerClass: 'number',
      valueGetter: (params) => rowOf(params)?.score ?? null,
      valueFormatter: ({ value }: { readonly value: string | null }) => value ?? '—',
      comparator: (left: string | null, right: string | null) => Number(left ?? -1) - Number(right ?? -1),
    },
    {
      colId: 'spread',
      headerName: t('ranking.spread'),
      width: 152,
      valueGetter: (params) => rowOf(params)?.spread?.hundredths ?? -1,
      cellRenderer: SpreadCell,
    },
    {
      colId: 'sheets',
      headerName: t('ranking.sheets'),
      width: 120,
      valueGetter: (params) => rowOf(params)?.sheets ?? 0,
      cellRenderer: SheetsCell,
    },
    {
      colId: 'status',
      headerName: t('ranking.status'),
      width: 136,
      valueGetter: (params) => rowOf(params)?.status ?? '',
      cellRenderer: StatusCell,
    },
  ];
}

/** Shares of samples, in whole per cent rounded down: 100 % is said of all only. */
function stabilityColumn({ samples, shares }: Stability, t: Text): Column {
  const shareOf = (params: Params): number | null => shares.get(rowOf(params)?.candidateId ?? '') ?? null;
  const percent = (share: number | null): string => (share === null ? '—' : `${Math.floor(share * 100)} %`);
  return {
    colId: 'stability',
    headerName: t('ranking.stability'),
    headerTooltip: t('ranking.stabilityHint', { count: samples }),
    width: 104,
    cellClass: 'number',
    headerClass: 'number',
    valueGetter: shareOf,
    valueFormatter: ({ value }: { readonly value: number | null }) => percent(value),
  };
}

function tieColumn(rubric: Rubric, t: Text): Column {
  return {
    colId: 'tie',
    headerName: t('ranking.tie'),
    width: 216,
    valueGetter: (params) => rowOf(params)?.tie?.rule ?? '',
    cellRenderer: TieCell,
    cellRendererParams: { rubric },
  };
}

function remarkColumn(rubric: Rubric, t: Text): Column {
  return {
    colId: 'remarks',
    headerName: t('ranking.remarks'),
    flex: 1,
    minWidth: 200,
    sortable: false,
    cellRenderer: RemarkCell,
    cellRendererParams: { rubric },
  };
}
