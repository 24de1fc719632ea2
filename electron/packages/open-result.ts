import type { FileCode } from '#shared/base/file-sentences.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { checkResult, type Questions } from '#shared/packages/check-result.ts';
import { checkSignerRole, wrongKind } from '#shared/packages/check-signer.ts';
import { smallCaps } from '#shared/packages/limits.ts';
import { decideReplay, type ChainLink } from '#shared/packages/replay.ts';
import type { ResultPredicate } from '#shared/packages/result.ts';
import type { PackageCode } from '#shared/packages/sentences.ts';
import { reportSteps, verificationSteps, type StepReport } from '#shared/packages/steps.ts';
import type { SuiteName } from '#shared/packages/suite.ts';
import type { Mode } from '#shared/round/round.ts';
import { basename } from 'node:path';
import { oncePer } from '../base/once-per.ts';
import type { Unlock } from '../identity/age.ts';
import { verifyEnrolment } from '../identity/enrolment.ts';
import type { OwnKeys } from '../identity/keys.ts';
import type { SignedStatement } from './envelope.ts';
import { openPackage } from './open-package.ts';
import { noSink } from './sink.ts';
import { dropStaged, type StagedFile } from './stage-file.ts';

/** A task that this workspace issued, as far as receiving its results needs. */
export type IssuedTask = Questions & {
  readonly roundId: string;
  readonly expertId: string;
  readonly seq: number;
  /** Whether it was issued again since: then a new result must answer the later one. */
  readonly replaced: boolean;
  /** How it was signed, and how whoever enrols by its code must sign. */
  readonly suite: SuiteName;
  /** Secret of the activation code that it was sealed to; null when it was sealed to an enrolled key. */
  readonly secret: string | null;
};

/** What a workspace knows. Looked up only for statements whose signature and schema hold. */
export type ResultContext = {
  readonly findRound: (roundId: string) => { readonly mode: Mode } | null;
  /** Whether the list of the round is signed already; then nothing new comes in. */
  readonly isLocked: (roundId: string) => boolean;
  readonly findTask: (taskStatement: string) => IssuedTask | null;
  /** Fingerprint of the key enrolled for an expert (pinned by an earlier result, or by the roster); null: none yet. */
  readonly findEnrolled: (roundId: string, expertId: string) => string | null;
  readonly isRevoked: (fingerprint: string) => boolean;
  /** Statements accepted so far from a key in a round: the high-water mark and the chain below it. */
  readonly listChain: (roundId: string, fingerprint: string) => readonly ChainLink[];
};

export type OpenResultInput = {
  readonly file: string;
  /** A folder of ours for the private copy. */
  readonly staging: string;
  /** The commission's keys; `former`: those of before a rotation, to which results may still come. */
  readonly keys: OwnKeys & { readonly former?: readonly { readonly fingerprint: string; readonly identity: string }[] };
  readonly context: ResultContext;
  /** Settles when what came before it counts in the workspace; only then is it held against the workspace. */
  readonly turn?: Promise<unknown>;
};

/** What a package says about itself once its signature and schema held; also told of packages refused later. */
export type SeenResult = {
  readonly roundId: string;
  readonly expertId: string;
  readonly seq: number;
  readonly statement: string;
  /** Of the key that signed it. */
  readonly fingerprint: string;
};

/** A result that may enter. `staged` is the caller's: keep it as received, or drop it (duplicates). */
export type ReceivedResult = {
  readonly verdict: 'accepted' | 'superseded' | 'duplicate';
  readonly staged: StagedFile;
  /** Statement hash. */
  readonly statement: string;
  readonly result: ResultPredicate;
  /** Bytes of `statement.dsse.json`. */
  readonly envelope: Uint8Array;
  /** The key is new and proved itself by the activation code: pin it. */
  readonly enrols: boolean;
};

export type ResultReport = {
  readonly seen: SeenResult | null;
  readonly steps: readonly StepReport[];
  readonly outcome: Result<ReceivedResult, PackageCode | FileCode>;
};

// The same keys open package after package.
const unlockBy = oncePer(({ identity, former = [] }: OpenResultInput['keys']): Unlock => {
  const identities = [identity, ...former.map((keys) => keys.identity)];
  return { by: 'identities', identities };
});

/** Verifies a result package against a workspace in the order of the format; nothing is stored but the staged copy. */
export async function openResult(input: OpenResultInput): Promise<ResultReport> {
  const { statement, outcome: opened } = await openPackage({
    file: input.file,
    staging: input.staging,
    caps: smallCaps,
    unlock: unlockBy(input.keys),
    examine: async (found) => {
      await input.turn;
      return examineResult(found, input);
    },
    examineFiles: () => ok(null),
    sink: () => noSink,
  });
  let outcome: ResultReport['outcome'];
  if (opened.ok) {
    const { staged, envelope, examined } = opened.value;
    outcome = await receive(input, staged, { ...examined, envelope });
  } else outcome = opened;
  const failed = outcome.ok ? null : outcome.error.code;
  return { seen: describeSeen(statement), steps: reportSteps(verificationSteps, failed), outcome };
}

type ExaminedResult = {
  readonly statement: string;
  readonly result: ResultPredicate;
  readonly task: IssuedTask;
  readonly enrols: boolean;
};

/** Checks against the workspace: kind, mode, audience, round and task, signer. */
function examineResult(
  statement: SignedStatement,
  { keys, context }: OpenResultInput,
): Result<ExaminedResult, PackageCode> {
  if (statement.kind !== 'result') return wrongKind('result', statement.kind);
  const result = statement.predicate;
  const round = context.findRound(result.roundId);
  if (round !== null && round.mode !== result.mode) return fail('package.mode');
  if (!isOurs(keys, result.audience)) return fail('package.audience');
  if (round === null) return fail('package.round-unknown');
  const task = context.findTask(result.taskStatement);
  if (task === null) return fail('package.task-unknown');
  if (!answers(result, task)) return fail('package.task-mismatch');
  const role = checkSignerRole(statement);
  if (!role.ok) return role;
  const signer = isHeld(statement.hash, result, context) ? ok(false) : checkSigner(result, task, context);
  return signer.ok ? ok({ statement: statement.hash, result, task, enrols: signer.value }) : signer;
}

function isOurs({ signer, former = [] }: OpenResultInput['keys'], audience: string | null): boolean {
  return audience === signer.fingerprint || former.some(({ fingerprint }) => fingerprint === audience);
}

function answers(result: ResultPredicate, task: IssuedTask): boolean {
  return result.roundId === task.roundId && result.expertId === task.expertId && result.taskSeq === task.seq;
}

/** A package that is held already was signed by a key that counted then: it is found again, whatever became of the key. */
function isHeld(statement: string, { roundId, signer }: ResultPredicate, context: ResultContext): boolean {
  return context.listChain(roundId, signer.fingerprint).some((link) => link.statement === statement);
}

/** @returns whether the key is new and has proved itself by the activation code */
function checkSigner(
  { suite, signer, expert, roundId, expertId, taskStatement, enrolment }: ResultPredicate,
  { secret, suite: expected }: IssuedTask,
  context: ResultContext,
): Result<boolean, PackageCode> {
  const { fingerprint } = signer;
  if (context.isRevoked(fingerprint)) return fail('package.revoked');
  const enrolled = context.findEnrolled(roundId, expertId);
  if (enrolled !== null) return enrolled === fingerprint ? ok(false) : fail('package.key-changed');
  if (enrolment === null || secret === null) return fail('package.signer-unknown');
  if (suite !== expected) return fail('package.suite-task', { suite, expected });
  const claim = { taskStatement, fingerprint, recipient: expert.recipient, expertId, roundId };
  return verifyEnrolment(secret, claim, enrolment) ? ok(true) : fail('package.enrolment');
}

async function receive(
  { file, context }: OpenResultInput,
  staged: StagedFile,
  examined: ExaminedResult & { readonly envelope: Uint8Array },
): Promise<Result<ReceivedResult, PackageCode>> {
  const { result, statement, task, enrols, envelope } = examined;
  const content = checkResult(task, result);
  const replay = content.ok ? checkReplay(context, statement, result) : content;
  const verdict = replay.ok && replay.value !== 'duplicate' && task.replaced ? fail('package.task-replaced') : replay;
  if (verdict.ok) return ok({ verdict: verdict.value, staged, statement, result, envelope, enrols });
  await dropStaged(staged);
  return { ok: false, error: { ...verdict.error, detail: { file: basename(file), ...verdict.error.detail } } };
}

/** What becomes of a verified result beside those that its workspace holds already. */
export function checkReplay(
  context: Pick<ResultContext, 'listChain' | 'isLocked'>,
  statement: string,
  { roundId, signer, seq, previous }: Pick<ResultPredicate, 'roundId' | 'signer' | 'seq' | 'previous'>,
): Result<ReceivedResult['verdict'], PackageCode> {
  const held = context.listChain(roundId, signer.fingerprint);
  const verdict = decideReplay(held, { seq, previous, statement });
  if (verdict === 'fork') return fail('package.fork', { seq });
  if (verdict !== 'duplicate' && context.isLocked(roundId)) return fail('package.round-locked');
  if (verdict !== 'stale') return ok(verdict);
  return fail('package.stale', { seq, latest: Math.max(...held.map((link) => link.seq)) });
}

function describeSeen(statement: SignedStatement | null): SeenResult | null {
  if (statement?.kind !== 'result') return null;
  const { roundId, expertId, seq, signer } = statement.predicate;
  return { roundId, expertId, seq, statement: statement.hash, fingerprint: signer.fingerprint };
}
