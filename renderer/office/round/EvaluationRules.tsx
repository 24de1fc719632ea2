import { Button, Input, Select } from 'antd';
import { Trans, useTranslation } from 'react-i18next';
import type { Band, Policy } from '#shared/round/policy.ts';
import { ItemVerbs } from './ItemVerbs.tsx';
import { CountInput, PointsInput } from './PointsInput.tsx';
import type { PolicyProps } from './PolicyPart.tsx';

type Evaluation = NonNullable<Policy['evaluation']>;
type RulesProps = { readonly evaluation: Evaluation; readonly put: (part: Partial<Evaluation>) => void };

/** Grade bands, the band of a vetoed candidate, and what a failed core item does. */
export function EvaluationRules({ policy: { evaluation }, change }: PolicyProps) {
  if (evaluation === null) return null;
  const put = (part: Partial<Evaluation>): void => change({ evaluation: { ...evaluation, ...part } });
  return (
    <>
      <BandTable evaluation={evaluation} put={put} />
      <BandRules evaluation={evaluation} put={put} />
    </>
  );
}

function BandTable({ evaluation: { bands }, put }: RulesProps) {
  const { t } = useTranslation('office');
  return (
    <table className="office-table round-table round-bands">
      <thead>
        <tr>
          <th scope="col">{t('round.policy.bandName')}</th>
          <th scope="col" className="number">
            {t('round.policy.bandFrom')}
          </th>
          <th aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {bands.map((band, index) => (
          <BandRow
            // Bands are plain lines; their place is all that tells them apart.
            key={index}
            band={band}
            onChange={(next) => put({ bands: bands.with(index, next) })}
            onRemove={() => put({ bands: bands.toSpliced(index, 1) })}
          />
        ))}
      </tbody>
      <tfoot className="round-act">
        <tr>
          <td colSpan={3}>
            <Button
              disabled={bands.length >= 10}
              onClick={() => put({ bands: [{ name: t('round.policy.newBand'), from: 10_000 }, ...bands] })}
            >
              {t('round.policy.addBand')}
            </Button>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

type BandRowProps = {
  readonly band: Band;
  readonly onChange: (band: Band) => void;
  readonly onRemove: () => void;
};

function BandRow({ band, onChange, onRemove }: BandRowProps) {
  const { t } = useTranslation('office');
  return (
    <tr>
      <td>
        <Input
          variant="borderless"
          aria-label={t('round.policy.bandName')}
          value={band.name}
          maxLength={20}
          onChange={({ target }) => onChange({ ...band, name: target.value })}
        />
      </td>
      <td className="number">
        <PointsInput
          label={`${band.name} ${t('round.policy.bandFrom')}`}
          value={band.from}
          onChange={(from) => onChange({ ...band, from })}
        />
      </td>
      <td>
        <ItemVerbs name={band.name} onRemove={onRemove} />
      </td>
    </tr>
  );
}

function BandRules({ evaluation, put }: RulesProps) {
  const { t } = useTranslation('office');
  const options = [...new Set(evaluation.bands.map(({ name }) => name))].map((name) => ({ value: name, label: name }));
  const choose = (label: string, value: string, onChange: (band: string) => void) => (
    <Select aria-label={label} value={value} popupMatchSelectWidth={false} onChange={onChange} options={options} />
  );
  return (
    <>
      <p className="round-rule">
        <Trans
          t={t}
          i18nKey="round.policy.veto"
          components={{
            band: choose(t('round.policy.vetoLabel'), evaluation.vetoBand, (vetoBand) => put({ vetoBand })),
          }}
        />
      </p>
      <p className="round-rule">
        <Trans
          t={t}
          i18nKey="round.policy.core"
          components={{
            percent: (
              <CountInput
                label={t('round.policy.corePercent')}
                value={evaluation.coreItemPercent}
                max={100}
                onChange={(coreItemPercent) => put({ coreItemPercent })}
              />
            ),
            band: choose(t('round.policy.coreCap'), evaluation.coreItemCap, (coreItemCap) => put({ coreItemCap })),
          }}
        />
      </p>
    </>
  );
}
