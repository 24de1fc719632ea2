import type { Database } from 'better-sqlite3';

/** A package that came in and says of itself whose it is, so that it can be answered. */
export type Answerable = {
  readonly intakeId: string;
  readonly file: string;
  readonly verdict: 'accepted' | 'superseded' | 'refused';
  readonly code: string | null;
  readonly expertId: string;
  readonly expertName: string;
  readonly seq: number;
  readonly sheets: number;
  /** Hash of the result statement. */
  readonly statement: string;
  /** Of the key that signed it; null for packages taken in by the first version. */
  readonly fingerprint: string | null;
  readonly receivedAt: string;
};

type AnswerableRow = Omit<Answerable, 'verdict'> & { readonly verdict: string };

/**
 * The packages of a round that a receipt can answer, in the order of their coming in. Of one result only what became of
 * it last; a duplicate changes nothing and is answered by the receipt of what it repeats.
 * @param wanted intake ids, duplicates among them; null: all
 */
export function listAnswerable(db: Database, roundId: string, wanted: readonly string[] | null): Answerable[] {
  const rows = db
    .prepare<[string], AnswerableRow>(
      `SELECT max(i.id) AS intakeId, i.file, i.verdict, i.code, i.expert_id AS expertId, e.name AS expertName, i.seq,
         i.sheets, i.statement, i.fingerprint, i.received_at AS receivedAt
       FROM intake i JOIN experts e ON e.id = i.expert_id
       WHERE i.round_id = ? AND i.statement IS NOT NULL AND i.verdict <> 'duplicate'
       GROUP BY i.statement ORDER BY intakeId`,
    )
    .all(roundId);
  const chosen = wanted === null ? null : listStatements(db, wanted);
  return rows.flatMap(({ verdict, ...row }) =>
    isVerdict(verdict) && (chosen === null || chosen.has(row.statement)) ? [{ ...row, verdict }] : [],
  );
}

function isVerdict(verdict: string): verdict is Answerable['verdict'] {
  return verdict === 'accepted' || verdict === 'superseded' || verdict === 'refused';
}

function listStatements(db: Database, ids: readonly string[]): Set<string> {
  const find = db.prepare<[string], { statement: string | null }>('SELECT statement FROM intake WHERE id = ?');
  return new Set(ids.flatMap((id) => find.get(id)?.statement ?? []));
}

/** One receipt given before. */
export type GivenRow = { readonly statement: string; readonly seq: number; readonly issuedAt: string };

/** The newest receipt that answers what became of a package. */
export function findGiven(db: Database, intakeId: string): GivenRow | undefined {
  return db
    .prepare<[string], GivenRow>(
      'SELECT statement, seq, issued_at AS issuedAt FROM receipts WHERE intake = ? ORDER BY seq DESC LIMIT 1',
    )
    .get(intakeId);
}

/** Where the chain of an expert's receipts in a round stands. */
export function findChainEnd(
  db: Database,
  roundId: string,
  expertId: string,
): { seq: number; previous: string | null } {
  const last = db
    .prepare<[string, string], { seq: number; previous: string }>(
      `SELECT seq, statement AS previous FROM receipts WHERE round_id = ? AND expert_id = ? ORDER BY seq DESC LIMIT 1`,
    )
    .get(roundId, expertId);
  return last ?? { seq: 0, previous: null };
}
