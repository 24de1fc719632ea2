import { at } from '../base/at.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { rankRound } from '../ranking/rank-round.ts';
import type { ColumnInput, RankedTrack, RankingInput, RankingRow } from '../ranking/ranking.ts';
import type { Change, LeftOut, Line } from './robustness.ts';
import { withoutCriterion, withoutExpert } from './reduce-round.ts';
import type { AgreementCode } from './sentences.ts';

/** The line of a track, drawn where the ranking itself draws it. */
export function lineOf({ seats, rows }: RankedTrack, { policy }: RankingInput): Line {
  if (policy.evaluation !== null) return { kind: 'bands' };
  if (seats !== null) return { kind: 'quota', size: seats };
  const ranked = rows.filter(({ rank }) => rank !== null).length;
  // A line below everybody would never be crossed.
  return { kind: 'top', size: ranked > 10 ? 10 : ranked > 3 ? 3 : 1 };
}

/** Whether a candidate is inside the line, apart from bands. */
export function isInside(line: Line, rank: number | null, status: RankingRow['status']): boolean {
  if (line.kind === 'quota') return status === 'selected';
  return line.kind === 'top' && rank !== null && rank <= line.size;
}

/**
 * Ranks the round anew without each expert of a track; `step` is called after each. Leaving one out is the jackknife's way
 * of asking what hangs on it: Efron & Tibshirani (1993), chapter 11.
 */
export function leaveOutExperts(
  input: ColumnInput,
  expertIds: readonly string[],
  base: readonly RankedTrack[],
  step: () => void,
): Map<string, LeftOut>[] {
  return leaveOut(base, expertIds, step, (id) => withoutExpert(input, id), input);
}

/** Ranks the round anew without each criterion of a rubric. */
export function leaveOutCriteria(
  input: ColumnInput,
  rubricId: string,
  criterionIds: readonly string[],
  base: readonly RankedTrack[],
  step: () => void,
): Map<string, LeftOut>[] {
  return leaveOut(base, criterionIds, step, (id) => withoutCriterion(input, rubricId, id), input);
}

/** For each track: what was left out → what would change. */
function leaveOut(
  base: readonly RankedTrack[],
  ids: readonly string[],
  step: () => void,
  variantOf: (id: string) => RankingInput | null,
  input: RankingInput,
): Map<string, LeftOut>[] {
  const found = base.map(() => new Map<string, LeftOut>());
  for (const id of ids) {
    const variant = variantOf(id);
    const ranked = variant === null ? null : rankRound(variant);
    for (const [index, track] of base.entries()) {
      const change: Result<Change, AgreementCode> =
        ranked?.ok === true
          ? compareTracks(track, at(ranked.value.tracks, index), input)
          : fail('agreement.one-criterion');
      at(found, index).set(id, { id, change });
    }
    step();
  }
  return found;
}

function compareTracks(base: RankedTrack, variant: RankedTrack, input: RankingInput): Result<Change, AgreementCode> {
  const had = base.rows.filter(({ rank }) => rank !== null);
  const has = new Map(variant.rows.map((row) => [row.candidateId, row]));
  const scored = (row: RankingRow | undefined): boolean => row !== undefined && row.score !== null;
  const unscored = base.rows.filter((row) => scored(row) && !scored(has.get(row.candidateId))).length;
  if (had.length > 0 && had.every(({ candidateId }) => !scored(has.get(candidateId))))
    return fail('agreement.below-minimum', { minimum: input.policy.minimumSheets });
  const worth = worthOf(lineOf(base, input), input);
  const moves = base.rows.map((row) => {
    const other = has.get(row.candidateId) ?? row;
    const distance = row.rank === null || other.rank === null ? 0 : Math.abs(other.rank - row.rank);
    return { id: row.candidateId, other: other.rank ?? Infinity, gain: worth(other) - worth(row), distance };
  });
  return ok({
    enter: moves
      .filter(({ gain }) => gain > 0)
      .toSorted((a, b) => a.other - b.other)
      .map(({ id }) => id),
    leave: moves.filter(({ gain }) => gain < 0).map(({ id }) => id),
    unscored,
    farthest: moves.reduce((most, { distance }) => Math.max(most, distance), 0),
  });
}

/** A number that is greater for those who stand better at the line. */
function worthOf(line: Line, { policy }: RankingInput): (row: RankingRow) => number {
  const bands = policy.evaluation?.bands.map(({ name }) => `band:${name}`) ?? [];
  return ({ rank, status }) => {
    if (line.kind !== 'bands') return isInside(line, rank, status) ? 1 : 0;
    const place = bands.indexOf(status);
    return place < 0 ? -bands.length : -place;
  };
}
