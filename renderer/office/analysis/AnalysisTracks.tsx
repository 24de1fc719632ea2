import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrackAgreement } from '#shared/agreement/agreement.ts';
import type { Names } from '#shared/agreement/read-agreement.ts';
import type { AgreementView } from '#shared/ipc/agreement-calls.ts';
import type { Round } from '#shared/round/round.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { PageTabs } from '../../ui/tabs/PageTabs.tsx';
import { AgreementPart } from './AgreementPart.tsx';
import { ExpertsPart } from './ExpertsPart.tsx';
import { OutliersPart } from './OutliersPart.tsx';
import { ProfilesPart } from './ProfilesPart.tsx';
import { RobustnessPart } from './RobustnessPart.tsx';
import type { RobustnessWork } from './use-robustness.ts';

type AnalysisTracksProps = {
  readonly view: AgreementView;
  readonly round: Round;
  readonly robustness: RobustnessWork;
};

/** What every part of a track's analysis gets. */
export type PartProps = {
  readonly track: TrackAgreement;
  readonly rubric: Rubric;
  readonly round: Round;
  readonly names: Names;
};

type Part = 'agreement' | 'experts' | 'sheets' | 'robustness' | 'profiles';

/** One track at a time, its parts under tabs. */
export function AnalysisTracks({ view, round, robustness }: AnalysisTracksProps) {
  const { t } = useTranslation('office');
  const [trackId, setTrackId] = useState(view.tracks[0]?.trackId ?? '');
  const [part, setPart] = useState<Part>('agreement');
  const names = useMemo(() => new Map(view.experts.map(({ id, name }) => [id, name])), [view.experts]);
  const track = view.tracks.find((each) => each.trackId === trackId) ?? view.tracks[0];
  const rubricId = round.design.tracks.find(({ id }) => id === track?.trackId)?.rubricId;
  const rubric = round.design.rubrics.find(({ id }) => id === rubricId);
  if (track === undefined || rubric === undefined) return null;
  const props: PartProps = { track, rubric, round, names };
  const contents: Readonly<Record<Part, React.ReactNode>> = {
    agreement: <AgreementPart {...props} />,
    experts: <ExpertsPart {...props} />,
    sheets: <OutliersPart {...props} />,
    robustness: <RobustnessPart {...props} work={robustness} />,
    profiles: <ProfilesPart {...props} />,
  };
  return (
    <>
      {view.tracks.length > 1 && (
        <div className="office-bar">
          <Segmented
            aria-label={t('analysis.tracks')}
            value={track.trackId}
            onChange={setTrackId}
            options={view.tracks.map((each) => ({ value: each.trackId, label: each.name }))}
          />
        </div>
      )}
      {track.sheets === 0 ? (
        <EmptyState title={t('analysis.emptyTrack')} hint={t('analysis.draftHint')} />
      ) : (
        <PageTabs
          key={track.trackId}
          active={part}
          onChange={setPart}
          tabs={(['agreement', 'experts', 'sheets', 'robustness', 'profiles'] as const).map((key) => ({
            key,
            label: t(`analysis.parts.${key}`),
            content: contents[key],
          }))}
        />
      )}
    </>
  );
}
