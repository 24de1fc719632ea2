import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadExperts } from '#electron/experts/list-experts.ts';
import { readExperts } from '#electron/experts/read-experts.ts';
import { takeExperts } from '#electron/experts/take-experts.ts';
import { takeCandidates } from '#electron/candidates/take-candidates.ts';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { exportRound } from '#electron/reports/export-round.ts';
import { listIssuedTasks } from '#electron/tasks/list-issued-tasks.ts';
import { codePlace, loadColumnKey, markPhone, phonePlace, sealedPlace } from '#electron/workspace/columns.ts';
import { openWorkspace, unlockWorkspace } from '#electron/workspace/open-workspace.ts';
import { protectColumns } from '#electron/workspace/protect-columns.ts';
import type { UnlockedWorkspace, Workspace } from '#electron/workspace/workspace.ts';
import { candidateRow, expertRow, issueRound, tickingEntropy, value } from '../../pipeline/make-round.ts';
import { temporaryRound } from '../../pipeline/temporary-round.ts';
import { findPlainWords } from '../../pipeline/plain-words.ts';

const passphrase = '山高水长 风清月朗';
const phone = '13900008888';
const idNumber = '11010519491231002X';

const temporary = temporaryRound('each', { candidates: 1, experts: 1 });
let folder: string;
let workspace: UnlockedWorkspace;
let roundId: string;
beforeEach(() => void ({ folder, workspace, roundId } = temporary));

const taken = (office: Workspace, ...phones: string[]) =>
  value(takeExperts(office, { roundId, rows: phones.map((each) => ({ ...expertRow('张三', '甲'), phone: each })) }));
const secretCandidate = (office: Workspace, code = 'B09') => {
  const trackId = office.db.prepare<[], { id: string }>('SELECT track_id AS id FROM candidates').get()?.id;
  const row = { ...candidateRow(code, '甲', trackId), sealed: { idNumber } };
  return value(takeCandidates(office, { roundId, rows: [row] }));
};
const phones = (office: Workspace) =>
  loadExperts(office.db, roundId, office.columns)
    .filter(({ name }) => name === '张三')
    .map((expert) => expert.phone);
const reopen = async (): Promise<{ locked: Workspace; unlock: () => Promise<UnlockedWorkspace> }> => {
  workspace.db.close();
  const locked = value(openWorkspace(workspace.folder, tickingEntropy(Date.UTC(2026, 11, 1))));
  return {
    locked,
    unlock: async () => {
      workspace = value(await unlockWorkspace(locked, passphrase));
      return workspace;
    },
  };
};
const words = () => [phone, idNumber, '19491231', ...value(listIssuedTasks(workspace, { roundId })).map((t) => t.code)];

describe('codes and personal columns', () => {
  it('stand nowhere in the workspace in the open, whether it is locked when they come in or not', async () => {
    taken(workspace, phone);
    secretCandidate(workspace);
    const { locked, unlock } = await reopen();
    taken(locked, phone, '13711112222');
    secretCandidate(locked, 'B10');
    await unlock();
    workspace.db.prepare('UPDATE rounds SET status = ?').run('draft');
    workspace.db.exec("DELETE FROM candidates WHERE code IN ('B09', 'B10')");
    await issueRound(workspace, folder, roundId);
    const planted = [...words(), '13711112222'];
    expect(planted.every((word) => word.length > 7)).toBe(true);
    expect(findPlainWords(workspace.folder, planted)).toEqual([]);
    workspace.db.pragma('wal_checkpoint(TRUNCATE)');
    expect(findPlainWords(workspace.folder, planted)).toEqual([]);
  });

  it('show only while it is unlocked', async () => {
    taken(workspace, phone);
    await issueRound(workspace, folder, roundId);
    const [task] = value(listIssuedTasks(workspace, { roundId }));
    expect(task?.code).toMatch(/^(?:[0-9A-Z]{4}-){4}[0-9A-Z]$/);
    expect(phones(workspace)).toEqual([phone]);
    const slips = { roundId, form: 'slip', format: 'pdf', language: 'zh-CN' } as const;
    expect(await exportRound(workspace, slips)).toMatchObject({ ok: true });
    const { locked, unlock } = await reopen();
    expect(value(listIssuedTasks(locked, { roundId }))).toMatchObject([{ code: '', expertId: task?.expertId }]);
    expect(phones(locked)).toEqual(['']);
    expect(await exportRound(locked, slips)).toMatchObject({ error: { code: 'workspace.codes-sealed' } });
    await unlock();
    expect(value(listIssuedTasks(workspace, { roundId }))).toMatchObject([{ code: task?.code }]);
    expect(phones(workspace)).toEqual([phone]);
  });

  it('open in their own place only', () => {
    taken(workspace, phone, '13711112222');
    const [one, two] = workspace.db
      .prepare<[], { id: string; phone: string }>("SELECT id, phone FROM experts WHERE name = '张三' ORDER BY rowid")
      .all();
    if (one === undefined || two === undefined) throw new Error('no experts');
    expect(workspace.columns?.(phonePlace(one.id), one.phone)).toBe(phone);
    expect(() => workspace.columns?.(phonePlace(two.id), one.phone)).toThrow('experts');
    expect(() => workspace.columns?.(codePlace(one.id), one.phone)).toThrow('tasks');
    expect(() => workspace.columns?.(phonePlace(one.id), 'mtx2:AAAA:mtx1:AAAA')).toThrow('experts');
    const cut = `${one.phone.slice(0, -8)}AAAAAAA=`;
    expect(() => workspace.columns?.(phonePlace(one.id), cut)).toThrow('experts');
  });
});

describe('who is who, by name, unit and a sealed telephone', () => {
  it('is the same whether the workspace is locked or not', async () => {
    taken(workspace, phone);
    const { locked, unlock } = await reopen();
    taken(locked, phone);
    expect(phones(locked)).toHaveLength(1);
    taken(locked, '13711112222');
    expect(phones(locked)).toHaveLength(2);
    taken(locked, '');
    expect(phones(locked)).toHaveLength(2);
    await unlock();
    taken(workspace, phone, '13711112222');
    expect(phones(workspace).toSorted()).toEqual(['13711112222', phone]);
  });

  it('holds rows of somebody whom the round has', async () => {
    taken(workspace, phone);
    const path = join(folder, '专家.csv');
    writeFileSync(path, `姓名,单位,手机\n张三,甲,${phone}\n张三,甲,13711112222\n`);
    const { locked, unlock } = await reopen();
    for (const office of [locked, await unlock()]) {
      const { interpretation } = value(await readExperts(office, { roundId, path }));
      expect(interpretation.problems.map(({ kind }) => kind)).toEqual(['experts.exists', 'experts.same-name']);
    }
  });

  it('is told by twelve bits of the number, under a salt of the workspace', () => {
    expect(markPhone(workspace.db, phone)).toMatch(/^[0-9a-f]{3}$/);
    expect(markPhone(workspace.db, '')).toBe('');
    const marks = Array.from({ length: 500 }, (_, index) => markPhone(workspace.db, `139${10_000_000 + index}`));
    expect(new Set(marks).size).toBeGreaterThan(400);
  });
});

/** Puts a workspace into the state of an earlier version just brought to the newest tables. */
function unprotect({ db, folder: place }: UnlockedWorkspace): void {
  const code = 'ABCD-EFGH-JKMN-PQRS-T';
  db.exec(`DELETE FROM column_key; CREATE TABLE plain_leftovers (since TEXT NOT NULL) STRICT;
    UPDATE tasks SET code = '${code}'; UPDATE experts SET phone = '${phone}', phone_mark = '';
    UPDATE candidates SET sealed = '{"idNumber":"${idNumber}"}';`);
  mkdirSync(join(place, 'backups'), { recursive: true });
  writeFileSync(join(place, 'backups', 'version-1.db'), `${code} ${phone} ${idNumber}`);
}

describe('a workspace of an earlier version', () => {
  const planted = ['ABCD-EFGH-JKMN-PQRS-T', phone, idNumber];

  it('is written without a passphrase as before, and sealed at its first unlock', async () => {
    await issueRound(workspace, folder, roundId);
    unprotect(workspace);
    const { locked, unlock } = await reopen();
    locked.db.prepare("UPDATE rounds SET status = 'draft'").run();
    taken(locked, phone, '13711112222', '13711112222');
    secretCandidate(locked);
    expect(findPlainWords(workspace.folder, planted)).not.toEqual([]);
    await unlock();
    expect(findPlainWords(workspace.folder, planted)).toEqual([]);
    expect(value(listIssuedTasks(workspace, { roundId }))).toMatchObject([{ code: 'ABCD-EFGH-JKMN-PQRS-T' }]);
    expect(phones(workspace).toSorted()).toEqual(['13711112222', phone]);
    const row = workspace.db
      .prepare<[], { id: string; sealed: string }>("SELECT id, sealed FROM candidates WHERE code = 'B09'")
      .get();
    const opened = workspace.columns?.(sealedPlace(row?.id ?? ''), String(JSON.parse(row?.sealed ?? '')));
    expect(JSON.parse(opened ?? '')).toEqual({ idNumber });
  });

  it('is rebuilt at the next unlock when the first one was killed before that', async () => {
    unprotect(workspace);
    const vacuum = workspace.db.exec.bind(workspace.db);
    const dying: UnlockedWorkspace = { ...workspace, db: workspace.db };
    workspace.db.exec = (sql: string) => {
      if (sql === 'VACUUM') throw new Error('killed');
      return vacuum(sql);
    };
    await expect(protectColumns(dying)).rejects.toThrow('killed');
    const { unlock } = await reopen();
    await unlock();
    expect(findPlainWords(workspace.folder, planted)).toEqual([]);
    expect(workspace.db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'plain_leftovers'").get()).toBeUndefined();
  });
});

describe('the key of the columns', () => {
  it('follows a rotation of the commission’s keys', async () => {
    taken(workspace, phone);
    const identity = await generateX25519Identity();
    const recipient = await identityToRecipient(identity);
    const former = [{ fingerprint: workspace.keys.signer.fingerprint, identity: workspace.keys.identity }];
    const rotated = { ...workspace, keys: { ...workspace.keys, identity, recipient, former } };
    expect(phones(value(await protectColumns(rotated)))).toEqual([phone]);
    const after = value(await protectColumns({ ...rotated, keys: { ...rotated.keys, former: [] } }));
    expect(phones(after)).toEqual([phone]);
  });

  it('is refused when it is not the commission’s', async () => {
    const identity = await generateX25519Identity();
    const foreign = { ...workspace, keys: { ...workspace.keys, identity } };
    expect(await protectColumns(foreign)).toMatchObject({ error: { code: 'identity.key-file-damaged' } });
    expect(loadColumnKey(workspace.db)?.public_key).toMatch(/^[A-Za-z0-9+/=]+$/);
  });
});
