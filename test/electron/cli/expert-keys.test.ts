import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hash, jsonOf, mtxHere, type Ran } from './mtx.ts';
import { passphrase, prepareRound, type PreparedRound } from './prepared-round.ts';
import { scoresCsv } from './scores-csv.ts';
import { homePassphrase } from '../../pipeline/open-test-home.ts';

// An expert's keys and receipts without a window, step after step: scored, answered, revoked, renewed, sent ahead.
let round: PreparedRound;
let scores: string;

beforeAll(async () => {
  round = await prepareRound();
  scores = join(round.folder, 'scores.csv');
  writeFileSync(scores, scoresCsv([80, 70]));
});
afterAll(() => round.remove());

const expertName = '专家1';
const code = () => round.tasks[0]?.code ?? '';
const at = (...names: readonly string[]): string => join(round.folder, ...names);
const office = (...words: readonly string[]): Promise<Ran> =>
  mtxHere([...words, '--workspace', round.workspace, '--json'], { passphrase });
const inRound = (...words: readonly string[]): Promise<Ran> => office(...words, '--round', round.roundId);
const own = (...words: readonly string[]): Promise<Ran> => mtxHere([...words, '--home', at('home'), '--json']);
/** A machine with a passphrase: that of the second expert. */
const otherHome = () => at(`home-${round.tasks[1]?.expertId ?? ''}`);
const elsewhere = (...words: readonly string[]): Promise<Ran> =>
  mtxHere([...words, '--home', otherHome()], { passphrase: homePassphrase });
const codeOf = (ran: Ran): string => jsonOf(ran).error.code;

/** Scores and hands in; what the office says. */
const handIn = async (task: string, ...words: readonly string[]) => {
  const scored = jsonOf(await own('score', '--task', task, '--scores', scores, '--out', at('sent'), ...words));
  const [entry] = jsonOf(await office('import', scored.file));
  return { verdict: entry.verdict, code: entry.code, seq: scored.seq };
};

/** The newest receipt for the expert, in a folder of its own. */
const giveReceipt = async (name: string): Promise<string> => {
  const given = jsonOf(await inRound('receipts', '--out', at(name)));
  return given.findLast((receipt: { expertName: string }) => receipt.expertName === expertName).file;
};

const revoke = () => inRound('expert', 'revoke', '--expert', expertName, '--reason', '电脑遗失');

const reissue = async (name: string) => {
  mkdirSync(at(name));
  const issued = await inRound('issue', '--expert', expertName, '--out', at(name));
  expect(issued.code).toBe(0);
  const [file = ''] = readdirSync(at(name)).filter((each) => each.endsWith('.mtxtask'));
  return at(name, file);
};

describe('a receipt on the expert’s side', () => {
  it('says that the submission was delivered, and is noted once', async () => {
    expect(await handIn(round.tasks[0]?.path ?? '', '--code', code())).toEqual({
      verdict: 'accepted',
      code: null,
      seq: 1,
    });
    const receipt = await giveReceipt('receipts-1');
    const opened = await own('receipt', 'open', receipt, '--code', code());
    expect(opened.code).toBe(0);
    expect(jsonOf(opened)).toMatchObject({
      verdict: 'accepted',
      code: null,
      reason: null,
      submission: 1,
      seq: 1,
      known: false,
      signer: hash,
    });
    const again = await mtxHere(['receipt', 'open', receipt, '--home', at('home'), '--code', code(), '--lang', 'en']);
    expect(again.out).toMatch(/^Submission 1: delivered \(2026-.*\)\nIt was taken in before.*\nsigned with SHA256:/);
  });

  it('is refused without the home that made the package, with another code, and to another home', async () => {
    const receipt = await giveReceipt('receipts-1');
    const open = (home: string, typed: string) =>
      mtxHere(['receipt', 'open', receipt, '--home', at(home), '--code', typed, '--json']);
    expect(codeOf(await open('nowhere', code()))).toBe('cli.file-missing');
    expect(codeOf(await open('home', round.tasks[1]?.code ?? ''))).toBe('identity.wrong-passphrase');
    expect(codeOf(await open('home', 'ABCD'))).toBe('identity.code-length');
    expect(codeOf(await own('receipt', 'open', receipt))).toBe('identity.passphrase-missing');
    const foreign = await elsewhere('receipt', 'open', receipt, '--json');
    expect([foreign.code, codeOf(foreign)]).toEqual([1, 'receipt.not-ours']);
  });

  it('that says the key was revoked renews it: the next submission is taken', async () => {
    expect(jsonOf(await revoke())).toMatchObject({ revoked: 1 });
    const task = round.tasks[0]?.path ?? '';
    expect(await handIn(task, '--code', code())).toMatchObject({ verdict: 'refused', code: 'package.revoked' });
    const opened = await own('receipt', 'open', await giveReceipt('receipts-2'), '--code', code());
    expect(opened.code).toBe(1);
    const said = jsonOf(opened);
    expect(said).toMatchObject({ verdict: 'refused', code: 'package.revoked', renewed: 'code', submission: 2 });
    expect(said.reason).toContain('本机已换用新密钥');
    expect(await handIn(task, '--code', code())).toMatchObject({ verdict: 'accepted', code: null, seq: 3 });
  });
});

describe('a new key that the expert asks for', () => {
  it('is refused until the office has revoked the old one, then taken', async () => {
    const task = round.tasks[0]?.path ?? '';
    const refused = await handIn(task, '--code', code(), '--new-key');
    expect(refused).toMatchObject({ verdict: 'refused', code: 'package.key-changed' });
    await revoke();
    const [entry] = jsonOf(await office('import', at('sent'))).filter(({ seq }: { seq: number }) => seq === 4);
    expect(entry).toMatchObject({ verdict: 'accepted' });
  });
});

describe('a registration card', () => {
  let card: string;
  let fingerprint: string;
  const make = (...words: readonly string[]) =>
    elsewhere('card', 'make', '--name', expertName, '--out', at('cards'), ...words);

  it('is made for the suite named, shown, and made anew with new keys', async () => {
    mkdirSync(at('cards'));
    expect(codeOf(await make('--suite', 'rsa', '--json'))).toBe('cli.choice');
    const made = jsonOf(await make('--suite', 'ed25519-sha256', '--json'));
    const renewed = jsonOf(await make('--new-key', '--json'));
    expect(renewed.fingerprint).not.toBe(made.fingerprint);
    ({ file: card, fingerprintText: fingerprint } = renewed);
    const shown = await mtxHere(['card', 'show', card, '--json']);
    expect(jsonOf(shown)).toMatchObject({ name: expertName, suite: 'ed25519-sha256', fingerprintText: fingerprint });
    expect((await mtxHere(['card', 'show', card, '--lang', 'en'])).out).toContain(`fingerprint ${fingerprint}`);
    expect((await make('--lang', 'en')).out).toMatch(/^Card .*\nfingerprint SHA256:/);
    expect(codeOf(await mtxHere(['card', 'show', scores, '--json']))).toMatch(/^package\./);
  });

  it('is enrolled by the fingerprint that the expert read out, once the old key is revoked', async () => {
    const enrol = (typed: string, ...words: readonly string[]) =>
      inRound('card', 'enrol', card, '--fingerprint', typed, ...words);
    expect(codeOf(await enrol('12345'))).toBe('identity.fingerprint-differs');
    expect(codeOf(await enrol(fingerprint, '--expert', '无此人'))).toBe('decision.expert-unknown');
    expect(codeOf(await enrol(fingerprint))).toBe('identity.key-in-force');
    await revoke();
    expect(jsonOf(await enrol(fingerprint.replaceAll('-', ' ')))).toMatchObject({
      name: expertName,
      fingerprint: hash,
    });
  });

  it('opens the task that is issued again, without a code; a receipt that revokes it asks for a new card', async () => {
    const task = await reissue('again');
    const score = (...words: readonly string[]) =>
      elsewhere('score', '--task', task, '--scores', scores, '--out', at('sent-2'), '--json', ...words);
    expect(codeOf(await score('--new-key'))).toBe('identity.sealed-to-card');
    await revoke();
    const scored = jsonOf(await score());
    expect(jsonOf(await office('import', scored.file))[0]).toMatchObject({ code: 'package.revoked' });
    const receipt = await giveReceipt('receipts-3');
    const opened = await elsewhere('receipt', 'open', receipt, '--lang', 'en');
    expect(opened.code).toBe(1);
    expect(opened.out).toContain('make a new card (mtx card make)');
    expect((await elsewhere('receipt', 'open', receipt)).out).toContain('第 1 次提交被拒收');
    expect(codeOf(await score())).toBe('identity.code-empty');
  });
});
