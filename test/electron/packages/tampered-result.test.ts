import { packageSentences } from '#shared/packages/sentences.ts';
import { fillSentence } from '#shared/base/sentence.ts';
import type { ResultPredicate } from '#shared/packages/result.ts';
import { signingKeyFromSeed } from '#electron/identity/signing-key.ts';
import type { ResultContext } from '#electron/packages/open-result.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, setUpDesk } from '#test/fixtures/packages/desk.ts';
import type { Forgery } from '#test/fixtures/packages/forge.ts';
import { setUpIntake, type Intake } from '#test/fixtures/packages/intake.ts';
import { sampleCandidate, sampleIds, sampleSheet } from '#test/fixtures/packages/round.ts';

let intake: Intake;
beforeAll(async () => {
  intake = await setUpIntake(await setUpDesk());
});
afterAll(() => {
  intake.desk.remove();
});

type Good = ResultPredicate;
type Case = readonly [
  name: string,
  code: keyof typeof packageSentences,
  forge: (good: Good) => Partial<Forgery>,
  context?: Partial<ResultContext>,
];

const stranger = signingKeyFromSeed(new Uint8Array(32).fill(9));
const asStranger = { role: 'expert', publicKey: stranger.publicKey, fingerprint: stranger.fingerprint };
const hash = (digit: string): string => digit.repeat(64);
const swap = (from: string, to: string) => (text: string) => text.replace(from, to);
/** The first sheet changed, the others kept. */
const sheet = (good: Good, change: object): Partial<Forgery> => ({
  predicate: { ...good, sheets: good.sheets.map((one, index) => (index === 0 ? { ...one, ...change } : one)) },
});
const head = (change: object) => (good: Good) => ({ predicate: { ...good, ...change } });
const reEnvelope = (turn: (envelope: Record<string, unknown>) => unknown) => (): Partial<Forgery> => ({
  envelope: (text) => JSON.stringify(turn(JSON.parse(text))),
});
const second = { seq: 2, previous: hash('a'), reason: '更正笔误' };
const link = (seq: number, statement: string, previous: string | null = null) => ({ seq, statement, previous });

const envelopes: readonly Case[] = [
  ['an envelope that is no JSON', 'package.envelope', () => ({ envelope: (text) => text.slice(0, -1) })],
  ['an envelope with white space', 'package.envelope', () => ({ envelope: (text) => `${text}\n` })],
  ['an envelope with a byte order mark', 'package.envelope', () => ({ envelope: (text) => `\uFEFF${text}` })],
  ['an envelope with another field', 'package.envelope', reEnvelope((envelope) => ({ ...envelope, note: '' }))],
  ['an envelope with two signatures', 'package.envelope', reEnvelope((envelope) => ({ ...envelope, signatures: [0, 0].map(() => ({ keyid: '', sig: 'AAAA' })) }))],
  ['an envelope without a signature', 'package.envelope', reEnvelope((envelope) => ({ ...envelope, signatures: [] }))],
  ['an envelope of another payload type', 'package.envelope', reEnvelope((envelope) => ({ ...envelope, payloadType: 'text/plain' }))],
  ['an envelope with a repeated field', 'package.envelope', () => ({ envelope: swap('{"payloadType"', '{"payload":"","payloadType"') })],
  ['a payload in base64 without padding', 'package.envelope', () => ({ envelope: (text) => text.replace(/=*","signatures/, '","signatures'), payload: (text) => padTo(text, 1) })],
  ['a payload in base64 with loose bits', 'package.envelope', () => ({ envelope: (text) => text.replace(/.=","signatures/, 'B=","signatures'), payload: (text) => padTo(text, 2) })],
];

/** Makes the payload's length leave a remainder by 3, so that its base64 ends in padding. */
function padTo(text: string, remainder: number): string {
  const missing = (3 + remainder - (Buffer.byteLength(text) % 3)) % 3;
  return text.replace('材料齐全', `材料齐全${'a'.repeat(missing)}`);
}

const signatures: readonly Case[] = [
  ['a payload changed after signing', 'package.signature', () => ({ envelope: (text) => turnPayload(text, swap('"points":{"occupancy":1600', '"points":{"occupancy":1650')) })],
  ['one bit of the signature turned', 'package.signature', () => ({ signature: (bytes) => Buffer.from(bytes.map((byte, index) => (index === 5 ? byte ^ 1 : byte))) })],
  ['a signature cut short', 'package.signature', () => ({ signature: (bytes) => bytes.subarray(0, 63) })],
  ['a signature by another key than the one named', 'package.signature', () => ({ signer: stranger })],
  ['a signature over the bare payload', 'package.signature', () => ({ signer: { ...intake.desk.expert.signer, sign: (message) => intake.desk.expert.signer.sign(message.subarray(message.indexOf('{'))) } })],
  ['a payload without a signer', 'package.signature', ({ signer: _, ...rest }) => ({ predicate: rest })],
  ['a payload that is no JSON', 'package.signature', () => ({ payload: () => 'scores: all 100' })],
  ['a payload that is not UTF-8', 'package.signature', () => ({ envelope: (text) => turnPayload(text, (payload) => payload, Buffer.from([0xff])) })],
  ['a key of an unknown kind', 'package.suite', (good) => ({ predicate: { ...good, signer: { ...good.signer, publicKey: 'MCowBQYDK2VuAyEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' } } })],
  ['a key in other than canonical base64', 'package.suite', (good) => ({ predicate: { ...good, signer: { ...good.signer, publicKey: good.signer.publicKey.replace(/.=$/, 'z=') } } })],
];

function turnPayload(envelope: string, turn: (payload: string) => string, suffix = Buffer.alloc(0)): string {
  const parsed: { payload: string } = JSON.parse(envelope);
  const payload = Buffer.concat([Buffer.from(turn(Buffer.from(parsed.payload, 'base64').toString())), suffix]);
  return JSON.stringify({ ...parsed, payload: payload.toString('base64') });
}

const forms: readonly Case[] = [
  ['a repeated field', 'package.not-canonical', () => ({ payload: swap('"mode":"demo"', '"mode":"official","mode":"demo"') })],
  ['an escape that is not needed', 'package.not-canonical', () => ({ payload: swap('"demo"', '"dem\\u006f"') })],
  ['white space', 'package.not-canonical', () => ({ payload: swap('"seq":1', '"seq": 1') })],
  ['points written as a float', 'package.not-canonical', () => ({ payload: swap('"occupancy":1600', '"occupancy":1600.0') })],
  ['points that are a float', 'package.not-canonical', (good) => sheet(good, { points: { occupancy: 1600.5 } })],
  ['points written with an exponent', 'package.not-canonical', () => ({ payload: swap('"occupancy":1600', '"occupancy":1.6e3') })],
  ['an exponent that JSON keeps', 'package.not-canonical', () => ({ payload: swap('"occupancy":1600', '"occupancy":1e+21') })],
  ['a prototype key', 'package.not-canonical', () => ({ payload: swap('"occupancy":1600', '"__proto__":1600') })],
  ['text that is not NFC', 'package.not-canonical', (good) => sheet(good, { comment: 'cafe\u0301' })],
  ['a control character', 'package.not-canonical', (good) => sheet(good, { comment: 'a\u0007b' })],
  ['a carriage return', 'package.not-canonical', (good) => sheet(good, { comment: 'a\r\nb' })],
  ['half of a surrogate pair', 'package.not-canonical', (good) => sheet(good, { comment: 'a\ud800b' })],
  ['nesting beyond 16', 'package.not-canonical', head({ extra: JSON.parse('['.repeat(15) + ']'.repeat(15)) as unknown })],
  ['a newer version', 'package.version', head({ formatVersion: 2, future: true })],
  ['a newer predicate type', 'package.version', () => ({ kind: 'urn:mantianxing:result:2' })],
  ['an unknown critical field', 'package.critical', head({ critical: ['quantum'], quantum: 1 })],
  ['a suite that is reserved', 'package.suite', head({ suite: 'sm2-sm3' })],
  ['a suite that nobody knows', 'package.suite', head({ suite: 'none' })],
  ['a kind that is reserved', 'package.kind-unknown', () => ({ kind: 'roster' })],
  ['a kind that nobody knows', 'package.kind-unknown', () => ({ kind: 'verdict' })],
  ['a predicate type of somebody else', 'package.schema', () => ({ kind: 'urn:slsa:provenance:v1' })],
  ['a predicate that is no object', 'package.signature', () => ({ predicate: [] })],
  ['an unknown field', 'package.schema', head({ note: 'not critical' })],
  ['a field missing', 'package.schema', ({ declaration: _, ...rest }) => ({ predicate: rest })],
  ['a version that is no number', 'package.schema', head({ formatVersion: '1' })],
  ['an id in capitals', 'package.schema', ({ roundId, ...rest }) => ({ predicate: { ...rest, roundId: roundId.toUpperCase() } })],
  ['a time with fractions of a second', 'package.schema', head({ issuedAt: '2026-05-20T01:30:00.5Z' })],
  ['a comment beyond 5,000 characters', 'package.schema', (good) => sheet(good, { comment: '长'.repeat(5001) })],
  ['a second number without its predecessor', 'package.schema', head({ seq: 2, reason: '更正' })],
  ['a correction without a reason', 'package.schema', head({ seq: 2, previous: hash('a') })],
  ['another file as the subject', 'package.schema', () => ({ payload: swap('"name":"manifest-sha256.txt"', '"name":"bagit.txt"') })],
  ['a fingerprint of another key', 'package.fingerprint', (good) => ({ predicate: { ...good, signer: { ...good.signer, fingerprint: hash('e') } } })],
];

const known: readonly Case[] = [
  ['a task package in its place', 'package.wrong-kind', () => ({ kind: 'task', predicate: { ...intake.task.task, signer: { ...intake.task.task.signer } }, signer: intake.desk.commission.signer })],
  ['a demo result for an official round', 'package.mode', () => ({}), { findRound: () => ({ mode: 'official' }) }],
  ['an official result for a demo round', 'package.mode', head({ mode: 'official' })],
  ['a result for another commission', 'package.audience', head({ audience: hash('b') })],
  ['a result for everybody', 'package.audience', head({ audience: null })],
  ['a result of an unknown round', 'package.round-unknown', head({ roundId: sampleIds.other })],
  ['a result for a task never issued', 'package.task-unknown', head({ taskStatement: hash('c') })],
  ['a result in the name of another expert', 'package.task-mismatch', head({ expertId: sampleIds.other })],
  ['a result with another number of its task', 'package.task-mismatch', head({ taskSeq: 2 })],
  ['a result signed in the role of the commission', 'package.signer-role', (good) => ({ predicate: { ...good, signer: { ...good.signer, role: 'commission' } } })],
  ['a strange key with the proof of another', 'package.enrolment', (good) => ({ predicate: { ...good, signer: asStranger }, signer: stranger })],
  ['a proof for another recipient', 'package.enrolment', (good) => ({ predicate: { ...good, expert: { ...good.expert, recipient: intake.desk.commission.recipient } } })],
  ['a new key without a proof', 'package.signer-unknown', head({ enrolment: null })],
  ['a proof where no code was given out', 'package.signer-unknown', () => ({}), { findTask: () => ({ ...intake.task.task, secret: null }) }],
  ['another key than the enrolled one', 'package.key-changed', () => ({}), { findEnrolled: () => hash('d') }],
  ['a revoked key', 'package.revoked', () => ({}), { isRevoked: () => true }],
];

const contents: readonly Case[] = [
  ['a subject that is another manifest', 'package.manifest-mismatch', () => ({ subject: () => hash('0') })],
  ['a manifest with an empty line', 'package.manifest-form', () => ({ manifest: (text) => `${text}\n` })],
  ['a file that the manifest does not name', 'package.extra-file', () => ({ members: (all) => [...all, { name: 'data/more.txt', content: Buffer.from('more') }] })],
  ['a file changed after signing', 'package.file-mismatch', () => ({ data: [{ name: 'data/sign.png', content: Buffer.from('ink') }], members: (all) => all.map((one) => (one.name === 'data/sign.png' ? { ...one, content: Buffer.from('ikn') } : one)) })],
  ['a file taken out', 'package.missing-file', () => ({ data: [{ name: 'data/sign.png', content: Buffer.from('ink') }], members: (all) => all.slice(0, 3) })],
  ['a file taken out before another', 'package.missing-file', () => ({ data: [{ name: 'data/a.png', content: Buffer.from('a') }, { name: 'data/b.png', content: Buffer.from('b') }], members: (all) => all.filter(({ name }) => name !== 'data/a.png') })],
  ['a file put in before another', 'package.extra-file', () => ({ data: [{ name: 'data/b.png', content: Buffer.from('b') }], members: (all) => [...all.slice(0, 3), { name: 'data/a.png', content: Buffer.from('a') }, ...all.slice(3)] })],
  ['a candidate of another task', 'package.sheet-unknown', (good) => sheet(good, { candidateId: sampleCandidate(9).id })],
  ['two sheets for one candidate', 'package.sheet-duplicate', (good) => ({ predicate: { ...good, sheets: good.sheets.map(() => good.sheets[0]) } })],
  ['a candidate left out', 'package.sheet-missing', (good) => ({ predicate: { ...good, sheets: good.sheets.slice(1) } })],
  ['no sheets at all', 'package.sheet-missing', head({ sheets: [] })],
  ['sheets in another order', 'package.sheet-order', (good) => ({ predicate: { ...good, sheets: good.sheets.toReversed() } })],
  ['points above the maximum', 'package.sheet-points', (good) => sheet(good, { points: { occupancy: 2050, comfort: 0, firms: 0, people: 0 } })],
  ['points off the step', 'package.sheet-step', (good) => sheet(good, { points: { occupancy: 1990, comfort: 0, firms: 0, people: 0 } })],
  ['negative points', 'package.schema', (good) => sheet(good, { points: { occupancy: -50, comfort: 0, firms: 0, people: 0 } })],
  ['an invented criterion', 'package.sheet-criterion', (good) => sheet(good, { points: { bonus: 50 } })],
  ['an invented gate', 'package.sheet-gate', (good) => sheet(good, { gates: { bonus: 'pass' } })],
  ['a gate that only staff answers', 'package.sheet-gate', (good) => sheet(good, { gates: { operator: 'pass', district: 'pass' } })],
  ['a criterion left open', 'package.sheet-incomplete', (good) => sheet(good, { points: { occupancy: 0, comfort: 0, firms: 0 } })],
  ['a recusal without a reason', 'package.sheet-incomplete', (good) => sheet(good, { state: 'recused', points: {}, gates: {} })],
  ['a recusal with points', 'package.sheet-state', (good) => sheet(good, { state: 'recused', reason: '同一单位' })],
  ['a scored sheet with a reason for abstaining', 'package.sheet-state', (good) => sheet(good, { reason: '不熟悉' })],
  ['an older number than the one held', 'package.stale', () => ({}), { listChain: () => [link(3, hash('f'), hash('e'))] }],
  ['another statement under a held number', 'package.fork', () => ({}), { listChain: () => [link(1, hash('f'))] }],
  ['a predecessor that is not the held one', 'package.fork', head(second), { listChain: () => [link(1, hash('f'))] }],
  ['a jump whose predecessor is already followed', 'package.fork', head({ ...second, seq: 3 }), { listChain: () => [link(1, hash('a'))] }],
];

describe('a result package is refused, with the code of what is wrong, for', () => {
  it.each([...envelopes, ...signatures, ...forms, ...known, ...contents])('%s: %s', async (_, code, forge, context) => {
    const { outcome, steps } = await intake.offer(forge(intake.good), context);
    expect(outcome.ok ? 'accepted' : outcome.error.code).toBe(code);
    const failure = outcome.ok ? undefined : outcome.error;
    expect(steps.at(-1)).toMatchObject({ ok: false, code });
    expect(steps.slice(0, -1).every(({ ok }) => ok)).toBe(true);
    expect(intake.staged()).toEqual([]);
    for (const language of ['zh-CN', 'en'] as const) {
      expect(fillSentence(packageSentences[code], language, failure?.detail)).not.toContain('…');
    }
  });
});

describe('a result package is taken, although', () => {
  it.each<readonly [string, (good: Good) => Partial<Forgery>, Partial<ResultContext>, string]>([
    ['its times and its ZIP come from another writer', () => ({}), {}, 'accepted'],
    ['its fields stand in another order', (good) => ({ predicate: Object.fromEntries(Object.entries(good).toReversed()) }), {}, 'accepted'],
    ['its first number names no reason', ({ reason: _, ...rest }) => ({ predicate: rest }), {}, 'accepted'],
    ['it carries a file, which its list names', () => ({ data: [{ name: 'data/sign.png', content: Buffer.from('ink') }] }), {}, 'accepted'],
    ['it names a critical field, which is known', head({ critical: ['sheets'] }), {}, 'accepted'],
    ['the package before it is missing', head(second), {}, 'accepted'],
    ['it follows the one held', head(second), { listChain: () => [link(1, hash('a'))] }, 'superseded'],
    ['it leaves a gap after the one held', head({ ...second, seq: 5 }), { listChain: () => [link(1, hash('f'))] }, 'superseded'],
    ['its key is enrolled and it brings no proof', head({ enrolment: null }), { findEnrolled: () => intake.desk.expert.signer.fingerprint }, 'accepted'],
    ['a candidate is recused', (good) => sheet(good, { state: 'recused', points: {}, gates: {}, reason: '同一单位' }), {}, 'accepted'],
  ])('%s', async (_, forge, context, verdict) => {
    const received = must((await intake.offer(forge(intake.good), context)).outcome);
    expect(received.verdict).toBe(verdict);
  });

  it('it was imported before: the same statement in other bytes is a duplicate', async () => {
    const first = must((await intake.offer({})).outcome);
    const again = must((await intake.offer({}, { listChain: () => [link(1, first.statement)] })).outcome);
    expect(again.verdict).toBe('duplicate');
    expect(again.staged.sha256).not.toBe(first.staged.sha256);
  });
});

describe('what is told of a refused result package', () => {
  it('is its round, expert, number and statement, once its signature and schema held', async () => {
    const stale = await intake.offer({}, { listChain: () => [link(3, hash('f'), hash('e'))] });
    expect(stale.seen).toMatchObject({ roundId: sampleIds.round, expertId: sampleIds.expert, seq: 1 });
    expect(stale.outcome).toMatchObject({ error: { detail: { file: 'offered.mtxresult', seq: 1, latest: 3 } } });
  });

  it('is nothing before', async () => {
    expect((await intake.offer({ signer: stranger })).seen).toBeNull();
    expect((await intake.offer({ kind: 'task', predicate: intake.task.task, signer: intake.desk.commission.signer })).seen).toBeNull();
  });
});

it('a result that its own writer would have to refuse is not sealed', async () => {
  const { desk, task } = intake;
  const sheets = task.task.candidates.slice(1).map((candidate) => sampleSheet(candidate));
  expect(await desk.sealResult(task, { sheets })).toMatchObject({ error: { code: 'package.sheet-missing' } });
  expect(await desk.sealResult(task, { reason: 'cafe\u0301', seq: 2, previous: hash('a') })).toMatchObject({ error: { code: 'package.not-canonical' } });
  expect(await desk.sealResult(task, { seq: 2 })).toMatchObject({ error: { code: 'package.schema' } });
});
