import { createGrid, type ColDef, type ColGroupDef, type GridApi, type GridOptions } from 'ag-grid-community';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Preferences } from '#shared/ipc/app-calls.ts';
import { useLanguage } from '../../text/language.ts';
import { EmptyState } from '../page/EmptyState.tsx';
import { useAppearance } from '../theme/appearance.ts';
import { columnDefaults, fitColumns, sharedOptions } from './grid-options.ts';
import './grid.css';

type LargeGridProps<Row> = {
  /** What the grid shows, for screen readers. */
  readonly label: string;
  /** Said when there is no row to show. */
  readonly emptyTitle: string;
  readonly rows: readonly Row[];
  readonly columns: readonly ColDef<Row>[];
  /** Which rows are shown; null shows all. */
  readonly filter: ((row: Row) => boolean) | null;
  /** Everything else, taken when the grid is made: another object makes another grid. */
  readonly options: GridOptions<Row>;
};

/**
 * As `Grid`, for a hundred thousand rows: nothing in it is React's, so that scrolling costs what the grid itself costs. Cells
 * with more than a text are functions that make an element.
 */
export function LargeGrid<Row>({ label, emptyTitle, columns, ...rest }: LargeGridProps<Row>) {
  const language = useLanguage();
  const textSize = useAppearance((appearance) => appearance.textSize);
  const [empty, setEmpty] = useState(false);
  const fitted = useMemo(() => fitColumns(columns, textSize), [columns, textSize]);
  return (
    <section className="grid" aria-label={label}>
      {/* The grid measures texts and rows once, and takes its language only at the start. */}
      <Host key={`${language} ${textSize}`} {...rest} language={language} columns={fitted} onEmpty={setEmpty} />
      {empty && (
        <div className="grid-empty">
          <EmptyState title={emptyTitle} />
        </div>
      )}
    </section>
  );
}

type HostProps<Row> = Pick<LargeGridProps<Row>, 'rows' | 'filter' | 'options'> & {
  readonly language: Preferences['language'];
  readonly columns: readonly (ColDef<Row> | ColGroupDef<Row>)[];
  readonly onEmpty: (empty: boolean) => void;
};

/** The element that the grid lives in. */
function Host<Row>({ rows, filter, options, language, columns, onEmpty }: HostProps<Row>) {
  const host = useRef<HTMLDivElement>(null);
  const grid = useRef<GridApi<Row> | null>(null);
  const latest = useRef({ rows, columns, filter });
  useEffect(() => {
    latest.current = { rows, columns, filter };
  });
  useEffect(() => {
    if (host.current === null) return undefined;
    const api = createGrid<Row>(host.current, {
      ...sharedOptions(language),
      defaultColDef: { ...columnDefaults, cellDataType: false },
      suppressOverlays: ['noRows', 'noMatchingRows'],
      ...options,
      columnDefs: [...latest.current.columns],
      rowData: [...latest.current.rows],
      isExternalFilterPresent: () => latest.current.filter !== null,
      doesExternalFilterPass: ({ data }) => data === undefined || latest.current.filter?.(data) !== false,
      onModelUpdated: (event) => onEmpty(event.api.getDisplayedRowCount() === 0),
    });
    grid.current = api;
    return () => {
      grid.current = null;
      api.destroy();
    };
  }, [language, options, onEmpty]);
  useUpdate(columns, () => grid.current?.setGridOption('columnDefs', [...columns]));
  useUpdate(rows, () => grid.current?.setGridOption('rowData', [...rows]));
  useUpdate(filter, () => grid.current?.onFilterChanged());
  return <div ref={host} className="grid-host" />;
}

/** Runs when a value has changed, but not at first. */
function useUpdate(value: unknown, act: () => void): void {
  const last = useRef(value);
  useEffect(() => {
    if (last.current === value) return;
    last.current = value;
    act();
  });
}
