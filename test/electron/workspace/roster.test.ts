import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RosterPredicate } from '#shared/packages/roster.ts';
import { machineEntropy } from '#electron/base/machine-entropy.ts';
import { createKeys, loadKeys } from '#electron/identity/keys.ts';
import { createCommissionKeys, createKeyFile } from '#electron/identity/key-file.ts';
import type { SigningKey } from '#electron/identity/signing-key.ts';
import { sealStatement } from '#electron/packages/bare-statement.ts';
import { createWorkspace } from '#electron/workspace/create-workspace.ts';
import { loadRoster } from '#electron/workspace/load-roster.ts';
import { addMember, listMembers, removeMember } from '#electron/workspace/members.ts';
import { openWorkspace, unlockWorkspace } from '#electron/workspace/open-workspace.ts';
import { rotateKeys } from '#electron/workspace/rotate-keys.ts';
import { vouchFor } from '#electron/workspace/vouch.ts';
import { workspacePaths, type UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { makeWorkspace, tickingEntropy, value } from '../../pipeline/make-round.ts';
import { temporaryWorkspace } from '../../pipeline/temporary-round.ts';

const passphrase = '山高水长 风清月朗';
const staffPassphrase = '小王的口令 很长';
const temporary = temporaryWorkspace('each');
let folder: string;
let admin: UnlockedWorkspace;
let staffId: string;

beforeEach(async () => {
  ({ folder, workspace: admin } = temporary);
  const added = await addMember(admin, { name: '小王', role: 'staff', passphrase: staffPassphrase, workFactor: 8 });
  staffId = value(added).id;
});

const rosters = (): string => workspacePaths.rosters(admin.folder);
const rosterPath = (seq: number): string => join(rosters(), `${String(seq).padStart(6, '0')}.dsse.json`);

/** What signing in says, to an admin and to the staff. */
const enter = async (secret = passphrase, member = '管理员') => {
  const workspace = temporary.closeLater(value(openWorkspace(admin.folder, machineEntropy)));
  const entered = await unlockWorkspace(workspace, secret, member);
  return entered.ok ? 'in' : entered.error.code;
};
const everybody = async () => [await enter(), await enter(staffPassphrase, '小王')];

const newest = (): { readonly statement: string; readonly roster: RosterPredicate } => {
  const found = value(loadRoster(admin));
  if (found === null) throw new Error('no roster');
  return found;
};

/** Puts a roster of one's own making in the next place, signed by a key of choice. */
const forge = (
  change: (roster: RosterPredicate) => Partial<RosterPredicate>,
  signer: SigningKey = admin.keys.signer,
): void => {
  const { statement, roster } = newest();
  const { publicKey, fingerprint } = signer;
  const next = {
    ...roster,
    seq: roster.seq + 1,
    previous: statement,
    signer: { ...roster.signer, publicKey, fingerprint },
    ...change(roster),
  };
  writeFileSync(rosterPath(roster.seq + 1), value(sealStatement('roster', next, signer)).envelope);
};
const strange = async (): Promise<SigningKey> => loadKeys(await createKeys('member', machineEntropy)).signer;

describe('a roster that was tampered with', () => {
  it.each([
    ['a member made admin', "UPDATE members SET role = 'admin' WHERE name = '小王'"],
    ['a member renamed', "UPDATE members SET name = '大王' WHERE name = '小王'"],
    ['a member removed', "DELETE FROM members WHERE name = '小王'"],
    ['a member let out', "UPDATE members SET until = since WHERE name = '小王'"],
    ['another key', "UPDATE members SET public_key = 'x' WHERE name = '小王'"],
    [
      'a member added',
      `INSERT INTO members SELECT '01890a5d-ac96-774b-bcce-b302099a8057', '小张', 'admin', '${'0'.repeat(64)}', public_key, recipient, since, NULL
       FROM members WHERE name = '小王'`,
    ],
  ])('in the database (%s) is found before anybody is signed in', async (_, sql) => {
    admin.db.exec(sql);
    expect(await everybody()).toEqual(['identity.roster-table', 'identity.roster-table']);
    expect(listMembers(admin)).toMatchObject({ error: { code: 'identity.roster-table' } });
  });

  it('by removing a statement, the last one or one before, is found', async () => {
    const last = readFileSync(rosterPath(2));
    rmSync(rosterPath(2));
    expect(await everybody()).toEqual(['identity.roster-missing', 'identity.roster-missing']);
    writeFileSync(rosterPath(2), last);
    expect(await everybody()).toEqual(['in', 'in']);
    rmSync(rosterPath(1));
    expect(await enter()).toBe('identity.roster-missing');
  });

  it('by rolling files and database back together is found by the key files', async () => {
    const old = join(folder, 'old');
    cpSync(rosters(), old, { recursive: true });
    value(await removeMember(admin, { memberId: staffId }));
    rmSync(rosters(), { recursive: true });
    cpSync(old, rosters(), { recursive: true });
    admin.db.exec(`DELETE FROM rosters WHERE seq = 3; UPDATE members SET until = NULL`);
    expect(await enter()).toBe('identity.roster-rolled-back');
  });

  it('by rolling back to before there was one does not open the way for another', async () => {
    rmSync(rosters(), { recursive: true });
    admin.db.exec('DELETE FROM rosters; DELETE FROM members');
    expect(await enter()).toBe('identity.roster-missing');
    value(
      await createCommissionKeys(workspacePaths.formerKeys(admin.folder), passphrase, {
        entropy: machineEntropy,
        workFactor: 8,
      }),
    );
    expect(await enter('不是 这个 口令')).toBe('identity.wrong-passphrase');
  });

  it('by changing a byte, or writing rubbish, is found', async () => {
    const text = readFileSync(rosterPath(2), 'utf8');
    writeFileSync(rosterPath(2), text.replace('"sig":"', '"sig":"A'));
    expect(await everybody()).toEqual(['identity.roster-broken', 'identity.roster-broken']);
    writeFileSync(rosterPath(2), 'rubbish');
    expect(await enter()).toBe('identity.roster-broken');
    writeFileSync(rosterPath(2), text);
    writeFileSync(join(rosters(), 'notes.txt'), 'no roster');
    expect(await enter()).toBe('in');
  });

  it('by a folder in a file’s place is refused as the disk refuses it', async () => {
    rmSync(rosterPath(2));
    mkdirSync(rosterPath(2));
    expect(await enter()).toMatch(/^files\./);
  });
});

describe('a forged roster', () => {
  it('signed by a member of the staff, or by a stranger, is found', async () => {
    const promote = ({ members }: RosterPredicate) => ({
      members: members.map((member) => ({ ...member, role: 'admin' as const })),
    });
    forge(promote, await strange());
    expect(await everybody()).toEqual(['identity.roster-broken', 'identity.roster-broken']);
    rmSync(rosterPath(3));
    forge(promote);
    expect(await enter(), 'a role that the 成员证明 does not bear out').toBe('identity.roster-broken');
  });

  it.each([
    ['skips a number', ({ seq }: RosterPredicate) => ({ seq: seq + 2 })],
    ['names another one before', () => ({ previous: 'a'.repeat(64) })],
    ['is of another workspace', () => ({ workspace: '01890a5d-ac96-774b-bcce-b302099a8057' })],
    ['is of a demo', () => ({ mode: 'demo' as const })],
    ['claims another role', ({ signer }: RosterPredicate) => ({ signer: { ...signer, role: 'admin' as const } })],
    ['drops a member', ({ members }: RosterPredicate) => ({ members: members.slice(0, 1) })],
    [
      'exchanges a member’s recipient',
      ({ members }: RosterPredicate) => ({
        members: members.map((each) => ({ ...each, recipient: members[0]?.recipient ?? '' })),
      }),
    ],
    [
      'puts another first key in place',
      ({ commission }: RosterPredicate) => ({
        commission: commission.map((key) => ({ ...key, since: '2020-01-01T00:00:00Z' })),
      }),
    ],
  ])('that %s is found', async (_, change) => {
    forge(change);
    expect(await enter()).toBe('identity.roster-broken');
  });

  it('whose rotation the old key has not signed is found', async () => {
    const next = loadKeys(await createKeys('commission', machineEntropy));
    const { publicKey, fingerprint } = next.signer;
    const issuedAt = '2026-11-23T08:00:00Z';
    forge(({ commission, members }) => ({
      commission: [...commission, { publicKey, fingerprint, recipient: next.recipient, since: issuedAt }],
      rotations: [members[0]?.membership ?? ''],
      members: members.map((member) => ({
        ...member,
        membership: vouchFor(admin.about, next.signer, member, { role: member.role, issuedAt }),
      })),
    }));
    expect(await enter()).toBe('identity.roster-broken');
  });

  it('by a former key of the commission is found', async () => {
    value(await rotateKeys(admin));
    forge(() => ({}), admin.keys.signer);
    expect(await enter()).toBe('identity.roster-broken');
  });

  it('of a whole other commission under the same id is found by the member’s own key file', async () => {
    const other = temporary.closeLater(
      value(
        await createWorkspace({
          folder: join(folder, 'other'),
          name: '评审办',
          demo: false,
          passphrase,
          entropy: machineEntropy,
          workFactor: 8,
        }),
      ),
    );
    const { roster } = value(loadRoster(other)) ?? {};
    if (roster === undefined) throw new Error('no roster');
    const mine = newest().roster.members;
    const foreign = other.keys.signer;
    const issuedAt = roster.issuedAt;
    const members = mine.map((member) => ({
      ...member,
      membership: vouchFor(admin.about, foreign, member, { role: member.role, issuedAt }),
    }));
    const sealed = value(sealStatement('roster', { ...roster, workspace: admin.about.id, members }, foreign));
    for (const name of readdirSync(rosters())) rmSync(join(rosters(), name));
    writeFileSync(rosterPath(1), sealed.envelope);
    admin.db.exec('DELETE FROM rosters; DELETE FROM members');
    expect(await enter()).toBe('identity.roster-foreign');
  });
});

describe('a roster', () => {
  it('that was signed but not yet projected, because the machine stopped, is projected at the next opening', async () => {
    admin.db.exec(`DELETE FROM rosters WHERE seq = 2; DELETE FROM members WHERE name = '小王'`);
    expect(await everybody()).toEqual(['in', 'in']);
    expect(value(listMembers(admin)).map(({ name }) => name)).toEqual(['管理员', '小王']);
  });

  it('is noted in the log with its number and hash', () => {
    const { statement } = newest();
    const row = admin.db.prepare("SELECT body FROM trace WHERE event = 'roster-signed' ORDER BY seq DESC").get();
    expect(row).toEqual({ body: JSON.stringify({ seq: 2, statement }) });
  });

  it('does not let the members in without the key files that belong to it', async () => {
    const { folder: office } = admin;
    const own = workspacePaths.memberKeys(office, admin.member.id);
    const bytes = readFileSync(own);
    rmSync(own);
    expect(await enter()).toBe('files.missing');
    writeFileSync(own, 'rubbish');
    expect(await enter()).toBe('identity.key-file-damaged');
    cpSync(workspacePaths.memberKeys(office, staffId), own);
    expect(await enter(staffPassphrase)).toBe('identity.roster-foreign');
    rmSync(own);
    value(await createKeyFile(own, 'expert', passphrase, { entropy: machineEntropy, workFactor: 8 }));
    expect(await enter()).toBe('identity.key-file-damaged');
    writeFileSync(own, bytes);
    for (const path of [workspacePaths.sealing(office), workspacePaths.signing(office)]) {
      const vault = readFileSync(path);
      for (const damage of ['rubbish', ' '.repeat(1024 * 1024 + 1)]) {
        writeFileSync(path, damage);
        expect(await enter()).toBe('identity.key-file-damaged');
      }
      rmSync(path);
      expect(await enter()).toBe('files.missing');
      writeFileSync(path, vault);
    }
    expect(await enter()).toBe('in');
  });

  it('does not open key files that are sealed to others, or hold other keys than it names', async () => {
    const other = temporary.closeLater(await makeWorkspace(join(folder, 'other'), tickingEntropy()));
    for (const place of [workspacePaths.sealing, workspacePaths.signing]) {
      const own = readFileSync(place(admin.folder));
      cpSync(place(other.folder), place(admin.folder));
      expect(await enter()).toBe('identity.vault-closed');
      writeFileSync(place(admin.folder), own);
    }
  });
});
