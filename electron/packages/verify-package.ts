import type { FileCode } from '#shared/base/file-sentences.ts';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import { checkDossiers } from '#shared/packages/check-dossiers.ts';
import { checkSignerRole } from '#shared/packages/check-signer.ts';
import { largeCaps } from '#shared/packages/limits.ts';
import type { ManifestEntry } from '#shared/packages/manifest.ts';
import type { PackageCode } from '#shared/packages/sentences.ts';
import type { ReadableKind } from '#shared/packages/statement.ts';
import { reportSteps, type StepReport, type VerificationStep } from '#shared/packages/steps.ts';
import type { Mode } from '#shared/round/round.ts';
import type { Unlock } from '../identity/age.ts';
import type { SignedStatement } from './envelope.ts';
import { listRoots, speaksForOffice } from './office-signer.ts';
import { openPackage } from './open-package.ts';
import { noSink } from './sink.ts';
import { dropStaged } from './stage-file.ts';

export type VerifyInput = {
  readonly file: string;
  /** A folder for the private copy, which is removed afterwards. */
  readonly staging: string;
  /** What opens it; null suffices for packages that are not encrypted. */
  readonly unlock: Unlock | null;
  /** Whether a fingerprint is that of the commission that the caller trusts; null: not asked. */
  readonly isCommission: ((fingerprint: string) => boolean) | null;
};

/** What `mtx verify --json` prints for one file; null where the package never got so far. */
export type VerifyReport = {
  readonly ok: boolean;
  readonly kind: ReadableKind | null;
  readonly formatVersion: number | null;
  readonly suite: string | null;
  readonly mode: Mode | null;
  /** Fingerprint of the signing key as people compare it. */
  readonly signer: string | null;
  readonly roundId: string | null;
  readonly expertId: string | null;
  readonly seq: number | null;
  /** Statement hash. */
  readonly statement: string | null;
  readonly steps: readonly StepReport[];
  readonly error: Failure<PackageCode | FileCode> | null;
};

// What can be known without a workspace: not whether round, task and signer are known, nor whether it is a replay.
const plan: readonly VerificationStep[] = [
  'size',
  'decrypt',
  'zip',
  'envelope',
  'signature',
  'canonical',
  'format',
  'schema',
  'signer',
  'manifest',
  'files',
];

/** Verifies any package by itself, without a workspace; keeps nothing. */
export async function verifyPackage(input: VerifyInput): Promise<VerifyReport> {
  const { statement, outcome } = await openPackage({
    file: input.file,
    staging: input.staging,
    caps: largeCaps,
    unlock: input.unlock,
    examine: (found) => examine(found, input.isCommission),
    examineFiles: checkFiles,
    sink: () => noSink,
  });
  if (outcome.ok) await dropStaged(outcome.value.staged);
  const error = outcome.ok ? null : outcome.error;
  return { ok: outcome.ok, ...describe(statement), steps: reportSteps(plan, error?.code ?? null), error };
}

function examine(
  statement: SignedStatement,
  isCommission: VerifyInput['isCommission'],
): Result<SignedStatement, PackageCode> {
  const role = checkSignerRole(statement);
  if (!role.ok) return role;
  const { signer, audience } = statement.predicate;
  if (isCommission !== null && statement.kind === 'receipt') {
    // Members sign receipts with keys of their own, and bring the commission's word for them.
    const { proof = null } = statement.predicate;
    const pinned = listRoots(signer, proof).find(isCommission);
    const office = pinned === undefined ? fail('package.wrong-commission') : speaksForOffice(signer, proof, pinned);
    return office.ok ? ok(statement) : office;
  }
  if (isCommission === null || signer.role !== 'expert') {
    return isCommission?.(signer.fingerprint) === false ? fail('package.wrong-commission') : ok(statement);
  }
  return audience !== null && !isCommission(audience) ? fail('package.audience') : ok(statement);
}

function checkFiles(statement: SignedStatement, files: readonly ManifestEntry[]): Result<null, PackageCode> {
  return statement.kind === 'task' ? checkDossiers(statement.predicate, files) : ok(null);
}

function describe(statement: SignedStatement | null): Omit<VerifyReport, 'ok' | 'steps' | 'error'> {
  if (statement === null) {
    return {
      kind: null,
      formatVersion: null,
      suite: null,
      mode: null,
      signer: null,
      roundId: null,
      expertId: null,
      seq: null,
      statement: null,
    };
  }
  const { formatVersion, suite, mode, signer, roundId, expertId, seq } = statement.predicate;
  const fingerprint = formatFingerprint(signer.fingerprint);
  return {
    kind: statement.kind,
    formatVersion,
    suite,
    mode,
    signer: fingerprint,
    roundId,
    expertId,
    seq,
    statement: statement.hash,
  };
}
