import type { ResultPredicate } from '#shared/packages/result.ts';
import { signingKeyFromSeed } from '#electron/identity/signing-key.ts';
import type { Forgery } from '#test/fixtures/packages/forge.ts';
import type { ChainExpert, ChainOffice } from './chain-office.ts';

const stranger = signingKeyFromSeed(new Uint8Array(32).fill(9));
const asStranger = { role: 'expert', publicKey: stranger.publicKey, fingerprint: stranger.fingerprint } as const;
const hash = (digit: string): string => digit.repeat(64);
const unknownId = '0191e2a0-0000-7000-8000-000000000001';

export type Turn = (good: ResultPredicate, expert: ChainExpert) => Partial<Forgery>;
type Name = keyof ChainOffice['experts'];
export type Row = readonly [
  name: string,
  code: string,
  from: Name,
  seq: number,
  previous: number | null | string,
  turn?: Turn,
];

const head =
  (change: object): Turn =>
  (good) => ({ predicate: { ...good, ...change } });
const asKind =
  (kind: string): Turn =>
  (good) => ({ kind, predicate: good });

/** What must not change a score, by what gives it away. @param otherRound id of another round of the office */
export function listChainCases(
  office: () => ChainOffice,
  otherRound: () => string,
): readonly (readonly [string, readonly Row[]])[] {
  const chain: readonly Row[] = [
    [
      'the first number again with other content',
      'package.fork',
      'chained',
      1,
      null,
      head({ reason: null, issuedAt: '2026-11-23T10:00:00Z' }),
    ],
    [
      'the second number again with other content',
      'package.fork',
      'chained',
      2,
      1,
      head({ issuedAt: '2026-11-23T10:00:00Z' }),
    ],
    ['the last number again with other content', 'package.fork', 'chained', 5, hash('e')],
    ['a third that does not follow the second', 'package.fork', 'chained', 3, hash('a')],
    ['a third that follows the first', 'package.fork', 'chained', 3, 1],
    ['a sixth that follows the second', 'package.fork', 'chained', 6, 2],
    ['a sixth that follows nothing known', 'package.fork', 'chained', 6, hash('a')],
    ['a seventh that claims the fifth before it', 'package.fork', 'chained', 7, 5],
    ['a third below the high-water mark', 'package.stale', 'chained', 3, 2],
    ['a fourth that the fifth does not follow', 'package.fork', 'chained', 4, hash('b')],
    ['a second without a predecessor', 'package.schema', 'chained', 2, null],
    ['a first with a predecessor', 'package.schema', 'fresh', 1, hash('a')],
    ['a number of zero', 'package.schema', 'fresh', 0, null],
    ['a correction without a reason', 'package.schema', 'chained', 6, 5, head({ reason: null })],
    [
      'a number that is no whole one',
      'package.not-canonical',
      'fresh',
      1,
      null,
      () => ({ payload: (text) => text.replace('"seq":1', '"seq":1.0') }),
    ],
  ];
  const mode: readonly Row[] = [
    ['a demo result in an official round', 'package.mode', 'fresh', 1, null, head({ mode: 'demo' })],
    ['a mode that does not exist', 'package.schema', 'fresh', 1, null, head({ mode: 'test' })],
  ];
  const addressed: readonly Row[] = [
    ['another commission as its audience', 'package.audience', 'fresh', 1, null, head({ audience: hash('b') })],
    ['everybody as its audience', 'package.audience', 'fresh', 1, null, head({ audience: null })],
    ['a round that nobody made', 'package.round-unknown', 'fresh', 1, null, head({ roundId: unknownId })],
    [
      'another round of this office',
      'package.task-mismatch',
      'fresh',
      1,
      null,
      (good) => ({ predicate: { ...good, roundId: otherRound() } }),
    ],
    ['a task that was never issued', 'package.task-unknown', 'fresh', 1, null, head({ taskStatement: hash('c') })],
    [
      'the task of another expert',
      'package.task-mismatch',
      'fresh',
      1,
      null,
      (good) => ({ predicate: { ...good, taskStatement: office().experts.chained.task.taskStatement } }),
    ],
    [
      'the name of another expert',
      'package.task-mismatch',
      'fresh',
      1,
      null,
      (good) => ({ predicate: { ...good, expertId: office().experts.chained.id } }),
    ],
    ['the name of nobody', 'package.task-mismatch', 'fresh', 1, null, head({ expertId: unknownId })],
    ['another number of its task', 'package.task-mismatch', 'fresh', 1, null, head({ taskSeq: 2 })],
    ['a task that was issued again since', 'package.task-replaced', 'moved', 1, null],
  ];
  const signers: readonly Row[] = [
    [
      'a key of its own in the place of the enrolled one',
      'package.key-changed',
      'chained',
      6,
      5,
      (good) => ({ predicate: { ...good, signer: asStranger }, signer: stranger }),
    ],
    [
      'the enrolled key of another expert',
      'package.enrolment',
      'fresh',
      1,
      null,
      (good) => {
        const { signer } = office().experts.chained.keys;
        const named = { role: 'expert', publicKey: signer.publicKey, fingerprint: signer.fingerprint };
        return { predicate: { ...good, signer: named }, signer };
      },
    ],
    [
      'a strange key with the proof of another',
      'package.enrolment',
      'fresh',
      1,
      null,
      (good) => ({ predicate: { ...good, signer: asStranger }, signer: stranger }),
    ],
    [
      'a strange key without a proof',
      'package.signer-unknown',
      'fresh',
      1,
      null,
      (good) => ({ predicate: { ...good, signer: asStranger, enrolment: null }, signer: stranger }),
    ],
    [
      'a proof for another recipient',
      'package.enrolment',
      'fresh',
      1,
      null,
      (good) => ({ predicate: { ...good, expert: { ...good.expert, recipient: office().workspace.keys.recipient } } }),
    ],
    [
      'the role of the commission',
      'package.signer-role',
      'fresh',
      1,
      null,
      (good) => ({ predicate: { ...good, signer: { ...good.signer, role: 'commission' } } }),
    ],
    [
      'the role of an admin',
      'package.signer-role',
      'fresh',
      1,
      null,
      (good) => ({ predicate: { ...good, signer: { ...good.signer, role: 'admin' } } }),
    ],
    ['a revoked key that goes on', 'package.revoked', 'lost', 2, 1],
    ['a revoked key that begins anew', 'package.revoked', 'lost', 1, null, head({ issuedAt: '2026-11-23T10:00:00Z' })],
    [
      'the fingerprint of another key',
      'package.fingerprint',
      'fresh',
      1,
      null,
      (good) => ({ predicate: { ...good, signer: { ...good.signer, fingerprint: hash('d') } } }),
    ],
    ['a signature by another key', 'package.signature', 'fresh', 1, null, () => ({ signer: stranger })],
    [
      'a signature with one bit turned',
      'package.signature',
      'fresh',
      1,
      null,
      () => ({ signature: (bytes) => Buffer.from(bytes.map((byte, at) => (at === 3 ? byte ^ 1 : byte))) }),
    ],
  ];
  const format: readonly Row[] = [
    ['an unknown critical field', 'package.critical', 'fresh', 1, null, head({ critical: ['quorum'] })],
    ['a field that nobody knows', 'package.schema', 'fresh', 1, null, head({ quorum: 3 })],
    ['a later version of the format', 'package.version', 'fresh', 1, null, head({ formatVersion: 2 })],
    ['an earlier version of the format', 'package.version', 'fresh', 1, null, head({ formatVersion: 0 })],
    ['a later version of its kind', 'package.version', 'fresh', 1, null, asKind('urn:mantianxing:result:2')],
    ['a suite that does not exist', 'package.suite', 'fresh', 1, null, head({ suite: 'rsa-md5' })],
    ['another suite than its key', 'package.suite-key', 'fresh', 1, null, head({ suite: 'sm2-sm3' })],
    [
      'the same field twice',
      'package.not-canonical',
      'fresh',
      1,
      null,
      () => ({ payload: (text) => text.replace('"mode":"official"', '"mode":"demo","mode":"official"') }),
    ],
    ['a kind that does not exist', 'package.kind-unknown', 'fresh', 1, null, asKind('urn:mantianxing:vote:1')],
    ['the form of a task', 'package.schema', 'fresh', 1, null, asKind('task')],
    ['the form of a receipt', 'package.schema', 'fresh', 1, null, asKind('receipt')],
    ['the form of a card', 'package.schema', 'fresh', 1, null, asKind('card')],
    ['the form of a roster', 'package.kind-unknown', 'fresh', 1, null, asKind('roster')],
  ];
  const content: readonly Row[] = [
    [
      'a candidate left out',
      'package.sheet-missing',
      'fresh',
      1,
      null,
      (good) => ({ predicate: { ...good, sheets: good.sheets.slice(1) } }),
    ],
    [
      'a candidate twice',
      'package.sheet-duplicate',
      'fresh',
      1,
      null,
      (good) => ({ predicate: { ...good, sheets: [...good.sheets, ...good.sheets.slice(0, 1)] } }),
    ],
  ];

  return [
    ['its place in the chain', chain],
    ['its mode', mode],
    ['whom and what it answers', addressed],
    ['who signed it', signers],
    ['its format', format],
    ['what it leaves out', content],
  ];
}
