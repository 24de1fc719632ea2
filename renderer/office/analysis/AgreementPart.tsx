import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriterionAgreement } from '#shared/agreement/agreement.ts';
import { readAgreement } from '#shared/agreement/read-agreement.ts';
import { sayChance, sayCoefficient, sayFisher, sayPercent, sayPoints } from '#shared/agreement/reading.ts';
import { formatPoints } from '#shared/base/points.ts';
import { focusWhenScrolling } from '../../ui/scroll/focus-when-scrolling.ts';
import type { PartProps } from './AnalysisTracks.tsx';
import { sourceOf } from './caption.ts';
import { Chart } from './Chart.tsx';
import type { ChartLook } from './chart-look.ts';
import { heatPicture, mostHeated } from './heat-picture.ts';
import { Readings } from './Readings.tsx';

/** 一致性: how far experts agree on totals, order and single criteria. */
export function AgreementPart({ track, round, names }: PartProps) {
  const { t } = useTranslation('office');
  const gaps = [track.icc, track.concordance, track.alpha].flatMap((figure) => (figure.ok ? [] : [figure.error]));
  return (
    <div className="office-scroll analysis-body" ref={focusWhenScrolling}>
      <Readings readings={readAgreement(track)} gaps={gaps} />
      <Coefficients track={track} />
      <Heat track={track} round={round} names={names} />
      <section className="analysis-part">
        <h2>{t('analysis.criteria')}</h2>
        <CriterionTable criteria={track.criteria} />
        <p className="office-faint">
          {t('analysis.explained', { word: t('analysis.disagreement'), text: t('analysis.disagreementHint') })}
        </p>
      </section>
    </div>
  );
}

/** The coefficients with their intervals and tests; those that cannot be given are left out. */
function Coefficients({ track: { icc, concordance, alpha } }: Pick<PartProps, 'track'>) {
  const { t } = useTranslation('office');
  if (!icc.ok && !concordance.ok && !alpha.ok) return null;
  return (
    <section className="analysis-part">
      <h2>{t('analysis.figures')}</h2>
      <div className="analysis-wide" ref={focusWhenScrolling}>
        <table className="office-table analysis-table">
          <thead>
            <tr>
              <th scope="col">{t('analysis.figure')}</th>
              <th scope="col" className="number">
                {t('analysis.estimate')}
              </th>
              <th scope="col" className="number">
                {t('analysis.interval')}
              </th>
              <th scope="col">{t('analysis.test')}</th>
              <th scope="col">{t('analysis.basis')}</th>
            </tr>
          </thead>
          <tbody>
            {icc.ok &&
              (['average', 'single'] as const).map((measure) => (
                <Coefficient
                  key={measure}
                  name={t(measure === 'average' ? 'analysis.iccAverage' : 'analysis.iccSingle')}
                  value={icc.value[measure].value}
                  interval={`${sayCoefficient(icc.value[measure].low)} – ${sayCoefficient(icc.value[measure].high)}`}
                  test={sayFisher(icc.value)}
                  basis={t('analysis.basisText', icc.value)}
                />
              ))}
            {concordance.ok && (
              <Coefficient
                name={t('analysis.kendall')}
                value={concordance.value.w}
                test={`χ²(${concordance.value.df}) = ${sayCoefficient(concordance.value.chiSquare)}, p ${sayChance(concordance.value.p)}`}
                basis={t('analysis.basisText', concordance.value)}
              />
            )}
            {alpha.ok &&
              (['interval', 'ordinal'] as const).map((metric) => (
                <Coefficient
                  key={metric}
                  name={t(metric === 'interval' ? 'analysis.alpha' : 'analysis.alphaOrdinal')}
                  value={alpha.value[metric]}
                  basis={t('analysis.basisSheets', alpha.value)}
                />
              ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type CoefficientProps = {
  readonly name: string;
  readonly value: number | null;
  readonly interval?: string;
  readonly test?: string;
  readonly basis: string;
};

function Coefficient({ name, value, interval = '—', test = '—', basis }: CoefficientProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number analysis-value">{sayCoefficient(value)}</td>
      <td className="number">{interval}</td>
      <td className="analysis-test">{test}</td>
      <td>{basis}</td>
    </tr>
  );
}

function Heat({ track, round, names }: Pick<PartProps, 'track' | 'round' | 'names'>) {
  const { t } = useTranslation('office');
  const candidates = track.candidates?.length ?? 0;
  const shown = Math.min(candidates, mostHeated);
  const description = t('analysis.describe.heat', { experts: track.experts.length, candidates: shown });
  const build = useCallback(
    (look: ChartLook) =>
      heatPicture(track, names, look, {
        description,
        candidate: t('analysis.candidate'),
        mean: t('analysis.mean'),
        outlier: t('analysis.legend.outlier'),
        points: t('analysis.points'),
      }),
    [track, names, description, t],
  );
  if (track.candidates === null) return <p className="office-faint">{t('analysis.tooMany')}</p>;
  return (
    <>
      <Chart roundId={round.id} source={sourceOf(round, track)} kind="heat" description={description} build={build} />
      <p className="office-faint analysis-caption">
        {description} {candidates > shown && t('analysis.firstOnly', { count: shown })}
      </p>
    </>
  );
}

function CriterionTable({ criteria }: { readonly criteria: readonly CriterionAgreement[] }) {
  const { t } = useTranslation('office');
  return (
    <div className="analysis-wide" ref={focusWhenScrolling}>
      <table className="office-table analysis-table">
        <thead>
          <tr>
            <th scope="col">{t('analysis.criterion')}</th>
            <th scope="col">{t('analysis.category')}</th>
            <th scope="col" className="number">
              {t('analysis.full')}
            </th>
            <th scope="col" className="number">
              {t('analysis.mean')}
            </th>
            <th scope="col" className="number" title={t('analysis.disagreementHint')}>
              {t('analysis.disagreement')}
            </th>
            <th scope="col" className="number">
              {t('analysis.fullShare')}
            </th>
            <th scope="col" className="number">
              ICC(2,1)
            </th>
            <th scope="col" className="number">
              α
            </th>
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ criterionId, name, category, max, mean, disagreement, full, icc, alpha }) => (
            <tr key={criterionId}>
              <th scope="row">{name}</th>
              <td>{category}</td>
              <td className="number">{formatPoints(max)}</td>
              <td className="number">{sayPoints(mean)}</td>
              <td className="number">{disagreement === null ? '—' : sayPercent(disagreement)}</td>
              <td className="number">{sayPercent(full)}</td>
              <td className="number">{icc.ok ? sayCoefficient(icc.value.single.value) : '—'}</td>
              <td className="number">{alpha.ok ? sayCoefficient(alpha.value.interval) : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
