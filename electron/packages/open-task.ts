import type { FileCode } from '#shared/base/file-sentences.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { fingerprintPin } from '#shared/identity/activation-code.ts';
import type { IdentityCode } from '#shared/identity/sentences.ts';
import { checkDossiers, listDossiers } from '#shared/packages/check-dossiers.ts';
import { checkSignerRole, wrongKind } from '#shared/packages/check-signer.ts';
import { largeCaps } from '#shared/packages/limits.ts';
import type { PackageCode } from '#shared/packages/sentences.ts';
import type { TaskPredicate } from '#shared/packages/task.ts';
import { readActivationCode } from '../identity/activation-code.ts';
import type { Unlock } from '../identity/age.ts';
import type { OwnKeys } from '../identity/keys.ts';
import type { SignedStatement } from './envelope.ts';
import { openPackage } from './open-package.ts';
import { Refusal } from './refusal.ts';
import type { Sink } from './sink.ts';
import type { StagedFile } from './stage-file.ts';

/** What opens a task: the code as typed, or any of the expert's own keys and the commission that he trusts. */
export type TaskUnlock =
  | { readonly by: 'code'; readonly code: string }
  /** `commission`: fingerprint, hexadecimal. */
  | { readonly by: 'keys'; readonly keys: readonly OwnKeys[]; readonly commission: string };

export type OpenTaskInput = {
  readonly file: string;
  /** A folder of ours for the private copy. */
  readonly staging: string;
  readonly unlock: TaskUnlock;
  /** Takes the dossier files; `folderSink` stores them by SHA-256. */
  readonly sink: Sink;
};

/** A verified task. `staged` is the caller's: keep or drop it. */
export type OpenedTask = {
  readonly staged: StagedFile;
  readonly task: TaskPredicate;
  /** Statement hash: results name it, and it salts the enrolment proof. */
  readonly taskStatement: string;
  /** Bytes of `statement.dsse.json`. */
  readonly envelope: Uint8Array;
  /** The code's secret, for the enrolment proof; null when keys opened it. */
  readonly secret: string | null;
};

type TaskKey = {
  readonly unlock: Unlock;
  readonly secret: string | null;
  /** Whether the commission with this fingerprint may have signed. */
  readonly isTrusted: (fingerprint: string) => boolean;
  /** Whether it is for us: for one of our keys, or, at null, for whoever holds the code. */
  readonly isOurs: (audience: string | null) => boolean;
};

/** Opens a task package and verifies it down to its last byte. A mistyped code is told before anything is decrypted. */
export async function openTask(
  input: OpenTaskInput,
): Promise<Result<OpenedTask, PackageCode | FileCode | IdentityCode>> {
  const key = readUnlock(input.unlock);
  if (!key.ok) return key;
  const { outcome } = await openPackage({
    file: input.file,
    staging: input.staging,
    caps: largeCaps,
    unlock: key.value.unlock,
    examine: (statement) => examineTask(statement, key.value),
    examineFiles: ({ task }, files) => checkDossiers(task, files),
    sink: ({ task }) => sizedSink(task, input.sink),
  });
  if (!outcome.ok) return outcome;
  const { staged, envelope, examined } = outcome.value;
  return ok({ staged, envelope, ...examined, secret: key.value.secret });
}

function readUnlock(unlock: TaskUnlock): Result<TaskKey, IdentityCode> {
  if (unlock.by === 'keys') {
    return ok({
      unlock: { by: 'identities', identities: unlock.keys.map(({ identity }) => identity) },
      secret: null,
      isTrusted: (fingerprint) => fingerprint === unlock.commission,
      isOurs: (audience) => unlock.keys.some(({ signer }) => signer.fingerprint === audience),
    });
  }
  const code = readActivationCode(unlock.code);
  if (!code.ok) return code;
  const { secret, pin } = code.value;
  return ok({
    unlock: { by: 'passphrase', passphrase: secret },
    secret,
    isTrusted: (fingerprint) => fingerprintPin(fingerprint) === pin,
    isOurs: (audience) => audience === null,
  });
}

function examineTask(
  statement: SignedStatement,
  { isTrusted, isOurs }: TaskKey,
): Result<{ readonly task: TaskPredicate; readonly taskStatement: string }, PackageCode> {
  if (statement.kind !== 'task') return wrongKind('task', statement.kind);
  if (!isOurs(statement.predicate.audience)) return fail('package.audience');
  const role = checkSignerRole(statement);
  if (!role.ok) return role;
  const { fingerprint } = statement.predicate.signer;
  // Who holds a key, not a code, has to compare: he is told with what.
  if (!isTrusted(fingerprint)) return fail('package.wrong-commission', { commission: fingerprint });
  return ok({ task: statement.predicate, taskStatement: statement.hash });
}

/** Lets only files through that have the size the task states for them. */
function sizedSink(task: TaskPredicate, sink: Sink): Sink {
  const dossiers = listDossiers(task);
  return (file) => {
    const dossier = dossiers.get(file.sha256);
    if (dossier !== undefined && dossier.size !== file.size) {
      throw new Refusal('package.dossier-size', { entry: dossier.name });
    }
    return sink(file);
  };
}
