import { codePlace, sealColumns } from '../workspace/columns.ts';
import { trace, type UnlockedWorkspace } from '../workspace/workspace.ts';
import type { SealedTask } from './seal-one.ts';

/** Records a task package that was written; inside the caller's transaction. */
export function recordTask(workspace: UnlockedWorkspace, roundId: string, task: SealedTask): void {
  const { db } = workspace;
  const { statement, expertId, seq, code, file, issuedAt, candidateIds } = task;
  db.prepare(
    `INSERT INTO tasks (statement, round_id, expert_id, seq, code, file, issued_at, candidates)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    statement,
    roundId,
    expertId,
    seq,
    sealColumns(db)(codePlace(statement), code),
    file,
    issuedAt,
    JSON.stringify(candidateIds),
  );
  trace(workspace, { event: 'task-issued', body: { roundId, expertId, statement } });
}
