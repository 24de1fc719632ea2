import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fillSentence } from '#shared/base/sentence.ts';
import { packageSentences } from '#shared/packages/sentences.ts';
import { describeRefusal } from '#shared/receipts/refusal-words.ts';
import { makeCard } from '#electron/cards/make-card.ts';
import { measureDataFile } from '#electron/packages/data-file.ts';
import { signingKeyFromSeed, type SigningKey } from '#electron/identity/signing-key.ts';
import { makeMembership } from '#electron/packages/membership.ts';
import { makeRotation } from '#electron/packages/succession.ts';
import { homePaths } from '#electron/home/home.ts';
import { getTask, listTasks, removeTask } from '#electron/tasks/list-tasks.ts';
import { seededEntropy } from '#test/fixtures/packages/entropy.ts';
import { value } from '../../pipeline/make-round.ts';
import { folder, forge, give, handIn, homeOf, open, outcome, receiptFor, takeIn, workspace } from './receipt-model.ts';

const keyOf = (seed: string): SigningKey => signingKeyFromSeed(seededEntropy(seed).randomBytes(32));
const signerOf = ({ publicKey, fingerprint }: SigningKey, role: 'commission' | 'admin' | 'staff' | 'expert') => ({
  role,
  publicKey,
  fingerprint,
});
const lastReceipt = async () => {
  const { home, taskId } = homeOf(0);
  return value(await getTask(home, { taskId })).submissions.map(({ receipt }) => receipt);
};
const events = () =>
  homeOf(0)
    .home.db.prepare<[], { event: string; body: string }>("SELECT event, body FROM trace WHERE event LIKE 'receipt%'")
    .all()
    .map(({ event, body }) => [event, JSON.parse(body)]);

describe('a submission', () => {
  it('counts as delivered only once a receipt of its office was opened here', async () => {
    const { path } = await handIn(0);
    await takeIn(path);
    const [receipt] = await give();
    expect(await lastReceipt()).toEqual([null]);
    const opened = value(await open(receipt?.file ?? ''));
    expect(opened).toMatchObject({ taskId: homeOf(0).taskId, submission: 1, known: false });
    const shown = { seq: 1, verdict: 'accepted', code: null, signer: workspace.member.signer.fingerprint };
    expect(await lastReceipt()).toEqual([expect.objectContaining(shown)]);
    expect(value(listTasks(homeOf(0).home))[0]?.lastSubmission?.receipt).toMatchObject(shown);
    expect(events()).toEqual([
      [
        'receipt-opened',
        { statement: receipt?.statement, resultStatement: receipt?.resultStatement, verdict: 'accepted' },
      ],
    ]);
  });

  it('that was refused says why, until a newer receipt says otherwise', async () => {
    const { path } = await handIn(0);
    workspace.db.prepare("UPDATE rounds SET status = 'locked'").run();
    await takeIn(path);
    const [refused] = await give();
    workspace.db.prepare("UPDATE rounds SET status = 'issued'").run();
    await takeIn(path);
    const [accepted] = await give();
    expect(await outcome(refused?.file ?? '')).toBe('refused');
    expect(await lastReceipt()).toMatchObject([{ verdict: 'refused', code: 'package.round-locked' }]);
    expect(await outcome(accepted?.file ?? '')).toBe('accepted');
    expect(await outcome(refused?.file ?? '')).toBe('receipt.older');
    expect(await lastReceipt()).toMatchObject([{ verdict: 'accepted', seq: 2 }]);
  });

  it('that replaced another is shown as delivered beside it, in whatever order the receipts come', async () => {
    await takeIn((await handIn(0)).path, (await handIn(0)).path);
    const [one, two] = await give();
    expect(await outcome(two?.file ?? '')).toBe('superseded');
    expect(await outcome(one?.file ?? '')).toBe('accepted');
    expect(await lastReceipt()).toMatchObject([{ verdict: 'accepted' }, { verdict: 'superseded' }]);
  });

  it('stays answered when its task was removed from the machine', async () => {
    await takeIn((await handIn(0)).path);
    const [receipt] = await give();
    const { home, taskId } = homeOf(0);
    value(removeTask(home, { taskId }));
    expect(value(await open(receipt?.file ?? ''))).toMatchObject({ taskId: null, receipt: { verdict: 'accepted' } });
  });
});

describe('a receipt is refused', () => {
  it('by an expert to whom it does not belong, and without effect when opened twice', async () => {
    await takeIn((await handIn(0)).path);
    const [receipt] = await give();
    const file = receipt?.file ?? '';
    expect(await outcome(file, 1)).toBe('receipt.not-ours');
    expect(await outcome(file)).toBe('accepted');
    const before = homeOf(0).home.db.prepare('SELECT * FROM receipts').all();
    expect(await outcome(file)).toBe('known');
    expect(homeOf(0).home.db.prepare('SELECT * FROM receipts').all()).toEqual(before);
  });

  it('when any of its bytes was changed', async () => {
    await takeIn((await handIn(0)).path);
    const [receipt] = await give();
    const good = readFileSync(receipt?.file ?? '');
    const path = join(folder, 'changed.mtxreceipt');
    // Up to the list at the end of the ZIP, where tools may set attributes as they like.
    for (let at = 0; at < good.indexOf('PK\u0001\u0002'); at += 97) {
      const bytes = Buffer.from(good);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(path, bytes);
      expect([at, await outcome(path)]).toEqual([at, expect.stringMatching(/^package\./)]);
    }
    writeFileSync(path, good.subarray(0, -1));
    expect(await outcome(path)).toMatch(/^package\./);
    expect(await lastReceipt()).toEqual([null]);
  });

  it('when it is forged, foreign, contradictory or of another kind, each with its code', async () => {
    const { statement, path: result } = await handIn(0);
    const { signer: commission } = workspace.keys;
    const stranger = keyOf('stranger');
    const extra = join(folder, 'extra.txt');
    writeFileSync(extra, 'x');
    const files = new Map([['data/extra.txt', value(await measureDataFile(extra))]]);
    const good = receiptFor(statement);
    const card = value(await makeCard(homeOf(0).home, { name: '徐春燕', unit: '', folder }));
    const cases: readonly (readonly [code: string, path: string])[] = [
      ['package.wrong-commission', await forge(stranger, { ...good, signer: signerOf(stranger, 'commission') }, 'a')],
      ['package.wrong-commission', await forge(stranger, { ...good, signer: signerOf(stranger, 'admin') }, 'b')],
      ['package.signer-role', await forge(commission, { ...good, signer: signerOf(commission, 'expert') }, 'c')],
      ['package.signature', await forge(stranger, good, 'd')],
      ['receipt.not-ours', await forge(commission, { ...good, resultStatement: 'c'.repeat(64) }, 'e')],
      ['receipt.mismatch', await forge(commission, { ...good, expertId: homeOf(1).expertId }, 'f')],
      ['receipt.mismatch', await forge(commission, { ...good, roundId: homeOf(1).expertId }, 'g')],
      ['package.mode', await forge(commission, { ...good, mode: 'demo' }, 'h')],
      ['package.audience', await forge(commission, { ...good, audience: stranger.fingerprint }, 'i')],
      ['package.extra-file', await forge(commission, good, 'j', files)],
      ['package.identity-needed', result],
      ['package.wrong-kind', card.path],
      ['files.missing', join(folder, 'none')],
    ];
    for (const [code, path] of cases) expect([code, await outcome(path)]).toEqual([code, code]);
    expect(await lastReceipt()).toEqual([null]);
    expect(events().map(([event, { code }]) => [event, code])).toEqual(
      cases.map(([code]) => ['receipt-refused', code]),
    );
  });

  it('as a fork when it contradicts one that was opened', async () => {
    const [one, two] = [await handIn(0), await handIn(0)];
    const { signer } = workspace.keys;
    expect(await outcome(await forge(signer, receiptFor(one.statement), 'a'))).toBe('accepted');
    expect(await outcome(await forge(signer, receiptFor(two.statement), 'b'))).toBe('receipt.fork');
    const broken = receiptFor(two.statement, { seq: 2, previous: 'd'.repeat(64) });
    expect(await outcome(await forge(signer, broken, 'c'))).toBe('receipt.fork');
    expect(await lastReceipt()).toMatchObject([{ verdict: 'accepted' }, null]);
  });

  it('in words that tell the expert what to do, whatever the code', () => {
    for (const code of [...Object.keys(packageSentences), 'files.io', 'package.new-one']) {
      const sentence = describeRefusal(code);
      expect(fillSentence(sentence, 'zh-CN')).toMatch(/(?:没有丢失|无需处理)/);
      expect(fillSentence(sentence, 'en')).toMatch(/(?:safe|Nothing needs doing)/);
    }
    const said = (code: string) => describeRefusal(code).en;
    expect(said('package.sheet-points')).toContain('rubric');
    expect(said('package.file-mismatch')).toContain('damaged');
    expect(said('package.unheard-of')).toContain('Tell the office the code');
  });
});

describe('a receipt that a member signs', () => {
  const workspaceId = () => workspace.about.id;
  const vouch = (commission: SigningKey, member: SigningKey, role: 'admin' | 'staff') =>
    value(
      makeMembership(commission, {
        workspace: workspaceId(),
        mode: 'official',
        member: { publicKey: member.publicKey, fingerprint: member.fingerprint, role },
        issuedAt: '2026-11-23T08:00:00Z',
      }),
    );

  it('is believed when the commission vouches for his key in that role', async () => {
    const { statement } = await handIn(0);
    const clerk = keyOf('clerk');
    const { signer: commission } = workspace.keys;
    const membership = vouch(commission, clerk, 'staff');
    const staff = (change: object) =>
      receiptFor(statement, { signer: signerOf(clerk, 'staff'), proof: { membership, rotations: [] }, ...change });
    const elsewhere = vouch(keyOf('other office'), clerk, 'staff');
    const cases: readonly (readonly [outcome: string, path: string])[] = [
      ['package.wrong-commission', await forge(clerk, staff({ proof: { membership: elsewhere, rotations: [] } }), 'a')],
      ['package.wrong-commission', await forge(clerk, staff({ proof: { membership: null, rotations: [] } }), 'b')],
      ['package.signer-role', await forge(clerk, staff({ signer: signerOf(clerk, 'admin') }), 'c')],
      ['package.signer-role', await forge(keyOf('x'), staff({ signer: signerOf(keyOf('x'), 'staff') }), 'd')],
      ['accepted', await forge(clerk, staff({}), 'e')],
    ];
    for (const [wanted, path] of cases) expect([wanted, await outcome(path)]).toEqual([wanted, wanted]);
  });

  it('is believed after the commission changed its key, when the old key signed the new one in', async () => {
    const { statement } = await handIn(0);
    const { signer: old, recipient } = workspace.keys;
    const next = keyOf('next');
    const rotation = value(
      makeRotation(old, {
        workspace: workspaceId(),
        mode: 'official',
        next: { publicKey: next.publicKey, fingerprint: next.fingerprint, recipient },
        issuedAt: '2026-11-23T08:00:00Z',
      }),
    );
    const signer = signerOf(next, 'commission');
    expect(await outcome(await forge(next, receiptFor(statement, { signer }), 'a'))).toBe('package.wrong-commission');
    const proof = { membership: null, rotations: [rotation] };
    expect(await outcome(await forge(next, receiptFor(statement, { signer, proof }), 'b'))).toBe('accepted');
  });
});

it('nothing of an opened receipt stays in staging', async () => {
  await takeIn((await handIn(0)).path);
  const [receipt] = await give();
  await open(receipt?.file ?? '');
  await open(join(folder, 'none'));
  expect(readdirSync(homePaths.staging(homeOf(0).home.folder))).toEqual([]);
});
