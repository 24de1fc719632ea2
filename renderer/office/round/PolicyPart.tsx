import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Policy } from '#shared/round/policy.ts';
import { editPolicy, findOutcome, switchOutcome, type Outcome } from './design-edits.ts';
import { EvaluationRules } from './EvaluationRules.tsx';
import type { DesignEditor } from './round-store.ts';
import { ScoringRules } from './ScoringRules.tsx';
import { SelectionRules } from './SelectionRules.tsx';
import { TieRules } from './TieRules.tsx';

/** What the sections of the rule share: the policy and the way to change a part of it. */
export type PolicyProps = { readonly policy: Policy; readonly change: (part: Partial<Policy>) => void };

/** 汇总规则 in sentences with fields in them. */
export function PolicyPart({ editor: { design, edit } }: { readonly editor: DesignEditor }) {
  const { t } = useTranslation('office');
  const { policy } = design;
  const props: PolicyProps = { policy, change: (part) => edit(editPolicy(design, part)) };
  const outcome = findOutcome(policy);
  return (
    <div className="round-policy">
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
      </section>
      <ScoringRules {...props} />
      <TieRules {...props} rubrics={design.rubrics} />
      <GateRules {...props} />
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
