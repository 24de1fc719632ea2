import type { ColDef, ColGroupDef } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import { formatPoints } from '#shared/base/points.ts';
import { rubricMaximum, type Criterion, type Rubric } from '#shared/round/rubric.ts';
import { formatScore } from '../../text/format.ts';
import { decimalsOf } from '../standing.ts';
import type { ComparisonRow } from './comparison-rows.ts';

/** A row of the grid: a candidate, or one of the summary rows below. */
export type GridRow = ComparisonRow | SummaryRow;
export type SummaryRow = {
  readonly summary: string;
  readonly points: Readonly<Record<string, number | null>>;
  readonly total: number | null;
};

export const isSummary = (row: GridRow | undefined): row is SummaryRow => row !== undefined && 'summary' in row;

/** Every column holds hundredths, a word, or nothing. */
type Column = ColDef<GridRow, number | string | null>;
type ColumnGroup = ColGroupDef<GridRow>;

type Words = TFunction<['expert', 'common']>;

const isOut = (row: ComparisonRow): boolean => row.standing === 'recused' || row.standing === 'abstained';

function criterionColumn(criterion: Criterion, decimals: number, t: Words): Column {
  return {
    colId: `points:${criterion.id}`,
    headerName: `${criterion.name} ${formatPoints(criterion.max)}`,
    headerTooltip: criterion.guidance === '' ? criterion.name : criterion.guidance,
    width: 104,
    wrapHeaderText: true,
    autoHeaderHeight: true,
    cellClass: ({ data }) =>
      data !== undefined && !isSummary(data) && isGap(data, criterion.id) ? 'number gap' : 'number',
    headerClass: 'number',
    valueGetter: ({ data }) => data?.points[criterion.id] ?? null,
    valueFormatter: ({ value, data }) => showPoints(value, data, decimals, t),
  };
}

const isGap = (row: ComparisonRow, criterionId: string): boolean =>
  !isOut(row) && row.standing !== 'untouched' && row.points[criterionId] === null;

/** Zero, empty and recused look different: 0, 缺, —. */
function showPoints(value: unknown, row: GridRow | undefined, decimals: number, t: Words): string {
  if (typeof value === 'number') return formatScore(value, isSummary(row) && decimals === 0 ? 1 : decimals);
  if (row === undefined || isSummary(row)) return '';
  if (isOut(row)) return '—';
  return row.standing === 'untouched' ? '' : t('comparison.gap');
}

function nameColumns(t: Words): Column[] {
  return [
    {
      colId: 'code',
      headerName: t('common:code'),
      width: 96,
      pinned: 'left',
      valueGetter: ({ data }) => (isSummary(data) ? data.summary : data?.code),
    },
    {
      colId: 'name',
      headerName: t('common:name'),
      width: 220,
      pinned: 'left',
      tooltip: ({ data }) => (data === undefined || isSummary(data) ? null : `${data.name} ${data.unit}`),
      valueGetter: ({ data }) =>
        data === undefined || isSummary(data) ? '' : `${data.starred ? '★ ' : ''}${data.name}`,
    },
  ];
}

function totalColumns(rubric: Rubric, t: Words): Column[] {
  const decimals = decimalsOf(rubric);
  return [
    {
      colId: 'total',
      headerName: `${t('common:total')} ${formatPoints(rubricMaximum(rubric))}`,
      width: 104,
      pinned: 'right',
      sort: 'desc',
      headerClass: 'number',
      cellClass: 'number total-cell',
      valueGetter: ({ data }) => data?.total ?? null,
      valueFormatter: ({ value, data }) => showPoints(value, data, decimals, t),
    },
    {
      colId: 'note',
      headerName: t('comparison.note'),
      width: 128,
      pinned: 'right',
      valueGetter: ({ data }) => (data === undefined || isSummary(data) ? '' : noteOf(data, t)),
    },
  ];
}

/** What stands beside a total: out, missing, or shared with others. */
function noteOf(row: ComparisonRow, t: Words): string {
  if (isOut(row) || row.standing === 'untouched') return t(`standing.${row.standing}`);
  if (row.missing > 0) return t('comparison.missing', { count: row.missing });
  return row.sameTotal > 1 ? t('comparison.sameTotal', { count: row.sameTotal }) : '';
}

/** Columns of 横向对比: the candidate, every criterion under its category, the total, and what is to be noticed. */
export function makeColumns(rubric: Rubric, t: Words): (Column | ColumnGroup)[] {
  const decimals = decimalsOf(rubric);
  return [
    ...nameColumns(t),
    ...rubric.categories.map((category) => ({
      headerName: category.name,
      children: category.criteria.map((criterion) => criterionColumn(criterion, decimals, t)),
    })),
    ...totalColumns(rubric, t),
  ];
}
