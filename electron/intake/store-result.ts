import type { Database } from 'better-sqlite3';
import { sheetTotal } from '#shared/scoring/check-sheet.ts';
import { oncePer } from '../base/once-per.ts';
import type { ReceivedResult } from '../packages/open-result.ts';

const statements = oncePer((db: Database) => ({
  displace: db.prepare('UPDATE results SET current = 0 WHERE round_id = ? AND expert_id = ?'),
  result: db.prepare(
    `INSERT INTO results (statement, round_id, expert_id, fingerprint, seq, previous, task, reason, received_at, current)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  ),
  // By position: names would take a third of the time.
  sheet: db.prepare(
    `INSERT INTO sheets (result, round_id, expert_id, candidate_id, state, total, points, gates, fraud, comment, reason,
       revision, first_edited_at, last_edited_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  key: db.prepare(
    `INSERT OR IGNORE INTO expert_keys (expert_id, fingerprint, public_key, recipient, pinned_at) VALUES (?, ?, ?, ?, ?)`,
  ),
}));

/**
 * Makes a verified result count: it becomes the current one of its expert, its sheets are stored, and a new key is
 * pinned. Inside the caller's transaction.
 */
export function storeResult(db: Database, { statement, result, enrols }: ReceivedResult, receivedAt: string): void {
  const { roundId, expertId, signer, seq, previous, taskStatement, reason } = result;
  const { displace, result: insert, key } = statements(db);
  displace.run(roundId, expertId);
  insert.run(statement, roundId, expertId, signer.fingerprint, seq, previous, taskStatement, reason, receivedAt);
  storeSheets(db, statement, result);
  if (enrols) key.run(expertId, signer.fingerprint, signer.publicKey, result.expert.recipient, receivedAt);
}

function storeSheets(db: Database, statement: string, { roundId, expertId, sheets }: ReceivedResult['result']): void {
  const { sheet: insert } = statements(db);
  for (const sheet of sheets) {
    insert.run(
      statement,
      roundId,
      expertId,
      sheet.candidateId,
      sheet.state,
      sheetTotal(sheet),
      JSON.stringify(sheet.points),
      JSON.stringify(sheet.gates),
      Number(sheet.fraud),
      sheet.comment,
      sheet.reason,
      sheet.revision,
      sheet.firstEditedAt,
      sheet.lastEditedAt,
    );
  }
}
