import { useTranslation } from 'react-i18next';
import type { BoardLine } from './board-lines.ts';

type LineRowProps = { readonly data?: BoardLine; readonly onlyTrack: boolean };

/** The cut line or the end of the reserve list, drawn across the board with its words. */
export function LineRow({ data, onlyTrack }: LineRowProps) {
  const { t } = useTranslation('office');
  if (data === undefined || data.kind === 'row') return null;
  const { quota, received, reserve } = data.track;
  if (data.kind === 'reserve') return <Line text={t('ranking.reserveLine', { count: reserve })} className="reserve" />;
  const seats = { quota: quota ?? 0, received };
  if (received > 0) return <Line text={t('ranking.cutLineReceived', seats)} />;
  return <Line text={onlyTrack ? t('ranking.cutLine', seats) : t('ranking.cutLineTrack', seats)} />;
}

function Line({ text, className = '' }: { readonly text: string; readonly className?: string }) {
  return (
    // A row of a grid holds cells; a td can only stand in a table.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div role="gridcell" className={`ranking-line ${className}`}>
      {text}
    </div>
  );
}
