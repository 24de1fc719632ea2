import type { Database } from 'better-sqlite3';
import type { ReceiptView } from '#shared/ipc/receipt-views.ts';
import type { ReceiptPredicate } from '#shared/packages/receipt.ts';

/** A result package made here, as far as its receipts need it. */
export type AnsweredSubmission = {
  readonly statement: string;
  readonly commission: string;
  readonly roundId: string;
  readonly expertId: string;
  readonly seq: number;
  /** Both null in submissions of the first version. */
  readonly mode: string | null;
  readonly fingerprint: string | null;
  /** Null once the task was removed from the machine. */
  readonly taskId: string | null;
};

/** The submission that a receipt answers. */
export function findSubmission(db: Database, statement: string): AnsweredSubmission | undefined {
  return db
    .prepare<[string], AnsweredSubmission>(
      `SELECT statement, commission, round_id AS roundId, expert_id AS expertId, seq, mode, fingerprint,
         task_id AS taskId
       FROM submissions WHERE statement = ?`,
    )
    .get(statement);
}

/** A receipt held, as a link of its chain. */
export type HeldReceipt = {
  readonly seq: number;
  readonly statement: string;
  readonly previous: string | null;
  /** The result statement that it answers. */
  readonly result: string;
};

/** The receipts that the office has given this expert in the round, as far as they came here. */
export function listHeld(db: Database, { commission, roundId, expertId }: AnsweredSubmission): HeldReceipt[] {
  return db
    .prepare<[string, string, string], HeldReceipt>(
      `SELECT seq, statement, previous, result FROM receipts
       WHERE commission = ? AND round_id = ? AND expert_id = ? ORDER BY seq`,
    )
    .all(commission, roundId, expertId);
}

type ReceiptRow = Omit<ReceiptView, 'verdict'> & { readonly verdict: string };

/** The receipt that counts for a submission: the newest of the chain that answers it. */
export function findReceipt(db: Database, result: string): ReceiptView | null {
  const row = db
    .prepare<[string], ReceiptRow>(
      `SELECT seq, verdict, code, issued_at AS issuedAt, signer FROM receipts
       WHERE result = ? ORDER BY seq DESC LIMIT 1`,
    )
    .get(result);
  if (row === undefined) return null;
  const verdict = row.verdict === 'refused' || row.verdict === 'superseded' ? row.verdict : 'accepted';
  return { ...row, verdict };
}

/** Keeps a verified receipt. `at`: RFC 3339 UTC. */
export function storeReceipt(
  db: Database,
  { commission, roundId, expertId }: AnsweredSubmission,
  receipt: { readonly predicate: ReceiptPredicate; readonly statement: string; readonly envelope: Uint8Array },
  at: string,
): void {
  const { predicate, statement, envelope } = receipt;
  const { resultStatement, seq, previous, verdict, code, signer, issuedAt, trace } = predicate;
  db.prepare(
    `INSERT INTO receipts (statement, result, commission, round_id, expert_id, seq, previous, verdict, code, signer,
       issued_at, received_at, trace_entries, trace_head, envelope)
     VALUES (:statement, :resultStatement, :commission, :roundId, :expertId, :seq, :previous, :verdict, :code, :signer,
       :issuedAt, :at, :entries, :head, :envelope)`,
  ).run({
    statement,
    resultStatement,
    commission,
    roundId,
    expertId,
    seq,
    previous,
    verdict,
    code,
    issuedAt,
    at,
    signer: signer.fingerprint,
    entries: trace.entries,
    head: trace.head,
    envelope: Buffer.from(envelope).toString('utf8'),
  });
}
