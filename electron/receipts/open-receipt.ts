import type { FileCode } from '#shared/base/file-sentences.ts';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import type { OpenedReceipt } from '#shared/ipc/receipt-views.ts';
import { checkSignerRole, wrongKind } from '#shared/packages/check-signer.ts';
import { smallCaps } from '#shared/packages/limits.ts';
import type { ReceiptPredicate } from '#shared/packages/receipt.ts';
import { decideReplay } from '#shared/packages/replay.ts';
import type { PackageCode } from '#shared/packages/sentences.ts';
import type { ReceiptCode } from '#shared/receipts/sentences.ts';
import { basename } from 'node:path';
import { homePaths, homeTime, traceHome, type Home } from '../home/home.ts';
import type { SignedStatement } from '../packages/envelope.ts';
import { speaksForOffice } from '../packages/office-signer.ts';
import { openPackage } from '../packages/open-package.ts';
import { noSink } from '../packages/sink.ts';
import { dropStaged } from '../packages/stage-file.ts';
import { loadTask } from '../home/load-task.ts';
import { renewKeys } from '../home/renew-keys.ts';
import { findSubmission, listHeld, storeReceipt, type AnsweredSubmission } from '../home/receipts.ts';

type RefusalCode = PackageCode | FileCode | ReceiptCode;
type Verified = { readonly predicate: ReceiptPredicate; readonly statement: string; readonly envelope: Uint8Array };

/**
 * Opens a `.mtxreceipt` on the expert's side: its bytes, its signature, that the commission of the task stands behind
 * the key that signed, and that it answers a result package made here. Only then the submission counts as delivered.
 * Of several receipts for one result the newest counts; opening one again changes nothing. One that says that the key was
 * revoked renews the keys of this machine, which would only be refused again.
 */
export async function openReceipt(home: Home, { path }: { path: string }): Promise<Result<OpenedReceipt, RefusalCode>> {
  const verified = await verifyReceipt(home, path);
  const submission = verified.ok ? findSubmission(home.db, verified.value.predicate.resultStatement) : undefined;
  const opened = verified.ok ? takeReceipt(home, verified.value, submission) : verified;
  if (opened.ok) {
    /* v8 ignore next -- what was taken answers a submission, which the type does not say */
    if (submission === undefined) return opened;
    return ok(await renewRevoked(home, submission, opened.value));
  }
  const { code, detail } = opened.error;
  noteRefusal(home, submission, code);
  return { ok: false, error: { code, detail: { file: basename(path), ...detail } } };
}

async function renewRevoked(home: Home, submission: AnsweredSubmission, opened: OpenedReceipt): Promise<OpenedReceipt> {
  const { taskId, fingerprint, expertId } = submission;
  if (opened.receipt.code !== 'package.revoked' || fingerprint === null) return opened;
  const found = taskId === null ? null : loadTask(home, taskId);
  const task = found?.ok === true ? found.value : null;
  const next = await renewKeys(home, { fingerprint, suite: task?.predicate.suite, expertId, cause: 'receipt' });
  if (next === null) return opened;
  return { ...opened, renewed: task !== null && task.secret === null ? 'card' : 'code' };
}

/** What can be known of the file by itself. */
async function verifyReceipt(home: Home, path: string): Promise<Result<Verified, PackageCode | FileCode>> {
  const { outcome } = await openPackage({
    file: path,
    staging: homePaths.staging(home.folder),
    caps: smallCaps,
    unlock: null,
    examine: examineReceipt,
    examineFiles: (_, [extra]) => (extra === undefined ? ok(null) : fail('package.extra-file', { entry: extra.path })),
    sink: () => noSink,
  });
  if (!outcome.ok) return outcome;
  const { staged, examined, envelope } = outcome.value;
  await dropStaged(staged);
  return ok({ ...examined, envelope });
}

function examineReceipt(statement: SignedStatement): Result<Omit<Verified, 'envelope'>, PackageCode> {
  if (statement.kind !== 'receipt') return wrongKind('receipt', statement.kind);
  const role = checkSignerRole(statement);
  return role.ok ? ok({ predicate: statement.predicate, statement: statement.hash }) : role;
}

function takeReceipt(
  home: Home,
  verified: Verified,
  submission: AnsweredSubmission | undefined,
): Result<OpenedReceipt, RefusalCode> {
  if (submission === undefined) return fail('receipt.not-ours');
  const { predicate } = verified;
  const { signer, proof = null } = predicate;
  const office = speaksForOffice(signer, proof, submission.commission);
  if (!office.ok) return office;
  const addressed = checkAddress(predicate, submission);
  if (!addressed.ok) return addressed;
  return home.db.transaction(() => recordReceipt(home, verified, submission)).immediate();
}

/** Whether it says the same of the result package as is known here. */
function checkAddress(
  { roundId, expertId, mode, audience }: ReceiptPredicate,
  submission: AnsweredSubmission,
): Result<null, PackageCode | ReceiptCode> {
  if (roundId !== submission.roundId || expertId !== submission.expertId) return fail('receipt.mismatch');
  if (submission.mode !== null && mode !== submission.mode) return fail('package.mode');
  const own = submission.fingerprint;
  return audience === null || own === null || audience === own ? ok(null) : fail('package.audience');
}

function recordReceipt(
  home: Home,
  verified: Verified,
  submission: AnsweredSubmission,
): Result<OpenedReceipt, ReceiptCode> {
  const { predicate, statement } = verified;
  const replay = checkReplay(home, verified, submission);
  if (!replay.ok) return replay;
  if (!replay.value.known) {
    storeReceipt(home.db, submission, verified, homeTime(home));
    const { resultStatement, verdict } = predicate;
    traceHome(home, submission.expertId, { event: 'receipt-opened', body: { statement, resultStatement, verdict } });
  }
  // It is the newest answer to its result: an older one was refused above.
  const { seq, verdict, code, issuedAt, signer } = predicate;
  const receipt = { seq, verdict, code, issuedAt, signer: signer.fingerprint };
  const { taskId, seq: number } = submission;
  return ok({ taskId, submission: number, receipt, known: replay.value.known, renewed: null });
}

/** Against the receipts held: a contradiction is an alarm; one that a newer answer to the same result overtook is older. */
function checkReplay(
  home: Home,
  { predicate, statement }: Verified,
  submission: AnsweredSubmission,
): Result<{ readonly known: boolean }, ReceiptCode> {
  const { seq, previous } = predicate;
  const held = listHeld(home.db, submission);
  const replay = decideReplay(held, { seq, previous, statement });
  if (replay === 'fork') return fail('receipt.fork', { seq });
  const latest = Math.max(0, ...held.filter(({ result }) => result === submission.statement).map((each) => each.seq));
  if (latest > seq) return fail('receipt.older', { seq, latest });
  return ok({ known: replay === 'duplicate' });
}

function noteRefusal(home: Home, submission: AnsweredSubmission | undefined, code: Failure['code']): void {
  const event = { event: 'receipt-refused', body: { code } } as const;
  home.db.transaction(() => traceHome(home, submission?.expertId ?? null, event)).immediate();
}
