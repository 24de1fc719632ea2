import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Policy } from '#shared/round/policy.ts';
import { editPolicy, findOutcome, switchOutcome, type Outcome } from './design-edits.ts';
import { EvaluationRules } from './EvaluationRules.tsx';
import type { DesignEditor } from './round-store.ts';
import { ScoringRules } from './ScoringRules.tsx';
import { SelectionRules } from './SelectionRules.tsx';
import { PolicyPreview } from './PolicyPreview.tsx';
import { TieRules } from './TieRules.tsx';
import { TrialRule, WeightRules } from './WeightRules.tsx';
import './policy.css';
import { PolicyFaults } from './PolicyFaults.tsx';

/** What the sections of the rule share: the policy and the way to change a part of it. */
export type PolicyProps = { readonly policy: Policy; readonly change: (part: Partial<Policy>) => void };

/** 汇总规则 in sentences with fields in them; `saved` is the rule that the effect is shown against, null to show none. */
export function PolicyPart({ editor, saved }: { readonly editor: DesignEditor; readonly saved: Policy | null }) {
  const { design, edit } = editor;
  const { t } = useTranslation('office');
  const { policy } = design;
  const props: PolicyProps = { policy, change: (part) => edit(editPolicy(design, part)) };
  const outcome = findOutcome(policy);
  return (
    <div className={saved === null ? '' : 'round-policy'}>
      <div className="round-policy-form">
        <section className="round-section">
          <h2>{t('round.policy.outcome')}</h2>
          <Radio.Group
            value={outcome}
            onChange={({ target }) => {
              const chosen = outcomes.find((each) => each === target.value);
              if (chosen !== undefined) edit({ ...design, policy: switchOutcome(policy, chosen) });
            }}
            options={outcomes.map((each) => ({ value: each, label: t(`round.policy.${each}`) }))}
          />
          {outcome === 'selection' && <SelectionRules {...props} tracks={design.tracks.length} />}
          {outcome === 'evaluation' && <EvaluationRules {...props} />}
          <PolicyFaults design={design} kinds={['bandsFall', 'bandName', 'bandUnknown']} />
        </section>
        <ScoringRules {...props} />
        <PolicyFaults design={design} kinds={['trimLeavesNone']} />
        <WeightRules {...props} rubrics={design.rubrics} />
        <PolicyFaults design={design} kinds={['weightUnknown', 'weightsEmpty']} />
        <TieRules {...props} rubrics={design.rubrics} />
        <PolicyFaults design={design} kinds={['tieUnknown']} />
        <GateRules {...props} />
        <TrialRule {...props} frozen={editor.frozen} />
      </div>
      {saved !== null && <PolicyPreview design={design} saved={saved} />}
    </div>
  );
}

const outcomes: readonly Outcome[] = ['selection', 'evaluation', 'ranking'];
const gateRules = ['majority', 'any', 'staff'] as const;

function GateRules({ policy, change }: PolicyProps) {
  const { t } = useTranslation('office');
  return (
    <section className="round-section">
      <h2>{t('round.policy.gates')}</h2>
      <Radio.Group
        className="round-radios"
        value={policy.gates}
        onChange={({ target }) => {
          const gates = gateRules.find((rule) => rule === target.value);
          if (gates !== undefined) change({ gates });
        }}
        options={gateRules.map((rule) => ({ value: rule, label: t(`round.policy.gateRules.${rule}`) }))}
      />
    </section>
  );
}
