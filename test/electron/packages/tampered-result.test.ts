import { signingKeyFromSeed } from '#electron/identity/signing-key.ts';
import { dropStaged } from '#electron/packages/stage-file.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cases,
  expectRefusals,
  hash,
  head,
  link,
  second,
  sheet,
  without,
  type Case,
} from '#test/fixtures/packages/case.ts';
import { must, setUpDesk } from '#test/fixtures/packages/desk.ts';
import type { ForgedMember, Forgery } from '#test/fixtures/packages/forge.ts';
import { setUpIntake, type Intake } from '#test/fixtures/packages/intake.ts';
import { sampleCandidate, sampleIds, sampleSheet } from '#test/fixtures/packages/round.ts';

let intake: Intake;
beforeAll(async () => {
  intake = await setUpIntake(await setUpDesk());
});
afterAll(() => {
  intake.desk.remove();
});

const stranger = signingKeyFromSeed(new Uint8Array(32).fill(9));
const asStranger = { role: 'expert', publicKey: stranger.publicKey, fingerprint: stranger.fingerprint };
const asTask: Case['forge'] = (_good, { task, desk }) => ({
  kind: 'task',
  predicate: task.task,
  signer: desk.commission.signer,
});
const unchanged = () => ({});
const [a, b] = ['a', 'b'].map((name) => ({ name: `data/${name}.png`, content: Buffer.from(name) }));
const carrying = (data: readonly (ForgedMember | undefined)[], members: NonNullable<Forgery['members']>) => () => ({
  data: data.filter((one) => one !== undefined),
  members,
});
const points = (change: object) => sheet({ points: { occupancy: 0, comfort: 0, firms: 0, people: 0, ...change } });

describe('a result is refused by what the workspace knows for', () => {
  const rounds = [
    ...cases('package.wrong-kind', ['being a task', asTask]),
    ...cases(
      'package.mode',
      ['being demo in an official round', unchanged, () => ({ findRound: () => ({ mode: 'official' }) })],
      ['being official in a demo round', head({ mode: 'official' })],
    ),
    ...cases(
      'package.audience',
      ['another commission', head({ audience: hash('b') })],
      ['everybody', head({ audience: null })],
    ),
    ...cases('package.round-unknown', ['an unknown round', head({ roundId: sampleIds.other })]),
    ...cases('package.task-unknown', ['a task never issued', head({ taskStatement: hash('c') })]),
    ...cases(
      'package.task-mismatch',
      ['naming another expert', head({ expertId: sampleIds.other })],
      ['another number of its task', head({ taskSeq: 2 })],
    ),
  ];
  const signers = [
    ...cases('package.signer-role', [
      'the role of the commission',
      (good) => head({ signer: { ...good.signer, role: 'commission' } })(good),
    ]),
    ...cases(
      'package.enrolment',
      [
        'a strange key with the proof of another',
        (good) => ({ predicate: { ...good, signer: asStranger }, signer: stranger }),
      ],
      [
        'a proof for another recipient',
        (good, { desk }) => head({ expert: { ...good.expert, recipient: desk.commission.recipient } })(good),
      ],
    ),
    ...cases(
      'package.signer-unknown',
      ['a new key without a proof', head({ enrolment: null })],
      [
        'a proof where no code was given out',
        unchanged,
        ({ task }) => ({ findTask: () => ({ ...task.task, secret: null, replaced: false }) }),
      ],
    ),
    ...cases('package.key-changed', [
      'another key than the enrolled one',
      unchanged,
      () => ({ findEnrolled: () => hash('d') }),
    ]),
    ...cases('package.revoked', [
      'a revoked key',
      unchanged,
      () => ({ isRevoked: () => true, findEnrolled: () => hash('d') }),
    ]),
  ];
  const replays = [
    ...cases('package.task-replaced', [
      'a task that was issued anew since',
      () => ({}),
      ({ task: { task: issued, secret } }) => ({ findTask: () => ({ ...issued, secret, replaced: true }) }),
    ]),
    ...cases('package.stale', [
      'an older number than the one held',
      unchanged,
      () => ({ listChain: () => [link(3, hash('f'), hash('e'))] }),
    ]),
    ...cases(
      'package.fork',
      ['another statement under a held number', unchanged, () => ({ listChain: () => [link(1, hash('f'))] })],
      ['a predecessor that is not the held one', head(second), () => ({ listChain: () => [link(1, hash('f'))] })],
      [
        'a jump from the statement held',
        head({ ...second, seq: 3 }),
        () => ({ listChain: () => [link(1, hash('a'))] }),
      ],
    ),
  ];
  expectRefusals([...rounds, ...signers, ...replays], () => intake);
});

describe('a result is refused by its content for', () => {
  const files = [
    ...cases('package.manifest-mismatch', [
      'another manifest than the one signed',
      () => ({ subject: () => hash('0') }),
    ]),
    ...cases('package.manifest-form', ['a manifest with an empty line', () => ({ manifest: (text) => `${text}\n` })]),
    ...cases(
      'package.extra-file',
      ['a file put in at the end', carrying([a], (all) => [...all, ...(b ? [b] : [])])],
      ['a file put in before another', carrying([b], (all) => all.toSpliced(3, 0, ...(a ? [a] : [])))],
    ),
    ...cases(
      'package.missing-file',
      ['its only file taken out', carrying([a], (all) => all.slice(0, 3))],
      ['a file taken out before another', carrying([a, b], (all) => all.toSpliced(3, 1))],
    ),
    ...cases('package.file-mismatch', [
      'a file changed after signing',
      carrying([a], (all) => all.with(3, { name: 'data/a.png', content: Buffer.from('b') })),
    ]),
  ];
  const sheets = [
    ...cases('package.sheet-unknown', ['a candidate of another task', sheet({ candidateId: sampleCandidate(9).id })]),
    ...cases('package.sheet-duplicate', [
      'two sheets for one candidate',
      (good) => head({ sheets: good.sheets.map(() => good.sheets[0]) })(good),
    ]),
    ...cases(
      'package.sheet-missing',
      ['a candidate left out', (good) => head({ sheets: good.sheets.slice(1) })(good)],
      ['no sheets at all', head({ sheets: [] })],
    ),
    ...cases('package.sheet-order', ['another order', (good) => head({ sheets: good.sheets.toReversed() })(good)]),
    ...cases('package.sheet-points', ['points above the maximum', points({ occupancy: 2050 })]),
    ...cases('package.sheet-step', ['points off the step', points({ occupancy: 1990 })]),
    ...cases('package.sheet-criterion', ['an invented criterion', points({ bonus: 50 })]),
    ...cases(
      'package.sheet-gate',
      ['an invented gate', sheet({ gates: { bonus: 'pass' } })],
      ['a gate that staff answers', sheet({ gates: { operator: 'pass', district: 'pass' } })],
    ),
    ...cases(
      'package.sheet-incomplete',
      ['a criterion left open', points({ people: undefined })],
      ['a gate left open', sheet({ gates: {} })],
      ['fraud without a comment', sheet({ fraud: true, comment: ' ' })],
      ['a recusal without a reason', sheet({ state: 'recused', points: {}, gates: {} })],
    ),
    ...cases(
      'package.sheet-state',
      ['a recusal with points', sheet({ state: 'recused', reason: '同一单位' })],
      ['a scored sheet with a reason to abstain', sheet({ reason: '不熟悉' })],
    ),
  ];
  expectRefusals([...files, ...sheets], () => intake);
});

describe('a result is taken, although', () => {
  const held = (digit: string) => () => ({ listChain: () => [link(1, hash(digit))] });
  const take = (
    verdict: string,
    name: string,
    forge: Case['forge'],
    context: NonNullable<Case['context']> = unchanged,
  ) => ({
    verdict,
    name,
    forge,
    context,
  });
  it.each([
    take('accepted', 'its ZIP comes from another writer', unchanged),
    take('accepted', 'its fields stand in another order', (good) => ({
      predicate: Object.fromEntries(Object.entries(good).toReversed()),
    })),
    take('accepted', 'its first number names no reason', without('reason')),
    take(
      'accepted',
      'it carries a file, which its list names',
      carrying([a], (all) => all),
    ),
    take('accepted', 'it calls a known field critical', head({ critical: ['sheets'] })),
    take('accepted', 'the package before it is missing', head(second)),
    take('superseded', 'it follows the one held', head(second), held('a')),
    take('superseded', 'it leaves a gap after the one held', head({ ...second, seq: 5 }), held('f')),
    take('accepted', 'it brings no proof, since its key is enrolled', head({ enrolment: null }), ({ desk }) => ({
      findEnrolled: () => desk.expert.signer.fingerprint,
    })),
    take('accepted', 'a candidate is recused', sheet({ state: 'recused', points: {}, gates: {}, reason: '同一单位' })),
  ])('$name ($verdict)', async ({ verdict, forge, context }) => {
    const received = must((await intake.offer(forge(intake.good, intake), context(intake))).outcome);
    await dropStaged(received.staged);
    expect(received.verdict).toBe(verdict);
    expect(received.enrols).toBe(received.result.enrolment !== null);
  });

  it('it was imported before: the same statement in other bytes is a duplicate', async () => {
    const first = must((await intake.offer({})).outcome);
    const again = must((await intake.offer({}, { listChain: () => [link(1, first.statement)] })).outcome);
    expect(again.verdict).toBe('duplicate');
    expect(again.staged.sha256).not.toBe(first.staged.sha256);
  });
});

describe('what is told of a refused result', () => {
  it('is its round, expert, number and statement, once its signature and schema held', async () => {
    const stale = await intake.offer({}, { listChain: () => [link(3, hash('f'), hash('e'))] });
    expect(stale.seen).toMatchObject({ roundId: sampleIds.round, expertId: sampleIds.expert, seq: 1 });
    expect(stale.outcome).toMatchObject({ error: { detail: { file: 'offered.mtxresult', seq: 1, latest: 3 } } });
  });

  it('is nothing before, nor of another kind', async () => {
    expect((await intake.offer({ signer: stranger })).seen).toBeNull();
    expect((await intake.offer(asTask(intake.good, intake))).seen).toBeNull();
  });
});

it('a result that its own reader would refuse is not sealed', async () => {
  const { desk, task } = intake;
  const sheets = task.task.candidates.slice(1).map((candidate) => sampleSheet(candidate));
  expect(await desk.sealResult(task, { sheets })).toMatchObject({
    error: { code: 'package.sheet-missing', detail: { file: 'a.mtxresult' } },
  });
  expect(await desk.sealResult(task, { reason: 'cafe\u0301', seq: 2, previous: hash('a') })).toMatchObject({
    error: { code: 'package.not-canonical' },
  });
  expect(await desk.sealResult(task, { seq: 2 })).toMatchObject({ error: { code: 'package.schema' } });
});
