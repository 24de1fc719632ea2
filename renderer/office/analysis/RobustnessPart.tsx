import { Button } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { readRobustness } from '#shared/agreement/read-robustness.ts';
import type { Robustness, TrackRobustness } from '#shared/agreement/robustness.ts';
import { listCriteria } from '#shared/round/rubric.ts';
import { fail } from '#shared/base/result.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { ProgressBar } from '../../ui/page/ProgressBar.tsx';
import { focusWhenScrolling } from '../../ui/scroll/focus-when-scrolling.ts';
import type { PartProps } from './AnalysisTracks.tsx';
import { sourceOf } from './caption.ts';
import { Chart } from './Chart.tsx';
import type { ChartLook } from './chart-look.ts';
import { LeftOutTable } from './LeftOutTable.tsx';
import { LineTable } from './LineTable.tsx';
import { Readings } from './Readings.tsx';
import { bandPicture, intervalPicture, nearTheLine } from './robustness-pictures.ts';
import type { RobustnessWork } from './use-robustness.ts';

type RobustnessPartProps = PartProps & { readonly work: RobustnessWork };

/** 稳健性: how sure the cut line is, who would change, who decides it. Worked out in the background. */
export function RobustnessPart({ work, ...props }: RobustnessPartProps) {
  const { t } = useTranslation('office');
  const { value, busy, progress, failure } = work;
  const track = value?.tracks.find(({ trackId }) => trackId === props.track.trackId);
  return (
    <div className="office-scroll analysis-body" ref={focusWhenScrolling}>
      {busy && (
        <div className="analysis-running">
          {progress === null ? (
            <Loading />
          ) : (
            <ProgressBar done={progress.done} total={progress.total} label={t('analysis.running')} />
          )}
          <Button onClick={work.stop}>{t('analysis.stop')}</Button>
        </div>
      )}
      {failure !== null && <ErrorPanel failure={failure} onRetry={work.start} />}
      {value !== null && track !== undefined && <Tested {...props} robustness={value} tested={track} />}
    </div>
  );
}

type TestedProps = PartProps & { readonly robustness: Robustness; readonly tested: TrackRobustness };

function Tested({ rubric, round, names, robustness, tested }: TestedProps) {
  const { t } = useTranslation('office');
  const criteria = new Map(listCriteria(rubric).map(({ id, name }) => [id, name]));
  const candidates = new Map(tested.candidates.map(({ candidateId, code, name }) => [candidateId, `${code} ${name}`]));
  const gaps = tested.experts === 1 ? [fail('agreement.one-expert').error] : [];
  if (tested.candidates.every(({ rank }) => rank === null))
    return <Readings readings={readRobustness(tested, robustness, names, criteria)} gaps={gaps} />;
  return (
    <>
      <Readings readings={readRobustness(tested, robustness, names, criteria)} gaps={gaps} />
      {tested.line.kind === 'bands' ? (
        <Bands
          round={round}
          tested={tested}
          bands={round.design.policy.evaluation?.bands.map(({ name }) => name) ?? []}
        />
      ) : (
        <Intervals round={round} tested={tested} />
      )}
      <LineTable tested={tested} />
      <LeftOutTable
        title={t('analysis.withoutExpert')}
        leftOut={tested.withoutExpert}
        line={tested.line}
        names={names}
        candidates={candidates}
      />
      <LeftOutTable
        title={t('analysis.withoutCriterion')}
        leftOut={tested.withoutCriterion}
        line={tested.line}
        names={criteria}
        candidates={candidates}
      />
    </>
  );
}

type TestedPictureProps = Pick<PartProps, 'round'> & { readonly tested: TrackRobustness };

function Intervals({ round, tested }: TestedPictureProps) {
  const { t } = useTranslation('office');
  const count = nearTheLine(tested).length;
  const description = t('analysis.describe.ranks', { candidates: count });
  const build = useCallback(
    (look: ChartLook) =>
      intervalPicture(tested, look, {
        description,
        candidate: t('analysis.candidate'),
        rank: t('analysis.rankAxis'),
        ranks: t('analysis.ranks'),
        share: t('analysis.share'),
        line: tested.line.kind === 'top' ? t('analysis.topLine', { count: tested.line.size }) : t('analysis.cutLine'),
        certainty: {
          in: t('analysis.legend.in'),
          open: t('analysis.legend.open'),
          out: t('analysis.legend.out'),
        },
      }),
    [tested, description, t],
  );
  return (
    <Chart roundId={round.id} source={sourceOf(round, tested)} kind="ranks" description={description} build={build} />
  );
}

function Bands({ round, tested, bands }: TestedPictureProps & { readonly bands: readonly string[] }) {
  const { t } = useTranslation('office');
  const description = t('analysis.describe.bands', { candidates: tested.candidates.length });
  const build = useCallback(
    (look: ChartLook) =>
      bandPicture(tested, bands, look, {
        description,
        candidate: t('analysis.candidate'),
        axis: t('analysis.shareAxis'),
      }),
    [tested, bands, description, t],
  );
  return (
    <Chart roundId={round.id} source={sourceOf(round, tested)} kind="bands" description={description} build={build} />
  );
}
