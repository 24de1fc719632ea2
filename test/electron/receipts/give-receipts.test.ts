import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyLog } from '#electron/audit/verify-log.ts';
import { makeCard } from '#electron/cards/make-card.ts';
import { signingKeyFromSeed } from '#electron/identity/signing-key.ts';
import { verifyPackage } from '#electron/packages/verify-package.ts';
import { giveReceipts } from '#electron/receipts/give-receipts.ts';
import { keptReceipt } from '#electron/receipts/sign-receipt.ts';
import { workspacePaths } from '#electron/workspace/workspace.ts';
import { seededEntropy } from '#test/fixtures/packages/entropy.ts';
import { value } from '../../pipeline/make-round.ts';
import { jsonOf, mtxHere } from '../cli/mtx.ts';
import { folder, forge, give, handIn, homeOf, receiptFor, round, takeIn, workspace } from './receipt-model.ts';

const out = () => join(folder, 'receipts');
const verify = (file: string) =>
  verifyPackage({
    file,
    staging: workspacePaths.staging(workspace.folder),
    unlock: null,
    isCommission: (fingerprint) => fingerprint === workspace.keys.signer.fingerprint,
  });

describe('receipts', () => {
  it('answer every package that came in, refused ones too, each expert’s in a chain of its own', async () => {
    const [one, two, other] = [await handIn(0), await handIn(0), await handIn(1)];
    // The later one first: the earlier is then refused as stale.
    await takeIn(two.path, one.path, other.path);
    const receipts = await give();
    const [first, second] = [homeOf(0).expertId, homeOf(1).expertId];
    expect(receipts.map(({ expertId, verdict, code, seq }) => [expertId, code ?? verdict, seq])).toEqual([
      [first, 'accepted', 1],
      [first, 'package.stale', 2],
      [second, 'accepted', 1],
    ]);
    expect(receipts.map(({ resultStatement }) => resultStatement)).toEqual(
      [two, one, other].map(({ statement }) => statement),
    );
    expect(readdirSync(out()).toSorted()).toEqual([
      '示范楼宇评审-专家1-回执-1.mtxreceipt',
      '示范楼宇评审-专家1-回执-2.mtxreceipt',
      '示范楼宇评审-专家2-回执-1.mtxreceipt',
    ]);
    for (const { file, seq } of receipts) {
      expect(await verify(file)).toMatchObject({ ok: true, kind: 'receipt', mode: 'official', seq });
    }
  });

  it('are the same when asked for again, and new only for what changed', async () => {
    await takeIn((await handIn(0)).path);
    const before = await give();
    expect(await give()).toEqual(before);
    expect(readdirSync(out())).toHaveLength(1);
    expect(await giveReceipts(workspace, { roundId: round.roundId, intakeIds: ['0'], folder: out() })).toMatchObject({
      error: { code: 'receipt.none' },
    });
    await takeIn((await handIn(0)).path);
    expect((await give()).map(({ seq, verdict }) => [seq, verdict])).toEqual([
      [1, 'accepted'],
      [2, 'superseded'],
    ]);
    // A file of that name that is not the receipt is left alone.
    const [file = ''] = before.map((receipt) => receipt.file);
    writeFileSync(file, 'notes');
    await give();
    expect(readFileSync(file, 'utf8')).toBe('notes');
    expect(readdirSync(out())).toContain('示范楼宇评审-专家1-回执-1 (2).mtxreceipt');
  });

  it('of one package say what became of it last; a duplicate asks for the answer that stands', async () => {
    const { path } = await handIn(0);
    workspace.db.prepare("UPDATE rounds SET status = 'locked'").run();
    await takeIn(path);
    expect((await give()).map(({ code }) => code)).toEqual(['package.round-locked']);
    workspace.db.prepare("UPDATE rounds SET status = 'issued'").run();
    await takeIn(path);
    const [duplicate] = await takeIn(path);
    expect(duplicate?.verdict).toBe('duplicate');
    expect((await give([duplicate?.id ?? ''])).map(({ verdict, seq }) => [verdict, seq])).toEqual([['accepted', 2]]);
  });

  it('can be asked for some packages only', async () => {
    const entries = await takeIn((await handIn(0)).path, (await handIn(1)).path);
    const receipts = await give([entries[1]?.id ?? '']);
    expect(receipts.map(({ expertId }) => expertId)).toEqual([homeOf(1).expertId]);
  });

  it('lost from the workspace are given anew under the next number', async () => {
    await takeIn((await handIn(0)).path);
    const [first] = await give();
    rmSync(keptReceipt(workspace.folder, first?.statement ?? ''));
    rmSync(out(), { recursive: true });
    expect((await give()).map(({ seq }) => seq)).toEqual([2]);
  });

  it('echo the head of the log, so that each of them finds what is cut off later', async () => {
    await takeIn((await handIn(0)).path);
    const [receipt] = await give();
    expect(await verifyLog(workspace, [receipt?.file ?? ''])).toMatchObject({ ok: true, firstBad: null });
    rmSync(workspacePaths.heads(workspace.folder), { recursive: true });
    workspace.db.exec('DROP TRIGGER trace_keeps_entries; DELETE FROM trace WHERE seq > 5');
    expect((await verifyLog(workspace, [receipt?.file ?? ''])).firstBad).toEqual({ index: 6, code: 'trace.truncated' });
  });

  it('are no head of a log when their signature does not hold, nor is another package', async () => {
    const stranger = signingKeyFromSeed(seededEntropy('stranger').randomBytes(32));
    const forged = await forge(stranger, receiptFor('c'.repeat(64)));
    expect((await verifyLog(workspace, [forged])).firstBad).toMatchObject({ index: 0, code: 'trace.head-signature' });
    const card = value(await makeCard(homeOf(0).home, { name: '徐春燕', unit: '', folder }));
    expect((await verifyLog(workspace, [card.path])).firstBad).toMatchObject({ index: 0, code: 'trace.head-form' });
  });

  it('are noted, each with the verdict it gives, and a head is signed after them', async () => {
    await takeIn((await handIn(0)).path);
    await give();
    const events = workspace.db
      .prepare<[], { event: string; actor: string }>('SELECT event, actor FROM trace ORDER BY seq DESC LIMIT 2')
      .all();
    expect(events.map(({ event }) => event)).toEqual(['head-signed', 'receipt-issued']);
    expect(JSON.parse(events[1]?.actor ?? '')).toMatchObject({ kind: 'member', role: 'admin', via: 'window' });
  });

  it('are refused for a round without packages, without such a round, and where nothing can be written', async () => {
    writeFileSync(join(folder, 'rubbish.mtxresult'), 'rubbish');
    await takeIn(join(folder, 'rubbish.mtxresult'));
    const ask = (roundId: string, place: string) =>
      giveReceipts(workspace, { roundId, intakeIds: null, folder: place });
    expect(await ask(round.roundId, out())).toMatchObject({ ok: false, error: { code: 'receipt.none' } });
    expect(await ask('0', out())).toMatchObject({ ok: false, error: { code: 'round.unknown' } });
    await takeIn((await handIn(0)).path);
    writeFileSync(out(), '');
    expect(await ask(round.roundId, out())).toMatchObject({ ok: false, error: { code: 'files.not-a-folder' } });
    rmSync(out());
    const [given] = await give();
    rmSync(keptReceipt(workspace.folder, given?.statement ?? ''));
    mkdirSync(keptReceipt(workspace.folder, given?.statement ?? ''));
    expect(await ask(round.roundId, join(folder, 'y'))).toMatchObject({
      ok: false,
      error: { code: 'files.not-a-file' },
    });
    rmSync(workspacePaths.receipts(workspace.folder), { recursive: true });
    writeFileSync(workspacePaths.receipts(workspace.folder), '');
    expect(await ask(round.roundId, join(folder, 'x'))).toMatchObject({ ok: false });
    rmSync(workspacePaths.drafts(workspace.folder), { recursive: true });
    writeFileSync(workspacePaths.drafts(workspace.folder), '');
    expect(await ask(round.roundId, join(folder, 'x'))).toMatchObject({
      ok: false,
      error: { code: 'files.not-a-folder' },
    });
  });

  it('overtaken by another program take the next number', async () => {
    const [entry] = await takeIn((await handIn(0)).path);
    const { db } = workspace;
    let first = true;
    // Between the reading of the chain and the record another program answers the same expert.
    const racing = {
      ...workspace,
      entropy: {
        ...workspace.entropy,
        randomBytes: (count: number) => {
          if (first) {
            first = false;
            db.prepare('INSERT INTO receipts VALUES (?, ?, ?, ?, 1, ?)').run(
              'b'.repeat(64),
              entry?.id,
              round.roundId,
              homeOf(0).expertId,
              '2026-11-24T08:00:00Z',
            );
          }
          return workspace.entropy.randomBytes(count);
        },
      },
    };
    const given = value(await giveReceipts(racing, { roundId: round.roundId, intakeIds: null, folder: out() }));
    expect(given.map(({ seq }) => seq)).toEqual([2]);
    expect(readdirSync(workspacePaths.receipts(workspace.folder))).toHaveLength(1);
  });
});

it('mtx receipts writes them and says for whom, in both languages', async () => {
  const [one, two] = [await handIn(0), await handIn(0)];
  await takeIn(two.path, one.path);
  mkdirSync(out());
  const words = ['receipts', '--workspace', workspace.folder, '--round', round.roundId, '--out', out()];
  const passphrase = '山高水长 风清月朗';
  const json = jsonOf(await mtxHere([...words, '--json'], { passphrase }));
  expect(json).toMatchObject([
    { verdict: 'accepted', code: null, seq: 1, expertName: '专家1' },
    { verdict: 'refused', code: 'package.stale', seq: 2 },
  ]);
  expect((await mtxHere(words, { passphrase })).out).toContain('专家1  被拒收 [package.stale]  ');
  expect((await mtxHere([...words, '--lang', 'en'], { passphrase })).out).toContain('专家1  accepted  ');
  const unknown = await mtxHere([...words.slice(0, 4), 'x', '--out', out()], { passphrase });
  expect(unknown.code).toBe(1);
});
