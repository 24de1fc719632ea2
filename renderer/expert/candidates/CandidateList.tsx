import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Track } from '#shared/round/round.ts';
import { sheetTotal } from '#shared/scoring/check-sheet.ts';
import { formatScore } from '../../text/format.ts';
import { ProgressBar } from '../../ui/page/ProgressBar.tsx';
import { useDesk, useDeskState } from '../desk-context.ts';
import { decimalsOf } from '../standing.ts';
import { CandidateButton } from './CandidateButton.tsx';
import { candidateFilters, type CandidateLine } from './filter-candidates.ts';
import type { CandidateLines } from './use-candidate-lines.ts';
import './candidate-list.css';

/** The total so far of candidates that are scored; null for the others. */
function shownTotal({ standing, draft }: CandidateLine, decimals: number): string | null {
  const counts = standing === 'done' || standing === 'begun';
  return counts && draft?.shown !== undefined ? formatScore(sheetTotal(draft.shown), decimals) : null;
}

type TrackGroupProps = {
  readonly lines: readonly CandidateLine[];
  readonly candidateId: string;
  readonly decimals: number;
  readonly onGo: (candidateId: string) => void;
};

function TrackGroup({ lines, candidateId, decimals, onGo }: TrackGroupProps) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.candidate.id} className="candidate-item">
          <CandidateButton
            candidate={line.candidate}
            standing={line.standing}
            starred={line.starred}
            current={line.candidate.id === candidateId}
            total={shownTotal(line, decimals)}
            onGo={onGo}
          />
        </li>
      ))}
    </ul>
  );
}

function Tools({ list }: { readonly list: CandidateLines }) {
  const { t } = useTranslation(['expert', 'common']);
  return (
    <div className="candidate-tools">
      <input
        type="search"
        className="candidate-find"
        data-candidate-find
        value={list.search}
        placeholder={t('desk.search')}
        aria-label={t('desk.search')}
        onChange={({ target }) => list.setSearch(target.value)}
      />
      <select
        className="candidate-filter"
        aria-label={t('desk.filter')}
        value={list.filter}
        onChange={({ target }) => list.setFilter(candidateFilters.find((name) => name === target.value) ?? 'all')}
      >
        {candidateFilters.map((name) => (
          <option key={name} value={name}>
            {t(`filter.${name}`, { count: list.counts[name] })}
          </option>
        ))}
      </select>
    </div>
  );
}

function groupByTrack(lines: readonly CandidateLine[], tracks: readonly Track[]) {
  return tracks
    .map((track) => ({ track, lines: lines.filter(({ candidate }) => candidate.trackId === track.id) }))
    .filter((group) => group.lines.length > 0);
}

type CandidateListProps = {
  readonly list: CandidateLines;
  /** A candidate was picked from the list. */
  readonly onChosen: () => void;
  /** What stands below the list: the ways to the other pages. */
  readonly children: ReactNode;
};

/** The candidates with their standing, to be searched by name, code, unit or pinyin. */
export function CandidateList({ list, onChosen, children }: CandidateListProps) {
  const { t } = useTranslation('expert');
  const desk = useDesk();
  const candidateId = useDeskState((state) => state.candidateId);
  const tracks = useDeskState(({ view }) => view.tracks);
  const finished = list.counts.all - list.counts.unfinished;
  const groups = groupByTrack(list.lines, tracks);
  const onGo = useCallback(
    (id: string) => {
      desk.goTo(id);
      onChosen();
    },
    [desk, onChosen],
  );
  return (
    <nav className="candidates" aria-label={t('desk.candidates')}>
      <ProgressBar done={finished} total={list.counts.all} label={t('desk.progress')} />
      <Tools list={list} />
      <div className="candidate-scroll">
        {groups.length === 0 && <p className="candidate-none">{t('desk.noneFound')}</p>}
        {groups.map(({ track, lines }) => (
          <section key={track.id}>
            {tracks.length > 1 && <h2 className="candidate-track">{track.name}</h2>}
            <TrackGroup
              lines={lines}
              candidateId={candidateId}
              decimals={decimalsOf(desk.rubric(lines[0]?.candidate.id ?? ''))}
              onGo={onGo}
            />
          </section>
        ))}
      </div>
      <div className="candidate-ways">{children}</div>
    </nav>
  );
}
