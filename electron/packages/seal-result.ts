import type { FileCode } from '#shared/base/file-sentences.ts';
import type { Result } from '#shared/base/result.ts';
import { checkResult } from '#shared/packages/check-result.ts';
import { formatVersion } from '#shared/packages/package-kind.ts';
import type { Declaration, ResultPredicate } from '#shared/packages/result.ts';
import type { PackageCode } from '#shared/packages/sentences.ts';
import type { TaskPredicate } from '#shared/packages/task.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import { basename } from 'node:path';
import type { Disk } from '../base/write-file-atomic.ts';
import { makeEnrolment } from '../identity/enrolment.ts';
import type { OwnKeys } from '../identity/keys.ts';
import { sealPackage, type SealedPackage } from './seal-package.ts';

export type SealResultInput = {
  /** Where the `.mtxresult` shall stand. */
  readonly path: string;
  /** The expert's own keys. */
  readonly keys: OwnKeys;
  readonly task: TaskPredicate;
  /** Statement hash of that task. */
  readonly taskStatement: string;
  /** The code's secret, for the enrolment proof; null once the keys are enrolled. */
  readonly secret: string | null;
  /** Number in this expert's chain for this round, and the statement hash before it (null at 1). */
  readonly seq: number;
  readonly previous: string | null;
  /** One for every candidate of the task, in any order. */
  readonly sheets: readonly Sheet[];
  readonly declaration: Declaration;
  /** Why it corrects the one before; null at seq 1. */
  readonly reason: string | null;
  /** RFC 3339 UTC. */
  readonly issuedAt: string;
  readonly disk?: Disk | undefined;
};

/** Seals a result package to the commission that issued the task and, if the task names one, its recovery key. */
export async function sealResult(input: SealResultInput): Promise<Result<SealedPackage, PackageCode | FileCode>> {
  const predicate = resultPredicate(input);
  const checked = checkResult(input.task, predicate);
  if (!checked.ok) {
    return { ok: false, error: { ...checked.error, detail: { file: basename(input.path), ...checked.error.detail } } };
  }
  const { deliver, escrow } = input.task;
  return sealPackage({
    path: input.path,
    kind: 'result',
    predicate,
    signer: input.keys.signer,
    files: new Map(),
    lock: { by: 'recipients', recipients: escrow === null ? [deliver.recipient] : [deliver.recipient, escrow] },
    disk: input.disk,
  });
}

function resultPredicate(input: SealResultInput): ResultPredicate {
  const { keys, task, taskStatement, seq, previous, declaration, reason, issuedAt } = input;
  const { signer, recipient } = keys;
  return {
    formatVersion,
    suite: signer.suite,
    mode: task.mode,
    critical: [],
    roundId: task.roundId,
    expertId: task.expertId,
    signer: { role: 'expert', publicKey: signer.publicKey, fingerprint: signer.fingerprint },
    audience: task.signer.fingerprint,
    seq,
    previous,
    issuedAt,
    taskStatement,
    taskSeq: task.seq,
    sheets: inTaskOrder(task, input.sheets),
    declaration,
    expert: { name: task.expert.name, recipient },
    enrolment: enrolment(input),
    reason,
  };
}

function enrolment({ secret, keys, task, taskStatement }: SealResultInput): string | null {
  if (secret === null) return null;
  const { fingerprint } = keys.signer;
  const { expertId, roundId } = task;
  return makeEnrolment(secret, { taskStatement, fingerprint, recipient: keys.recipient, expertId, roundId });
}

function inTaskOrder({ candidates }: TaskPredicate, sheets: readonly Sheet[]): Sheet[] {
  const places = new Map(candidates.map(({ id }, index) => [id, index]));
  const place = ({ candidateId }: Sheet): number => places.get(candidateId) ?? candidates.length;
  return sheets.toSorted((left, right) => place(left) - place(right));
}
