import { useTranslation } from 'react-i18next';
import { formatPoints, type Hundredths } from '#shared/base/points.ts';
import { columnOf, countColumns } from './own-spread.ts';

type OwnSpreadProps = {
  readonly own: readonly Hundredths[];
  readonly max: Hundredths;
  readonly points: Hundredths | null;
};

const [columnWidth, height] = [6, 20];

/** How the expert has scored this criterion so far, over all candidates: ▁▂▅█, with the present score marked. */
export function OwnSpread({ own, max, points }: OwnSpreadProps) {
  const { t } = useTranslation('expert');
  const counts = countColumns(own, max);
  const most = Math.max(1, ...counts);
  const here = points === null ? -1 : columnOf(points, max);
  const low = own.length === 0 ? 0 : Math.min(...own);
  const high = own.length === 0 ? 0 : Math.max(...own);
  const words = t('desk.ownSpread', { count: own.length, low: formatPoints(low), high: formatPoints(high) });
  return (
    <span className="own-spread" title={words}>
      <svg viewBox={`0 0 ${counts.length * columnWidth} ${height}`} aria-hidden="true">
        {counts.map((count, column) => {
          const tall = count === 0 ? 1 : Math.max(3, (count / most) * height);
          return (
            <rect
              key={column}
              className={column === here ? 'here' : ''}
              x={column * columnWidth}
              y={height - tall}
              width={columnWidth - 1}
              height={tall}
            />
          );
        })}
      </svg>
    </span>
  );
}
