import type { ColDef } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPoints } from '#shared/base/points.ts';
import type { ProgressView } from '#shared/ipc/office-views.ts';
import { formatMinute } from '../../text/format.ts';
import { Grid } from '../../ui/grid/Grid.tsx';
import { Mark } from '../../ui/mark/Mark.tsx';
import { ProgressBar } from '../../ui/page/ProgressBar.tsx';
import { evenDecimals } from '../even-decimals.ts';
import type { Direction, Matrix, MatrixCell, MatrixRow } from './matrix.ts';

type MatrixGridProps = {
  readonly matrix: Matrix;
  readonly direction: Direction;
  readonly progress: ProgressView;
};

/** Experts × candidates, either way round: a total where there is one, else the state in a word. */
export function MatrixGrid({ matrix, direction, progress }: MatrixGridProps) {
  const { t } = useTranslation('office');
  const columns = useMatrixColumns(matrix, direction, progress);
  return (
    <Grid<MatrixRow>
      label={t('progress.grid')}
      emptyTitle={t('progress.nothing')}
      rowData={[...matrix.rows]}
      columnDefs={columns}
      getRowId={({ data }) => data.id}
      tooltipShowMode="standard"
    />
  );
}

type Text = TFunction<'office'>;

function useMatrixColumns({ columns }: Matrix, direction: Direction, progress: ProgressView): ColDef<MatrixRow>[] {
  const { t } = useTranslation('office');
  return useMemo(() => {
    const decimals = evenDecimals(progress.cells.flat().flatMap(({ total }) => total ?? []));
    return [
      ...(direction === 'candidates' ? candidateHeads(t) : expertHeads(t, progress)),
      ...columns.map(({ id, label, note }, index): ColDef<MatrixRow> => ({
        colId: id,
        headerName: label,
        headerTooltip: note,
        width: 104,
        valueGetter: ({ data }) => cellValue(data?.cells[index], t),
        valueFormatter: ({ value }: { readonly value: string | number }) =>
          typeof value === 'number' ? value.toFixed(decimals) : value,
        comparator: compareCells,
        cellClass: ({ data }) => `number progress-${data?.cells[index]?.state ?? 'unassigned'}`,
        headerClass: 'number',
        tooltip: ({ data }) => describeCell(data, label, index, t),
      })),
    ];
  }, [columns, direction, progress, t]);
}

function candidateHeads(t: Text): ColDef<MatrixRow>[] {
  return [
    { field: 'label', headerName: t('progress.code'), pinned: 'left', width: 104 },
    { field: 'note', headerName: t('progress.candidate'), pinned: 'left', width: 216, tooltip: true },
    { ...doneColumn(t), pinned: 'left' },
  ];
}

function expertHeads(t: Text, progress: ProgressView): ColDef<MatrixRow>[] {
  const received = new Map(progress.experts.map(({ id, receivedAt }) => [id, receivedAt]));
  return [
    { field: 'label', headerName: t('progress.expert'), pinned: 'left', width: 112 },
    { field: 'note', headerName: t('progress.unit'), width: 200, tooltip: true },
    {
      colId: 'progress',
      headerName: t('progress.done'),
      width: 168,
      valueGetter: ({ data }) => (data === undefined ? 0 : data.done / Math.max(1, data.assigned)),
      cellRenderer: DoneCell,
    },
    {
      colId: 'received',
      headerName: t('progress.received'),
      width: 184,
      valueGetter: ({ data }) => received.get(data?.id ?? '') ?? null,
      cellRenderer: ReceivedCell,
    },
  ];
}

function doneColumn(t: Text): ColDef<MatrixRow> {
  return {
    colId: 'done',
    headerName: t('progress.done'),
    width: 88,
    cellClass: 'number',
    headerClass: 'number',
    valueGetter: ({ data }) => (data === undefined ? '' : t('progress.doneOf', data)),
  };
}

/** Points as a number, so that a column sorts by them; other states as words. */
function cellValue(cell: MatrixCell | undefined, t: Text): string | number {
  if (cell === undefined || cell.state === 'unassigned') return '';
  return cell.total === null ? t(`shell.cell.${cell.state}`) : cell.total / 100;
}

/** Totals by value, then words, then empty cells. */
function compareCells(left: string | number, right: string | number): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'number' || typeof right === 'number') return typeof left === 'number' ? 1 : -1;
  return left === right ? 0 : left < right ? -1 : 1;
}

function describeCell(row: MatrixRow | undefined, column: string, index: number, t: Text): string {
  const cell = row?.cells[index];
  if (row === undefined || cell === undefined) return '';
  const names = { row: `${row.label} ${row.note}`, column };
  if (cell.total !== null) return t('progress.tooltipScored', { ...names, total: formatPoints(cell.total) });
  return t('progress.tooltip', { ...names, state: t(`shell.cell.${cell.state}`) });
}

function DoneCell({ data }: { readonly data?: MatrixRow }) {
  if (data === undefined) return null;
  return <ProgressBar done={data.done} total={data.assigned} label={data.label} />;
}

function ReceivedCell({ value }: { readonly value: string | null }) {
  const { t } = useTranslation('office');
  if (value === null) return <Mark tone="waiting">{t('progress.notReceived')}</Mark>;
  return <Mark tone="done">{formatMinute(value)}</Mark>;
}
