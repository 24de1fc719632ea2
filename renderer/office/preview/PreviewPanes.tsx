import type { GridApi } from 'ag-grid-community';
import { Segmented } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview, PreviewRow } from '#shared/ipc/office-views.ts';
import { MendDrawer } from './MendDrawer.tsx';
import { PreviewGrid } from './PreviewGrid.tsx';
import { filterRows, listProblemLines, rowFate, type PreviewFilter, type ProblemLine } from './preview-rows.ts';
import { ProblemPanel } from './ProblemPanel.tsx';

/** The rows on the left, the problems on the right; a problem leads to its cell, a held row to its form. */
export function PreviewPanes({ preview }: { readonly preview: ImportPreview }) {
  const [filter, setFilter] = useState<PreviewFilter>('all');
  const [mendingId, setMendingId] = useState<string | null>(null);
  const grid = useRef<GridApi<PreviewRow> | null>(null);
  const lines = useMemo(() => listProblemLines(preview), [preview]);
  const rows = useMemo(() => filterRows(preview.rows, filter), [preview, filter]);
  const mending = preview.rows.find(({ id }) => id === mendingId);

  function show({ rowId, columnKey }: ProblemLine): void {
    if (rowId === null) return;
    setFilter('all');
    // The row is in the grid only after the filter is off.
    requestAnimationFrame(() => focusCell(grid.current, rowId, columnKey ?? 'fate'));
  }

  return (
    <>
      <RowFilter preview={preview} filter={filter} onChange={setFilter} />
      <div className="preview-panes">
        <div className="preview-grid">
          <PreviewGrid
            preview={preview}
            rows={rows}
            onReady={(api) => {
              grid.current = api;
            }}
            onMend={setMendingId}
          />
        </div>
        <ProblemPanel preview={preview} lines={lines} onShow={show} onMend={setMendingId} />
      </div>
      <MendDrawer preview={preview} row={mending} onClose={() => setMendingId(null)} />
    </>
  );
}

function focusCell(api: GridApi<PreviewRow> | null, rowId: string, column: string): void {
  const node = api?.getRowNode(rowId);
  if (api === null || node === undefined || node.rowIndex === null) return;
  api.ensureIndexVisible(node.rowIndex, 'middle');
  api.ensureColumnVisible(column);
  api.setFocusedCell(node.rowIndex, column);
}

type RowFilterProps = {
  readonly preview: ImportPreview;
  readonly filter: PreviewFilter;
  readonly onChange: (filter: PreviewFilter) => void;
};

function RowFilter({ preview: { rows, held }, filter, onChange }: RowFilterProps) {
  const { t } = useTranslation('office');
  const counts = { all: rows.length, held, warned: rows.filter((row) => rowFate(row) === 'warned').length };
  return (
    <div className="office-bar">
      <Segmented<PreviewFilter>
        aria-label={t('preview.filterLabel')}
        value={filter}
        onChange={onChange}
        options={(['all', 'held', 'warned'] as const).map((value) => ({
          value,
          label: t(`preview.filters.${value}`, { count: counts[value] }),
        }))}
      />
      {held > 0 && <span className="office-faint">{t('preview.heldHint')}</span>}
    </div>
  );
}
