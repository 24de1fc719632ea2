import type { Database } from 'better-sqlite3';
import { ok, type Result } from '#shared/base/result.ts';
import type { RoundCounts, RoundSummary, RoundView } from '#shared/ipc/office-views.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { loadRound, parseRoundRow, type RoundRow } from './load-round.ts';

/** All rounds of the workspace, the newest first, each with its counts. */
export function listRounds(workspace: Workspace): Result<readonly RoundSummary[], RoundCode> {
  const rows = workspace.db.prepare<[], RoundRow>('SELECT * FROM rounds ORDER BY created_at DESC, id DESC').all();
  return ok(
    rows.map(parseRoundRow).map(({ design, ...round }) => ({
      ...round,
      kind: design.kind,
      counts: countRound(workspace.db, round.id),
    })),
  );
}

/** One round with its counts. */
export function getRound(workspace: Workspace, { roundId }: { roundId: string }): Result<RoundView, RoundCode> {
  const round = loadRound(workspace.db, roundId);
  return round.ok ? ok({ round: round.value, counts: countRound(workspace.db, roundId) }) : round;
}

/** How far a round is, in whole things. */
export function countRound(db: Database, roundId: string): RoundCounts {
  const counts = db
    .prepare<{ roundId: string }, RoundCounts>(
      `SELECT
         (SELECT count(*) FROM candidates WHERE round_id = :roundId) AS candidates,
         (SELECT count(*) FROM candidates c WHERE round_id = :roundId
            AND NOT EXISTS (SELECT 1 FROM dossier_files d WHERE d.candidate_id = c.id)) AS candidatesWithoutDossier,
         (SELECT count(*) FROM round_experts WHERE round_id = :roundId) AS experts,
         (SELECT count(*) FROM assignments WHERE round_id = :roundId) AS assignments,
         (SELECT count(DISTINCT expert_id) FROM tasks WHERE round_id = :roundId) AS tasksIssued,
         (SELECT count(*) FROM results WHERE round_id = :roundId AND current = 1) AS expertsReturned,
         (SELECT count(*) FROM sheets s JOIN results r ON r.statement = s.result
            WHERE r.round_id = :roundId AND r.current = 1) AS sheetsIn,
         (SELECT count(*) FROM intake WHERE round_id = :roundId AND verdict = 'refused') AS packagesRefused`,
    )
    .get({ roundId });
  if (counts === undefined) throw new Error('a query of counts has exactly one row');
  return counts;
}
