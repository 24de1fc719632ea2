import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardRow } from '#shared/ranking/board.ts';
import { Mark } from '../../ui/mark/Mark.tsx';
import { markOf } from './board-cells.ts';
import { StatusMark } from './RankingStatus.tsx';

type BoardMarksProps = { readonly id: string; readonly rows: readonly BoardRow[] };

/** One of each mark that cells of the board need, out of sight, for cells to copy. */
export function BoardMarks({ id, rows }: BoardMarksProps) {
  const { t } = useTranslation('office');
  const kinds = useMemo(() => [...new Map(rows.map((row) => [markOf(row), row]))], [rows]);
  return (
    <div hidden id={id}>
      {kinds.map(([name, row]) => (
        <span key={name} data-mark={name}>
          <StatusMark row={row} />
        </span>
      ))}
      <span data-mark="reReview">
        <Mark tone="warned">{t('ranking.reReview')}</Mark>
      </span>
      <span data-mark="fraud">
        <Mark tone="refused">{t('ranking.fraud', { count: 0 })}</Mark>
      </span>
    </div>
  );
}

/** A copy of a mark among those that stand ready. @param id of the marks */
export function copyMarkFrom(id: string, name: string): HTMLElement {
  const copy = document.createElement('span');
  const mark = [...(document.getElementById(id)?.children ?? [])].find((one) => one.getAttribute('data-mark') === name);
  for (const child of mark?.childNodes ?? []) {
    const cloned = child.cloneNode(true);
    // A mark is one element; the name of a band is a text.
    if (cloned instanceof HTMLElement) return cloned;
    copy.append(cloned);
  }
  return copy;
}
