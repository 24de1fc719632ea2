import { Select } from 'antd';
import { Trans, useTranslation } from 'react-i18next';
import { CountInput } from './PointsInput.tsx';
import type { PolicyProps } from './PolicyPart.tsx';

/** How a score is made from sheets: trimming, fewest sheets, decimals, normalisation, spread. */
export function ScoringRules({ policy, change }: PolicyProps) {
  const { t } = useTranslation('office');
  return (
    <section className="round-section">
      <h2>{t('round.policy.scoring')}</h2>
      <TrimRule policy={policy} change={change} />
      <p className="round-rule">
        <Trans
          t={t}
          i18nKey="round.policy.minimum"
          components={{
            minimum: (
              <CountInput
                label={t('round.policy.minimumLabel')}
                value={policy.minimumSheets}
                min={1}
                max={1000}
                onChange={(minimumSheets) => change({ minimumSheets })}
              />
            ),
          }}
        />
      </p>
      <p className="round-rule">
        <Trans
          t={t}
          i18nKey="round.policy.decimals"
          components={{
            decimals: (
              <CountInput
                label={t('round.policy.decimalsLabel')}
                value={policy.decimals}
                max={4}
                onChange={(decimals) => change({ decimals })}
              />
            ),
          }}
        />
      </p>
      <p className="round-rule">{t('round.policy.out')}</p>
      <SpreadRule policy={policy} change={change} />
      {policy.evaluation === null && <NormalisationRule policy={policy} change={change} />}
    </section>
  );
}

function TrimRule({ policy: { trim, centre }, change }: PolicyProps) {
  const { t } = useTranslation('office');
  const count = (key: 'from' | 'high' | 'low', label: string, min: number, max: number) => (
    <CountInput
      label={label}
      value={trim[key]}
      min={min}
      max={max}
      onChange={(value) => change({ trim: { ...trim, [key]: value } })}
    />
  );
  return (
    <p className="round-rule">
      <Trans
        t={t}
        i18nKey="round.policy.trim"
        components={{
          from: count('from', t('round.policy.trimFrom'), 1, 1000),
          high: count('high', t('round.policy.trimHigh'), 0, 10),
          low: count('low', t('round.policy.trimLow'), 0, 10),
          centre: (
            <Select
              aria-label={t('round.policy.centre')}
              value={centre}
              popupMatchSelectWidth={false}
              onChange={(value) => change({ centre: value })}
              options={[
                { value: 'mean', label: t('round.policy.mean') },
                { value: 'median', label: t('round.policy.median') },
              ]}
            />
          ),
        }}
      />
    </p>
  );
}

function SpreadRule({ policy, change }: PolicyProps) {
  const { t } = useTranslation('office');
  return (
    <p className="round-rule">
      <Trans
        t={t}
        i18nKey="round.policy.spread"
        components={{
          percent: (
            <CountInput
              label={t('round.policy.spreadLabel')}
              value={policy.spreadPercent}
              min={1}
              max={100}
              onChange={(spreadPercent) => change({ spreadPercent })}
            />
          ),
        }}
      />
    </p>
  );
}

const methods = ['none', 'z-score', 'expert-effect'] as const;

function NormalisationRule({ policy, change }: PolicyProps) {
  const { t } = useTranslation('office');
  return (
    <p className="round-rule">
      <Trans
        t={t}
        i18nKey="round.policy.normalisation"
        components={{
          method: (
            <Select
              aria-label={t('round.policy.normalisationLabel')}
              value={policy.normalisation}
              popupMatchSelectWidth={false}
              onChange={(normalisation) => change({ normalisation })}
              options={methods.map((method) => ({ value: method, label: t(`round.policy.methods.${method}`) }))}
            />
          ),
        }}
      />
    </p>
  );
}
