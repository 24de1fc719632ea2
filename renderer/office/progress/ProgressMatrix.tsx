import { Checkbox, Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgressView } from '#shared/ipc/office-views.ts';
import type { Track } from '#shared/round/round.ts';
import { countStates, layMatrix, type Direction, type MatrixFilter } from './matrix.ts';
import { MatrixGrid } from './MatrixGrid.tsx';

type ProgressMatrixProps = { readonly progress: ProgressView; readonly tracks: readonly Track[] };

/** The matrix with its direction, its filters and its legend. */
export function ProgressMatrix({ progress, tracks }: ProgressMatrixProps) {
  const [direction, setDirection] = useState<Direction>('candidates');
  const [filter, setFilter] = useState<MatrixFilter>({ outstandingOnly: false, trackId: null });
  const matrix = useMemo(() => layMatrix(progress, direction, filter), [progress, direction, filter]);
  return (
    <>
      <MatrixBar
        direction={direction}
        onDirection={setDirection}
        filter={filter}
        onFilter={setFilter}
        tracks={tracks}
        progress={progress}
      />
      <div className="office-grid">
        <MatrixGrid key={direction} matrix={matrix} direction={direction} progress={progress} />
      </div>
    </>
  );
}

type MatrixBarProps = ProgressMatrixProps & {
  readonly direction: Direction;
  readonly onDirection: (direction: Direction) => void;
  readonly filter: MatrixFilter;
  readonly onFilter: (filter: MatrixFilter) => void;
};

function MatrixBar({ direction, onDirection, filter, onFilter, tracks, progress }: MatrixBarProps) {
  const { t } = useTranslation('office');
  return (
    <div className="office-bar">
      <Segmented<Direction>
        aria-label={t('progress.direction')}
        value={direction}
        onChange={onDirection}
        options={(['candidates', 'experts'] as const).map((value) => ({
          value,
          label: t(`progress.directions.${value}`),
        }))}
      />
      {tracks.length > 1 && (
        <Select
          aria-label={t('progress.trackFilter')}
          value={filter.trackId ?? ''}
          popupMatchSelectWidth={false}
          onChange={(id) => onFilter({ ...filter, trackId: id === '' ? null : id })}
          options={[
            { value: '', label: t('shell.allTracks') },
            ...tracks.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <Checkbox
        checked={filter.outstandingOnly}
        onChange={({ target }) => onFilter({ ...filter, outstandingOnly: target.checked })}
      >
        {t('progress.outstandingOnly')}
      </Checkbox>
      <Legend progress={progress} />
    </div>
  );
}

/** How many sheets are in each state; the colours of the cells. */
function Legend({ progress }: { readonly progress: ProgressView }) {
  const { t } = useTranslation('office');
  const counts = countStates(progress);
  return (
    <ul className="progress-legend end" aria-label={t('progress.legend')}>
      {(['scored', 'waiting', 'recused', 'abstained'] as const)
        .filter((state) => counts[state] > 0)
        .map((state) => (
          <li key={state} className={`progress-${state}`}>
            {t('progress.legendCount', { state: t(`shell.cell.${state}`), count: counts[state] })}
          </li>
        ))}
    </ul>
  );
}
