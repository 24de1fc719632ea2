import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { Mark } from '../../ui/mark/Mark.tsx';
import { AssignForm } from './AssignForm.tsx';
import { countLoads, explainShortfalls, loadRange, type ShortfallReason } from './assignment-view.ts';
import { AssignmentGrid } from './AssignmentGrid.tsx';
import type { PanelPartProps } from './ExpertsPage.tsx';

/** 评审分配: the rule, what came of it, and the matrix. */
export function AssignmentPart({ panel, round, onChanged }: PanelPartProps) {
  const { t } = useTranslation('office');
  const { candidates, experts, assignment } = panel;
  const loads = useMemo(() => countLoads(experts, assignment), [experts, assignment]);
  const reasons = useMemo(() => {
    const trackNames = new Map(round.design.tracks.map(({ id, name }) => [id, name]));
    return explainShortfalls(candidates, experts, assignment, trackNames);
  }, [candidates, experts, assignment, round.design.tracks]);
  const frozen = round.status !== 'draft';
  const range = loadRange(loads);
  const count = assignment.pairs.length;
  return (
    <>
      {!frozen && <AssignForm panel={panel} roundId={round.id} onAssigned={onChanged} />}
      {count > 0 && range !== null && (
        <p className="experts-hint" aria-live="polite">
          {range.least === range.most
            ? t('experts.assignment.summaryEven', { count, most: range.most })
            : t('experts.assignment.summary', { count, ...range })}
        </p>
      )}
      {reasons.length > 0 && <Shortfalls reasons={reasons} />}
      {count === 0 ? (
        <EmptyState title={t('experts.assignment.noneTitle')} hint={t('experts.assignment.noneHint')} />
      ) : (
        <div className="office-grid">
          <AssignmentGrid panel={panel} loads={loads} />
        </div>
      )}
    </>
  );
}

/** Candidates with too few experts, each with the reason. */
function Shortfalls({ reasons }: { readonly reasons: readonly ShortfallReason[] }) {
  const { t } = useTranslation('office');
  return (
    <details className="experts-short" open={reasons.length <= 5}>
      <summary>
        <Mark tone="warned">{t('experts.assignment.shortTitle', { count: reasons.length })}</Mark>
      </summary>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.candidateId}>{t('experts.assignment.shortLine', reason)}</li>
        ))}
      </ul>
      <p className="office-faint">{t('experts.assignment.shortHint')}</p>
    </details>
  );
}
