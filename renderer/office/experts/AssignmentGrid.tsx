import type { ColDef } from 'ag-grid-community';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Grid } from '../../ui/grid/Grid.tsx';
import { layAssignment, type AssignmentRow } from './assignment-view.ts';
import type { Panel } from './load-panel.ts';

type AssignmentGridProps = { readonly panel: Panel; readonly loads: ReadonlyMap<string, number> };

/** Candidates × experts: who reviews what, and where a conflict stands. Each column's header carries its load. */
export function AssignmentGrid({ panel, loads }: AssignmentGridProps) {
  const { t } = useTranslation(['office', 'common']);
  const { candidates, experts, assignment } = panel;
  const rows = useMemo(() => layAssignment(candidates, experts, assignment), [candidates, experts, assignment]);
  const columns = useMemo(
    (): ColDef<AssignmentRow>[] => [
      { field: 'code', headerName: t('common:code'), pinned: 'left', width: 112 },
      { field: 'name', headerName: t('common:name'), pinned: 'left', width: 220, tooltip: true },
      {
        field: 'count',
        headerName: t('experts.assignment.count'),
        width: 96,
        cellClass: 'number',
        headerClass: 'number',
      },
      ...experts.map(({ id, name, unit }, index): ColDef<AssignmentRow> => ({
        colId: id,
        headerName: t('experts.assignment.loadOf', { name, count: loads.get(id) ?? 0 }),
        headerTooltip: unit,
        width: 144,
        valueGetter: ({ data }) => {
          const cell = data?.cells[index] ?? 'free';
          return cell === 'free' ? '' : t(`experts.assignment.${cell}`);
        },
        cellClass: ({ data }) => `experts-${data?.cells[index] ?? 'free'}`,
      })),
    ],
    [experts, loads, t],
  );
  return (
    <Grid<AssignmentRow>
      label={t('experts.assignment.grid')}
      emptyTitle={t('experts.assignment.noneTitle')}
      rowData={rows}
      columnDefs={columns}
      getRowId={({ data }) => data.id}
    />
  );
}
