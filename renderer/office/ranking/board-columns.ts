import type { ColDef } from 'ag-grid-community';
import type { BoardTrack, BoardRow } from '#shared/ranking/board.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import { remarkCell, spreadCell, statusCell, tieCell, type CopyMark, type Text } from './board-cells.ts';
import { findAxis, type BoardLine } from './board-lines.ts';
import type { Stability } from './use-stability.ts';

type Column = ColDef<BoardLine>;
type Params = { readonly data?: BoardLine | undefined };

const rowOf = ({ data }: Params): BoardRow | undefined => (data?.kind === 'row' ? data.row : undefined);

/** What the columns of a board are made from. */
export type BoardText = { readonly rubric: Rubric; readonly copyMark: CopyMark; readonly t: Text };

/** The columns of a track's board; the one for ties is there when the track has any. */
export function boardColumns(track: BoardTrack, stability: Stability | null, text: BoardText): Column[] {
  const { rubric, copyMark, t } = text;
  const tied = track.rows.some(({ tie }) => tie !== null);
  return [
    ...nameColumns(track.rows.length, t),
    ...scoreColumns(track, text),
    ...(stability === null ? [] : [stabilityColumn(stability, t)]),
    ...(tied ? [tieColumn(track, rubric, t)] : []),
    {
      colId: 'remarks',
      headerName: t('ranking.remarks'),
      flex: 1,
      minWidth: 176,
      sortable: false,
      cellRenderer: remarkCell(rubric, copyMark, t),
    },
  ];
}

function nameColumns(rows: number, t: Text): Column[] {
  const text = (colId: 'code' | 'name' | 'unit', width: number): Column => ({
    colId,
    headerName: t(`common:${colId}`),
    field: colId,
    width,
    tooltip: true,
  });
  return [
    {
      colId: 'rank',
      headerName: t('ranking.rank'),
      pinned: 'left',
      // As many digits as the last rank has.
      width: 40 + 9 * Math.max(3, String(rows).length),
      cellClass: 'number ranking-rank',
      headerClass: 'number',
      field: 'rank',
      valueFormatter: ({ value }: { readonly value: number | null }) => String(value ?? t('ranking.noRank')),
    },
    { ...text('code', 96), pinned: 'left' },
    { ...text('name', 224), pinned: 'left' },
    text('unit', 168),
  ];
}

function scoreColumns(track: BoardTrack, { copyMark, t }: BoardText): Column[] {
  const graded = track.rows.some(({ status }) => status.startsWith('band:'));
  return [
    {
      colId: 'score',
      headerName: t('ranking.score'),
      width: 88,
      cellClass: 'number ranking-score',
      headerClass: 'number',
      field: 'points',
      valueFormatter: (params) => rowOf(params)?.score ?? '—',
    },
    {
      colId: 'spread',
      headerName: t('ranking.spread'),
      width: 128,
      field: 'spread',
      cellRenderer: spreadCell(findAxis(track), t),
    },
    {
      colId: 'sheets',
      headerName: t('ranking.sheets'),
      width: 112,
      field: 'sheets',
      valueFormatter: (params) => countSheets(rowOf(params), t),
    },
    {
      colId: 'status',
      headerName: t(graded ? 'ranking.grade' : 'ranking.status'),
      width: 120,
      field: 'status',
      cellRenderer: statusCell(copyMark),
    },
  ];
}

/** Shares of samples, in whole per cent rounded down: 100 % is said of all only. */
function stabilityColumn({ samples, shares }: Stability, t: Text): Column {
  const shareOf = (params: Params): number | null => shares?.get(rowOf(params)?.candidateId ?? '') ?? null;
  const percent = (share: number | null): string => {
    if (shares === null) return '…';
    return share === null ? '—' : `${Math.floor(share * 100)} %`;
  };
  return {
    colId: 'stability',
    headerName: t('ranking.stability'),
    headerTooltip: t('ranking.stabilityHint', { count: samples }),
    width: 96,
    cellClass: 'number',
    headerClass: 'number',
    valueGetter: shareOf,
    valueFormatter: ({ value }: { readonly value: number | null }) => percent(value),
  };
}

function tieColumn(track: BoardTrack, rubric: Rubric, t: Text): Column {
  return {
    colId: 'tie',
    headerName: t('ranking.tie'),
    width: 176,
    field: 'tie',
    cellRenderer: tieCell(track, rubric, t),
  };
}

function countSheets(row: BoardRow | undefined, t: Text): string {
  if (row === undefined) return '';
  const { sheets: count, trimmed } = row;
  return trimmed > 0 ? t('ranking.sheetsTrimmed', { count, trimmed }) : t('ranking.sheetsText', { count });
}
