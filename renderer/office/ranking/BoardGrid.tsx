import type { SortChangedEvent } from 'ag-grid-community';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RankedTrack } from '#shared/ranking/ranking.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import { Grid } from '../../ui/grid/Grid.tsx';
import { boardColumns } from './board-columns.ts';
import { layBoard, withoutLines, type BoardLine } from './board-lines.ts';
import { LineRow } from './LineRow.tsx';

type BoardGridProps = {
  readonly track: RankedTrack;
  readonly rubric: Rubric;
  /** Without other tracks the cut line need not say whose quota it is. */
  readonly onlyTrack: boolean;
  readonly onOpen: (candidateId: string) => void;
};

/** The ranked rows with the drawn lines; in any other order than the ranking's own, the lines go away. */
export function BoardGrid({ track, rubric, onlyTrack, onOpen }: BoardGridProps) {
  const { t } = useTranslation(['office', 'common']);
  const [sorted, setSorted] = useState(false);
  const lines = useMemo(() => layBoard(track), [track]);
  const columns = useMemo(() => boardColumns(track, rubric, t), [track, rubric, t]);
  const open = (line: BoardLine | undefined): void => {
    if (line?.kind === 'row') onOpen(line.id);
  };
  return (
    <Grid<BoardLine>
      label={t('ranking.grid')}
      emptyTitle={t('ranking.emptyTitle')}
      rowData={sorted ? withoutLines(lines) : lines}
      columnDefs={columns}
      getRowId={({ data }) => data.id}
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
