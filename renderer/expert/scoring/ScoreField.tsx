import { memo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPoints, type Hundredths } from '#shared/base/points.ts';
import type { Criterion } from '#shared/round/rubric.ts';
import { FailureText } from '../../ui/notice/FailureText.tsx';
import { readPoints, stepPoints, type PointsText } from './read-points.ts';
import { OwnSpread } from './OwnSpread.tsx';

type ScoreFieldProps = {
  readonly criterion: Criterion;
  readonly points: Hundredths | null;
  /** Own scores for this criterion, all candidates of the rubric, for the small picture beside it. */
  readonly own: readonly Hundredths[];
  readonly onPoints: (points: Hundredths | null) => void;
  readonly onNext: () => void;
  readonly onLeave: () => void;
};

const shownText = (points: Hundredths | null): string => (points === null ? '' : formatPoints(points));

/** Only what the expert has typed and the desk has not taken is kept here; all else is the sheet's. */
function useTyped({ criterion, points, onPoints, onLeave }: ScoreFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [said, setSaid] = useState<PointsText | null>(null);
  const take = (text: string): void => {
    const read = readPoints(criterion, text);
    setTyped(text);
    setSaid(read.state === 'wrong' ? read : null);
    if (read.state === 'value' && read.points !== points) onPoints(read.points);
  };
  /** Answers whether the field holds a score now. */
  const settle = (): boolean => {
    const read = typed === null ? null : readPoints(criterion, typed);
    if (read === null || read.state === 'value') {
      setTyped(null);
      return true;
    }
    setSaid(read);
    return false;
  };
  const leave = (): void => {
    settle();
    setTyped(null);
    onLeave();
  };
  const failure = said === null || said.state === 'value' ? null : said.failure;
  return { text: typed ?? shownText(points), failure, take, settle, leave };
}

/** One criterion: name, field, own spread, guidance and anchors. Arrows go a step up or down, Enter goes on. */
export const ScoreField = memo(function ScoreField(props: ScoreFieldProps) {
  const { criterion, points, own, onNext } = props;
  const { t } = useTranslation('expert');
  const { text, failure, take, settle, leave } = useTyped(props);
  const field = `points:${criterion.id}`;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (settle()) onNext();
    }
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      take(formatPoints(stepPoints(criterion, points, event.key === 'ArrowUp' ? 1 : -1)));
    }
  };
  return (
    <div className="criterion">
      <label className="criterion-name" htmlFor={field}>
        {criterion.name}
        {criterion.core && <abbr title={t('desk.coreHint')}>*</abbr>}
      </label>
      <span className="criterion-score">
        <input
          id={field}
          data-field={field}
          type="text"
          inputMode="decimal"
          className="score-input"
          value={text}
          autoComplete="off"
          aria-invalid={failure !== null}
          aria-describedby={`${field}-hint`}
          onChange={({ target }) => take(target.value)}
          onFocus={({ target }) => target.select()}
          onBlur={leave}
          onKeyDown={onKeyDown}
        />
        <span className="score-max">/ {formatPoints(criterion.max)}</span>
      </span>
      <OwnSpread own={own} max={criterion.max} points={points} />
      <div className="criterion-hint" id={`${field}-hint`}>
        {failure !== null && (
          <p className="criterion-failure" role="alert">
            <FailureText failure={failure} />
          </p>
        )}
        {criterion.guidance !== '' && <p>{criterion.guidance}</p>}
        <Anchors criterion={criterion} points={points} />
      </div>
    </div>
  );
});

/** 分档 in one line; the one that the score lies in stands out. */
function Anchors({ criterion, points }: Pick<ScoreFieldProps, 'criterion' | 'points'>) {
  if (criterion.anchors.length === 0) return null;
  return (
    <p className="anchors">
      {criterion.anchors.map(({ label, from, to }) => (
        <span key={label} className={points !== null && points >= from && points <= to ? 'anchor here' : 'anchor'}>
          {label} {from === to ? formatPoints(from) : `${formatPoints(from)}–${formatPoints(to)}`}
        </span>
      ))}
    </p>
  );
}
