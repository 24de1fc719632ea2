import { useTranslation } from 'react-i18next';
import { formatPoints, type Hundredths } from '#shared/base/points.ts';
import type { Failure } from '#shared/base/result.ts';
import type { Criterion } from '#shared/round/rubric.ts';
import { FailureText } from '../../ui/notice/FailureText.tsx';
import { anchorAt, guideId } from './anchors.ts';

type GuideProps = {
  /** The criterion whose field had the focus last; null before the first. */
  readonly criterion: Criterion | null;
  readonly points: Hundredths | null;
  /** Why what was typed last is not taken. */
  readonly failure: Failure | null;
};

/**
 * What a criterion asks for, and its anchors. It has a place of its own below the fields, so that nothing moves when the
 * focus does.
 */
export function Guide({ criterion, points, failure }: GuideProps) {
  const { t } = useTranslation('expert');
  if (criterion === null) {
    return (
      <aside id={guideId} className="guide">
        <p className="guide-text">{t('desk.guideEmpty')}</p>
      </aside>
    );
  }
  const here = anchorAt(criterion, points);
  const range = { max: formatPoints(criterion.max), step: formatPoints(criterion.step) };
  return (
    <aside id={guideId} className="guide">
      <p className="guide-name">
        {criterion.name} <span className="guide-range">{t('desk.guideRange', range)}</span>
      </p>
      {failure !== null && (
        <p className="guide-failure" role="alert">
          <FailureText failure={failure} />
        </p>
      )}
      {criterion.guidance !== '' && <p className="guide-text">{criterion.guidance}</p>}
      <ul className="anchors">
        {criterion.anchors.map((anchor) => (
          <li key={anchor.label} className={anchor === here ? 'here' : ''}>
            <span className="anchor-range">
              {anchor.from === anchor.to
                ? formatPoints(anchor.from)
                : `${formatPoints(anchor.from)}–${formatPoints(anchor.to)}`}
            </span>{' '}
            {anchor.label}
          </li>
        ))}
      </ul>
    </aside>
  );
}
