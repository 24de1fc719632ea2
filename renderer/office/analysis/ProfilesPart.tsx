import { Segmented, Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { focusWhenScrolling } from '../../ui/scroll/focus-when-scrolling.ts';
import type { PartProps } from './AnalysisTracks.tsx';
import { sourceOf } from './caption.ts';
import { Chart } from './Chart.tsx';
import type { ChartLook } from './chart-look.ts';
import { orderByMean } from './heat-picture.ts';
import { mostCompared, profilePicture, type ProfileShape } from './profile-picture.ts';

/** 对象对比: the shares of points by category of up to five candidates. */
export function ProfilesPart({ track, round }: PartProps) {
  const { t } = useTranslation('office');
  const ordered = useMemo(() => orderByMean(track.candidates ?? []), [track.candidates]);
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    ordered.slice(0, 3).map(({ candidateId }) => candidateId),
  );
  const compared = useMemo(
    () => chosen.flatMap((id) => ordered.find(({ candidateId }) => candidateId === id) ?? []),
    [chosen, ordered],
  );
  if (track.candidates === null) return <EmptyState title={t('analysis.tooMany')} />;
  return (
    <div className="office-scroll analysis-body" ref={focusWhenScrolling}>
      <div className="analysis-pick">
        <label htmlFor="analysis-pick">{t('analysis.pickCandidates')}</label>
        <Select
          id="analysis-pick"
          mode="multiple"
          maxCount={mostCompared}
          value={[...chosen]}
          onChange={setChosen}
          showSearch={{ optionFilterProp: 'label' }}
          options={ordered.map(({ candidateId, code, name }) => ({ value: candidateId, label: `${code} ${name}` }))}
        />
      </div>
      {compared.length === 0 ? (
        <EmptyState title={t('analysis.pickHint')} />
      ) : (
        <Profile roundId={round.id} source={sourceOf(round, track)} categories={track.categories} compared={compared} />
      )}
    </div>
  );
}

type ProfileProps = {
  readonly roundId: string;
  readonly source: string;
  readonly categories: PartProps['track']['categories'];
  readonly compared: Parameters<typeof profilePicture>[1];
};

function Profile({ roundId, source, categories, compared }: ProfileProps) {
  const { t } = useTranslation('office');
  const many = categories.length >= 3;
  const [wanted, setWanted] = useState<ProfileShape>('radar');
  const shape = many ? wanted : 'bars';
  const description = t('analysis.describe.profile', { candidates: compared.length });
  const build = useCallback(
    (look: ChartLook) =>
      profilePicture(categories, compared, shape, look, {
        description,
        category: t('analysis.category'),
        axis: t('analysis.rateAxis'),
      }),
    [categories, compared, shape, description, t],
  );
  return (
    <Chart roundId={roundId} source={source} kind="profile" description={description} build={build}>
      {many && (
        <Segmented
          size="small"
          aria-label={t('analysis.shape')}
          value={shape}
          onChange={setWanted}
          options={(['radar', 'bars'] as const).map((value) => ({ value, label: t(`analysis.shapes.${value}`) }))}
        />
      )}
    </Chart>
  );
}
