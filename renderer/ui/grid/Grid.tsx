import { AgGridReact, type AgGridReactProps } from 'ag-grid-react';
import { useMemo } from 'react';
import { useLanguage } from '../../text/language.ts';
import { useAppearance } from '../theme/appearance.ts';
import { EmptyState } from '../page/EmptyState.tsx';
import { columnDefaults, fitColumns, sharedOptions } from './grid-options.ts';
import './grid.css';

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
  const columns = useMemo(() => fitColumns(columnDefs ?? [], textSize), [columnDefs, textSize]);
  return (
    <section className="grid" aria-label={label}>
      <AgGridReact<Row>
        // The grid measures texts and rows once, and takes its language only at the start.
        key={`${language} ${textSize}`}
        {...sharedOptions(language)}
        columnDefs={columns}
        defaultColDef={{ ...columnDefaults, ...defaultColDef }}
        noRowsOverlayComponent={EmptyState}
        noRowsOverlayComponentParams={{ title: emptyTitle, ...(emptyHint === undefined ? {} : { hint: emptyHint }) }}
        {...rest}
      />
    </section>
  );
}
