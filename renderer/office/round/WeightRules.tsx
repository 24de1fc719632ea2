import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Rubric } from '#shared/round/rubric.ts';
import { CountInput } from './PointsInput.tsx';
import type { PolicyProps } from './PolicyPart.tsx';
import { listWeights, putWeight } from './weights.ts';

type WeightProps = PolicyProps & { readonly rubrics: readonly Rubric[] };

/** 一级指标权重: a percentage per category; 100 leaves its points as they are. */
export function WeightRules({ policy, change, rubrics }: WeightProps) {
  const { t } = useTranslation('office');
  return (
    <section className="round-section">
      <h2>{t('round.policy.weights')}</h2>
      <p className="office-faint">{t('round.policy.weightsHint')}</p>
      <ul className="round-weights">
        {listWeights(rubrics, policy.weights).map(({ category, name, percent }) => (
          <li key={category}>
            <span>{name}</span>
            <span>
              <CountInput
                label={t('round.policy.weightLabel', { name })}
                value={percent}
                max={1000}
                onChange={(value) => change({ weights: putWeight(policy.weights, category, value) })}
              />
              %
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** 试评: the codes of candidates that only serve to warm up. */
export function TrialRule({ policy, change, frozen }: PolicyProps & { readonly frozen: boolean }) {
  const { t } = useTranslation('office');
  if (frozen && policy.trial.length === 0) return null;
  return (
    <section className="round-section">
      <h2>{t('round.policy.trial')}</h2>
      <p className="office-faint">{t('round.policy.trialHint')}</p>
      <Select
        mode="tags"
        className="round-trial"
        aria-label={t('round.policy.trialLabel')}
        placeholder={t('round.policy.trialLabel')}
        value={policy.trial}
        open={false}
        suffixIcon={null}
        tokenSeparators={['、', ',', '，', ' ']}
        onChange={(codes) => change({ trial: codes.map((code) => code.trim()).filter((code) => code !== '') })}
      />
    </section>
  );
}
