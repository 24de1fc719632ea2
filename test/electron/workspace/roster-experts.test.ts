import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RosterExpert } from '#shared/packages/roster.ts';
import { machineEntropy } from '#electron/base/machine-entropy.ts';
import { importResults } from '#electron/intake/import-results.ts';
import { getOffice, viewSignIns } from '#electron/workspace/view-office.ts';
import { loadRoster } from '#electron/workspace/load-roster.ts';
import { addMember } from '#electron/workspace/members.ts';
import { openWorkspace, unlockWorkspace } from '#electron/workspace/open-workspace.ts';
import { createRecoveryKey } from '#electron/workspace/recovery.ts';
import { signRoster } from '#electron/workspace/sign-roster.ts';
import { rotateTo, vouchFor } from '#electron/workspace/vouch.ts';
import { workspacePaths, type UnlockedWorkspace, type Workspace } from '#electron/workspace/workspace.ts';
import { ok } from '#shared/base/result.ts';
import { issueRound, makeRound, scoreAll, submit, value } from '../../pipeline/make-round.ts';
import { temporaryWorkspace } from '../../pipeline/temporary-round.ts';

const passphrase = '山高水长 风清月朗';
const temporary = temporaryWorkspace('each');
let folder: string;
let admin: UnlockedWorkspace;

beforeEach(() => void ({ folder, workspace: admin } = temporary));

const reopen = (): Workspace => temporary.closeLater(value(openWorkspace(admin.folder, machineEntropy)));
const experts = (): readonly RosterExpert[] => value(loadRoster(admin))?.roster.experts ?? [];
const pinned = (): unknown[] => admin.db.prepare('SELECT fingerprint FROM expert_keys ORDER BY pinned_at').all();

/** Two experts hand in, so that their keys are pinned. */
const takeResults = async (): Promise<void> => {
  const { homes } = await issueRound(admin, folder, makeRound(admin, 1, 2));
  const results = join(folder, 'results');
  for (const home of homes) {
    temporary.closeLater(home.home);
    scoreAll(home, () => 80);
    await submit(home, results);
  }
  const entries = value(await importResults(admin, { paths: [results] }));
  expect(entries.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted']);
};
/** Signs the next roster with a change of the experts. */
const change = (edit: (experts: readonly RosterExpert[]) => RosterExpert[]) =>
  signRoster(admin, (body) => ok({ body: { ...body, experts: edit(body.experts) } }));
const at = '2026-11-24T08:00:00Z';
const revokeAll = (list: readonly RosterExpert[]): RosterExpert[] =>
  list.map(({ id, keys }) => ({ id, keys: keys.map((key) => ({ ...key, revoked: { at, reason: '电脑遗失' } })) }));

describe('experts in the roster', () => {
  it('stand there with the keys that their results pinned, signed at the next sign-in of an admin', async () => {
    value(await addMember(admin, { name: '小王', role: 'staff', passphrase: '小王的口令 很长', workFactor: 8 }));
    await takeResults();
    expect(experts()).toEqual([]);
    value(await unlockWorkspace(reopen(), '小王的口令 很长', '小王'));
    expect(experts(), 'staff cannot sign').toEqual([]);
    value(await unlockWorkspace(reopen(), passphrase, '管理员'));
    expect(
      experts()
        .map(({ keys }) => keys.map(({ fingerprint }) => ({ fingerprint })))
        .flat(),
    ).toEqual(pinned());
    const { seq } = value(getOffice(admin)).roster;
    value(await unlockWorkspace(reopen(), passphrase, '管理员'));
    expect(value(getOffice(admin)).roster.seq).toBe(seq);
  });

  it('have no key there that no accepted result has pinned', async () => {
    await takeResults();
    admin.db.exec(
      `INSERT INTO expert_keys (expert_id, fingerprint, public_key, recipient, pinned_at)
       SELECT expert_id, '${'0'.repeat(64)}', public_key, recipient, pinned_at FROM expert_keys LIMIT 1`,
    );
    value(await change((list) => [...list]));
    expect(experts().flatMap(({ keys }) => keys)).toHaveLength(2);
  });

  it.each([
    ['exchanged', "UPDATE expert_keys SET public_key = 'x'"],
    ['removed', 'DELETE FROM expert_keys'],
    ['let off its revocation', 'UPDATE expert_keys SET revoked_at = NULL'],
  ])('are found out in the database when a key is %s', async (_, sql) => {
    await takeResults();
    value(await change(revokeAll));
    expect(value(loadRoster(admin))?.roster.seq).toBe(2);
    admin.db.exec(sql);
    expect(loadRoster(admin)).toMatchObject({ error: { code: 'identity.roster-table' } });
  });

  it('stay revoked: no later roster takes a key or a revocation back', async () => {
    await takeResults();
    value(await change(revokeAll));
    const rows = admin.db.prepare('SELECT DISTINCT revoked_at AS at, revoked_reason AS reason FROM expert_keys').all();
    expect(rows).toEqual([{ at, reason: '电脑遗失' }]);
    const broken = { error: { code: 'identity.roster-broken' } };
    const free = (list: readonly RosterExpert[]) =>
      list.map(({ id, keys }) => ({ id, keys: keys.map((key) => ({ ...key, revoked: null })) }));
    expect(await change(free)).toMatchObject(broken);
    expect(await change((list) => list.slice(0, 1))).toMatchObject(broken);
    expect(
      await change((list) => list.map(({ id, keys }) => ({ id, keys: keys.map((key) => ({ ...key, pinnedAt: at })) }))),
    ).toMatchObject(broken);
    expect(value(loadRoster(admin))?.roster.seq).toBe(2);
  });
});

describe('what the window shows of the office', () => {
  it('is members, keys, recovery and roster as signed', async () => {
    value(await createRecoveryKey(admin));
    expect(value(getOffice(admin))).toMatchObject({
      me: admin.member.id,
      members: [{ name: '管理员', role: 'admin', until: null }],
      keys: [{ fingerprint: expect.stringMatching(/^SHA256:/) }],
      recoverySince: expect.stringMatching(/^2026-/),
      roster: { seq: 2 },
    });
    const { id } = admin.member;
    expect(value(viewSignIns(reopen()))).toEqual({ members: [{ id, name: '管理员', role: 'admin' }], recovery: true });
    admin.db.exec('DELETE FROM members');
    const changed = { error: { code: 'identity.roster-table' } };
    expect([getOffice(admin), viewSignIns(admin)]).toMatchObject([changed, changed]);
  });

  it('is nobody before the first sign-in of an old workspace', () => {
    rmSync(workspacePaths.rosters(admin.folder), { recursive: true });
    admin.db.exec('DELETE FROM rosters; DELETE FROM members');
    expect(value(viewSignIns(admin))).toEqual({ members: [], recovery: false });
    expect(getOffice(admin)).toMatchObject({ error: { code: 'identity.no-roster' } });
  });
});

describe('a disk that refuses', () => {
  it('leaves the roster as it was when a key file cannot be written', async () => {
    const signing = workspacePaths.signing(admin.folder);
    rmSync(signing);
    mkdirSync(signing);
    expect(await createRecoveryKey(admin)).toMatchObject({ ok: false });
    rmSync(signing, { recursive: true });
    expect(value(loadRoster(admin))?.roster.seq).toBe(1);
  });

  it('leaves the roster as it was when the statement cannot be written', async () => {
    mkdirSync(join(workspacePaths.rosters(admin.folder), '000002.dsse.json'));
    expect(await createRecoveryKey(admin)).toMatchObject({ ok: false });
    rmSync(workspacePaths.rosters(admin.folder), { recursive: true });
    writeFileSync(workspacePaths.rosters(admin.folder), '');
    expect(loadRoster(admin)).toMatchObject({ error: { code: expect.stringMatching(/^files\./) } });
  });

  it('makes no recovery key that nobody could put on paper', async () => {
    const refused = { ok: false, error: { code: 'files.full' } } as const;
    expect(await createRecoveryKey(admin, () => Promise.resolve(refused))).toEqual(refused);
    expect(value(loadRoster(admin))?.roster.recovery).toBeNull();
  });
});

describe('statements of our own', () => {
  it('that would not pass their schema are a bug, not a refusal', () => {
    const { about, keys, member } = admin;
    const issuedAt = 'yesterday';
    expect(() => vouchFor(about, keys.signer, member.signer, { role: 'admin', issuedAt })).toThrow(/package\.schema/);
    const { publicKey, fingerprint } = member.signer;
    const next = { publicKey, fingerprint, recipient: keys.recipient };
    expect(() => rotateTo({ ...about, demo: true }, keys.signer, next, issuedAt)).toThrow(/package\.schema/);
    expect(vouchFor({ ...about, demo: true }, keys.signer, member.signer, { role: 'staff', issuedAt: at })).not.toBe(
      '',
    );
  });
});
