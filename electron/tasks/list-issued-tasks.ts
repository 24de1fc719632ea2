import { ok, type Result } from '#shared/base/result.ts';
import type { IssuedTask } from '#shared/ipc/office-views.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import { loadRound } from '../round/load-round.ts';
import { codePlace, readColumn } from '../workspace/columns.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The task packages of a round, the last one of each expert, with their activation codes (empty while the workspace is locked), and when the answer to each came in. */
export function listIssuedTasks(
  workspace: Workspace,
  { roundId }: { roundId: string },
): Result<readonly IssuedTask[], RoundCode> {
  const round = loadRound(workspace.db, roundId);
  if (!round.ok) return round;
  return ok(
    workspace.db
      .prepare<[string], IssuedTask & { statement: string }>(
        `SELECT t.statement, t.expert_id AS expertId, e.name, e.unit, t.code, t.file, json_array_length(t.candidates) AS candidates,
           t.issued_at AS issuedAt, r.received_at AS returnedAt
         FROM tasks t JOIN experts e ON e.id = t.expert_id
         JOIN round_experts m ON m.round_id = t.round_id AND m.expert_id = t.expert_id
         LEFT JOIN results r ON r.round_id = t.round_id AND r.expert_id = t.expert_id AND r.current = 1
         WHERE t.round_id = ? AND t.seq = (SELECT max(later.seq) FROM tasks later
           WHERE later.round_id = t.round_id AND later.expert_id = t.expert_id)
         ORDER BY m.position`,
      )
      .all(roundId)
      .map(({ statement, code, ...task }) => ({
        ...task,
        code: readColumn(workspace.columns, codePlace(statement), code) ?? '',
      })),
  );
}
