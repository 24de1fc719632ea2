import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '#shared/candidates/candidate.ts';
import type { Standing } from '../standing.ts';

const marks: Readonly<Record<Standing, string>> = {
  done: '●',
  begun: '○',
  untouched: '◌',
  recused: '⊘',
  abstained: '⊘',
};

type CandidateButtonProps = {
  readonly candidate: Candidate;
  readonly standing: Standing;
  readonly starred: boolean;
  readonly current: boolean;
  /** The total so far, as it is shown; null where none is. */
  readonly total: string | null;
  readonly onGo: (candidateId: string) => void;
};

/**
 * One candidate of the list; a button, so that screen readers and the keyboard reach it like any other. Drawn again only
 * when something of its own has changed, for a list may be long and every key stroke changes a sheet.
 */
export const CandidateButton = memo(function CandidateButton(props: CandidateButtonProps) {
  const { candidate, standing, starred, current, total, onGo } = props;
  const { t } = useTranslation('expert');
  const element = useRef<HTMLButtonElement>(null);
  const out = standing === 'recused' || standing === 'abstained';
  useEffect(() => {
    if (current) element.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <button
      ref={element}
      type="button"
      className={`candidate-line ${standing}`}
      aria-current={current}
      title={`${candidate.code} ${candidate.name}`}
      onClick={() => onGo(candidate.id)}
    >
      <span className="line-mark" aria-hidden="true">
        {marks[standing]}
      </span>
      <span className="line-code">{candidate.code}</span>
      <span className="line-name">{candidate.name}</span>
      {starred && (
        <span className="line-star">
          <span aria-hidden="true">★</span>
          <span className="only-read">{t('desk.starred')}</span>
        </span>
      )}
      {total !== null && <span className="line-total">{standing === 'begun' ? `${total} …` : total}</span>}
      <span className={out ? 'line-word' : 'only-read'}>{t(`standing.${standing}`)}</span>
    </button>
  );
});
