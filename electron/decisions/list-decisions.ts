import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { ok, type Result } from '#shared/base/result.ts';
import { decisionSchema, type RecordedDecision } from '#shared/decisions/decision.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import { loadRound } from '../round/load-round.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A row of `decisions`; the table is STRICT. */
export type DecisionRow = {
  id: string;
  kind: string;
  candidate_id: string | null;
  expert_id: string | null;
  track_id: string | null;
  body: string;
  reason: string;
  note: string;
  minutes: string;
  people: string;
  recorded_by: string | null;
  decided_at: string;
  taken_back_by: string | null;
};

/** The rows of a round in the order of their recording. */
export function loadDecisionRows(db: Database, roundId: string): DecisionRow[] {
  return db
    .prepare<[string], DecisionRow>('SELECT * FROM decisions WHERE round_id = ? ORDER BY decided_at, id')
    .all(roundId);
}

/** All decisions of a round on record, the newest first; those taken back are listed and say so. */
export function listDecisions(
  workspace: Workspace,
  { roundId }: { roundId: string },
): Result<readonly RecordedDecision[], RoundCode> {
  const round = loadRound(workspace.db, roundId);
  return round.ok ? ok(loadDecisionRows(workspace.db, roundId).map(parseDecisionRow).toReversed()) : round;
}

const bodySchema = z.record(z.string(), z.unknown());
const peopleSchema = z.array(z.string());

/** A row as the domain's decision; throws when a stored one breaks its schema, which no write allows. */
export function parseDecisionRow(row: DecisionRow): RecordedDecision {
  const { kind, reason, note, minutes } = row;
  const places = {
    ...(row.candidate_id === null ? {} : { candidateId: row.candidate_id }),
    ...(row.expert_id === null ? {} : { expertId: row.expert_id }),
    ...(row.track_id === null ? {} : { trackId: row.track_id }),
  };
  const body = bodySchema.parse(JSON.parse(row.body));
  const people = peopleSchema.parse(JSON.parse(row.people));
  return {
    id: row.id,
    decision: decisionSchema.parse({ kind, ...places, ...body, reason, note, minutes, people }),
    recordedBy: row.recorded_by,
    decidedAt: row.decided_at,
    takenBackBy: row.taken_back_by,
  };
}
