import type { RoundDesign } from '#shared/round/round.ts';
import { listDesignProblems, type DesignProblemKind } from '../design-problems.ts';
import { ProblemText } from './ProblemList.tsx';

type FaultProps = { readonly design: RoundDesign; readonly kinds: readonly DesignProblemKind[] };

/** What is wrong with a part of the rule, said beside it. */
export function PolicyFaults({ design, kinds }: FaultProps) {
  const faults = listDesignProblems(design).filter(({ part, kind }) => part === 'policy' && kinds.includes(kind));
  return faults.map((problem, index) => (
    // A problem has no identity of its own: the list is worked out anew with every change.
    <p key={index} className="round-fault" role="alert">
      <ProblemText problem={problem} />
    </p>
  ));
}
