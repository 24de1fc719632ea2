import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { packageExtensions } from '#shared/packages/package-kind.ts';
import type { Round } from '#shared/round/round.ts';
import { signHead, writeWhole } from '../audit/sign-head.ts';
import { attemptFile } from '../base/attempt-file.ts';
import { makeFileName, nameInFolder } from '../base/file-names.ts';
import type { Progress } from '../base/progress.ts';
import { loadRound } from '../round/load-round.ts';
import { authorise } from '../workspace/authorise.ts';
import type { UnlockedWorkspace } from '../workspace/workspace.ts';
import { findGiven, listAnswerable, type Answerable, type GivenRow } from './receipt-rows.ts';
import { keptReceipt, signReceipt } from './sign-receipt.ts';

/** One receipt as it was written into the folder. */
export type GivenReceipt = {
  /** Path. */
  readonly file: string;
  readonly intakeId: string;
  readonly verdict: Answerable['verdict'];
  readonly code: string | null;
  readonly expertId: string;
  readonly expertName: string;
  /** In the chain of the expert's receipts. */
  readonly seq: number;
  readonly statement: string;
  readonly resultStatement: string;
};

/**
 * 回执: a signed answer to every result package of a round, written into a folder. What was answered before and has not
 * changed is written again as it was; nothing else in the folder is touched.
 * @param intakeIds the packages to answer; null: all
 */
export async function giveReceipts(
  workspace: UnlockedWorkspace,
  { roundId, intakeIds, folder }: { roundId: string; intakeIds: readonly string[] | null; folder: string },
  progress: Progress = () => undefined,
): Promise<Result<readonly GivenReceipt[]>> {
  const allowed = authorise(workspace, 'give-receipts');
  /* v8 ignore next -- every role may today; the table of acts decides */
  if (!allowed.ok) return allowed;
  const round = loadRound(workspace.db, roundId);
  if (!round.ok) return round;
  const answerable = listAnswerable(workspace.db, roundId, intakeIds);
  if (answerable.length === 0) return fail('receipt.none', { title: round.value.title });
  const given: GivenReceipt[] = [];
  for (const answered of answerable) {
    progress(given.length, answerable.length, answered.expertName);
    const receipt = await giveOne(workspace, round.value, answered, folder);
    if (!receipt.ok) return receipt;
    given.push(receipt.value);
  }
  progress(given.length, given.length, '');
  // The receipts are given, whether or not the disk takes this file too.
  await signHead(workspace, 'receipts');
  return ok(given);
}

async function giveOne(
  workspace: UnlockedWorkspace,
  round: Round,
  answered: Answerable,
  folder: string,
): Promise<Result<GivenReceipt>> {
  const before = findGiven(workspace.db, answered.intakeId);
  const isKept = before !== undefined && existsSync(keptReceipt(workspace.folder, before.statement));
  const receipt = isKept ? ok(before) : await signReceipt(workspace, round, answered);
  if (!receipt.ok) return receipt;
  const file = await copyOut(workspace, round, answered, receipt.value, folder);
  if (!file.ok) return file;
  const { intakeId, verdict, code, expertId, expertName, statement: resultStatement } = answered;
  const { seq, statement } = receipt.value;
  return ok({ file: file.value, intakeId, verdict, code, expertId, expertName, seq, statement, resultStatement });
}

async function copyOut(
  workspace: UnlockedWorkspace,
  round: Round,
  { expertName }: Answerable,
  { seq, statement }: GivenRow,
  folder: string,
): Promise<Result<string>> {
  const kept = keptReceipt(workspace.folder, statement);
  const bytes = await attemptFile(kept, () => readFile(kept));
  if (!bytes.ok) return bytes;
  const extension = packageExtensions.receipt;
  const name = makeFileName([round.title, expertName, '回执', String(seq)], extension);
  if (await holds(join(folder, name), bytes.value)) return ok(join(folder, name));
  const path = join(folder, nameInFolder(folder, name, extension));
  const written = await writeWhole(path, bytes.value);
  return written.ok ? ok(path) : written;
}

/** Whether this very receipt lies there already, from an earlier export. */
async function holds(path: string, bytes: Uint8Array): Promise<boolean> {
  if (!existsSync(path)) return false;
  const found = await attemptFile(basename(path), () => readFile(path));
  return found.ok && found.value.equals(bytes);
}
