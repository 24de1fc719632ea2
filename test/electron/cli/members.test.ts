import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, mtxHere, type Ran } from './mtx.ts';
import { makeWorkspace, tickingEntropy } from '../../pipeline/make-round.ts';

const passphrase = '山高水长 风清月朗';
const staff = '小王的口令 很长';
let folder: string;
let workspace: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mtx-cli-members-'));
  const made = await makeWorkspace(folder, tickingEntropy());
  made.db.close();
  workspace = made.folder;
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), `${text}\n`);
  return join(folder, name);
};
const run = (words: string, secret: string | undefined, ...more: readonly string[]): Promise<Ran> =>
  mtxHere(
    [...words.split(' '), '--workspace', workspace, ...more, '--json'],
    secret === undefined ? {} : { passphrase: secret },
  );
const codeOf = (ran: Ran): string => jsonOf(ran).error.code;

describe('members on the command line', () => {
  it('are listed without a passphrase, out of the signed roster', async () => {
    expect(jsonOf(await run('member list', undefined)).members).toMatchObject([{ name: '管理员', role: 'admin' }]);
    expect(jsonOf(await run('roster verify', undefined))).toMatchObject({ ok: true, seq: 1, rotations: 0, experts: 0 });
    const words = await mtxHere(['member', 'list', '--workspace', workspace, '--lang', 'en']);
    expect(words.out).toMatch(/^管理员 {2}admin {2}since 2026-/);
  });

  it('are added by an admin; from then on everybody says who he is', async () => {
    const file = put('staff.txt', staff);
    const added = await run('member add', passphrase, '小王', '--new-passphrase-file', file);
    expect(jsonOf(added).members).toHaveLength(2);
    expect(codeOf(await run('import', passphrase, folder))).toBe('identity.member-needed');
    expect((await run('import', staff, folder, '--member', '小王')).code).toBe(0);
    expect(
      codeOf(await run('member add', passphrase, '小张', '--member', '管理员', '--new-passphrase-file', 'none')),
    ).toBe('workspace.new-passphrase-missing');
  });

  it('of the staff are refused what only an admin may do, also where no passphrase was needed before', async () => {
    const round = ['--template', 'building', '--title', '批次'];
    expect(codeOf(await run('round create', undefined, ...round))).toBe('workspace.passphrase-missing');
    expect(codeOf(await run('round create', staff, ...round, '--member', '小王'))).toBe('identity.admin-only');
    expect(codeOf(await run('member remove', staff, '管理员', '--member', '小王'))).toBe('identity.admin-only');
    expect(codeOf(await run('keys rotate', staff, '--member', '小王'))).toBe('identity.admin-only');
    expect((await run('round create', passphrase, ...round, '--member', '管理员')).code).toBe(0);
  });

  it('change roles and passphrases', async () => {
    const admin = ['--member', '管理员'];
    expect(codeOf(await run('member role', passphrase, '小王', '--role', 'boss', ...admin))).toBe('cli.choice');
    expect(codeOf(await run('member add', passphrase, '小张', '--role', 'boss', ...admin))).toBe('cli.choice');
    const changed = jsonOf(await run('member role', passphrase, '小王', '--role', 'admin', ...admin));
    expect(changed.members[1]).toMatchObject({ name: '小王', role: 'admin' });
    const file = put('next.txt', '小王的 新口令 更长');
    expect(jsonOf(await run('member passphrase', staff, '--member', '小王', '--new-passphrase-file', file)).name).toBe(
      '小王',
    );
    expect(codeOf(await run('import', staff, folder, '--member', '小王'))).toBe('identity.wrong-passphrase');
    expect(codeOf(await run('member passphrase', undefined))).toBe('workspace.passphrase-missing');
    expect(codeOf(await run('member passphrase', staff, '--member', '小王', '--new-passphrase-file', file))).toBe(
      'identity.wrong-passphrase',
    );
    const renewed = await run(
      'member renew',
      passphrase,
      '小王',
      ...admin,
      '--new-passphrase-file',
      put('again.txt', staff),
    );
    expect(jsonOf(renewed).members).toHaveLength(3);
    expect(codeOf(await run('member renew', passphrase, '小张', ...admin, '--new-passphrase-file', file))).toBe(
      'identity.member-unknown',
    );
    const left = await mtxHere(['member', 'remove', '小王', ...admin, '--workspace', workspace, '--lang', 'en'], {
      passphrase,
    });
    expect(left.out).toMatch(/小王 {2}admin {2}since .*, left 2/);
  });

  it('get in again by the recovery key, which is printed once', async () => {
    expect(codeOf(await run('recovery restore', undefined, '--key-file', put('paper.txt', 'AAAA')))).toBe(
      'workspace.new-passphrase-missing',
    );
    const { key } = jsonOf(await run('recovery create', passphrase));
    expect(key).toMatch(/^([0-9A-Z]{5}-){12}[0-9A-Z]{5}$/);
    const words = ['--key-file', put('paper.txt', key), '--new-passphrase-file', put('new.txt', '找回来的 新口令')];
    expect(jsonOf(await run('recovery restore', undefined, ...words))).toMatchObject({ name: '管理员', role: 'admin' });
    expect((await run('import', '找回来的 新口令', folder)).code).toBe(0);
    expect(codeOf(await run('recovery restore', undefined, '--key-file', join(folder, 'none')))).toBe(
      'identity.paper-empty',
    );
  });

  it('rotate the commission’s keys, and the chain of rosters still holds', async () => {
    const secret = '找回来的 新口令';
    const { fingerprint, before } = jsonOf(await run('keys rotate', secret));
    expect(fingerprint).not.toBe(before);
    expect(jsonOf(await run('roster verify', undefined))).toMatchObject({ fingerprint, rotations: 1 });
    const words = await mtxHere(['roster', 'verify', '--workspace', workspace]);
    expect(words.out).toMatch(/^第 \d+ 号名册成立/);
    expect(readFileSync(join(workspace, 'workspace.json'), 'utf8')).not.toContain(secret);
  });
});
