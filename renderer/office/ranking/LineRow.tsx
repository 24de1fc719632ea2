import { useTranslation } from 'react-i18next';
import type { BoardLine } from './board-lines.ts';

type LineRowProps = { readonly data?: BoardLine; readonly onlyTrack: boolean };

/** The cut line or the end of the reserve list, drawn across the board with its words. */
export function LineRow({ data, onlyTrack }: LineRowProps) {
  const { t } = useTranslation('office');
  if (data === undefined || data.kind === 'row') return null;
  const { quota, received, reserve } = data.track;
  if (data.kind === 'reserve')
    return <p className="ranking-line reserve">{t('ranking.reserveLine', { count: reserve })}</p>;
  const own = onlyTrack
    ? t('ranking.cutLine', { quota: quota ?? 0 })
    : t('ranking.cutLineTrack', { quota: quota ?? 0 });
  return (
    <p className="ranking-line">{received > 0 ? t('ranking.cutLineReceived', { quota: quota ?? 0, received }) : own}</p>
  );
}
