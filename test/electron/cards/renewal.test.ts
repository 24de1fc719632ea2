import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '#shared/base/result.ts';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import { enrolCard, previewCard } from '#electron/cards/enrol-card.ts';
import { makeCard } from '#electron/cards/make-card.ts';
import { findActiveKey, revokeExpertKeys } from '#electron/experts/expert-keys.ts';
import { listIdentities } from '#electron/home/identities.ts';
import { loadTask } from '#electron/home/load-task.ts';
import { lockHome } from '#electron/home/unlock-home.ts';
import { importResults } from '#electron/intake/import-results.ts';
import { giveReceipts } from '#electron/receipts/give-receipts.ts';
import { openReceipt } from '#electron/receipts/open-receipt.ts';
import { submitTask } from '#electron/scoring/submit-task.ts';
import { getTask, removeTask } from '#electron/tasks/list-tasks.ts';
import { openTask } from '#electron/tasks/open-task.ts';
import { reissueTask } from '#electron/tasks/reissue-task.ts';
import { renewTaskKeys } from '#electron/tasks/renew-task-keys.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import {
  issueRound,
  makeRound,
  makeWorkspace,
  scoreAll,
  submit,
  tickingEntropy,
  value,
  type ExpertHome,
} from '../../pipeline/make-round.ts';
import { temporaryIssuedRound } from '../../pipeline/temporary-round.ts';

// An expert whose key the commission revokes, on the machine that still holds it: with real packages, both ways.
const temporary = temporaryIssuedRound('each', { candidates: 2, experts: 1 });
let folder: string;
let workspace: UnlockedWorkspace;
let roundId: string;
let expert: ExpertHome;

beforeEach(() => {
  ({ folder, workspace, roundId } = temporary);
  const [only] = temporary.round.homes;
  if (only === undefined) throw new Error('one expert');
  expert = only;
});

const refusal = (result: Result<unknown>) => (result.ok ? null : result.error.code);

/** Scores everything, submits and hands in; what the office says of it. */
const handIn = async (taskId: string, reason: string | null = null) => {
  scoreAll({ ...expert, taskId }, () => 70);
  const { path } = await submit({ ...expert, taskId }, join(folder, 'results'), reason);
  const [entry] = value(await importResults(workspace, { paths: [path] }));
  return [entry?.verdict, entry?.code];
};

const revoke = async () => value(await revokeExpertKeys(workspace, { expertId: expert.expertId, reason: '电脑遗失' }));

const reissue = async (name: string) => {
  const to = join(folder, name);
  const { file, code } = value(await reissueTask(workspace, { roundId, expertId: expert.expertId, folder: to }));
  return { path: join(to, file), code };
};

const view = async (taskId: string) => value(await getTask(expert.home, { taskId }));

const newestReceipt = async () =>
  value(await giveReceipts(workspace, { roundId, intakeIds: null, folder: join(folder, 'receipts') })).at(-1)?.file ??
  '';

describe('a task that is issued again after a revocation', () => {
  it('makes the machine that holds the revoked key use a new one, and its result is taken', async () => {
    expect(await handIn(expert.taskId)).toEqual(['accepted', null]);
    const before = (await view(expert.taskId)).ownKey;
    await revoke();
    const { id } = value(await openTask(expert.home, await reissue('again')));
    const seen = await view(id);
    expect(seen.revokedKeys).toEqual([before]);
    expect(seen.ownKey).not.toBe(before);
    expect(seen.instructions).not.toContain('SHA256');
    expect(await handIn(id, '任务重新下发')).toEqual(['accepted', null]);
    const pinned = findActiveKey(workspace.db, expert.expertId)?.fingerprint ?? '';
    expect(formatFingerprint(pinned)).toBe(seen.ownKey);
  });

  it('leaves the keys alone where nothing was revoked, and the next one leaves the new keys alone', async () => {
    await handIn(expert.taskId);
    const first = (await view(expert.taskId)).ownKey;
    const lost = value(await openTask(expert.home, await reissue('lost'))).id;
    expect(await view(lost)).toMatchObject({ ownKey: first, revokedKeys: [] });
    await revoke();
    const second = value(await openTask(expert.home, await reissue('second'))).id;
    const renewed = (await view(second)).ownKey;
    expect(renewed).not.toBe(first);
    await handIn(second, '任务重新下发');
    const third = value(await openTask(expert.home, await reissue('third'))).id;
    expect(await view(third)).toMatchObject({ ownKey: renewed, revokedKeys: [first] });
    expect(await handIn(third, '任务包遗失')).toEqual(['superseded', null]);
  });

  it('uses the key of the new card when it was sealed to that, whatever key the machine used before', async () => {
    await handIn(expert.taskId);
    const before = (await view(expert.taskId)).ownKey;
    await revoke();
    const card = value(await makeCard(expert.home, { name: '专家1', unit: '', folder }));
    value(await enrolCard(workspace, { roundId, path: card.path, expertId: expert.expertId }));
    const again = await reissue('again');
    expect(again.code).toBe('');
    const { id } = value(await openTask(expert.home, again));
    expect(await view(id)).toMatchObject({ ownKey: formatFingerprint(card.fingerprint), canRenew: false });
    expect((await view(id)).ownKey).not.toBe(before);
    expect(await handIn(id, '任务重新下发')).toEqual(['accepted', null]);
    expect(refusal(await renewTaskKeys(expert.home, { taskId: id }))).toBe('identity.sealed-to-card');
  });
});

describe('a receipt that says that the key was revoked', () => {
  it('renews the keys once; the same scores, submitted again, are taken', async () => {
    await handIn(expert.taskId);
    const before = (await view(expert.taskId)).ownKey;
    await revoke();
    expect(await handIn(expert.taskId, '更正')).toEqual(['refused', 'package.revoked']);
    const receipt = await newestReceipt();
    expect(value(await openReceipt(expert.home, { path: receipt }))).toMatchObject({ renewed: 'code' });
    const renewed = (await view(expert.taskId)).ownKey;
    expect(renewed).not.toBe(before);
    expect(value(await openReceipt(expert.home, { path: receipt }))).toMatchObject({ renewed: null, known: true });
    expect((await view(expert.taskId)).ownKey).toBe(renewed);
    const { path } = await submit(expert, join(folder, 'results'), '换用新密钥');
    expect(value(await importResults(workspace, { paths: [path] }))[0]).toMatchObject({ verdict: 'accepted' });
  });

  it('asks for a new card where the task was sealed to the old one, whose key signs nothing any more', async () => {
    const card = value(await makeCard(expert.home, { name: '专家1', unit: '', folder }));
    value(await enrolCard(workspace, { roundId, path: card.path, expertId: expert.expertId }));
    const again = await reissue('again');
    const commission = formatFingerprint(workspace.keys.signer.fingerprint);
    const { id } = value(await openTask(expert.home, { ...again, commission }));
    await revoke();
    expect(await handIn(id)).toEqual(['refused', 'package.revoked']);
    const receipt = await newestReceipt();
    expect(value(await openReceipt(expert.home, { path: receipt }))).toMatchObject({ renewed: 'card' });
    expect(await view(id)).toMatchObject({ ownKey: null });
    const submitted = await submitTask(expert.home, { taskId: id, folder, reason: '再次提交' });
    expect(refusal(submitted)).toBe('identity.sealed-to-card');
    const next = value(await makeCard(expert.home, { name: '专家1', unit: '', folder }));
    expect(next.fingerprint).not.toBe(card.fingerprint);
    value(await enrolCard(workspace, { roundId, path: next.path, expertId: expert.expertId }));
    const third = value(await openTask(expert.home, await reissue('third'))).id;
    expect(await handIn(third, '任务重新下发')).toEqual(['accepted', null]);
  });

  it('renews them also when the task was removed from the machine meanwhile', async () => {
    await handIn(expert.taskId);
    await revoke();
    await handIn(expert.taskId, '更正');
    const before = listIdentities(expert.home)[0]?.keys.signing;
    value(removeTask(expert.home, { taskId: expert.taskId }));
    const receipt = await newestReceipt();
    expect(value(await openReceipt(expert.home, { path: receipt }))).toMatchObject({ taskId: null, renewed: 'code' });
    expect(listIdentities(expert.home)[0]?.keys.signing).not.toBe(before);
  });
});

describe('更换密钥, asked for by the expert', () => {
  it('signs with a new key, which counts once the office has revoked the old one', async () => {
    await handIn(expert.taskId);
    const before = (await view(expert.taskId)).ownKey;
    const { fingerprint } = value(await renewTaskKeys(expert.home, { taskId: expert.taskId }));
    expect(fingerprint).not.toBe(before);
    expect((await view(expert.taskId)).ownKey).toBe(fingerprint);
    const { path } = await submit(expert, join(folder, 'results'), '换用新密钥');
    const offer = async () => value(await importResults(workspace, { paths: [path] }))[0]?.code;
    expect(await offer()).toBe('package.key-changed');
    await revoke();
    expect(await offer()).toBeNull();
  });

  it('makes one new key, however often it is asked for at once', async () => {
    const ask = () => renewTaskKeys(expert.home, { taskId: expert.taskId });
    const keys = (await Promise.all([ask(), ask()])).map((renewed) => value(renewed).fingerprint);
    const { ownKey } = await view(expert.taskId);
    expect(keys).toEqual([ownKey, ownKey]);
    const renewals = expert.home.db.prepare(`SELECT body FROM trace WHERE event = 'keys-renewed'`).pluck().all();
    expect(renewals).toHaveLength(1);
  });

  it('is refused for a task that is not here', async () => {
    expect(refusal(await renewTaskKeys(expert.home, { taskId: roundId }))).toBe('scoring.unknown-task');
  });

  it('changes nothing when the home is locked under it', async () => {
    const sealed = () => expert.home.db.prepare('SELECT keys FROM identities').pluck().all();
    const before = sealed();
    const renewal = renewTaskKeys(expert.home, { taskId: expert.taskId });
    lockHome(expert.home);
    await expect(renewal).rejects.toThrow('locked');
    expect(sealed()).toEqual(before);
  });
});

describe('a card of a commission that signs with another suite', () => {
  it('follows the suite of the newest task on the machine, or the one named', async () => {
    const other = await makeWorkspace(join(folder, 'sm2'), tickingEntropy(), 'sm2-sm3');
    const otherRound = makeRound(other, 1, 2);
    const issued = await issueRound(other, join(folder, 'sm2'), otherRound);
    for (const { home } of issued.homes) temporary.closeLater(home);
    const [first, second] = issued.homes;
    if (first === undefined || second === undefined) throw new Error('two experts');
    const card = value(await makeCard(first.home, { name: '专家1', unit: '', folder }));
    const preview = value(await previewCard(other, { roundId: otherRound, path: card.path }));
    expect(preview.fingerprint).toBe(formatFingerprint(card.fingerprint));
    value(await enrolCard(other, { roundId: otherRound, path: card.path, expertId: first.expertId }));
    const to = join(folder, 'sm2-again');
    const again = value(await reissueTask(other, { roundId: otherRound, expertId: first.expertId, folder: to }));
    const task = value(await openTask(first.home, { path: join(to, again.file), code: again.code }));
    const own = { ...first, taskId: task.id };
    scoreAll(own, () => 80);
    const { path } = await submit(own, join(folder, 'sm2-results'));
    expect(value(await importResults(other, { paths: [path] }))[0]).toMatchObject({ verdict: 'accepted' });

    const ed25519 = value(await makeCard(second.home, { name: '专家2', unit: '', folder, suite: 'ed25519-sha256' }));
    const wrong = { roundId: otherRound, path: ed25519.path, expertId: second.expertId };
    expect(refusal(await previewCard(other, wrong))).toBe('identity.card-suite');
    expect(refusal(await enrolCard(other, wrong))).toBe('identity.card-suite');
    const named = value(await makeCard(second.home, { name: '专家2', unit: '', folder, suite: 'sm2-sm3' }));
    expect(named.fingerprint).not.toBe(ed25519.fingerprint);
    expect(refusal(await enrolCard(workspace, { roundId, path: named.path, expertId: expert.expertId }))).toBe(
      'identity.card-suite',
    );
    other.db.close();
  });
});

describe('a card with new keys', () => {
  it('differs from the one before; what was sealed to that still opens, and is signed with it', async () => {
    const card = value(await makeCard(expert.home, { name: '专家1', unit: '', folder }));
    value(await enrolCard(workspace, { roundId, path: card.path, expertId: expert.expertId }));
    const again = await reissue('again');
    const next = value(await makeCard(expert.home, { name: '专家1', unit: '', folder, renew: true }));
    expect(next.fingerprint).not.toBe(card.fingerprint);
    const commission = formatFingerprint(workspace.keys.signer.fingerprint);
    const { id } = value(await openTask(expert.home, { ...again, commission }));
    expect(value(loadTask(expert.home, id)).predicate.audience).toBe(card.fingerprint);
    expect(await handIn(id)).toEqual(['accepted', null]);
    const third = value(await makeCard(expert.home, { name: '专家1', unit: '', folder }));
    expect(third.fingerprint).toBe(next.fingerprint);
  });

  it('is a first card where none was made', async () => {
    expect(refusal(await makeCard(expert.home, { name: '专家1', unit: '', folder, renew: true }))).toBeNull();
  });
});
