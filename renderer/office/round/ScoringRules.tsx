import { Select } from 'antd';
import { Trans, useTranslation } from 'react-i18next';
import type { Sentence } from '#shared/base/sentence.ts';
import { findPreset, listPresets, policyPresets } from '#shared/round/policy-presets.ts';
import { CountInput } from './PointsInput.tsx';
import type { PolicyProps } from './PolicyPart.tsx';

/** How a score is made from sheets: trimming, fewest sheets, decimals, normalisation, spread. */
export function ScoringRules({ policy, change }: PolicyProps) {
  const { t } = useTranslation('office');
  return (
    <section className="round-section">
      <h2>{t('round.policy.scoring')}</h2>
      <PresetRule policy={policy} change={change} />
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
            basis: (
              <Select
                aria-label={t('round.policy.rankByLabel')}
                value={policy.rankBy}
                popupMatchSelectWidth={false}
                onChange={(rankBy) => change({ rankBy })}
                options={bases.map((value) => ({ value, label: t(`round.policy.rankBy.${value}`) }))}
              />
            ),
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

const bases = ['exact', 'rounded'] as const;

/** Puts in a whole way of making the score under the name that offices give it. */
function PresetRule({ policy, change }: PolicyProps) {
  const { t, i18n } = useTranslation('office');
  const say = ({ zh, en }: Sentence): string => (i18n.language === 'en' ? en : zh);
  const chosen = findPreset(policy);
  return (
    <>
      <p className="round-rule round-preset">
        {t('round.policy.preset')}
        <Select
          aria-label={t('round.policy.preset')}
          value={chosen?.id ?? 'own'}
          popupMatchSelectWidth={false}
          onChange={(id: string) => {
            const preset = policyPresets.find((each) => each.id === id);
            if (preset !== undefined) change(preset.part);
          }}
          options={[
            ...listPresets(policy).map(({ id, name }) => ({ value: id, label: say(name) })),
            ...(chosen === null ? [{ value: 'own', label: t('round.policy.presetOwn') }] : []),
          ]}
        />
      </p>
      {chosen !== null && <p className="office-faint">{say(chosen.note)}</p>}
    </>
  );
}

const trimUnits = ['sheets', 'percent'] as const;

function TrimRule({ policy, change }: PolicyProps) {
  const { trim, centre } = policy;
  const { t } = useTranslation('office');
  const unit = () => (
    <Select
      aria-label={t('round.policy.trimUnit')}
      value={policy.trimUnit}
      popupMatchSelectWidth={false}
      onChange={(trimUnit) => change({ trimUnit })}
      options={trimUnits.map((value) => ({ value, label: t(`round.policy.trimUnits.${value}`) }))}
    />
  );
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
        i18nKey={policy.trimUnit === 'percent' ? 'round.policy.trimShare' : 'round.policy.trim'}
        components={{
          unit: unit(),
          from: count('from', t('round.policy.trimFrom'), 1, 1000),
          high: count('high', t('round.policy.trimHigh'), 0, 49),
          low: count('low', t('round.policy.trimLow'), 0, 49),
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

const methods = ['none', 'z-score', 'rank', 'expert-effect'] as const;

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
