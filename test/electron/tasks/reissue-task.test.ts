import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { attachDossiers } from '#electron/candidates/attach-dossiers.ts';
import { loadCandidates } from '#electron/candidates/list-candidates.ts';
import { loadExperts } from '#electron/experts/list-experts.ts';
import { openTask } from '#electron/packages/open-task.ts';
import { noSink } from '#electron/packages/sink.ts';
import { issueTasks } from '#electron/tasks/issue-tasks.ts';
import { reissueTask } from '#electron/tasks/reissue-task.ts';
import { workspacePaths, type UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { makeRound, value } from '../../pipeline/make-round.ts';
import { temporaryRound } from '../../pipeline/temporary-round.ts';
import { refusedUnchanged } from '../../pipeline/state.ts';

const temporary = temporaryRound('each', { candidates: 2, experts: 1 });
let folder: string;
let workspace: UnlockedWorkspace;
let roundId: string;
let expertId: string;
beforeEach(async () => {
  ({ folder, workspace, roundId } = temporary);
  expertId = loadExperts(workspace.db, roundId)[0]?.id ?? '';
  mkdirSync(join(folder, '材料'));
  writeFileSync(join(folder, '材料', 'B01.txt'), '申报书');
  value(await attachDossiers(workspace, { roundId, folder: join(folder, '材料') }));
  value(await issueTasks(workspace, { roundId, folder: join(folder, 'tasks') }));
});

const again = (): string => join(folder, 'again');
const reissue = () => reissueTask(workspace, { roundId, expertId, folder: again() });
const refused = (code: string, act: () => ReturnType<typeof reissueTask> = reissue) =>
  refusedUnchanged(workspace.db, code, act);

describe('a task issued again', () => {
  it('has the same candidates, the next number and a code of its own; a third follows the second', async () => {
    const [first] = workspace.db.prepare<[], string>('SELECT statement FROM tasks').pluck().all();
    const second = value(await reissue());
    const unlock = { by: 'code', code: second.code } as const;
    mkdirSync(join(folder, 'staging'));
    const input = { staging: join(folder, 'staging'), sink: noSink };
    const opened = value(await openTask({ file: join(again(), second.file), unlock, ...input }));
    expect(opened.task).toMatchObject({ seq: 2, previous: first });
    expect(opened.task.candidates.map(({ code }) => code)).toEqual(['B01', 'B02']);
    const third = value(await reissue());
    expect(third.file).toMatch(/-3\.mtxtask$/);
    expect(third.code).not.toBe(second.code);
  });

  it('is refused to staff, for a round or an expert that has none, and once the round is locked', async () => {
    const staff: UnlockedWorkspace = { ...workspace, member: { ...workspace.member, role: 'staff' } };
    const input = { roundId, expertId, folder: again() };
    await refused('identity.admin-only', () => reissueTask(staff, input));
    await refused('round.unknown', () => reissueTask(workspace, { ...input, roundId: expertId }));
    await refused('round.not-issued', () => reissueTask(workspace, { ...input, expertId: roundId }));
    const draft = makeRound(workspace, 1, 1);
    await refused('round.not-issued', () => reissueTask(workspace, { ...input, roundId: draft }));
    workspace.db.prepare(`UPDATE rounds SET status = 'locked' WHERE id = ?`).run(roundId);
    await refused('decision.round-locked');
    expect(existsSync(again())).toBe(false);
  });

  it('writes over nothing, and not below a file', async () => {
    const { file } = value(await reissue());
    workspace.db.prepare('DELETE FROM tasks WHERE seq = 2').run();
    expect((await refused('files.exists')).detail).toEqual({ file });
    writeFileSync(join(folder, 'file'), '');
    await refused('files.not-a-folder', () =>
      reissueTask(workspace, { roundId, expertId, folder: join(folder, 'file', 'again') }),
    );
  });

  it('is refused while a dossier is missing or the roster is, and leaves no package', async () => {
    const sha256 = loadCandidates(workspace.db, roundId)[0]?.dossiers[0]?.sha256 ?? '';
    const dossier = join(workspacePaths.dossiers(workspace.folder), sha256);
    rmSync(dossier);
    await refused('package.source-changed');
    writeFileSync(dossier, '另一份');
    await refused('package.source-changed');
    writeFileSync(dossier, '申报书');
    rmSync(join(workspace.folder, 'packages', 'rosters'), { recursive: true });
    await refused('identity.roster-missing');
    expect(existsSync(join(again(), '示范楼宇评审-专家1-2.mtxtask'))).toBe(false);
  });

  it('is refused when somebody else issued it meanwhile, or locked the round, and takes its package away', async () => {
    const [one, two] = await Promise.all([
      reissue(),
      reissueTask(workspace, { roundId, expertId, folder: join(folder, 'b') }),
    ]);
    const codes = [one, two].map((result) => (result.ok ? null : result.error.code));
    expect(codes.filter((code) => code !== null)).toEqual(['round.changed']);
    expect(existsSync(join(one.ok ? join(folder, 'b') : again(), '示范楼宇评审-专家1-2.mtxtask'))).toBe(false);
    const racing = reissueTask(workspace, { roundId, expertId, folder: join(folder, 'c') });
    workspace.db.prepare(`UPDATE rounds SET status = 'locked' WHERE id = ?`).run(roundId);
    expect(await racing).toMatchObject({ error: { code: 'decision.round-locked' } });
    expect(existsSync(join(folder, 'c', '示范楼宇评审-专家1-3.mtxtask'))).toBe(false);
  });
});

describe('a first issue', () => {
  it('is refused to staff, while the roster is missing, and while a dossier is', async () => {
    const draft = makeRound(workspace, 1, 1);
    value(await attachDossiers(workspace, { roundId: draft, folder: join(folder, '材料') }));
    const issue =
      (on: UnlockedWorkspace = workspace) =>
      () =>
        issueTasks(on, { roundId: draft, folder: again() });
    const staff: UnlockedWorkspace = { ...workspace, member: { ...workspace.member, role: 'staff' } };
    await refusedUnchanged(workspace.db, 'identity.admin-only', issue(staff));
    const sha256 = loadCandidates(workspace.db, draft)[0]?.dossiers[0]?.sha256 ?? '';
    rmSync(join(workspacePaths.dossiers(workspace.folder), sha256));
    await refusedUnchanged(workspace.db, 'package.source-changed', issue());
    rmSync(join(workspace.folder, 'packages', 'rosters'), { recursive: true });
    await refusedUnchanged(workspace.db, 'identity.roster-missing', issue());
    expect(existsSync(again())).toBe(false);
  });
});
