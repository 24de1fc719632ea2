import { join } from 'node:path';
import { beforeEach } from 'vitest';
import type { ReceiptPredicate } from '#shared/packages/receipt.ts';
import type { DataFile } from '#electron/packages/data-file.ts';
import { sealPackage } from '#electron/packages/seal-package.ts';
import type { SigningKey } from '#electron/identity/signing-key.ts';
import { importResults } from '#electron/intake/import-results.ts';
import { giveReceipts, type GivenReceipt } from '#electron/receipts/give-receipts.ts';
import { openReceipt } from '#electron/receipts/open-receipt.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { scoreAll, submit, value, type ExpertHome, type IssuedRound } from '../../pipeline/make-round.ts';
import { temporaryIssuedRound } from '../../pipeline/temporary-round.ts';

const temporary = temporaryIssuedRound('each', { candidates: 1, experts: 2 });
export let folder: string;
export let workspace: UnlockedWorkspace;
export let round: IssuedRound;

beforeEach(() => void ({ folder, workspace, round } = temporary));

export function homeOf(index: number): ExpertHome {
  const home = round.homes[index];
  if (home === undefined) throw new Error('no home');
  return home;
}

/** The next result package of an expert. */
export const handIn = async (index: number) => {
  scoreAll(homeOf(index), () => 60);
  return submit(homeOf(index), join(folder, 'results'), '更正');
};

export const takeIn = async (...paths: readonly string[]) => value(await importResults(workspace, { paths }));

export const give = async (intakeIds: readonly string[] | null = null): Promise<readonly GivenReceipt[]> =>
  value(await giveReceipts(workspace, { roundId: round.roundId, intakeIds, folder: join(folder, 'receipts') }));

export const open = (path: string, index = 0) => openReceipt(homeOf(index).home, { path });

/** The refusal's code, or what became of the submission. */
export const outcome = async (path: string, index = 0): Promise<string> => {
  const opened = await open(path, index);
  if (!opened.ok) return opened.error.code;
  return opened.value.known ? 'known' : opened.value.receipt.verdict;
};

/** Seals a receipt as its forger would have it. */
export const forge = async (
  signer: SigningKey,
  predicate: ReceiptPredicate,
  name = 'forged.mtxreceipt',
  files: ReadonlyMap<string, DataFile> = new Map(),
): Promise<string> => {
  const path = join(folder, name);
  value(await sealPackage({ path, kind: 'receipt', predicate, signer, files, lock: null }));
  return path;
};

/** A receipt of the commission for a result, to be changed. */
export function receiptFor(resultStatement: string, change: Partial<ReceiptPredicate> = {}): ReceiptPredicate {
  const { suite, publicKey, fingerprint } = workspace.keys.signer;
  return {
    formatVersion: 1,
    suite,
    mode: 'official',
    critical: [],
    roundId: round.roundId,
    expertId: homeOf(0).expertId,
    signer: { role: 'commission', publicKey, fingerprint },
    audience: null,
    seq: 1,
    previous: null,
    issuedAt: '2026-11-24T08:00:00Z',
    resultStatement,
    verdict: 'accepted',
    code: null,
    trace: { entries: 3, head: 'a'.repeat(64) },
    ...change,
  };
}
