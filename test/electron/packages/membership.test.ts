import { describe, expect, it } from 'vitest';
import { createKeys, loadKeys, type OwnKeys } from '#electron/identity/keys.ts';
import { openStatement, sealStatement } from '#electron/packages/bare-statement.ts';
import { sealEnvelope } from '#electron/packages/envelope.ts';
import { makeMembership, verifyMembership } from '#electron/packages/membership.ts';
import { speaksForOffice } from '#electron/packages/office-signer.ts';
import { followRotations, makeRotation, officeHead } from '#electron/packages/succession.ts';
import type { SuiteName } from '#shared/packages/suite.ts';
import { tickingEntropy, value } from '../../pipeline/make-round.ts';

const entropy = tickingEntropy();
const workspace = '0191e2a0-0000-7000-8000-000000000000';
const issuedAt = '2026-11-23T08:00:00Z';
const makeKeys = async (suite?: SuiteName): Promise<OwnKeys> =>
  loadKeys(await createKeys('commission', entropy, suite));

const first = await makeKeys();
const second = await makeKeys();
const third = await makeKeys();
const clerk = await makeKeys();

const nameKeys = ({ signer, recipient }: OwnKeys) => ({
  publicKey: signer.publicKey,
  fingerprint: signer.fingerprint,
  recipient,
});
const rotate = (from: OwnKeys, to: OwnKeys): string =>
  value(makeRotation(from.signer, { workspace, mode: 'official', next: nameKeys(to), issuedAt }));
const vouch = (by: OwnKeys, role: 'admin' | 'staff' = 'staff'): string => {
  const { publicKey, fingerprint } = clerk.signer;
  return value(
    makeMembership(by.signer, { workspace, mode: 'official', member: { publicKey, fingerprint, role }, issuedAt }),
  );
};

const chain = [rotate(first, second), rotate(second, third)];
const pins = [first, second, third].map(({ signer }) => signer.fingerprint);

describe('a chain of rotations', () => {
  it('leads from any key that was pinned to those after it, never back', () => {
    expect(pins.map((pin) => followRotations(pin, chain))).toEqual([pins, pins.slice(1), pins.slice(2)]);
  });

  it('is not followed over a missing, foreign or changed link', () => {
    const [one = '', two = ''] = chain;
    expect(followRotations(first.signer.fingerprint, [two])).toEqual([first.signer.fingerprint]);
    expect(followRotations(first.signer.fingerprint, [rotate(clerk, second)])).toEqual([first.signer.fingerprint]);
    const bytes = Buffer.from(one, 'base64').toString().replace('"sig":"', '"sig":"A');
    expect(followRotations(first.signer.fingerprint, [Buffer.from(bytes).toString('base64')])).toHaveLength(1);
    expect(followRotations(first.signer.fingerprint, [vouch(first)])).toHaveLength(1);
    expect(followRotations(first.signer.fingerprint, ['not base64'])).toHaveLength(1);
  });

  it('takes the word of a commission only', () => {
    const head = officeHead(first.signer, { mode: 'official', seq: 1, previous: null, issuedAt });
    const signer = { ...head.signer, role: 'staff' as const };
    const claimed = value(
      sealStatement('rotation', { ...head, signer, workspace, next: nameKeys(second) }, first.signer),
    );
    expect(followRotations(first.signer.fingerprint, [claimed.envelope.toString('base64')])).toHaveLength(1);
  });

  it('may lead from one suite to another', async () => {
    const national = await makeKeys('sm2-sm3');
    const links = [rotate(first, national), rotate(national, third)];
    expect(followRotations(first.signer.fingerprint, links).at(-1)).toBe(third.signer.fingerprint);
  });
});

describe('the proof of a member', () => {
  it('holds for whoever pinned the key that vouches, or one before it, and names no person', () => {
    const { fingerprint, publicKey } = clerk.signer;
    for (const pin of pins) {
      expect(verifyMembership({ membership: vouch(third), rotations: chain }, pin)).toEqual({
        ok: true,
        value: { fingerprint, publicKey, role: 'staff' },
      });
    }
    expect(Buffer.from(vouch(third, 'admin'), 'base64').toString()).not.toContain('name');
  });

  it('does not hold for another commission, nor for a key that came before the pinned one', () => {
    const unknown = { ok: false, error: { code: 'package.signer-unknown' } };
    expect(verifyMembership({ membership: vouch(clerk), rotations: chain }, first.signer.fingerprint)).toEqual(unknown);
    expect(verifyMembership({ membership: vouch(first), rotations: chain }, second.signer.fingerprint)).toEqual(
      unknown,
    );
  });

  it('is refused when it is damaged, of another kind, or not the word of the commission', () => {
    const pin = first.signer.fingerprint;
    const check = (membership: string) => verifyMembership({ membership, rotations: [] }, pin);
    expect(check('')).toMatchObject({ error: { code: 'package.envelope' } });
    expect(check(rotate(first, second))).toMatchObject({ error: { code: 'package.schema' } });
    const { publicKey, fingerprint } = clerk.signer;
    const head = officeHead(first.signer, { mode: 'official', seq: 1, previous: null, issuedAt });
    const signer = { ...head.signer, role: 'admin' as const };
    const member = { publicKey, fingerprint, role: 'admin' as const };
    const claimed = value(sealStatement('membership', { ...head, signer, workspace, member }, first.signer));
    expect(check(claimed.envelope.toString('base64'))).toMatchObject({ error: { code: 'package.signer-role' } });
  });
});

describe('a statement without a package', () => {
  const head = officeHead(first.signer, { mode: 'official', seq: 1, previous: null, issuedAt });
  const rotation = { ...head, workspace, next: nameKeys(second) };
  const payload = (change: (text: string) => string): Buffer => {
    const { envelope } = value(sealStatement('rotation', rotation, first.signer));
    const { payload: text }: { payload: string } = JSON.parse(envelope.toString());
    return sealEnvelope(Buffer.from(change(Buffer.from(text, 'base64').toString())), first.signer);
  };
  const open = (bytes: Uint8Array) => openStatement(bytes, 'rotation');

  it('is not made of what is no time, or spoken by an expert', () => {
    const wrong = { workspace, mode: 'official', issuedAt: 'yesterday' } as const;
    const { fingerprint, publicKey } = clerk.signer;
    const refused = { error: { code: 'package.schema' } };
    expect(makeRotation(first.signer, { ...wrong, next: nameKeys(second) })).toMatchObject(refused);
    const member = { fingerprint, publicKey, role: 'staff' } as const;
    expect(makeMembership(first.signer, { ...wrong, member })).toMatchObject(refused);
    expect(speaksForOffice({ role: 'expert', fingerprint }, null, first.signer.fingerprint)).toMatchObject({
      error: { code: 'package.signer-role' },
    });
  });

  it('is not signed when our own reader would refuse it', () => {
    expect(sealStatement('rotation', { ...rotation, seq: 2 }, first.signer)).toMatchObject({
      error: { code: 'package.schema' },
    });
    expect(sealStatement('rotation', { ...rotation, critical: ['e\u0301'] }, first.signer)).toMatchObject({
      error: { code: 'package.not-canonical' },
    });
  });

  it.each([
    ['package.version', (text: string) => text.replace('rotation:1', 'rotation:2')],
    ['package.version', (text: string) => text.replace('"formatVersion":1', '"formatVersion":2')],
    ['package.schema', (text: string) => text.replace('rotation:1', 'roster:1')],
    ['package.schema', (text: string) => text.replace('rotation:1', 'nothing')],
    ['package.schema', (text: string) => text.replace('"_type"', '"_typ"')],
    ['package.schema', (text: string) => text.replace('"workspace"', '"workplace"')],
    ['package.critical', (text: string) => text.replace('"critical":[]', '"critical":["new"]')],
    ['package.manifest-mismatch', (text: string) => text.replace('e3b0c4', 'e3b0c5')],
    ['package.suite-key', (text: string) => text.replace('ed25519-sha256', 'sm2-sm3')],
    ['package.not-canonical', (text: string) => `${text} `],
    ['package.fingerprint', (text: string) => text.replace(/"fingerprint":"../, '"fingerprint":"00')],
  ])('is refused with %s when it was changed and signed again', (code, change) => {
    expect(open(payload(change))).toMatchObject({ ok: false, error: { code } });
  });

  it('is refused unread when it is too large', () => {
    expect(open(new Uint8Array(64 * 1024 * 1024 + 1))).toMatchObject({ error: { code: 'package.envelope' } });
  });
});
