import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import { countSheets } from '#shared/ranking/columns.ts';
import type { DecisionCode } from '#shared/decisions/sentences.ts';
import type { LockStateView } from '#shared/ipc/decision-views.ts';
import type { Ranking } from '#shared/ranking/ranking.ts';
import { currentRanking } from '../ranking/current-ranking.ts';
import type { RoundRanking } from '../ranking/rank-round.ts';
import { countOutstanding } from '../ranking/show-ranking.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { loadDecisionRows } from './list-decisions.ts';

/** A round made ready for locking: its ranking and what stands in the way. */
export type Readiness = { readonly made: RoundRanking; readonly state: LockStateView };

/** Looks at a round before it is locked. */
export function getLockState(workspace: Workspace, { roundId }: { roundId: string }): Result<LockStateView> {
  const ready = examineLock(workspace, roundId);
  return ready.ok ? ok(ready.value.state) : ready;
}

/** As `getLockState`, with the ranking that would be signed. */
export function examineLock(workspace: Workspace, roundId: string): Result<Readiness> {
  const made = currentRanking(workspace, roundId);
  if (!made.ok) return made;
  const { round, ranking } = made.value;
  const blockers: Failure<DecisionCode>[] = [];
  const block = (failure: Result<never, DecisionCode>): void => {
    if (!failure.ok) blockers.push(failure.error);
  };
  if (round.status === 'draft') block(fail('decision.lock-not-issued', { title: round.title }));
  else if (countSheets(made.value.input) === 0) block(fail('decision.lock-nothing', { title: round.title }));
  const undecided = listUndecided(ranking);
  if (undecided.length > 0) block(fail('decision.lock-undecided', { candidates: nameSome(undecided) }));
  const unsettled = listUnsettled(workspace, roundId, ranking);
  if (unsettled.length > 0) block(fail('decision.lock-fraud-unsettled', { candidates: nameSome(unsettled) }));
  return ok({
    made: made.value,
    state: {
      locked: round.status === 'locked',
      blockers,
      outstanding: countOutstanding(workspace, made.value),
      standing: loadStanding(workspace, roundId),
    },
  });
}

/** Codes that a sentence names; of more it says how many there are. */
const mostNamed = 20;

function nameSome(codes: readonly string[]): string {
  const named = codes.slice(0, mostNamed).join('、');
  return codes.length > mostNamed ? `${named} …（${codes.length}）` : named;
}

/** Codes of candidates whose place waits for the leader's decision (ruling 7). */
function listUndecided({ tracks }: Ranking): string[] {
  return tracks.flatMap(({ rows }) => rows.filter(({ status }) => status === 'undecided').map(({ code }) => code));
}

/** Codes of flagged candidates without a settlement in force (ruling 18). */
function listUnsettled({ db }: Workspace, roundId: string, { tracks }: Ranking): string[] {
  const settled = new Set(
    loadDecisionRows(db, roundId)
      .filter(({ kind, taken_back_by: taken }) => kind === 'fraud' && taken === null)
      .map(({ candidate_id: id }) => id),
  );
  return tracks.flatMap(({ rows }) =>
    rows.filter(({ fraudFlags, candidateId }) => fraudFlags > 0 && !settled.has(candidateId)).map(({ code }) => code),
  );
}

function loadStanding({ db }: Workspace, roundId: string): LockStateView['standing'] {
  const row = db
    .prepare<[string], NonNullable<LockStateView['standing']>>(
      `SELECT statement, result_hash AS resultHash, signed_by AS signedBy, signed_at AS signedAt, note
       FROM final_rankings WHERE round_id = ? AND reopened_at IS NULL`,
    )
    .get(roundId);
  return row ?? null;
}
