import { ok, type Result } from '#shared/base/result.ts';
import type { GivenReceiptView } from '#shared/ipc/receipt-views.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The newest receipt of every package of a round that was answered. */
export function listReceipts({ db }: Workspace, { roundId }: { roundId: string }): Result<readonly GivenReceiptView[]> {
  return ok(
    db
      .prepare<[string], GivenReceiptView>(
        `SELECT intake AS intakeId, max(seq) AS seq, issued_at AS issuedAt FROM receipts
         WHERE round_id = ? GROUP BY intake`,
      )
      .all(roundId),
  );
}
