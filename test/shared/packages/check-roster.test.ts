import { currentKey, mayFollow, type SignedRoster } from '#shared/packages/check-roster.ts';
import { rosterPredicateSchema, type RosterPredicate } from '#shared/packages/roster.ts';
import { sealStatement } from '#electron/packages/bare-statement.ts';
import { makeMembership } from '#electron/packages/membership.ts';
import { makeRotation } from '#electron/packages/succession.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, setUpDesk, type Desk } from '#test/fixtures/packages/desk.ts';
import { rosterOf, sampleWorkspace } from '#test/fixtures/packages/kinds.ts';
import { sampleTime } from '#test/fixtures/packages/round.ts';

let desk: Desk;
let first: RosterPredicate;
let before: SignedRoster;
let next: RosterPredicate;
beforeAll(async () => {
  desk = await setUpDesk('ed25519-sha256', [10, 20]);
  const { publicKey, fingerprint } = desk.expert.signer;
  const member = { publicKey, fingerprint, role: 'admin' } as const;
  const statement = { workspace: sampleWorkspace, mode: 'official', issuedAt: sampleTime } as const;
  first = rosterOf(desk, must(makeMembership(desk.commission.signer, { ...statement, member })));
  before = { roster: first, statement: must(sealStatement('roster', first, desk.commission.signer)).hash };
  next = { ...first, seq: 2, previous: before.statement };
});
afterAll(() => {
  desk.remove();
});

/** The next roster with the first entry of a list changed. */
const member = (change: object): RosterPredicate => ({
  ...next,
  members: next.members.map((each) => ({ ...each, ...change })),
});
const key = (change: object): RosterPredicate => ({
  ...next,
  experts: next.experts.map(({ id, keys }) => ({ id, keys: keys.map((each) => ({ ...each, ...change })) })),
});
const rotated = (): RosterPredicate => {
  const { signer, recipient } = desk.expert;
  const keys = { publicKey: signer.publicKey, fingerprint: signer.fingerprint, recipient };
  const rotation = must(
    makeRotation(desk.commission.signer, {
      workspace: sampleWorkspace,
      mode: 'official',
      next: keys,
      issuedAt: sampleTime,
    }),
  );
  return { ...next, commission: [...next.commission, { ...keys, since: sampleTime }], rotations: [rotation] };
};

describe('a roster', () => {
  it('may be the first, or follow the one before, unchanged, with a member who left, or a new key signed in', () => {
    expect(mayFollow(null, first)).toBe(true);
    expect(mayFollow(before, next)).toBe(true);
    expect(mayFollow(before, member({ until: sampleTime }))).toBe(true);
    expect(mayFollow(before, rotated())).toBe(true);
    expect(currentKey(rotated()).fingerprint).toBe(desk.expert.signer.fingerprint);
    expect(() => currentKey({ commission: [] })).toThrow('at least one key');
  });

  it.each<readonly [string, () => RosterPredicate]>([
    ['another number', () => ({ ...next, seq: 3 })],
    ['another predecessor', () => ({ ...next, previous: 'f'.repeat(64) })],
    ['another workspace', () => ({ ...next, workspace: desk.body.round.id })],
    ['another mode', () => ({ ...next, mode: 'demo' })],
    ['the role of a member', () => ({ ...next, signer: { ...next.signer, role: 'admin' } })],
    ['a key that was not current', () => ({ ...next, signer: { ...next.signer, fingerprint: 'e'.repeat(64) } })],
    ['two new keys at once', () => ({ ...rotated(), commission: [...rotated().commission, ...rotated().commission] })],
    ['the first key exchanged', () => ({ ...next, commission: rotated().commission.slice(1) })],
    ['a member struck off', () => ({ ...next, members: [] })],
    ['a member’s key exchanged', () => member({ fingerprint: 'd'.repeat(64) })],
    ['a member’s recipient exchanged', () => member({ recipient: desk.commission.recipient })],
    ['a member’s beginning moved', () => member({ since: '2020-01-01T00:00:00Z' })],
    ['an expert struck off', () => ({ ...next, experts: [] })],
    ['an expert’s recipient exchanged', () => key({ recipient: desk.commission.recipient })],
    ['an expert’s pinning moved', () => key({ pinnedAt: '2020-01-01T00:00:00Z' })],
    ['a revocation taken back', () => key({ revoked: null })],
    ['a revocation with another reason', () => key({ revoked: { at: sampleTime, reason: '误操作' } })],
  ])('may not follow with %s', (_, make) => {
    expect(mayFollow(before, make())).toBe(false);
  });

  it('may not bring back whoever left, nor be the first with a number or a key of later', () => {
    const left: SignedRoster = { ...before, roster: { ...first, members: member({ until: sampleTime }).members } };
    expect(mayFollow(left, next)).toBe(false);
    expect(mayFollow(left, member({ until: sampleTime }))).toBe(true);
    expect(mayFollow(null, next)).toBe(false);
    expect(mayFollow(null, { ...rotated(), seq: 1, previous: null })).toBe(false);
    expect(mayFollow(null, { ...first, signer: { ...first.signer, fingerprint: 'e'.repeat(64) } })).toBe(false);
  });

  it.each<readonly [string, () => object]>([
    ['keys without a statement that signs them in', () => ({ ...rotated(), rotations: [] })],
    ['a commission’s key twice', () => ({ ...rotated(), commission: [...first.commission, ...first.commission] })],
    ['a member twice', () => ({ ...first, members: [...first.members, ...first.members] })],
    [
      'two members of one name',
      () => twins({ id: '0191e2a0-0000-7000-8000-000000000001', fingerprint: 'd'.repeat(64) }),
    ],
    ['two members of one key', () => twins({ id: '0191e2a0-0000-7000-8000-000000000001', name: '管理员乙' })],
    ['no admin', () => ({ ...first, members: first.members.map((each) => ({ ...each, role: 'staff' })) })],
    ['an expert twice', () => ({ ...first, experts: [...first.experts, ...first.experts] })],
    [
      'a key of two experts',
      () => ({
        ...first,
        experts: [...first.experts, ...first.experts.map(({ keys }) => ({ keys, id: desk.body.round.id }))],
      }),
    ],
    ['a first number with a predecessor', () => ({ ...first, previous: 'a'.repeat(64) })],
  ])('is not read with %s', (_, make) => {
    expect(rosterPredicateSchema.safeParse(first).success).toBe(true);
    expect(rosterPredicateSchema.safeParse(make()).success).toBe(false);
  });

  function twins(change: object): object {
    return { ...first, members: [...first.members, ...first.members.map((each) => ({ ...each, ...change }))] };
  }
});
