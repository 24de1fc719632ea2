import type { Database } from 'better-sqlite3';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { roundSchema, type Round } from '#shared/round/round.ts';
import type { RoundCode } from '#shared/round/sentences.ts';

/** A row of `rounds`; the table is STRICT, so the columns have these types. */
export type RoundRow = {
  id: string;
  title: string;
  mode: string;
  status: string;
  created_at: string;
  deadline: string | null;
  design: string;
  assignment_rule: string | null;
};

/** A row as the domain's round; throws when the stored design breaks its schema, which no write allows. */
export function parseRoundRow(row: RoundRow): Round {
  const design: unknown = JSON.parse(row.design);
  return roundSchema.parse({
    id: row.id,
    title: row.title,
    mode: row.mode,
    status: row.status,
    createdAt: row.created_at,
    deadline: row.deadline,
    design,
  });
}

/** The round of the id, or `round.unknown`. */
export function loadRound(db: Database, roundId: string): Result<Round, RoundCode> {
  const row = db.prepare<[string], RoundRow>('SELECT * FROM rounds WHERE id = ?').get(roundId);
  return row === undefined ? fail('round.unknown', { id: roundId }) : ok(parseRoundRow(row));
}

/** The round of the id while it may still be changed: `round.not-draft` after issuing. */
export function loadDraft(db: Database, roundId: string): Result<Round, RoundCode> {
  const round = loadRound(db, roundId);
  if (!round.ok || round.value.status === 'draft') return round;
  return fail('round.not-draft', { title: round.value.title });
}
