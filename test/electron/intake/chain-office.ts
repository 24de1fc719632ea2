import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IntakeEntry } from '#shared/ipc/office-views.ts';
import type { ResultPredicate } from '#shared/packages/result.ts';
import { sha256Hex } from '#electron/base/digest.ts';
import { revokeExpertKeys } from '#electron/experts/expert-keys.ts';
import { createKeys, loadKeys, type OwnKeys } from '#electron/identity/keys.ts';
import { makeEnrolment } from '#electron/identity/enrolment.ts';
import { importResults } from '#electron/intake/import-results.ts';
import { openTask, type OpenedTask } from '#electron/packages/open-task.ts';
import { noSink } from '#electron/packages/sink.ts';
import { issueTasks } from '#electron/tasks/issue-tasks.ts';
import { reissueTask } from '#electron/tasks/reissue-task.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { forgePackage, type Forgery } from '#test/fixtures/packages/forge.ts';
import { makeRound, makeWorkspace, tickingEntropy, value } from '../../pipeline/make-round.ts';

/** An expert as an adversary sees him: his task opened, his keys at hand, and what he has handed in so far. */
export type ChainExpert = {
  readonly id: string;
  readonly keys: OwnKeys;
  readonly task: OpenedTask;
  /** Bytes and statement hashes of the packages taken in, by their number. */
  readonly sent: Map<number, { readonly bytes: Buffer; readonly statement: string }>;
};

/** A real office in the middle of a round; `locked` is another round of it, signed already. */
export type ChainOffice = {
  readonly folder: string;
  readonly workspace: UnlockedWorkspace;
  readonly roundId: string;
  /** `chained` has sent 1, 2 and 5; `fresh` nothing; `lost` sent 1, then his key was revoked; `moved` has a newer task. */
  readonly experts: Readonly<Record<'chained' | 'fresh' | 'lost' | 'moved', ChainExpert>>;
  readonly offer: (bytes: Uint8Array) => Promise<IntakeEntry>;
  readonly close: () => void;
};

/** A result as its expert would sign it. */
export function resultOf(
  { keys, task: { task, taskStatement, secret } }: ChainExpert,
  seq: number,
  previous: string | null,
): ResultPredicate {
  const { fingerprint, publicKey, suite } = keys.signer;
  const { roundId, expertId } = task;
  const at = '2026-11-23T09:00:00Z';
  return {
    formatVersion: 1,
    suite,
    mode: task.mode,
    critical: [],
    roundId,
    expertId,
    signer: { role: 'expert', publicKey, fingerprint },
    audience: task.signer.fingerprint,
    seq,
    previous,
    issuedAt: at,
    taskStatement,
    taskSeq: task.seq,
    sheets: task.candidates.map(({ id }) => ({
      candidateId: id,
      state: 'abstained',
      points: {},
      gates: {},
      fraud: false,
      comment: '',
      reason: '材料不在专业范围内',
      revision: seq,
      firstEditedAt: at,
      lastEditedAt: at,
    })),
    declaration: { text: '本人独立评审，对所打分值负责。', agreedAt: at },
    expert: { name: task.expert.name, recipient: keys.recipient },
    enrolment:
      secret === null
        ? null
        : makeEnrolment(secret, { taskStatement, fingerprint, recipient: keys.recipient, expertId, roundId }),
    reason: seq === 1 ? null : '更正笔误',
  };
}

/** The statement hash of a forged result that turns nothing. */
export function statementOf(predicate: ResultPredicate): string {
  const subject = [{ name: 'manifest-sha256.txt', digest: { sha256: sha256Hex('') } }];
  return sha256Hex(
    JSON.stringify({
      _type: 'https://in-toto.io/Statement/v1',
      subject,
      predicateType: 'urn:mantianxing:result:1',
      predicate,
    }),
  );
}

export async function setUpChainOffice(): Promise<ChainOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'mtx-chain-'));
  const workspace = await makeWorkspace(folder, tickingEntropy());
  const roundId = makeRound(workspace, 2, 4);
  const tasks = join(folder, 'tasks');
  const issued = value(await issueTasks(workspace, { roundId, folder: tasks }));
  mkdirSync(join(folder, 'staging'));
  const experts = await Promise.all(
    issued.map(async ({ expertId, file, code }): Promise<ChainExpert> => {
      const unlock = { by: 'code', code } as const;
      const task = value(
        await openTask({ file: join(tasks, file), staging: join(folder, 'staging'), unlock, sink: noSink }),
      );
      return { id: expertId, keys: loadKeys(await createKeys('expert', workspace.entropy)), task, sent: new Map() };
    }),
  );
  const [chained, fresh, lost, moved] = experts;
  if (chained === undefined || fresh === undefined || lost === undefined || moved === undefined)
    throw new Error('four experts');
  const office: ChainOffice = {
    folder,
    workspace,
    roundId,
    experts: { chained, fresh, lost, moved },
    offer: (bytes) => offer(workspace, folder, bytes),
    close: () => {
      workspace.db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  for (const seq of [1, 2, 5]) await send(office, chained, seq);
  await send(office, lost, 1);
  value(await revokeExpertKeys(workspace, { expertId: lost.id, reason: '电脑遗失' }));
  value(await reissueTask(workspace, { roundId, expertId: moved.id, folder: join(folder, 'again') }));
  return office;
}

async function send(office: ChainOffice, expert: ChainExpert, seq: number): Promise<void> {
  const before = [...expert.sent.values()].at(-1)?.statement ?? null;
  // Number 5 follows a 4 that got lost on its way.
  const previous = seq === 5 ? 'f'.repeat(64) : before;
  const predicate = resultOf(expert, seq, previous);
  const bytes = await forge(office, { predicate, signer: expert.keys.signer });
  const entry = await office.offer(bytes);
  if (entry.verdict === 'refused') throw new Error(`${seq} was refused: ${entry.code}`);
  expert.sent.set(seq, { bytes, statement: entry.statement ?? '' });
}

/** A package sealed to the office. */
export function forge({ workspace }: ChainOffice, forgery: Omit<Forgery, 'lock'>): Promise<Buffer> {
  return forgePackage({ ...forgery, lock: { by: 'recipients', recipients: [workspace.keys.recipient] } });
}

async function offer(workspace: UnlockedWorkspace, folder: string, bytes: Uint8Array): Promise<IntakeEntry> {
  const path = join(folder, 'offered.mtxresult');
  writeFileSync(path, bytes);
  const [entry] = value(await importResults(workspace, { paths: [path] }));
  if (entry === undefined) throw new Error('nothing was offered');
  return entry;
}
