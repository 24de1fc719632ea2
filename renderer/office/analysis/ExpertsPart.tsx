import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExpertProfile } from '#shared/agreement/experts.ts';
import { readExperts } from '#shared/agreement/read-agreement.ts';
import { sayCoefficient, sayPoints, saySigned } from '#shared/agreement/reading.ts';
import { fail } from '#shared/base/result.ts';
import { Mark } from '../../ui/mark/Mark.tsx';
import { focusWhenScrolling } from '../../ui/scroll/focus-when-scrolling.ts';
import type { PartProps } from './AnalysisTracks.tsx';
import { sourceOf } from './caption.ts';
import { Chart } from './Chart.tsx';
import type { ChartLook } from './chart-look.ts';
import { distributionPicture, severityPicture } from './expert-pictures.ts';
import { Readings } from './Readings.tsx';

/** 宽严与区分: who gives more, who tells candidates apart, who sees things unlike the others. */
export function ExpertsPart({ track, round, names }: PartProps) {
  const gaps = track.experts.length < 2 ? [fail('agreement.one-expert').error] : [];
  return (
    <div className="office-scroll analysis-body" ref={focusWhenScrolling}>
      <Readings readings={readExperts(track, names)} gaps={gaps} />
      <ExpertTable track={track} names={names} />
      <Distribution track={track} round={round} names={names} />
      {track.experts.length > 1 && <Severity track={track} round={round} names={names} />}
    </div>
  );
}

type ExpertsProps = Pick<PartProps, 'track' | 'names'>;
type PictureProps = Pick<PartProps, 'track' | 'round' | 'names'>;

function ExpertTable({ track, names }: ExpertsProps) {
  const { t } = useTranslation('office');
  const columns = [
    ['sheetCount', undefined],
    ['mean', undefined],
    ['deviation', undefined],
    ['effect', 'effectHint'],
    ['discrimination', 'discriminationHint'],
    ['correlation', undefined],
  ] as const;
  return (
    <section className="analysis-part">
      <h2>{t('analysis.expertTable')}</h2>
      <div className="analysis-wide" ref={focusWhenScrolling}>
        <table className="office-table analysis-table">
          <thead>
            <tr>
              <th scope="col">{t('analysis.expert')}</th>
              {columns.map(([key, hint]) => (
                <th
                  key={key}
                  scope="col"
                  className="number"
                  title={hint === undefined ? undefined : t(`analysis.${hint}`)}
                >
                  {t(`analysis.${key}`)}
                </th>
              ))}
              <th scope="col">{t('analysis.remark')}</th>
            </tr>
          </thead>
          <tbody>
            {track.experts.map((expert) => (
              <ExpertLine key={expert.expertId} expert={expert} name={names.get(expert.expertId) ?? expert.expertId} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="office-faint">
        {t('analysis.explained', { word: t('analysis.effect'), text: t('analysis.effectHint') })}
      </p>
      <p className="office-faint">
        {t('analysis.explained', { word: t('analysis.discrimination'), text: t('analysis.discriminationHint') })}
      </p>
    </section>
  );
}

function ExpertLine({ expert, name }: { readonly expert: ExpertProfile; readonly name: string }) {
  const { t } = useTranslation('office');
  const { sheets, distribution, effect, standardError, discrimination, correlation, flags } = expert;
  const orDash = (value: number | null, say: (value: number) => string): string => (value === null ? '—' : say(value));
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{sheets}</td>
      <td className="number">{sayPoints(distribution.mean)}</td>
      <td className="number">{orDash(distribution.deviation, sayPoints)}</td>
      <td className="number">
        {saySigned(effect)}
        <span className="office-faint"> {orDash(standardError, (error) => `± ${sayPoints(2 * error)}`)}</span>
      </td>
      <td className="number">{orDash(discrimination, sayCoefficient)}</td>
      <td className="number">{orDash(correlation, sayCoefficient)}</td>
      <td>
        {flags.length === 0 ? (
          <span className="office-faint">{t('analysis.noFlags')}</span>
        ) : (
          <span className="analysis-marks">
            {flags.map((flag) => (
              <Mark key={flag} tone="warned">
                {t(`analysis.flags.${flag}`)}
              </Mark>
            ))}
          </span>
        )}
      </td>
    </tr>
  );
}

function Distribution({ track, round, names }: PictureProps) {
  const { t } = useTranslation('office');
  const description = t('analysis.describe.distribution', { experts: track.experts.length });
  const build = useCallback(
    (look: ChartLook) =>
      distributionPicture(track, names, look, {
        description,
        expert: t('analysis.expert'),
        points: t('analysis.points'),
        columns: [
          t('analysis.least'),
          t('analysis.firstQuartile'),
          t('analysis.median'),
          t('analysis.thirdQuartile'),
          t('analysis.most'),
          t('analysis.mean'),
        ],
      }),
    [track, names, description, t],
  );
  return (
    <Chart
      roundId={round.id}
      source={sourceOf(round, track)}
      kind="distribution"
      description={description}
      build={build}
    />
  );
}

function Severity({ track, round, names }: PictureProps) {
  const { t } = useTranslation('office');
  const description = t('analysis.describe.severity');
  const build = useCallback(
    (look: ChartLook) =>
      severityPicture(track, names, look, {
        description,
        expert: t('analysis.expert'),
        axis: t('analysis.effectAxis'),
        error: t('analysis.interval'),
      }),
    [track, names, description, t],
  );
  return (
    <Chart roundId={round.id} source={sourceOf(round, track)} kind="severity" description={description} build={build} />
  );
}
