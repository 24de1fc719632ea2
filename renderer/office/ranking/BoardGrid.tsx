import type { GridOptions } from 'ag-grid-community';
import { useEffect, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardTrack } from '#shared/ranking/board.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import { LargeGrid } from '../../ui/grid/LargeGrid.tsx';
import { lineCell } from './board-cells.ts';
import { boardColumns } from './board-columns.ts';
import { dropLines, layBoard, type BoardLine } from './board-lines.ts';
import { BoardMarks, copyMarkFrom } from './BoardMarks.tsx';
import type { Stability } from './use-stability.ts';

type BoardGridProps = {
  readonly track: BoardTrack;
  readonly rubric: Rubric;
  /** Without other tracks the cut line need not say whose quota it is. */
  readonly onlyTrack: boolean;
  readonly onOpen: (candidateId: string) => void;
  /** Whom a query finds; null shows everybody. */
  readonly found: ReadonlySet<string> | null;
  /** Null until it is worked out, and on very large boards. */
  readonly stability: Stability | null;
  /** Ids of the rows that are ticked, whenever that changes. */
  readonly onTick: (candidateIds: readonly string[]) => void;
};

/** The ranked rows with the drawn lines; in any other order than the ranking's own, the lines go away. */
export function BoardGrid({ track, rubric, onlyTrack, onOpen, found, stability, onTick }: BoardGridProps) {
  const { t } = useTranslation(['office', 'common']);
  const marks = useId();
  const latest = useRef({ onOpen, onTick });
  useEffect(() => {
    latest.current = { onOpen, onTick };
  });
  const lines = useMemo(() => layBoard(track), [track]);
  const columns = useMemo(
    () => boardColumns(track, stability, { rubric, copyMark: (name) => copyMarkFrom(marks, name), t }),
    [track, rubric, stability, marks, t],
  );
  const filter = useMemo(
    () => (found === null ? null : (line: BoardLine) => line.kind === 'row' && found.has(line.id)),
    [found],
  );
  const options = useMemo((): GridOptions<BoardLine> => {
    const open = (line: BoardLine | undefined): void => {
      if (line?.kind === 'row') latest.current.onOpen(line.id);
    };
    return {
      getRowId: ({ data }) => data.id,
      rowSelection: {
        mode: 'multiRow',
        enableClickSelection: false,
        headerCheckbox: false,
        isRowSelectable: ({ data }) => data?.kind === 'row',
      },
      selectionColumnDef: { pinned: 'left', width: 48 },
      onSelectionChanged: ({ api }) => latest.current.onTick(api.getSelectedRows().map(({ id }) => id)),
      isFullWidthRow: ({ rowNode }) => rowNode.data?.kind !== 'row',
      fullWidthCellRenderer: lineCell(onlyTrack, t),
      postSortRows: ({ api, nodes }) => {
        if (api.getColumnState().some(({ sort }) => (sort ?? null) !== null)) dropLines(nodes);
      },
      onRowClicked: ({ data }) => open(data),
      onCellKeyDown: ({ event, data }) => {
        if (event instanceof KeyboardEvent && event.key === 'Enter') open(data);
      },
      rowClassRules: { 'ranking-out': ({ data }) => data?.kind === 'row' && data.row.rank === null },
    };
  }, [onlyTrack, t]);
  return (
    <>
      <BoardMarks id={marks} rows={track.rows} />
      <LargeGrid<BoardLine>
        label={t('ranking.grid')}
        emptyTitle={found === null ? t('ranking.emptyTitle') : t('candidates.nothing')}
        rows={lines}
        columns={columns}
        filter={filter}
        options={options}
      />
    </>
  );
}
