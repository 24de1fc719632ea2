import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { ok, type Result } from '#shared/base/result.ts';
import type { IntakeEntry } from '#shared/ipc/office-views.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import { loadRound } from '../round/load-round.ts';
import type { Workspace } from '../workspace/workspace.ts';

type IntakeRow = Omit<IntakeEntry, 'detail' | 'verdict'> & { verdict: string; detail: string };

const verdictSchema = z.enum(['accepted', 'superseded', 'duplicate', 'refused']);
const detailSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/**
 * What came in for a round, the newest first. Packages that did not say for which round they are (unreadable, not
 * ours), or named one that the workspace does not have, are listed with every round: somebody has to see them.
 */
export function listIntake(
  workspace: Workspace,
  { roundId }: { roundId: string },
): Result<readonly IntakeEntry[], RoundCode> {
  const round = loadRound(workspace.db, roundId);
  return round.ok ? ok(loadIntake(workspace.db, roundId)) : round;
}

function loadIntake(db: Database, roundId: string): IntakeEntry[] {
  return db
    .prepare<[string], IntakeRow>(
      `SELECT i.id, i.file, i.verdict, i.code, i.detail, i.round_id AS roundId, i.expert_id AS expertId,
         e.name AS expertName, i.seq, i.statement, i.sheets, i.received_at AS receivedAt
       FROM intake i LEFT JOIN experts e ON e.id = i.expert_id
       WHERE i.round_id = ? OR i.round_id IS NULL OR i.round_id NOT IN (SELECT id FROM rounds)
       ORDER BY i.id DESC`,
    )
    .all(roundId)
    .map((row) => {
      const detail: unknown = JSON.parse(row.detail);
      return { ...row, verdict: verdictSchema.parse(row.verdict), detail: detailSchema.parse(detail) };
    });
}
