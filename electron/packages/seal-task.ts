import type { FileCode } from '#shared/base/file-sentences.ts';
import { fail, type Result } from '#shared/base/result.ts';
import type { Mode } from '#shared/round/round.ts';
import { dossierPath, listDossiers } from '#shared/packages/check-dossiers.ts';
import { formatVersion } from '#shared/packages/package-kind.ts';
import type { PackageCode } from '#shared/packages/sentences.ts';
import type { TaskBody, TaskPredicate } from '#shared/packages/task.ts';
import { basename } from 'node:path';
import type { Disk } from '../base/write-file-atomic.ts';
import { activationWorkFactor } from '../identity/activation-code.ts';
import type { SigningKey } from '../identity/signing-key.ts';
import type { DataFile } from './data-file.ts';
import { sealPackage, type SealedPackage } from './seal-package.ts';

/** Who can open a task: the holder of a code's secret, or of an enrolled key (age recipient and signing fingerprint). */
export type TaskLock =
  | { readonly by: 'code'; readonly secret: string; readonly workFactor?: number }
  | { readonly by: 'key'; readonly recipient: string; readonly fingerprint: string };

export type SealTaskInput = {
  /** Where the `.mtxtask` shall stand. */
  readonly path: string;
  readonly signer: SigningKey;
  readonly mode: Mode;
  readonly body: TaskBody;
  /** Number in the commission's chain for this round, and the statement hash before it (null at 1). */
  readonly seq: number;
  readonly previous: string | null;
  /** RFC 3339 UTC. */
  readonly issuedAt: string;
  readonly lock: TaskLock;
  /** Content of a dossier by its SHA-256; null when it is not held. */
  readonly findDossier: (sha256: string) => DataFile | null;
  readonly disk?: Disk | undefined;
};

/** Seals a task package: the commission's statement and every dossier file of its candidates, each content once. */
export async function sealTask(input: SealTaskInput): Promise<Result<SealedPackage, PackageCode | FileCode>> {
  const files = new Map<string, DataFile>();
  for (const { sha256, size, name } of listDossiers(input.body).values()) {
    const file = input.findDossier(sha256);
    if (file === null || file.sha256 !== sha256 || file.size !== size) {
      return fail('package.source-changed', { file: basename(input.path), entry: name });
    }
    files.set(dossierPath(sha256), file);
  }
  return sealPackage({
    path: input.path,
    kind: 'task',
    predicate: taskPredicate(input),
    signer: input.signer,
    files,
    lock: ageLock(input.lock),
    disk: input.disk,
  });
}

function taskPredicate({ signer, mode, body, seq, previous, issuedAt, lock }: SealTaskInput): TaskPredicate {
  return {
    formatVersion,
    suite: signer.suite,
    mode,
    critical: [],
    roundId: body.round.id,
    expertId: body.expert.id,
    signer: { role: 'commission', publicKey: signer.publicKey, fingerprint: signer.fingerprint },
    audience: lock.by === 'key' ? lock.fingerprint : null,
    seq,
    previous,
    issuedAt,
    ...body,
  };
}

function ageLock(lock: TaskLock) {
  return lock.by === 'key'
    ? ({ by: 'recipients', recipients: [lock.recipient] } as const)
    : ({ by: 'passphrase', passphrase: lock.secret, workFactor: lock.workFactor ?? activationWorkFactor } as const);
}
