import type { CellClassParams, ColDef, GridApi } from 'ag-grid-community';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview, PreviewRow } from '#shared/ipc/office-views.ts';
import { Grid } from '../../ui/grid/Grid.tsx';
import { Mark, type MarkTone } from '../../ui/mark/Mark.tsx';
import { faultyKeys, rowFate, type RowFate } from './preview-rows.ts';

type PreviewGridProps = {
  readonly preview: ImportPreview;
  readonly rows: readonly PreviewRow[];
  readonly onReady: (api: GridApi<PreviewRow>) => void;
  /** A held row was double-clicked, or Enter was pressed on it. */
  readonly onMend: (rowId: string) => void;
};

/** Every row with its cells as the sheet says; cells with a problem are marked. */
export function PreviewGrid({ preview, rows, onReady, onMend }: PreviewGridProps) {
  const { t } = useTranslation('office');
  const columns = usePreviewColumns(preview);
  return (
    <Grid<PreviewRow>
      label={t('preview.grid')}
      emptyTitle={preview.rows.length === 0 ? t('preview.emptyTitle') : t('preview.nothing')}
      {...(preview.rows.length === 0 && { emptyHint: t('preview.emptyHint') })}
      rowData={[...rows]}
      columnDefs={columns}
      getRowId={({ data }) => data.id}
      onGridReady={({ api }) => onReady(api)}
      onRowDoubleClicked={({ data }) => data?.held === true && onMend(data.id)}
      onCellKeyDown={({ event, data }) => {
        if (event instanceof KeyboardEvent && event.key === 'Enter' && data?.held === true) onMend(data.id);
      }}
    />
  );
}

function usePreviewColumns(preview: ImportPreview): ColDef<PreviewRow>[] {
  const { t } = useTranslation('office');
  return useMemo(() => {
    const severalSheets = preview.layouts.length > 1;
    return [
      {
        colId: 'fate',
        headerName: t('preview.fate'),
        pinned: 'left',
        width: 112,
        valueGetter: ({ data }) => (data === undefined ? '' : t(`preview.fates.${rowFate(data)}`)),
        cellRenderer: FateCell,
      },
      {
        field: 'row',
        headerName: t('preview.rowNumber'),
        pinned: 'left',
        width: 80,
        cellClass: 'number faint',
        headerClass: 'number',
      },
      ...(severalSheets ? [{ field: 'sheet', headerName: t('preview.sheet'), width: 120 } as const] : []),
      ...preview.columns.map(({ key, label, known }, index): ColDef<PreviewRow> => ({
        colId: key,
        headerName: label,
        width: 160,
        valueGetter: ({ data }) => data?.cells[index] ?? '',
        cellClass: (params) => cellClass(preview, key, known, params),
      })),
    ];
  }, [preview, t]);
}

function cellClass(
  preview: ImportPreview,
  key: string,
  known: boolean,
  { data }: CellClassParams<PreviewRow>,
): string[] {
  const fault = data === undefined ? undefined : faultyKeys(preview, data).get(key);
  return [...(known ? [] : ['faint']), ...(fault === undefined ? [] : [`preview-${fault.severity}`])];
}

const tones: Readonly<Record<RowFate, MarkTone>> = { taken: 'done', warned: 'warned', held: 'waiting' };

function FateCell({ data }: { readonly data?: PreviewRow }) {
  const { t } = useTranslation('office');
  if (data === undefined) return null;
  const fate = rowFate(data);
  return <Mark tone={tones[fate]}>{t(`preview.fates.${fate}`)}</Mark>;
}
