import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import { enrolCard, previewCard } from '#electron/cards/enrol-card.ts';
import { makeCard, type MadeCard } from '#electron/cards/make-card.ts';
import { revokeExpertKeys } from '#electron/experts/expert-keys.ts';
import { takeExperts } from '#electron/experts/take-experts.ts';
import type { Home } from '#electron/home/home.ts';
import { importResults } from '#electron/intake/import-results.ts';
import { issueTasks } from '#electron/tasks/issue-tasks.ts';
import { openTask } from '#electron/tasks/open-task.ts';
import { reissueTask } from '#electron/tasks/reissue-task.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { must, setUpDesk } from '#test/fixtures/packages/desk.ts';
import { forgePackage, type Forgery } from '#test/fixtures/packages/forge.ts';
import { cardOf, receiptFor } from '#test/fixtures/packages/kinds.ts';
import { expertRow, makeRound, scoreAll, submit, value } from '../../pipeline/make-round.ts';
import { temporaryRound } from '../../pipeline/temporary-round.ts';
import { openTestHome } from '../../pipeline/open-test-home.ts';

// One line of events, in the order in which they happen: cards come in, tasks go out to them, results come back.
const temporary = temporaryRound('all', { candidates: 2, experts: 3 });
let folder: string;
let workspace: UnlockedWorkspace;
let home: Home;
let other: Home;
let roundId: string;
let experts: readonly string[];
let card: MadeCard;

beforeAll(async () => {
  ({ folder, workspace, roundId } = temporary);
  experts = workspace.db.prepare<[], string>('SELECT expert_id FROM round_experts ORDER BY position').pluck().all();
  home = temporary.closeLater(await openTestHome(join(folder, 'home'), workspace.entropy));
  other = temporary.closeLater(await openTestHome(join(folder, 'other'), workspace.entropy));
  card = value(await makeCard(home, { name: '专家1', unit: '专家单位专家1', folder }));
});

const enrol = (path: string, expertId: string) => enrolCard(workspace, { roundId, path, expertId });
const refusal = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? null : result.error?.code);
const expert = (index: number): string => experts[index] ?? '';

describe('a registration card', () => {
  it('names the same key each time it is made, and needs a name', async () => {
    const again = value(await makeCard(home, { name: ' 专家1 ', unit: '', folder }));
    expect(again.fingerprint).toBe(card.fingerprint);
    expect(again.path).not.toBe(card.path);
    expect(refusal(await makeCard(home, { name: ' \n', unit: '', folder }))).toBe('identity.card-name-missing');
  });

  it('shows whose it says it is and whom of the round that fits', async () => {
    expect(value(await previewCard(workspace, { roundId, path: card.path }))).toMatchObject({
      name: '专家1',
      fingerprint: formatFingerprint(card.fingerprint),
      expertId: expert(0),
      known: false,
    });
    const stranger = value(await makeCard(other, { name: '张拟真', unit: '', folder }));
    expect(value(await previewCard(workspace, { roundId, path: stranger.path }))).toMatchObject({ expertId: null });
    expect(refusal(await previewCard(workspace, { roundId: expert(0), path: card.path }))).toBe('round.unknown');
  });

  it('is told apart by the unit where two share a name', async () => {
    const draft = makeRound(workspace, 1, 1);
    const rows = [expertRow('同名', '甲单位'), expertRow('同名', '乙单位')];
    value(takeExperts(workspace, { roundId: draft, rows }));
    const fits = async (unit: string) => {
      const { path } = value(await makeCard(other, { name: '同名', unit, folder }));
      return value(await previewCard(workspace, { roundId: draft, path })).expertId;
    };
    const second = workspace.db.prepare<[], string>(`SELECT id FROM experts WHERE unit = '乙单位'`).pluck().get();
    expect(await fits('乙单位')).toBe(second);
    expect(await fits('丙单位')).toBeNull();
  });

  it('is refused when a single bit of it was changed, and when it is another kind of file', async () => {
    const bytes = readFileSync(card.path);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(join(folder, 'changed.mtxcard'), bytes);
    expect((await previewCard(workspace, { roundId, path: join(folder, 'changed.mtxcard') })).ok).toBe(false);
    expect((await enrol(join(folder, 'changed.mtxcard'), expert(0))).ok).toBe(false);
    cpSync(join(workspace.folder, 'workspace.json'), join(folder, 'none.mtxcard'));
    expect((await enrol(join(folder, 'none.mtxcard'), expert(0))).ok).toBe(false);
  });

  it('is enrolled by an admin, for one expert only', async () => {
    const staff: UnlockedWorkspace = { ...workspace, member: { ...workspace.member, role: 'staff' } };
    const input = { roundId, path: card.path, expertId: expert(0) };
    expect(refusal(await enrolCard(staff, input))).toBe('identity.admin-only');
    expect(refusal(await enrol(card.path, roundId))).toBe('decision.expert-unknown');
    expect(refusal(await enrolCard(workspace, { ...input, roundId: expert(0) }))).toBe('round.unknown');
    expect(value(await enrol(card.path, expert(0)))).toEqual({ expertId: expert(0), fingerprint: card.fingerprint });
    expect(value(await previewCard(workspace, { roundId, path: card.path })).known).toBe(true);
    expect(refusal(await enrol(card.path, expert(0)))).toBeNull();
    expect(refusal(await enrol(card.path, expert(1)))).toBe('identity.key-of-another');
    const second = value(await makeCard(other, { name: '专家1', unit: '', folder }));
    expect(refusal(await enrol(second.path, expert(0)))).toBe('identity.key-in-force');
  });
});

describe('a task sealed to an enrolled key', () => {
  let path: string;

  it('needs no code, and opens only once the office was compared', async () => {
    const issued = value(await issueTasks(workspace, { roundId, folder: join(folder, 'tasks') }));
    const own = issued.find(({ expertId }) => expertId === expert(0));
    expect(issued.map(({ code }) => code === '')).toEqual([true, false, false]);
    path = join(folder, 'tasks', own?.file ?? '');
    const shown = formatFingerprint(workspace.keys.signer.fingerprint);
    expect(await openTask(home, { path, code: '' })).toMatchObject({
      error: { code: 'identity.commission-unconfirmed', detail: { fingerprint: shown } },
    });
    const wrong = formatFingerprint(card.fingerprint);
    expect(refusal(await openTask(home, { path, code: '', commission: wrong }))).toBe(
      'identity.commission-unconfirmed',
    );
    value(await openTask(home, { path, code: '', commission: shown }));
    value(await openTask(home, { path, code: '' }));
  });

  it('asks for a code where the key is not', async () => {
    expect(refusal(await openTask(other, { path, code: '' }))).toBe('identity.code-empty');
    const none = await openTestHome(join(folder, 'none'), workspace.entropy);
    expect(refusal(await openTask(none, { path, code: '' }))).toBe('identity.code-empty');
    none.db.close();
  });

  it('is answered by a result without a proof, which counts by the roster', async () => {
    const opened = value(await openTask(home, { path, code: '' }));
    const own = { home, taskId: opened.id, expertId: expert(0), name: '专家1' };
    scoreAll(own, () => 70);
    await submit(own, join(folder, 'results'));
    const [entry] = value(await importResults(workspace, { paths: [join(folder, 'results')] }));
    expect(entry).toMatchObject({ verdict: 'accepted', code: null });
  });

  it('gives way to a code once the key is revoked, and the card never counts again', async () => {
    value(await revokeExpertKeys(workspace, { expertId: expert(0), reason: '电脑遗失' }));
    expect(refusal(await enrol(card.path, expert(0)))).toBe('package.revoked');
    const again = value(await reissueTask(workspace, { roundId, expertId: expert(0), folder: join(folder, 'again') }));
    expect(again.code).not.toBe('');
  });
});

describe('what does not become a card', () => {
  it('is refused before anything of it is believed', async () => {
    expect(refusal(await previewCard(workspace, { roundId, path: join(folder, 'nowhere.mtxcard') }))).toBe(
      'files.missing',
    );
    const [task = ''] = readdirSync(join(folder, 'tasks')).filter((name) => name.endsWith('.mtxtask'));
    expect(refusal(await previewCard(workspace, { roundId, path: join(folder, 'tasks', task) }))).toMatch(/^package\./);
  });

  it('leaves nothing where the folder cannot be written', async () => {
    const nowhere = join(folder, 'none.mtxcard');
    expect(refusal(await makeCard(home, { name: '专家1', unit: '', folder: nowhere }))).toMatch(/^files\./);
  });

  it.skipIf(process.platform !== 'linux')('is not written where no file can be made', async () => {
    expect(refusal(await makeCard(home, { name: '专家1', unit: '', folder: '/proc' }))).toMatch(/^files\./);
  });

  it('is another kind of package, one that carries more than a card, or one in the name of the office', async () => {
    const sampled = await setUpDesk();
    const card = cardOf(sampled);
    const forged = async (forgery: Partial<Forgery>) => {
      const path = sampled.path('forged.mtxcard');
      writeFileSync(
        path,
        await forgePackage({ kind: 'card', predicate: card, signer: sampled.expert.signer, lock: null, ...forgery }),
      );
      return refusal(await previewCard(workspace, { roundId, path }));
    };
    const receipt = receiptFor(sampled, must(await sampled.openTask(must(await sampled.sealTask()).path)));
    expect(await forged({ kind: 'receipt', predicate: receipt, signer: sampled.commission.signer })).toBe(
      'package.wrong-kind',
    );
    expect(await forged({ data: [{ name: 'data/a.txt', content: Buffer.from('a') }] })).toBe('package.extra-file');
    expect(await forged({ predicate: { ...card, signer: { ...card.signer, role: 'commission' } } })).toBe(
      'package.signer-role',
    );
    expect(await forged({})).toBeNull();
    sampled.remove();
  });
});
