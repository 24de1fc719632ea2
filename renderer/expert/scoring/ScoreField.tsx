import { memo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPoints, type Hundredths } from '#shared/base/points.ts';
import type { Failure } from '#shared/base/result.ts';
import type { Criterion } from '#shared/round/rubric.ts';
import { readPoints, stepPoints } from './read-points.ts';
import { anchorAt, guideId } from './anchors.ts';
import { OwnSpread } from './OwnSpread.tsx';

type ScoreFieldProps = {
  readonly criterion: Criterion;
  readonly points: Hundredths | null;
  /** Own scores for this criterion, all candidates of the rubric, for the small picture beside it. */
  readonly own: readonly Hundredths[];
  readonly onPoints: (points: Hundredths | null) => void;
  readonly onNext: () => void;
  readonly onLeave: () => void;
  /** The field is being filled in: its guidance is to be shown, and why what was typed is not taken. */
  readonly onGuide: (criterion: Criterion, failure: Failure | null) => void;
};

const shownText = (points: Hundredths | null): string => (points === null ? '' : formatPoints(points));

/** What was typed and not taken, with the reason. */
type Refused = { readonly text: string; readonly failure: Failure };

/** Only what the expert has typed and the desk has not taken is kept here; all else is the sheet's. */
function useTyped({ criterion, points, onPoints, onLeave, onGuide }: ScoreFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const refuse = (next: Refused | null): void => {
    setRefused(next);
    onGuide(criterion, next?.failure ?? null);
  };
  const take = (text: string): void => {
    const read = readPoints(criterion, text);
    setTyped(text);
    refuse(read.state === 'wrong' ? { text, failure: read.failure } : null);
    if (read.state === 'value' && read.points !== points) onPoints(read.points);
  };
  /** Answers whether the field holds a score now. */
  const settle = (): boolean => {
    const read = typed === null ? null : readPoints(criterion, typed);
    if (typed === null || read === null || read.state === 'value') {
      setTyped(null);
      return true;
    }
    refuse({ text: typed, failure: read.failure });
    return false;
  };
  const leave = (): void => {
    settle();
    setTyped(null);
    onLeave();
  };
  const focus = (): void => onGuide(criterion, refused?.failure ?? null);
  // What was taken may have been changed since by undo, or restored after a failure: then the sheet speaks.
  const read = typed === null ? null : readPoints(criterion, typed);
  const stale = read === null || (read.state === 'value' && read.points !== points);
  return { text: stale || typed === null ? shownText(points) : typed, refused, take, settle, leave, focus };
}

/** One line under the name: what was not taken, else what the score stands for, else what is asked for. */
function HintLine({ criterion, points, refused }: ScoreFieldProps & { readonly refused: Refused | null }) {
  const { t } = useTranslation('expert');
  if (refused !== null) {
    return <span className="criterion-hint refused">{t('desk.notTaken', { text: refused.text })}</span>;
  }
  return (
    <span className="criterion-hint" aria-hidden="true">
      {anchorAt(criterion, points)?.label ?? criterion.guidance}
    </span>
  );
}

/** One criterion: name, own spread, field. Arrows go a step up or down, Enter goes on. */
export const ScoreField = memo(function ScoreField(props: ScoreFieldProps) {
  const { criterion, points, own, onNext } = props;
  const { t } = useTranslation('expert');
  const { text, refused, take, settle, leave, focus } = useTyped(props);
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
        <HintLine {...props} refused={refused} />
      </label>
      <OwnSpread own={own} max={criterion.max} points={points} />
      <span className="criterion-score">
        <input
          id={field}
          data-field={field}
          type="text"
          inputMode="decimal"
          className="score-input"
          value={text}
          autoComplete="off"
          aria-invalid={refused !== null}
          aria-describedby={guideId}
          onChange={({ target }) => take(target.value)}
          onFocus={({ target }) => {
            target.select();
            focus();
          }}
          onBlur={leave}
          onKeyDown={onKeyDown}
        />
        <span className="score-max">/ {formatPoints(criterion.max)}</span>
      </span>
    </div>
  );
});
