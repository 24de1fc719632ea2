import { seededEntropy } from '#test/fixtures/packages/entropy.ts';
import { createKeys, loadKeys } from '#electron/identity/keys.ts';
import { decryptWhole, type Lock, type Unlock } from '#electron/identity/age.ts';
import { openStatement, sealStatement } from '#electron/packages/bare-statement.ts';
import { openResult } from '#electron/packages/open-result.ts';
import { openTask, type TaskUnlock } from '#electron/packages/open-task.ts';
import { makeMembership } from '#electron/packages/membership.ts';
import { officeHead } from '#electron/packages/succession.ts';
import { sealPackage } from '#electron/packages/seal-package.ts';
import { folderSink } from '#electron/packages/sink.ts';
import { dropStaged } from '#electron/packages/stage-file.ts';
import { verifyPackage } from '#electron/packages/verify-package.ts';
import { sha256Hex } from '#electron/base/digest.ts';
import type { AnyPredicate, ReadableKind } from '#shared/packages/statement.ts';
import type { SuiteName } from '#shared/packages/suite.ts';
import type { Result } from '#shared/base/result.ts';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, quickWorkFactor, setUpDesk, type Desk } from '#test/fixtures/packages/desk.ts';
import { cardOf, receiptFor } from '#test/fixtures/packages/kinds.ts';
import { sampleSheet } from '#test/fixtures/packages/round.ts';
import { readSample } from './read-sample.ts';
import type { Sample, Subject, Verdict } from './subject.ts';

/** Every kind of package with whoever takes it in; `remove` takes the folder away. */
export type Subjects = { readonly desk: Desk; readonly all: readonly Subject[]; readonly remove: () => void };

// Small, so that many cases go into a minute.
const dossierSizes = [700, 1500];

export async function makeSubjects(): Promise<Subjects> {
  const desk = await setUpDesk('ed25519-sha256', dossierSizes);
  const national = await setUpDesk('sm2-sm3', dossierSizes);
  const all = [
    await taskByCode(desk),
    await taskByKey(desk),
    await resultOf(desk, 'ed25519-sha256'),
    await resultOf(national, 'sm2-sm3'),
    await receiptOf(desk, null),
    await receiptOf(desk, { by: 'recipients', recipients: [desk.expert.recipient] }),
    await receiptOfMember(desk),
    await cardSubject(desk),
    ...(await bareStatements(desk)),
  ];
  const remove = (): void => {
    desk.remove();
    national.remove();
  };
  return { desk, all, remove };
}

async function taskByCode(desk: Desk): Promise<Subject> {
  const { code, codeText } = desk;
  const lock: Lock = { by: 'passphrase', passphrase: code.secret, workFactor: quickWorkFactor };
  const samples = await twice(desk, { by: 'passphrase', passphrase: code.secret }, (path, body) =>
    desk.sealTask({ path, body }),
  );
  return {
    kind: 'task by code',
    type: 'task',
    samples,
    signer: desk.commission.signer,
    lock,
    open: taker(desk, { by: 'code', code: codeText }),
  };
}

async function taskByKey(desk: Desk): Promise<Subject> {
  const { expert, commission } = desk;
  const { recipient, signer } = expert;
  const lock = { by: 'key', recipient, fingerprint: signer.fingerprint } as const;
  const samples = await twice(desk, { by: 'identities', identities: [expert.identity] }, (path, body) =>
    desk.sealTask({ path, body, lock }),
  );
  const open = taker(desk, { by: 'keys', keys: [expert], commission: commission.signer.fingerprint });
  return {
    kind: 'task by key',
    type: 'task',
    samples,
    signer: commission.signer,
    lock: { by: 'recipients', recipients: [recipient] },
    open,
  };
}

/** The same task twice, once without its last candidate. */
async function twice(
  desk: Desk,
  unlock: Unlock,
  seal: (path: string, body: Desk['body']) => Promise<Result<{ path: string }>>,
): Promise<[Sample, Sample]> {
  const fewer = { ...desk.body, candidates: desk.body.candidates.slice(0, -1) };
  const paths = [must(await seal(desk.path('one'), desk.body)).path, must(await seal(desk.path('two'), fewer)).path];
  return readBoth(paths, unlock);
}

function taker(desk: Desk, unlock: TaskUnlock): Subject['open'] {
  return async (bytes) => {
    const opened = await openTask({
      file: put(desk, bytes),
      staging: desk.staging,
      unlock,
      sink: folderSink(desk.dossiers),
    });
    checkDossiers(desk.dossiers);
    if (!opened.ok) return { code: opened.error.code };
    await dropStaged(opened.value.staged);
    return { taken: opened.value.taskStatement };
  };
}

/** Whatever a task brought stands under its own SHA-256, and nothing else stands there. */
function checkDossiers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (sha256Hex(readFileSync(join(folder, name))) !== name) throw new Error(`a dossier that is not ${name}`);
  }
}

async function resultOf(desk: Desk, suite: SuiteName): Promise<Subject> {
  const task = must(await desk.openTask(must(await desk.sealTask()).path));
  await dropStaged(task.staged);
  const sheets = task.task.candidates.map((candidate) => sampleSheet(candidate, 0.5));
  const unlock = { by: 'identities', identities: [desk.commission.identity] } as const;
  const paths = [
    must(await desk.sealResult(task, { path: desk.path('one') })).path,
    must(await desk.sealResult(task, { path: desk.path('two'), sheets })).path,
  ];
  const context = desk.context(task);
  const open = async (bytes: Buffer): Promise<Verdict> => {
    const { outcome } = await openResult({
      file: put(desk, bytes),
      staging: desk.staging,
      keys: desk.commission,
      context,
    });
    if (!outcome.ok) return { code: outcome.error.code };
    await dropStaged(outcome.value.staged);
    return { taken: outcome.value.statement };
  };
  const lock: Lock = { by: 'recipients', recipients: [desk.commission.recipient] };
  const kind = suite === 'sm2-sm3' ? 'result by SM2' : 'result';
  return { kind, type: 'result', samples: await readBoth(paths, unlock), signer: desk.expert.signer, lock, open };
}

async function receiptOf(desk: Desk, lock: Lock | null): Promise<Subject> {
  const task = must(await desk.openTask(must(await desk.sealTask()).path));
  await dropStaged(task.staged);
  const predicates = [receiptFor(desk, task), receiptFor(desk, task, { verdict: 'refused', code: 'package.stale' })];
  const { signer } = desk.commission;
  return sealedSubject(desk, {
    kind: lock === null ? 'receipt' : 'sealed receipt',
    type: 'receipt',
    predicates,
    signer,
    lock,
  });
}

/** Signed by a member, whom the commission’s word inside vouches for. */
async function receiptOfMember(desk: Desk): Promise<Subject> {
  const task = must(await desk.openTask(must(await desk.sealTask()).path));
  await dropStaged(task.staged);
  const { signer } = desk.expert;
  const { publicKey, fingerprint } = signer;
  const statement = {
    workspace: '0191e2a0-0000-7000-8000-000000000000',
    mode: 'demo',
    issuedAt: '2026-11-23T08:00:00Z',
  } as const;
  const membership = must(
    makeMembership(desk.commission.signer, { ...statement, member: { publicKey, fingerprint, role: 'staff' } }),
  );
  const own = { signer: { role: 'staff' as const, publicKey, fingerprint }, proof: { membership, rotations: [] } };
  const predicates = [
    receiptFor(desk, task, own),
    receiptFor(desk, task, { ...own, seq: 2, previous: 'a'.repeat(64) }),
  ];
  return sealedSubject(desk, { kind: 'receipt of a member', type: 'receipt', predicates, signer, lock: null });
}

function cardSubject(desk: Desk): Promise<Subject> {
  const predicates = [cardOf(desk), cardOf(desk, '专家乙')];
  return sealedSubject(desk, {
    kind: 'card',
    type: 'card',
    predicates,
    signer: desk.expert.signer,
    lock: null,
    anybody: true,
  });
}

type SealedKind = Pick<Subject, 'kind' | 'signer' | 'lock' | 'anybody'> & {
  readonly type: ReadableKind;
  readonly predicates: readonly AnyPredicate[];
};

/** A kind that is verified by itself. */
async function sealedSubject(desk: Desk, { predicates, ...subject }: SealedKind): Promise<Subject> {
  const { type: kind, signer, lock } = subject;
  const identities = [desk.expert.identity];
  const paths: string[] = [];
  for (const [index, predicate] of predicates.entries()) {
    const path = desk.path(`sample-${index}`);
    paths.push(must(await sealPackage({ path, kind, predicate, signer, lock, files: new Map() })).path);
  }
  const open = async (bytes: Buffer): Promise<Verdict> => {
    const input = {
      file: put(desk, bytes),
      staging: desk.staging,
      unlock: { by: 'identities', identities },
      isCommission: isOf(desk),
    } as const;
    const { ok, statement, error } = await verifyPackage(input);
    return ok && statement !== null ? { taken: statement } : { code: error?.code ?? 'none' };
  };
  return { ...subject, samples: await readBoth(paths, { by: 'identities', identities }), open };
}

const isOf = (desk: Desk) => (fingerprint: string) => fingerprint === desk.commission.signer.fingerprint;

/** Statements that have no package: a change of key and the proof of a member. */
async function bareStatements({ commission }: Desk): Promise<readonly Subject[]> {
  const { signer } = commission;
  const workspace = '0191e2a0-0000-7000-8000-000000000000';
  const head = officeHead(signer, { mode: 'official', seq: 1, previous: null, issuedAt: '2026-11-23T08:00:00Z' });
  const others = [
    loadKeys(await createKeys('commission', seededEntropy('next'))),
    loadKeys(await createKeys('commission', seededEntropy('later'))),
  ];
  const rotations = others.map(
    ({ signer: { publicKey, fingerprint }, recipient }) =>
      must(sealStatement('rotation', { ...head, workspace, next: { publicKey, fingerprint, recipient } }, signer))
        .envelope,
  );
  const memberships = others.map(
    ({ signer: { publicKey, fingerprint } }) =>
      must(
        sealStatement('membership', { ...head, workspace, member: { publicKey, fingerprint, role: 'staff' } }, signer),
      ).envelope,
  );
  const make = (type: 'rotation' | 'membership', envelopes: readonly Buffer[]): Subject => ({
    kind: type,
    type,
    samples: pair(envelopes.map((envelope) => readSample(envelope, null))),
    signer,
    lock: null,
    open: (bytes) => {
      const opened = openStatement(bytes, type);
      if (!opened.ok) return Promise.resolve({ code: opened.error.code });
      const { fingerprint } = opened.value.predicate.signer;
      return Promise.resolve(
        fingerprint === signer.fingerprint ? { taken: opened.value.hash } : { code: 'package.signer-unknown' },
      );
    },
  });
  return [make('rotation', rotations), make('membership', memberships)];
}

function put(desk: Desk, bytes: Buffer): string {
  const file = desk.path('offered');
  writeFileSync(file, bytes);
  return file;
}

async function readBoth(paths: readonly string[], unlock: Unlock): Promise<[Sample, Sample]> {
  const samples: Sample[] = [];
  for (const path of paths) {
    const file = readFileSync(path);
    samples.push(
      readSample(file, file.toString('latin1', 0, 2) === 'PK' ? file : must(await decryptWhole(file, unlock))),
    );
  }
  return pair(samples);
}

function pair(samples: readonly Sample[]): [Sample, Sample] {
  const [one, two] = samples;
  if (one === undefined || two === undefined) throw new Error('two good packages of each kind');
  return [one, two];
}
