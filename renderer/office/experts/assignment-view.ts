import type { AssignmentView, CandidateView, ConflictView, ExpertView } from '#shared/ipc/office-views.ts';

/** A cell of the assignment matrix. */
export type AssignmentCell = 'assigned' | 'conflict' | 'free';

/** One line of the matrix; `cells` runs along the experts. */
export type AssignmentRow = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly count: number;
  readonly cells: readonly AssignmentCell[];
};

const pairKey = (expertId: string, candidateId: string): string => `${expertId} ${candidateId}`;

/** The matrix candidates × experts. */
export function layAssignment(
  candidates: readonly CandidateView[],
  experts: readonly ExpertView[],
  { pairs, conflicts }: AssignmentView,
): AssignmentRow[] {
  const assigned = new Set(pairs.map(([expertId, candidateId]) => pairKey(expertId, candidateId)));
  const forbidden = new Set(conflicts.map(({ expertId, candidateId }) => pairKey(expertId, candidateId)));
  return candidates.map(({ id, code, name }) => {
    const cells = experts.map((expert): AssignmentCell => {
      const key = pairKey(expert.id, id);
      if (assigned.has(key)) return 'assigned';
      return forbidden.has(key) ? 'conflict' : 'free';
    });
    return { id, code, name, count: cells.filter((cell) => cell === 'assigned').length, cells };
  });
}

/** How many candidates each expert has, by expert id; experts without any are there with 0. */
export function countLoads(experts: readonly ExpertView[], { pairs }: AssignmentView): ReadonlyMap<string, number> {
  const loads = new Map(experts.map(({ id }) => [id, 0]));
  for (const [expertId] of pairs) loads.set(expertId, (loads.get(expertId) ?? 0) + 1);
  return loads;
}

/** Fewest and most candidates of any expert; null without experts. */
export function loadRange(
  loads: ReadonlyMap<string, number>,
): { readonly least: number; readonly most: number } | null {
  const counts = [...loads.values()];
  return counts.length === 0 ? null : { least: Math.min(...counts), most: Math.max(...counts) };
}

/** Why a candidate has fewer experts than wanted. */
export type ShortfallReason = {
  readonly candidateId: string;
  readonly code: string;
  readonly name: string;
  readonly missing: number;
  /** Experts who must recuse. */
  readonly conflicts: number;
  /** Experts who do not take the candidate's track, those in conflict apart. */
  readonly otherTracks: number;
};

/** @param trackNames names of the round's tracks by id: experts name tracks as the spreadsheet did */
export function explainShortfalls(
  candidates: readonly CandidateView[],
  experts: readonly ExpertView[],
  { shortfalls, conflicts }: AssignmentView,
  trackNames: ReadonlyMap<string, string>,
): ShortfallReason[] {
  return shortfalls.flatMap(({ candidateId, missing }) => {
    const candidate = candidates.find(({ id }) => id === candidateId);
    if (candidate === undefined) return [];
    const out = new Set(conflicts.filter((each) => each.candidateId === candidateId).map(({ expertId }) => expertId));
    const otherTracks = experts.filter((expert) => !out.has(expert.id) && !takesTrack(expert, candidate, trackNames));
    const { code, name } = candidate;
    return [{ candidateId, code, name, missing, conflicts: out.size, otherTracks: otherTracks.length }];
  });
}

function takesTrack(
  { tracks }: ExpertView,
  { trackId }: CandidateView,
  trackNames: ReadonlyMap<string, string>,
): boolean {
  return tracks.length === 0 || tracks.includes(trackId) || tracks.includes(trackNames.get(trackId) ?? '');
}

/** One line of the list of conflicts, with names in place of ids. */
export type ConflictRow = ConflictView & {
  readonly id: string;
  readonly expert: string;
  readonly expertUnit: string;
  readonly candidate: string;
  readonly candidateUnit: string;
};

/** The conflicts with names; those of people who are gone are left out. */
export function listConflicts(
  candidates: readonly CandidateView[],
  experts: readonly ExpertView[],
  { conflicts }: AssignmentView,
): ConflictRow[] {
  const expertsById = new Map(experts.map((expert) => [expert.id, expert]));
  const candidatesById = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  return conflicts.flatMap((conflict) => {
    const expert = expertsById.get(conflict.expertId);
    const candidate = candidatesById.get(conflict.candidateId);
    if (expert === undefined || candidate === undefined) return [];
    return [
      {
        ...conflict,
        id: `${pairKey(expert.id, candidate.id)} ${conflict.source}`,
        expert: expert.name,
        expertUnit: expert.unit,
        candidate: `${candidate.code} ${candidate.name}`,
        candidateUnit: candidate.unit,
      },
    ];
  });
}
