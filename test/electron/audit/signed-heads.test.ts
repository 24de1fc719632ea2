import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { describeFailure } from '#shared/text/sentences.ts';
import { readHeads } from '#electron/audit/read-marks.ts';
import { signHead } from '#electron/audit/sign-head.ts';
import { verifyLog } from '#electron/audit/verify-log.ts';
import { makeRotation } from '#electron/packages/succession.ts';
import { createRound } from '#electron/round/create-round.ts';
import { loadTemplate } from '#electron/round/templates.ts';
import { findLast } from '#electron/trace/find-last.ts';
import { openTraceHead, signTraceHead } from '#electron/trace/trace-head.ts';
import { workspacePaths, type UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { seededEntropy } from '#test/fixtures/packages/entropy.ts';
import { signingKeyFromSeed } from '#electron/identity/signing-key.ts';
import { value } from '../../pipeline/make-round.ts';
import { temporaryWorkspace } from '../../pipeline/temporary-round.ts';
import { jsonOf, mtxHere } from '../cli/mtx.ts';

const temporary = temporaryWorkspace('each');
let folder: string;
let workspace: UnlockedWorkspace;
beforeEach(() => {
  ({ folder, workspace } = temporary);
  act('一');
  act('二');
});

const act = (title: string): void => {
  const { design } = value(loadTemplate('building'));
  value(createRound(workspace, { title, mode: 'official', deadline: null, design }));
};

/** Signs a head and takes it out of the workspace, as an auditor would. */
const keepElsewhere = async (name = 'kept.json'): Promise<string> => {
  const { path } = value(await signHead(workspace, 'asked'));
  const kept = join(folder, name);
  cpSync(path, kept);
  rmSync(path);
  return kept;
};

const cut = (from: number): void => {
  workspace.db.exec('DROP TRIGGER trace_keeps_entries');
  workspace.db.prepare('DELETE FROM trace WHERE seq >= ?').run(from);
};

describe('a signed head', () => {
  it('lies outside the database, says what it covers, and is itself noted', async () => {
    const before = findLast(workspace.db);
    const { path, bytes, ...mark } = value(await signHead(workspace, 'asked'));
    expect(mark).toEqual(before);
    expect(readdirSync(workspacePaths.heads(workspace.folder))).toEqual([
      `00000003-${before.head.slice(0, 8)}.trace-head.json`,
    ]);
    expect(readFileSync(path)).toEqual(bytes);
    expect(value(openTraceHead(bytes, 'x'))).toMatchObject({ ...before, workspaceId: workspace.about.id });
    expect(workspace.db.prepare('SELECT event FROM trace ORDER BY seq DESC').get()).toEqual({ event: 'head-signed' });
  });

  it('finds that the log was cut behind it, though what remains is whole', async () => {
    const head = await keepElsewhere();
    cut(3);
    expect(await verifyLog(workspace)).toMatchObject({ ok: true, entries: 2, firstBad: null });
    const report = await verifyLog(workspace, [head]);
    expect(report).toMatchObject({ ok: false, entries: 2, firstBad: { index: 3, code: 'trace.truncated' } });
  });

  it('is looked for in the workspace unasked', async () => {
    value(await signHead(workspace, 'asked'));
    cut(3);
    expect((await verifyLog(workspace)).firstBad).toEqual({ index: 3, code: 'trace.truncated' });
  });

  it('is refused when its file is not what was signed, and the report names the file', async () => {
    const head = await keepElsewhere();
    const good = readFileSync(head, 'utf8');
    const envelope = JSON.parse(good);
    const payload = Buffer.from(envelope.payload, 'base64').toString();
    const signedOver = (text: string) => JSON.stringify({ ...envelope, payload: Buffer.from(text).toString('base64') });
    const cases: [string, string][] = [
      ['', 'trace.head-form'],
      ['rubbish', 'trace.head-form'],
      ['PK\u0003\u0004rubbish', 'trace.head-form'],
      [`${good}\n`, 'trace.head-form'],
      [signedOver(payload.replace('"entries":3', '"entries":2')), 'trace.head-signature'],
    ];
    for (const [text, code] of cases) {
      writeFileSync(head, text);
      expect((await verifyLog(workspace, [head])).firstBad).toEqual({ index: 0, code, file: 'kept.json' });
    }
    expect((await verifyLog(workspace, [join(folder, 'none')])).firstBad?.code).toBe('files.missing');
    expect(describeFailure({ code: 'trace.head-form', detail: { file: 'kept.json' } }, 'en')).toContain('kept.json');
  });

  it('of another key, of another workspace, or that contradicts itself proves nothing', async () => {
    const stranger = signingKeyFromSeed(seededEntropy('stranger').randomBytes(32));
    const { key, role } = { key: workspace.keys.signer, role: 'commission' as const };
    const head = { ...findLast(workspace.db), occasion: 'asked', issuedAt: '2026-11-23T08:00:00Z', role } as const;
    const own = { ...head, workspaceId: workspace.about.id, proof: null };
    const path = join(folder, 'head.json');
    const judge = async (bytes: Uint8Array) => {
      writeFileSync(path, bytes);
      return (await verifyLog(workspace, [path])).firstBad?.code;
    };
    expect(await judge(signTraceHead(key, own))).toBeUndefined();
    expect(await judge(signTraceHead(stranger, own))).toBe('trace.head-signer');
    expect(await judge(signTraceHead({ ...key, fingerprint: stranger.fingerprint }, own))).toBe('trace.head-form');
    expect(await judge(signTraceHead(key, { ...own, entries: 0 }))).toBe('trace.head-form');
    expect(await judge(signTraceHead(key, { ...own, role: 'expert' }))).toBe('trace.head-signer');
    // After a rotation the new key speaks for the office, once the old one has signed it in.
    const rotation = makeRotation(key, {
      workspace: workspace.about.id,
      mode: 'official',
      next: { publicKey: stranger.publicKey, fingerprint: stranger.fingerprint, recipient: workspace.keys.recipient },
      issuedAt: '2026-11-23T08:00:00Z',
    });
    const proof = { membership: null, rotations: [value(rotation)] };
    expect(await judge(signTraceHead(stranger, { ...own, proof }))).toBeUndefined();
    const elsewhere = '01890a5d-ac96-774b-bcce-b302099a8057';
    expect(await judge(signTraceHead(key, { ...own, workspaceId: elsewhere }))).toBe('trace.head-elsewhere');
  });

  it('is trusted by the fingerprint that an auditor gives, rather than by what the log says of itself', async () => {
    const head = await keepElsewhere();
    const [file] = await readHeads(workspace, [head], () => false);
    expect(file).toMatchObject({ mark: null, code: 'trace.head-signer', signer: workspace.member.signer.fingerprint });
  });

  it('of a workspace whose log does not name its key is shown with the member’s key that signed it', async () => {
    const head = await keepElsewhere();
    const bare = { ...workspace, db: new Sqlite(':memory:') };
    bare.db.exec('CREATE TABLE trace (seq INTEGER PRIMARY KEY, at, event, actor, body, hash)');
    const [file] = await readHeads(bare, [head], null);
    expect(file).toMatchObject({ code: null, signer: workspace.member.signer.fingerprint });
    bare.db.close();
  });
});

describe('mtx trace', () => {
  const passphrase = '山高水长 风清月朗';
  const verify = (...words: string[]) =>
    mtxHere(['trace', 'verify', '--workspace', workspace.folder, '--json', ...words]);

  it('verifies a whole log, and with a head from elsewhere finds what was cut', async () => {
    const out = join(folder, 'out', 'head.json');
    const signed = await mtxHere(['trace', 'head', '--workspace', workspace.folder, '--out', out, '--json'], {
      passphrase,
    });
    expect(jsonOf(signed)).toMatchObject({ entries: 3, file: out });
    const whole = await verify('--head', out, '--commission', workspace.keys.signer.fingerprint);
    expect(whole.code).toBe(0);
    expect(jsonOf(whole)).toMatchObject({
      ok: true,
      entries: 4,
      firstBad: null,
      heads: [{ code: null }, { code: null }],
    });
    rmSync(workspacePaths.heads(workspace.folder), { recursive: true });
    cut(2);
    const bad = await verify('--head', out);
    expect(bad.code).toBe(1);
    expect(jsonOf(bad)).toMatchObject({ ok: false, entries: 1, firstBad: { index: 2, code: 'trace.truncated' } });
  });

  it('says it in words of both languages', async () => {
    const words = ['trace', 'verify', '--workspace', workspace.folder];
    expect((await mtxHere(words)).out).toContain('完整，未被改动');
    expect((await mtxHere([...words, '--lang', 'en'])).out).toContain('complete and unchanged');
    const head = ['trace', 'head', '--workspace', workspace.folder, '--out', join(folder, 'own.json'), '--lang', 'en'];
    expect((await mtxHere(head, { passphrase })).out).toContain('Head of the log signed up to entry 3');
    rmSync(workspacePaths.heads(workspace.folder), { recursive: true });
    cut(2);
    appendFileSync(join(folder, 'head.json'), 'x');
    const { out } = await mtxHere([...words, '--head', join(folder, 'head.json'), '--lang', 'en']);
    expect(out).toContain('“head.json” is neither a signed head');
  });

  it('verifies an expert’s home by itself, and asks for one of the two', async () => {
    const home = join(folder, 'home');
    expect(jsonOf(await mtxHere(['trace', 'verify', '--home', home, '--json']))).toMatchObject({
      ok: true,
      entries: 0,
    });
    const damaged = join(folder, 'damaged');
    writeFileSync(damaged, '');
    expect((await mtxHere(['trace', 'verify', '--home', damaged])).code).toBe(1);
    expect((await mtxHere(['trace', 'verify'])).code).toBe(2);
    expect((await verify('--commission', 'x')).code).toBe(2);
  });

  it('does not sign where nothing can be written', async () => {
    const out = join(workspace.folder, 'workspace.json', 'head.json');
    const refused = await mtxHere(['trace', 'head', '--workspace', workspace.folder, '--out', out], { passphrase });
    expect(refused.code).toBe(1);
    // A folder stands where the file should.
    const taken = await mtxHere(['trace', 'head', '--workspace', workspace.folder, '--out', folder], { passphrase });
    expect(taken.code).toBe(1);
    rmSync(workspacePaths.heads(workspace.folder), { recursive: true });
    writeFileSync(workspacePaths.heads(workspace.folder), '');
    expect(await signHead(workspace, 'asked')).toMatchObject({ ok: false });
    const nowhere = ['trace', 'head', '--workspace', workspace.folder, '--out', join(folder, 'x.json')];
    expect((await mtxHere(nowhere, { passphrase })).code).toBe(1);
  });
});
