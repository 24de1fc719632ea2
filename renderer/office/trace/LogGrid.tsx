import type { ColDef } from 'ag-grid-community';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatDay } from '../../text/format.ts';
import { Grid } from '../../ui/grid/Grid.tsx';
import { Mark } from '../../ui/mark/Mark.tsx';
import type { LogLine } from './filter-log.ts';

type LogGridProps = {
  readonly lines: readonly LogLine[];
  /** Whether the log is empty, or the filter leaves nothing. */
  readonly empty: boolean;
};

/** One line per entry, the newest first. */
export function LogGrid({ lines, empty }: LogGridProps) {
  const { t } = useTranslation('office');
  const columns = useLogColumns();
  return (
    <Grid<LogLine>
      label={t('trace.grid')}
      emptyTitle={t(empty ? 'trace.empty' : 'trace.emptyFilter')}
      rowData={[...lines]}
      columnDefs={columns}
      getRowId={({ data }) => String(data.index)}
    />
  );
}

function useLogColumns(): ColDef<LogLine>[] {
  const { t } = useTranslation('office');
  return useMemo(
    () => [
      {
        field: 'index',
        headerName: t('trace.columns.index'),
        pinned: 'left',
        width: 88,
        cellClass: 'number',
        headerClass: 'number',
      },
      {
        field: 'at',
        headerName: t('trace.columns.at'),
        width: 184,
        valueFormatter: ({ value }: { readonly value: string }) => `${formatDay(value)} ${formatClock(value)}`,
      },
      { field: 'who', headerName: t('trace.columns.who'), width: 160, tooltip: true },
      { field: 'what', headerName: t('trace.columns.what'), flex: 2, minWidth: 280, tooltip: true, cellRenderer: What },
      { field: 'roundTitle', headerName: t('trace.columns.round'), flex: 1, minWidth: 160, tooltip: true },
      {
        field: 'hash',
        headerName: t('trace.columns.digest'),
        width: 144,
        cellRenderer: Digest,
        sortable: false,
      },
    ],
    [t],
  );
}

const warned = new Set(['clock-moved-back', 'unlock-refused', 'receipt-refused']);

/** What happened; what somebody should look into is marked. */
function What({ data }: { readonly data?: LogLine }) {
  if (data === undefined) return null;
  const refused = data.detail['verdict'] === 'refused';
  if (!refused && !warned.has(data.event)) return data.what;
  return <Mark tone={refused ? 'refused' : 'warned'}>{data.what}</Mark>;
}

function Digest({ data }: { readonly data?: LogLine }) {
  return data === undefined ? null : (
    <code className="office-code" title={data.hash}>
      {data.hash.slice(0, 12)}
    </code>
  );
}
