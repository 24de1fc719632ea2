import { useMemo, useState } from 'react';
import { useDesk, useDeskState } from '../desk-context.ts';
import { standingOf } from '../standing.ts';
import { countFilters, isFound, passesFilter, type CandidateFilter, type CandidateLine } from './filter-candidates.ts';

/** The candidate list as it is filtered now, with the means to filter it. */
export type CandidateLines = {
  readonly lines: readonly CandidateLine[];
  /** Before filtering and searching. */
  readonly all: readonly CandidateLine[];
  readonly counts: Readonly<Record<CandidateFilter, number>>;
  readonly filter: CandidateFilter;
  readonly setFilter: (filter: CandidateFilter) => void;
  readonly search: string;
  readonly setSearch: (search: string) => void;
};

/** Lines of the candidate list. The candidate on the desk stays in the list while it is being finished. */
export function useCandidateLines(): CandidateLines {
  const desk = useDesk();
  const candidates = useDeskState(({ view }) => view.candidates);
  const drafts = useDeskState((state) => state.drafts);
  const starred = useDeskState((state) => state.starred);
  const candidateId = useDeskState((state) => state.candidateId);
  const [filter, setFilter] = useState<CandidateFilter>('all');
  const [search, setSearch] = useState('');
  const all = useMemo(
    () =>
      candidates.map((candidate) => {
        const draft = drafts[candidate.id];
        const standing = standingOf(desk.rubric(candidate.id), draft?.shown);
        return { candidate, draft, standing, starred: starred.has(candidate.id) };
      }),
    [candidates, drafts, starred, desk],
  );
  const lines = all.filter(
    (line) =>
      isFound(line.candidate, search) &&
      (passesFilter(line, filter) || (filter === 'unfinished' && line.candidate.id === candidateId)),
  );
  return { lines, all, counts: countFilters(all), filter, setFilter, search, setSearch };
}
