import { memo, useCallback, useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Track } from '#shared/round/round.ts';
import { sheetTotal } from '#shared/scoring/check-sheet.ts';
import { formatScore } from '../../text/format.ts';
import { ProgressBar } from '../../ui/page/ProgressBar.tsx';
import { useDesk, useDeskState } from '../desk-context.ts';
import { decimalsOf, type Standing } from '../standing.ts';
import { candidateFilters, type CandidateLine } from './filter-candidates.ts';
import type { CandidateLines } from './use-candidate-lines.ts';
import './candidate-list.css';

const marks: Readonly<Record<Standing, string>> = {
  done: '●',
  begun: '○',
  untouched: '◌',
  recused: '⊘',
  abstained: '⊘',
};

type LineProps = {
  readonly line: CandidateLine;
  readonly current: boolean;
  readonly decimals: number;
  readonly onGo: (candidateId: string) => void;
};

function LineFigure({ line, decimals }: Pick<LineProps, 'line' | 'decimals'>) {
  const { t } = useTranslation('expert');
  const { standing, draft } = line;
  if (standing === 'recused' || standing === 'abstained')
    return <span className="line-word">{t(`standing.${standing}`)}</span>;
  if (standing === 'untouched' || draft?.shown === undefined) return null;
  const total = formatScore(sheetTotal(draft.shown), decimals);
  return <span className="line-total">{standing === 'begun' ? `${total} …` : total}</span>;
}

/** One candidate; a button, so that screen readers and the keyboard reach it like any other. */
const Line = memo(function Line({ line, current, decimals, onGo }: LineProps) {
  const { t } = useTranslation('expert');
  const { candidate, standing, starred } = line;
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (current) element.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <li>
      <button
        ref={element}
        type="button"
        className={`candidate-line ${standing}`}
        aria-current={current}
        title={`${candidate.code} ${candidate.name}`}
        onClick={() => onGo(candidate.id)}
      >
        <span className="line-mark" aria-hidden="true">
          {marks[standing]}
        </span>
        <span className="line-code">{candidate.code}</span>
        <span className="line-name">{candidate.name}</span>
        {starred && (
          <span className="line-star">
            <span aria-hidden="true">★</span>
            <span className="only-read">{t('desk.starred')}</span>
          </span>
        )}
        <LineFigure line={line} decimals={decimals} />
        <span className="only-read">{t(`standing.${standing}`)}</span>
      </button>
    </li>
  );
});

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
            <ul>
              {lines.map((line) => (
                <Line
                  key={line.candidate.id}
                  line={line}
                  current={line.candidate.id === candidateId}
                  decimals={decimalsOf(desk.rubric(line.candidate.id))}
                  onGo={onGo}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <div className="candidate-ways">{children}</div>
    </nav>
  );
}
