import { mkdirSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeId } from '#shared/base/ids.ts';
import { ok, type Result } from '#shared/base/result.ts';
import { formatVersion, packageExtensions } from '#shared/packages/package-kind.ts';
import type { ReceiptPredicate } from '#shared/packages/receipt.ts';
import type { Round } from '#shared/round/round.ts';
import { attemptFile } from '../base/attempt-file.ts';
import { syncFolder } from '../base/write-file-atomic.ts';
import { sealPackage } from '../packages/seal-package.ts';
import { findLast } from '../trace/find-last.ts';
import { actingSigner } from '../workspace/acting-signer.ts';
import { currentTime, trace, workspacePaths, type UnlockedWorkspace } from '../workspace/workspace.ts';
import { findChainEnd, type Answerable, type GivenRow } from './receipt-rows.ts';

/** Where the receipt of a statement is kept. */
export function keptReceipt(folder: string, statement: string): string {
  return join(workspacePaths.receipts(folder), `${statement}${packageExtensions.receipt}`);
}

/**
 * Signs a receipt, keeps it by its statement hash and records it as the next of the expert's chain. It is signed by
 * whoever acts, and echoes the head of the 留痕 at this moment.
 */
export async function signReceipt(
  workspace: UnlockedWorkspace,
  round: Pick<Round, 'id' | 'mode'>,
  answered: Answerable,
): Promise<Result<GivenRow>> {
  const { folder, db } = workspace;
  const predicate = makePredicate(workspace, round, answered);
  const draft = join(workspacePaths.drafts(folder), `${makeId(workspace.entropy)}${packageExtensions.receipt}`);
  const place = await attemptFile(draft, async () => mkdirSync(dirname(draft), { recursive: true }));
  if (!place.ok) return place;
  const { key } = actingSigner(workspace);
  const sealed = await sealPackage({
    path: draft,
    kind: 'receipt',
    predicate,
    signer: key,
    files: new Map(),
    lock: null,
  });
  if (!sealed.ok) return sealed;
  const { statement } = sealed.value;
  const kept = await keepReceipt(draft, keptReceipt(folder, statement));
  if (!kept.ok) return kept;
  const { seq, issuedAt } = predicate;
  const recorded = db.transaction((): boolean => {
    // Another program may have answered this expert meanwhile: then the number is taken.
    if (findChainEnd(db, round.id, answered.expertId).seq !== seq - 1) return false;
    record(workspace, round.id, answered, { statement, seq, issuedAt });
    return true;
  });
  if (recorded.immediate()) return ok({ statement, seq, issuedAt });
  rmSync(keptReceipt(folder, statement), { force: true });
  return signReceipt(workspace, round, answered);
}

async function keepReceipt(draft: string, path: string): Promise<Result<null>> {
  return attemptFile(path, async () => {
    mkdirSync(dirname(path), { recursive: true });
    await rename(draft, path);
    await syncFolder(dirname(path));
    return null;
  });
}

function makePredicate(
  workspace: UnlockedWorkspace,
  { id: roundId, mode }: Pick<Round, 'id' | 'mode'>,
  { expertId, fingerprint: audience, statement, verdict, code }: Answerable,
): ReceiptPredicate {
  const { key, role, proof } = actingSigner(workspace);
  const { seq, previous } = findChainEnd(workspace.db, roundId, expertId);
  const { suite, publicKey, fingerprint } = key;
  return {
    formatVersion,
    suite,
    mode,
    critical: [],
    roundId,
    expertId,
    signer: { role, publicKey, fingerprint },
    audience,
    seq: seq + 1,
    previous,
    issuedAt: currentTime(workspace),
    resultStatement: statement,
    verdict,
    code,
    trace: findLast(workspace.db),
    proof,
  };
}

function record(workspace: UnlockedWorkspace, roundId: string, answered: Answerable, given: GivenRow): void {
  const { intakeId, expertId, statement: resultStatement, verdict, code } = answered;
  const { statement, seq, issuedAt } = given;
  workspace.db
    .prepare(
      `INSERT INTO receipts (statement, intake, round_id, expert_id, seq, issued_at)
       VALUES (:statement, :intakeId, :roundId, :expertId, :seq, :issuedAt)`,
    )
    .run({ statement, intakeId, roundId, expertId, seq, issuedAt });
  const body = { roundId, expertId, statement, resultStatement, verdict, code };
  trace(workspace, { event: 'receipt-issued', body });
}
