import type { RowSelectionOptions, SortChangedEvent } from 'ag-grid-community';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardTrack } from '#shared/ranking/board.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import { Grid } from '../../ui/grid/Grid.tsx';
import { boardColumns } from './board-columns.ts';
import { layBoard, withoutLines, type BoardLine } from './board-lines.ts';
import type { Stability } from './use-stability.ts';
import { LineRow } from './LineRow.tsx';

type BoardGridProps = {
  readonly track: BoardTrack;
  readonly rubric: Rubric;
  /** Without other tracks the cut line need not say whose quota it is. */
  readonly onlyTrack: boolean;
  readonly onOpen: (candidateId: string) => void;
  /** Whom a query finds; null shows everybody. */
  readonly found: ((candidateId: string) => boolean) | null;
  /** Null until it is worked out, and on very large boards. */
  readonly stability: Stability | null;
  /** Ids of the rows that are ticked, whenever that changes. */
  readonly onTick: (candidateIds: readonly string[]) => void;
};

const tickable: RowSelectionOptions<BoardLine> = {
  mode: 'multiRow',
  enableClickSelection: false,
  headerCheckbox: false,
  isRowSelectable: ({ data }) => data?.kind === 'row',
};

/** The ranked rows with the drawn lines; in any other order than the ranking's own, the lines go away. */
export function BoardGrid({ track, rubric, onlyTrack, onOpen, found, stability, onTick }: BoardGridProps) {
  const { t } = useTranslation(['office', 'common']);
  const [sorted, setSorted] = useState(false);
  const lines = useMemo(() => layBoard(track), [track]);
  const shown = useMemo(() => {
    const rows = sorted || found !== null ? withoutLines(lines) : lines;
    return found === null ? rows : rows.filter(({ id }) => found(id));
  }, [lines, sorted, found]);
  const columns = useMemo(() => boardColumns(track, rubric, stability, t), [track, rubric, stability, t]);
  const open = (line: BoardLine | undefined): void => {
    if (line?.kind === 'row') onOpen(line.id);
  };
  return (
    <Grid<BoardLine>
      label={t('ranking.grid')}
      emptyTitle={found === null ? t('ranking.emptyTitle') : t('candidates.nothing')}
      rowData={shown}
      columnDefs={columns}
      getRowId={({ data }) => data.id}
      rowSelection={tickable}
      selectionColumnDef={{ pinned: 'left', width: 48 }}
      onSelectionChanged={({ api }) => onTick(api.getSelectedRows().map(({ id }) => id))}
      isFullWidthRow={({ rowNode }) => rowNode.data?.kind !== 'row'}
      fullWidthCellRenderer={LineRow}
      fullWidthCellRendererParams={{ onlyTrack }}
      onSortChanged={({ api }: SortChangedEvent<BoardLine>) =>
        setSorted(api.getColumnState().some(({ sort }) => sort !== null && sort !== undefined))
      }
      onRowClicked={({ data }) => open(data)}
      onCellKeyDown={({ event, data }) => {
        if (event instanceof KeyboardEvent && event.key === 'Enter') open(data);
      }}
      rowClassRules={{
        'ranking-out': ({ data }) => data?.kind === 'row' && data.row.rank === null,
      }}
    />
  );
}
