import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { assignExperts, setConflict } from '#electron/assignment/assign-experts.ts';
import { attachDossiers } from '#electron/candidates/attach-dossiers.ts';
import { findRoundDossier } from '#electron/candidates/find-dossier.ts';
import { loadCandidates } from '#electron/candidates/list-candidates.ts';
import { takeCandidates } from '#electron/candidates/take-candidates.ts';
import { loadExperts } from '#electron/experts/list-experts.ts';
import { takeExperts } from '#electron/experts/take-experts.ts';
import { openTask } from '#electron/packages/open-task.ts';
import { noSink } from '#electron/packages/sink.ts';
import { createRound } from '#electron/round/create-round.ts';
import { loadRound } from '#electron/round/load-round.ts';
import { saveRound } from '#electron/round/save-round.ts';
import { loadTemplate } from '#electron/round/templates.ts';
import { issueTasks } from '#electron/tasks/issue-tasks.ts';
import { listIssuedTasks } from '#electron/tasks/list-issued-tasks.ts';
import { workspacePaths, type UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { candidateRow, expertRow, makeRound, value } from '../../pipeline/make-round.ts';
import { temporaryWorkspace } from '../../pipeline/temporary-round.ts';
import { filesIn, refusedUnchanged } from '../../pipeline/state.ts';

const temporary = temporaryWorkspace('each');
let folder: string;
let workspace: UnlockedWorkspace;
beforeEach(() => void ({ folder, workspace } = temporary));

const out = (): string => join(folder, 'out');
const issue = (roundId: string, progress?: () => void) => () =>
  issueTasks(workspace, { roundId, folder: out() }, progress);

function emptyRound(title = '批次'): string {
  const { design } = value(loadTemplate('building'));
  return value(createRound(workspace, { title, mode: 'official', deadline: null, design })).id;
}

describe('issuing names the step that is still to be done', () => {
  it('from the first candidate to the assignment', async () => {
    const roundId = emptyRound();
    await refusedUnchanged(workspace.db, 'round.unknown', issue('x'));
    await refusedUnchanged(workspace.db, 'round.no-candidates', issue(roundId));
    value(takeCandidates(workspace, { roundId, rows: [candidateRow('B1', '甲', 'building')] }));
    await refusedUnchanged(workspace.db, 'round.no-experts', issue(roundId));
    value(takeExperts(workspace, { roundId, rows: [expertRow('张三')] }));
    await refusedUnchanged(workspace.db, 'round.not-assigned', issue(roundId));
    value(assignExperts(workspace, { roundId, perCandidate: 'all', seed: 1 }));
    value(takeCandidates(workspace, { roundId, rows: [candidateRow('B2', '乙', 'building')] }));
    const failure = await refusedUnchanged(workspace.db, 'round.candidate-without-expert', issue(roundId));
    expect(failure.detail).toEqual({ candidate: 'B2 对象B2' });
    expect(existsSync(out())).toBe(false);
  });

  it('and a second time that the round is no draft', async () => {
    const roundId = makeRound(workspace, 1, 1);
    value(await issue(roundId)());
    const before = filesIn(out());
    await refusedUnchanged(workspace.db, 'round.not-draft', issue(roundId));
    expect(filesIn(out())).toEqual(before);
  });
});

describe('issuing writes all packages or none', () => {
  it('and nothing over what lies in the folder', async () => {
    const roundId = makeRound(workspace, 1, 2);
    for (const name of ['示范楼宇评审-专家2.mtxtask', 'codes.csv']) {
      mkdirSync(out(), { recursive: true });
      writeFileSync(join(out(), name), '别人的文件');
      const failure = await refusedUnchanged(workspace.db, 'files.exists', issue(roundId));
      expect(failure.detail).toEqual({ file: name });
      expect(filesIn(out())).toEqual([`${name} 15`]);
      rmSync(join(out(), name));
    }
    writeFileSync(join(out(), '其他.txt'), '');
    value(await issue(roundId)());
    expect(readdirSync(out())).toHaveLength(4);
  });

  it('and takes a folder that it made away again', async () => {
    const roundId = makeRound(workspace, 1, 1);
    mkdirSync(join(folder, '材料'));
    writeFileSync(join(folder, '材料', 'B01.txt'), '申报书');
    value(await attachDossiers(workspace, { roundId, folder: join(folder, '材料') }));
    for (const name of readdirSync(workspacePaths.dossiers(workspace.folder))) {
      rmSync(join(workspacePaths.dossiers(workspace.folder), name));
    }
    const failure = await refusedUnchanged(workspace.db, 'package.source-changed', issue(roundId));
    expect(failure.detail).toMatchObject({ entry: 'B01.txt' });
    expect(existsSync(out())).toBe(false);
  });

  it('and is refused below a file', async () => {
    const roundId = makeRound(workspace, 1, 1);
    writeFileSync(join(folder, 'file'), '');
    const place = join(folder, 'file', 'out');
    await refusedUnchanged(workspace.db, 'files.not-a-folder', () => issueTasks(workspace, { roundId, folder: place }));
  });

  it('and is refused when the round changed while the packages were made', async () => {
    const roundId = makeRound(workspace, 2, 2);
    const [expert] = loadExperts(workspace.db, roundId);
    const [candidate] = loadCandidates(workspace.db, roundId);
    const pair = { roundId, expertId: expert?.id ?? '', candidateId: candidate?.id ?? '' };
    const { design } = value(loadRound(workspace.db, roundId));
    const changes: (() => unknown)[] = [
      () => setConflict(workspace, { ...pair, conflict: true, note: '' }),
      () => saveRound(workspace, { roundId, title: '改名', deadline: null, design }),
      () => takeCandidates(workspace, { roundId, rows: [candidateRow('B9', '丙', 'building')] }),
    ];
    for (const change of changes) {
      let changed = false;
      const refused = await issue(roundId, () => {
        if (!changed) change();
        changed = true;
      })();
      expect(refused).toMatchObject({ ok: false });
      if (!refused.ok) expect(['round.changed', 'round.candidate-without-expert']).toContain(refused.error.code);
      expect(existsSync(out())).toBe(false);
      expect(value(loadRound(workspace.db, roundId)).status).toBe('draft');
      value(assignExperts(workspace, { roundId, perCandidate: 'all', seed: 1 }));
    }
  });

  it('and leaves none behind when the workspace cannot record it', async () => {
    const roundId = makeRound(workspace, 1, 2);
    workspace.db.exec("CREATE TRIGGER full BEFORE INSERT ON tasks BEGIN SELECT RAISE(ABORT, 'disk gone'); END");
    await expect(issue(roundId)()).rejects.toThrow('disk gone');
    expect(existsSync(out())).toBe(false);
    expect(value(loadRound(workspace.db, roundId)).status).toBe('draft');
  });
});

describe('a task package', () => {
  it('holds what its expert may see and nothing else', async () => {
    const roundId = emptyRound();
    const field = { column: null, numeric: false };
    const rows = [
      {
        ...candidateRow('B1', '甲', 'building'),
        fields: [
          { ...field, key: 'address', label: '地址', value: '渝北区', forExperts: true, sealed: false },
          { ...field, key: 'contactPhone', label: '联系电话', value: '13900000001', forExperts: false, sealed: false },
          { ...field, key: 'identityNumber', label: '证件号', value: '110***', forExperts: true, sealed: true },
        ],
        sealed: { identityNumber: '11010519491231002X' },
      },
      candidateRow('B2', '乙', 'building'),
    ];
    value(takeCandidates(workspace, { roundId, rows }));
    value(
      takeExperts(workspace, { roundId, rows: [expertRow('张三', '乙'), expertRow('李四'), expertRow('王五', '丁')] }),
    );
    value(assignExperts(workspace, { roundId, perCandidate: 'all', seed: 1 }));
    const [, , nobody] = loadExperts(workspace.db, roundId);
    for (const { id: candidateId } of loadCandidates(workspace.db, roundId)) {
      value(setConflict(workspace, { roundId, expertId: nobody?.id ?? '', candidateId, conflict: true, note: '' }));
    }
    const [first, ...others] = value(await issue(roundId)());
    expect(others.map(({ name }) => name)).toEqual(['李四']);
    const unlock = { by: 'code', code: first?.code ?? '' } as const;
    const staging = workspacePaths.staging(workspace.folder);
    const { task } = value(await openTask({ file: join(out(), first?.file ?? ''), staging, unlock, sink: noSink }));
    expect(task.candidates).toHaveLength(1);
    expect(task.candidates[0]?.fields).toEqual([{ key: 'address', label: '地址', value: '渝北区' }]);
    expect(JSON.stringify(task)).not.toMatch(/13900000001|110\*\*\*|19491231|李四/);
    expect(value(listIssuedTasks(workspace, { roundId }))).toMatchObject([
      { name: '张三', file: first?.file, code: first?.code, candidates: 1, returnedAt: null },
      { name: '李四', candidates: 2 },
    ]);
  });

  it('of experts of one name, or of a name that no disk takes, has a file name of its own', async () => {
    const roundId = emptyRound('../年度评审/第1批: 🌟');
    value(takeCandidates(workspace, { roundId, rows: [candidateRow('B1', '甲', 'building')] }));
    const names = ['王伟', '王伟', 'a/b\\c', '\u202e伟王'];
    value(takeExperts(workspace, { roundId, rows: names.map((name, index) => expertRow(name, `单位${index}`)) }));
    value(assignExperts(workspace, { roundId, perCandidate: 'all', seed: 1 }));
    const issued = value(await issue(roundId)());
    expect(issued.map(({ file }) => file)).toEqual([
      '年度评审 第1批 🌟-王伟.mtxtask',
      '年度评审 第1批 🌟-王伟 (2).mtxtask',
      '年度评审 第1批 🌟-a b c.mtxtask',
      '年度评审 第1批 🌟-伟王.mtxtask',
    ]);
    expect(readdirSync(out()).toSorted()).toEqual([...issued.map(({ file }) => file), 'codes.csv'].toSorted());
    expect(readFileSync(join(out(), 'codes.csv'), 'utf8').split('\r\n')).toHaveLength(6);
  });
});

it('issued tasks of an unknown round are refused, and a dossier is found by its owner only', async () => {
  expect(listIssuedTasks(workspace, { roundId: 'x' })).toMatchObject({ error: { code: 'round.unknown' } });
  const roundId = makeRound(workspace, 2, 1);
  mkdirSync(join(folder, '材料'));
  writeFileSync(join(folder, '材料', 'B01.txt'), '申报书');
  value(await attachDossiers(workspace, { roundId, folder: join(folder, '材料') }));
  const [one, two] = loadCandidates(workspace.db, roundId);
  const sha256 = one?.dossiers[0]?.sha256 ?? '';
  const found = findRoundDossier(workspace, { roundId, candidateId: one?.id ?? '', sha256 });
  expect(found).toMatchObject({ size: 9, mediaType: 'text/plain' });
  expect(readFileSync(found?.path ?? '', 'utf8')).toBe('申报书');
  expect(findRoundDossier(workspace, { roundId, candidateId: two?.id ?? '', sha256 })).toBeNull();
  expect(findRoundDossier(workspace, { roundId: 'x', candidateId: one?.id ?? '', sha256 })).toBeNull();
});
