import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale';
import { AllCommunityModule, ModuleRegistry, type ColDef } from 'ag-grid-community';
import { AgGridReact, type AgGridReactProps } from 'ag-grid-react';
import { useMemo } from 'react';
import { useLanguage } from '../../text/language.ts';
import { useAppearance } from '../theme/appearance.ts';
import { EmptyState } from '../page/EmptyState.tsx';
import { gridTheme } from './grid-theme.ts';
import { limitPins, scaleColumns } from './scale-columns.ts';
import './grid.css';

ModuleRegistry.registerModules([AllCommunityModule]);

const columnDefaults = {
  sortable: true,
  resizable: true,
  suppressHeaderMenuButton: true,
  minWidth: 64,
} satisfies ColDef;

const normalText = 14;

/** Pinned columns take at most this share of the window. */
const pinnedShare = 0.45;

type GridProps<Row> = Omit<AgGridReactProps<Row>, 'theme' | 'localeText'> & {
  /** What the grid shows, for screen readers. */
  readonly label: string;
  /** Said when there are no rows. */
  readonly emptyTitle: string;
  readonly emptyHint?: string;
};

/**
 * A data grid in our looks and language; takes AG Grid's own properties. It fills its parent, which must have a height.
 * Column classes: `number` (right-aligned figures), `faint`. Widths are given for normal text and grow with large text.
 */
export function Grid<Row>({ label, emptyTitle, emptyHint, defaultColDef, columnDefs, ...rest }: GridProps<Row>) {
  const language = useLanguage();
  const textSize = useAppearance((appearance) => appearance.textSize);
  const columns = useMemo(
    () => limitPins(scaleColumns(columnDefs ?? [], textSize / normalText), window.innerWidth * pinnedShare),
    [columnDefs, textSize],
  );
  return (
    <section className="grid" aria-label={label}>
      <AgGridReact<Row>
        // The grid measures texts and rows once, and takes its language only at the start.
        key={`${language} ${textSize}`}
        theme={gridTheme}
        {...(language === 'zh-CN' ? { localeText: AG_GRID_LOCALE_CN } : {})}
        columnDefs={columns}
        defaultColDef={{ ...columnDefaults, ...defaultColDef }}
        animateRows={false}
        enableCellTextSelection
        suppressDragLeaveHidesColumns
        tooltipShowMode="whenTruncated"
        noRowsOverlayComponent={EmptyState}
        noRowsOverlayComponentParams={{ title: emptyTitle, ...(emptyHint === undefined ? {} : { hint: emptyHint }) }}
        {...rest}
      />
    </section>
  );
}
