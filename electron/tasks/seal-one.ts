import { basename, join } from 'node:path';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { IssuedTask } from '#shared/ipc/office-views.ts';
import { listDossiers } from '#shared/packages/check-dossiers.ts';
import type { Round } from '#shared/round/round.ts';
import { createActivationCode, readActivationCode } from '../identity/activation-code.ts';
import { measureDataFile, type DataFile } from '../packages/data-file.ts';
import { findActiveKey, listRevokedKeys } from '../experts/expert-keys.ts';
import { sealTask, type TaskLock } from '../packages/seal-task.ts';
import { currentTime, workspacePaths, type UnlockedWorkspace } from '../workspace/workspace.ts';
import { makeTaskBody, type PlannedTask, type TaskOffice } from './task-body.ts';

/** A task package that was written, with what its record needs. */
export type SealedTask = IssuedTask & {
  readonly seq: number;
  readonly statement: string;
  readonly candidateIds: readonly string[];
};

/** One task: for whom, where to, and its place in the expert's chain of tasks. */
export type TaskOrder = {
  readonly round: Round;
  readonly task: PlannedTask;
  readonly office: TaskOffice;
  readonly path: string;
  readonly seq: number;
  /** Statement of the task that this one takes the place of; null at 1. */
  readonly previous: string | null;
};

/**
 * Seals one task package, to the expert's enrolled key or to a new activation code. One for a code names the keys of his
 * that were revoked, so that a machine that still holds them makes new ones.
 */
export async function sealOne(
  workspace: UnlockedWorkspace,
  { round, task, office, path, seq, previous }: TaskOrder,
  dossiers: ReadonlyMap<string, DataFile>,
): Promise<Result<SealedTask>> {
  const { db, keys } = workspace;
  const lock = chooseLock(workspace, task.expert.id);
  if (!lock.ok) return lock;
  const issuedAt = currentTime(workspace);
  const sealed = await sealTask({
    path,
    signer: keys.signer,
    mode: round.mode,
    body: makeTaskBody(round, task, office, lock.value.code === '' ? [] : listRevokedKeys(db, task.expert.id)),
    seq,
    previous,
    issuedAt,
    lock: lock.value.lock,
    findDossier: (sha256) => dossiers.get(sha256) ?? null,
  });
  if (!sealed.ok) return sealed;
  const { id, name, unit } = task.expert;
  return ok({
    expertId: id,
    name,
    unit,
    code: lock.value.code,
    file: basename(path),
    candidates: task.candidates.length,
    issuedAt,
    returnedAt: null,
    seq,
    statement: sealed.value.statement,
    candidateIds: task.candidates.map((candidate) => candidate.id),
  });
}

/** An enrolled card's key needs no code; everybody else gets a new one. `code` is empty when none is needed. */
function chooseLock(
  { db, entropy, keys }: UnlockedWorkspace,
  expertId: string,
): Result<{ readonly code: string; readonly lock: TaskLock }> {
  const key = findActiveKey(db, expertId);
  if (key?.origin === 'card')
    return ok({ code: '', lock: { by: 'key', recipient: key.recipient, fingerprint: key.fingerprint } });
  const code = createActivationCode(entropy, keys.signer.fingerprint);
  const parts = readActivationCode(code);
  return parts.ok ? ok({ code, lock: { by: 'code', secret: parts.value.secret } }) : parts;
}

/** Measures every dossier once: the same file goes into many packages. */
export async function measureDossiers(
  workspace: UnlockedWorkspace,
  plan: readonly PlannedTask[],
): Promise<Result<ReadonlyMap<string, DataFile>>> {
  const measured = new Map<string, DataFile>();
  for (const { sha256, name } of listDossiers({ candidates: plan.flatMap(({ candidates }) => candidates) }).values()) {
    const file = await measureDataFile(join(workspacePaths.dossiers(workspace.folder), sha256));
    if (!file.ok) return fail('package.source-changed', { entry: name, file: name });
    measured.set(sha256, file.value);
  }
  return ok(measured);
}
