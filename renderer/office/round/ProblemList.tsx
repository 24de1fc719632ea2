import { useTranslation } from 'react-i18next';
import { Mark } from '../../ui/mark/Mark.tsx';
import type { DesignProblem } from '../design-problems.ts';

type ProblemListProps = {
  readonly problems: readonly DesignProblem[];
  /** Leads to the part of the page where the problem is. */
  readonly onShow: (problem: DesignProblem) => void;
};

/** What keeps the set-up from being saved, and what is unusual about it; each line leads to its place. */
export function ProblemList({ problems, onShow }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <ul className="round-problems" aria-live="polite">
      {problems.map((problem, index) => (
        // A problem has no identity of its own: the list is worked out anew with every change.
        <li key={index}>
          <button type="button" onClick={() => onShow(problem)}>
            <ProblemText problem={problem} />
          </button>
        </li>
      ))}
    </ul>
  );
}

// The sentences differ in the values that they name; the compiler wants all of them.
const everyValue = {
  rubric: '',
  category: '',
  criterion: '',
  track: '',
  band: '',
  max: '',
  step: '',
  sum: '',
  total: '',
  high: '',
  low: '',
  from: '',
};

/** A problem as icon and sentence. */
export function ProblemText({ problem: { kind, severity, part, detail } }: { readonly problem: DesignProblem }) {
  const { t } = useTranslation('office');
  const key = kind === 'nameMissing' && part === 'tracks' ? 'trackNameMissing' : kind;
  return (
    <Mark tone={severity === 'fault' ? 'refused' : 'warned'}>
      {t(`round.problems.${key}`, { ...everyValue, ...detail })}
    </Mark>
  );
}
