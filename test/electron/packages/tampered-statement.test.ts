import type { ResultPredicate } from '#shared/packages/result.ts';
import { signingKeyFromSeed } from '#electron/identity/signing-key.ts';
import { afterAll, beforeAll, describe } from 'vitest';
import { z } from 'zod';
import { cases, expectRefusals, hash, head, sheet, without, type Row } from '#test/fixtures/packages/case.ts';
import { setUpDesk } from '#test/fixtures/packages/desk.ts';
import type { Forgery } from '#test/fixtures/packages/forge.ts';
import { setUpIntake, type Intake } from '#test/fixtures/packages/intake.ts';

let intake: Intake;
beforeAll(async () => {
  intake = await setUpIntake(await setUpDesk());
});
afterAll(() => {
  intake.desk.remove();
});

const stranger = signingKeyFromSeed(new Uint8Array(32).fill(9));
const text = (from: string, to: string) => () => ({ payload: (payload: string) => payload.replace(from, to) });
const kind = (name: string) => () => ({ kind: name });
const envelope = (turn: (envelope: string) => string) => () => ({ envelope: turn });
const field = (change: object) =>
  envelope((whole) => JSON.stringify(Object.assign(z.looseObject({}).parse(JSON.parse(whole)), change)));
const key = (change: object) => (good: ResultPredicate) => ({
  predicate: { ...good, signer: { ...good.signer, ...change } },
});
const signature = (turn: (bytes: Buffer) => Buffer) => () => ({ signature: turn });
const extra = (json: string): Row[1] => head({ extra: JSON.parse(json) as unknown });

/** The payload of an envelope replaced under its old signature. */
const resign = (turn: (payload: Buffer) => Buffer) =>
  envelope((whole) =>
    whole.replace(/"payload":"([^"]*)"/, (_, payload: string) => {
      return `"payload":"${turn(Buffer.from(payload, 'base64')).toString('base64')}"`;
    }),
  );

/** Base64 spoilt at its end; the payload is made longer first, so that there is padding to spoil. */
const spoil = (remainder: number, turn: (whole: string) => string) => (): Partial<Forgery> => ({
  payload: (payload) => {
    const missing = (3 + remainder - (Buffer.byteLength(payload) % 3)) % 3;
    return payload.replace('材料齐全', `材料齐全${'a'.repeat(missing)}`);
  },
  envelope: turn,
});

describe('the envelope of a result is refused for', () => {
  const envelopes = cases(
    'package.envelope',
    ['no JSON', envelope((whole) => whole.slice(0, -1))],
    [
      'bytes that are not UTF-8',
      () => ({ members: (all) => all.with(2, { name: 'statement.dsse.json', content: Buffer.from([0xff]) }) }),
    ],
    ['white space', envelope((whole) => `${whole}\n`)],
    ['a byte order mark', envelope((whole) => `\uFEFF${whole}`)],
    ['another field', field({ note: '' })],
    ['two signatures', field({ signatures: [0, 0].map(() => ({ keyid: '', sig: 'AAAA' })) })],
    ['no signature', field({ signatures: [] })],
    ['another payload type', field({ payloadType: 'text/plain' })],
    ['a repeated field', envelope((whole) => whole.replace('{"payloadType"', '{"payload":"","payloadType"'))],
    ['base64 without padding', spoil(1, (whole) => whole.replace(/=*","signatures/, '","signatures'))],
    ['base64 with loose bits', spoil(2, (whole) => whole.replace(/.=","signatures/, 'B=","signatures'))],
  );
  expectRefusals(envelopes, () => intake);
});

describe('the signature of a result is refused for', () => {
  const signatures = cases(
    'package.signature',
    [
      'points changed after signing',
      resign((payload) => Buffer.from(payload.toString().replace('"occupancy":1600', '"occupancy":1650'))),
    ],
    ['a payload that is not UTF-8', resign((payload) => Buffer.concat([payload, Buffer.from([0xff])]))],
    ['one bit turned', signature((bytes) => Buffer.from(bytes.map((byte, index) => (index === 5 ? byte ^ 1 : byte))))],
    ['a last byte missing', signature((bytes) => bytes.subarray(0, 63))],
    ['another key than the one named', () => ({ signer: stranger })],
    [
      'signing the bare payload',
      (
        _good,
        {
          desk: {
            expert: { signer },
          },
        },
      ) => ({ signer: { ...signer, sign: (message) => signer.sign(message.subarray(message.indexOf(0x7b))) } }),
    ],
    ['no signer', without('signer')],
    ['a payload that is no JSON', () => ({ payload: () => 'scores: all 100' })],
    ['a predicate that is no object', () => ({ predicate: [] })],
  );
  const keys = cases(
    'package.suite',
    ['a key of an unknown kind', key({ publicKey: 'MCowBQYDK2VuAyEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' })],
    ['a key in other base64', (good) => key({ publicKey: good.signer.publicKey.replace(/.=$/, 'z=') })(good)],
  );
  expectRefusals([...signatures, ...keys], () => intake);
});

describe('the statement of a result is refused for', () => {
  const forms = cases(
    'package.not-canonical',
    ['a repeated field', text('"mode":"demo"', '"mode":"official","mode":"demo"')],
    ['an escape that is not needed', text('"demo"', '"dem\\u006f"')],
    ['white space', text('"seq":1', '"seq": 1')],
    ['points written as a float', text('"occupancy":1600', '"occupancy":1600.0')],
    ['points that are a float', sheet({ points: { occupancy: 1600.5 } })],
    ['points written with an exponent', text('"occupancy":1600', '"occupancy":1.6e3')],
    ['an exponent that JSON keeps', text('"occupancy":1600', '"occupancy":1e+21')],
    ['a prototype key', text('"occupancy":1600', '"__proto__":1600')],
    ['text that is not NFC', sheet({ comment: 'cafe\u0301' })],
    ['a control character', sheet({ comment: 'a\u0007b' })],
    ['a carriage return', sheet({ comment: 'a\r\nb' })],
    ['half of a surrogate pair', sheet({ comment: 'a\ud800b' })],
    ['nesting beyond 16', extra('['.repeat(15) + ']'.repeat(15))],
  );
  const formats = [
    ...cases(
      'package.version',
      ['a newer version', head({ formatVersion: 2, future: true })],
      ['a newer type', kind('urn:mantianxing:result:2')],
    ),
    ...cases('package.critical', ['an unknown critical field', head({ critical: ['quantum'], quantum: 1 })]),
    ...cases('package.suite', ['an unknown suite', head({ suite: 'none' })]),
    ...cases('package.kind-unknown', ['a reserved kind', kind('roster')], ['an unknown kind', kind('verdict')]),
  ];
  const schemas = cases(
    'package.schema',
    ['a type of somebody else', kind('urn:slsa:provenance:v1')],
    ['an unknown field', head({ note: 'not critical' })],
    ['a missing field', without('declaration')],
    ['a missing suite', without('suite')],
    ['a version that is no number', head({ formatVersion: '1' })],
    ['an id in capitals', (good) => head({ roundId: good.roundId.toUpperCase() })(good)],
    ['a time with fractions of a second', head({ issuedAt: '2026-05-20T01:30:00.5Z' })],
    ['a comment beyond 5,000 characters', sheet({ comment: '长'.repeat(5001) })],
    ['negative points', sheet({ points: { occupancy: -50, comfort: 0, firms: 0, people: 0 } })],
    ['a second number without its predecessor', head({ seq: 2, reason: '更正' })],
    ['a first number with a predecessor', head({ previous: hash('a') })],
    ['a correction without a reason', head({ seq: 2, previous: hash('a') })],
    ['another file as the subject', text('"name":"manifest-sha256.txt"', '"name":"bagit.txt"')],
  );
  const fingerprints = cases('package.fingerprint', [
    'the fingerprint of another key',
    key({ fingerprint: hash('e') }),
  ]);
  expectRefusals([...forms, ...formats, ...schemas, ...fingerprints], () => intake);
});
