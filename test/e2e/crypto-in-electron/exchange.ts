import type { Result } from '#shared/base/result.ts';
import { createKeys, loadKeys } from '#electron/identity/keys.ts';
import { createCommissionKeys, unlockCommissionKeys } from '#electron/identity/key-file.ts';
import { openResult } from '#electron/packages/open-result.ts';
import { openTask, type OpenedTask } from '#electron/packages/open-task.ts';
import { sealResult } from '#electron/packages/seal-result.ts';
import { folderSink } from '#electron/packages/sink.ts';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setUpDesk } from '#test/fixtures/packages/desk.ts';
import { seededEntropy } from '#test/fixtures/packages/entropy.ts';
import { answerVector, loadVectors, type VectorAnswer } from '#test/fixtures/packages/vectors.ts';
import { sampleSheet, sampleTime } from '#test/fixtures/packages/round.ts';

/** What both sides of the exchange know. */
export const passphrase = '山高水长 风清月朗';
export const names = {
  task: 'node.mtxtask',
  code: 'code.txt',
  keys: 'node.age',
  result: 'electron.mtxresult',
  ownKeys: 'electron.age',
  ownTask: 'electron.mtxtask',
  /** Holds the path of the vectors. */
  vectors: 'vectors.txt',
} as const;

/** What this side found, to be compared with what the other side wrote. */
export type ExchangeReport = {
  readonly node: string;
  readonly electron: string;
  readonly crypto: string;
  readonly fingerprint: string;
  readonly taskStatement: string;
  readonly resultStatement: string;
  readonly verdict: string;
  readonly refusals: readonly string[];
  /** What this side says to every vector, by its file. */
  readonly vectors: Readonly<Record<string, VectorAnswer>>;
};

/** Opens what plain Node sealed, seals an answer and own packages, and refuses altered ones. */
export async function exchange(folder: string): Promise<ExchangeReport> {
  const task = await openForeignTask(folder);
  const entropy = seededEntropy('electron');
  const keys = loadKeys(await createKeys('expert', entropy));
  const sheets = task.task.candidates.map((candidate) => sampleSheet(candidate, 0.6));
  const declaration = { text: '本人独立评审。', agreedAt: sampleTime };
  const { taskStatement, secret } = task;
  const common = { keys, task: task.task, taskStatement, secret, seq: 1, previous: null, sheets, declaration };
  const sealed = must(
    await sealResult({ ...common, path: join(folder, names.result), reason: null, issuedAt: sampleTime }),
  );
  const unlocked = must(await unlockCommissionKeys(join(folder, names.keys), passphrase));
  must(await createCommissionKeys(join(folder, names.ownKeys), passphrase, { entropy, workFactor: 8 }));
  const own = await exchangeWithOneself(join(folder, names.ownTask));
  return {
    node: process.versions.node,
    electron: process.versions['electron'] ?? '',
    crypto: process.versions.openssl,
    fingerprint: unlocked.signer.fingerprint,
    taskStatement,
    resultStatement: sealed.statement,
    ...own,
    vectors: await answerVectors(folder),
  };
}

async function answerVectors(folder: string): Promise<ExchangeReport['vectors']> {
  const vectorFolder = readFileSync(join(folder, names.vectors), 'utf8');
  const staging = join(folder, 'vector-staging');
  mkdirSync(staging);
  const answers: Record<string, VectorAnswer> = {};
  for (const vector of loadVectors(vectorFolder)) {
    answers[vector.file] = await answerVector(vector, vectorFolder, staging);
  }
  return answers;
}

async function openForeignTask(folder: string): Promise<OpenedTask> {
  const [staging, dossiers] = [join(folder, 'electron-staging'), join(folder, 'electron-dossiers')];
  mkdirSync(staging);
  mkdirSync(dossiers);
  const code = readFileSync(join(folder, names.code), 'utf8');
  const file = join(folder, names.task);
  return must(await openTask({ file, staging, unlock: { by: 'code', code }, sink: folderSink(dossiers) }));
}

async function exchangeWithOneself(path: string): Promise<Pick<ExchangeReport, 'verdict' | 'refusals'>> {
  const desk = await setUpDesk();
  const task = must(await desk.openTask(must(await desk.sealTask({ path })).path));
  const { path: file } = must(await desk.sealResult(task));
  const context = desk.context(task);
  const offer = async () => (await openResult({ file, staging: desk.staging, keys: desk.commission, context })).outcome;
  const received = must(await offer());
  const bytes = readFileSync(file);
  const refusals: string[] = [];
  for (const at of [0, bytes.length - 100, bytes.length - 1]) {
    writeFileSync(file, bytes.with(at, (bytes[at] ?? 0) ^ 1));
    const refused = await offer();
    refusals.push(refused.ok ? 'taken' : refused.error.code);
  }
  desk.remove();
  return { verdict: received.verdict, refusals };
}

function must<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new Error(result.error.code);
}
