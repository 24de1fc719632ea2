import { Checkbox } from 'antd';
import { Trans, useTranslation } from 'react-i18next';
import { CountInput, OptionalPointsInput } from './PointsInput.tsx';
import type { PolicyProps } from './PolicyPart.tsx';

/** Reserve list, passing on of seats, lowest score for selection. Quotas stand with the tracks. */
export function SelectionRules({ policy: { selection }, change, tracks }: PolicyProps & { readonly tracks: number }) {
  const { t } = useTranslation('office');
  if (selection === null) return null;
  const put = (part: Partial<typeof selection>): void => change({ selection: { ...selection, ...part } });
  return (
    <>
      <p className="round-rule">
        <Trans
          t={t}
          i18nKey="round.policy.reserve"
          components={{
            reserve: (
              <CountInput
                label={t('round.policy.reserveLabel')}
                value={selection.reserve}
                max={10_000}
                onChange={(reserve) => put({ reserve })}
              />
            ),
          }}
        />
      </p>
      <p className="round-rule">
        <Trans
          t={t}
          i18nKey="round.policy.minimumScore"
          components={{
            score: (
              <OptionalPointsInput
                label={t('round.policy.minimumScoreLabel')}
                value={selection.minimumScore}
                placeholder={t('round.tracks.quotaNone')}
                onChange={(minimumScore) => put({ minimumScore })}
              />
            ),
          }}
        />
      </p>
      {tracks > 1 && (
        <Checkbox checked={selection.passOn} onChange={({ target }) => put({ passOn: target.checked })}>
          {t('round.policy.passOn')}
        </Checkbox>
      )}
    </>
  );
}
