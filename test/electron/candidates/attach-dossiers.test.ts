import { appendFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { attachDossiers, removeDossier } from '#electron/candidates/attach-dossiers.ts';
import { loadCandidates } from '#electron/candidates/list-candidates.ts';
import { sha256Hex } from '#electron/base/digest.ts';
import { workspacePaths, type UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { value } from '../../pipeline/make-round.ts';
import { temporaryRound } from '../../pipeline/temporary-round.ts';
import { refusedUnchanged } from '../../pipeline/state.ts';

const temporary = temporaryRound('each', { candidates: 3, experts: 1 });
let folder: string;
let workspace: UnlockedWorkspace;
let roundId: string;
beforeEach(() => void ({ folder, workspace, roundId } = temporary));

const source = (): string => join(folder, '材料');

function put(files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(source(), name)), { recursive: true });
    writeFileSync(join(source(), name), content);
  }
}

const attach = async () => value(await attachDossiers(workspace, { roundId, folder: source() }));
const namesOf = (code: string) =>
  loadCandidates(workspace.db, roundId)
    .find((candidate) => candidate.code === code)
    ?.dossiers.map(({ name }) => name);
const contents = () => readdirSync(workspacePaths.dossiers(workspace.folder));

describe('attaching a folder', () => {
  it('copies contents under their hashes and names them in the order of their paths', async () => {
    put({ 'B01/2.txt': '第二', 'B01/1.txt': '第一', 'B02.txt': '一份', 'B03/empty.txt': '', '说明/x.txt': 'x' });
    const outcome = await attach();
    expect(outcome).toEqual({
      attached: 3,
      candidates: 2,
      unmatched: ['说明/'],
      missing: [],
      refused: [{ name: 'B03/empty.txt', code: 'candidates.dossier-empty' }],
    });
    expect(namesOf('B01')).toEqual(['1.txt', '2.txt']);
    expect(contents().toSorted()).toEqual(['第一', '第二', '一份'].map((text) => sha256Hex(text)).toSorted());
  });

  it('a second time attaches nothing twice, and new files come behind the old ones', async () => {
    put({ 'B01/a.txt': 'a', 'B01/b.txt': 'b', 'B01/c.txt': 'c' });
    await attach();
    expect((await attach()).attached).toBe(0);
    const [candidate] = loadCandidates(workspace.db, roundId);
    const candidateId = candidate?.id ?? '';
    value(removeDossier(workspace, { roundId, candidateId, sha256: sha256Hex('a') }));
    put({ 'B01/0.txt': 'new' });
    rmSync(join(source(), 'B01/a.txt'));
    expect((await attach()).attached).toBe(1);
    expect(namesOf('B01')).toEqual(['b.txt', 'c.txt', '0.txt']);
  });

  it('shares one content between candidates', async () => {
    put({ 'B01/承诺书.txt': '同文', 'B02/承诺书.txt': '同文' });
    expect((await attach()).attached).toBe(2);
    expect(contents()).toHaveLength(1);
  });

  it('leaves out a file that changes while the others are copied', async () => {
    put({ 'B01/a.txt': 'a', 'B02/b.txt': 'b' });
    const outcome = value(
      await attachDossiers(workspace, { roundId, folder: source() }, (done) => {
        if (done === 0) appendFileSync(join(source(), 'B02/b.txt'), '改动');
      }),
    );
    expect(outcome).toMatchObject({ attached: 1, refused: [{ name: 'b.txt', code: 'candidates.dossier-unreadable' }] });
    expect(contents()).toEqual([sha256Hex('a')]);
    expect(namesOf('B02')).toEqual([]);
  });

  it('leaves out a file that goes away while the others are copied', async () => {
    put({ 'B01/a.txt': 'a', 'B02/b.txt': 'b' });
    const gone = (done: number): void => {
      if (done === 0) rmSync(join(source(), 'B02/b.txt'));
    };
    const outcome = value(await attachDossiers(workspace, { roundId, folder: source() }, gone));
    expect(outcome).toMatchObject({ attached: 1, refused: [{ name: 'b.txt', code: 'candidates.dossier-unreadable' }] });
  });

  it('holds no more than 500 files of one candidate, over several folders too', async () => {
    const [candidate] = loadCandidates(workspace.db, roundId);
    const insert = workspace.db.prepare(
      "INSERT INTO dossier_files (candidate_id, sha256, position, size, media_type, name) VALUES (?, ?, ?, 1, 'text/plain', 'x')",
    );
    for (let index = 0; index < 499; index += 1) insert.run(candidate?.id, sha256Hex(String(index)), index);
    put({ 'B01/a.txt': 'a', 'B01/b.txt': 'b' });
    const outcome = await attach();
    expect(outcome).toMatchObject({
      attached: 1,
      refused: [{ name: 'b.txt', code: 'candidates.dossiers-of-one-too-many' }],
    });
    expect(namesOf('B01')).toHaveLength(500);
  });

  it('changes nothing when the round was issued while files were copied', async () => {
    put({ 'B01/a.txt': 'a' });
    const issue = (): void => {
      workspace.db.prepare("UPDATE rounds SET status = 'issued' WHERE id = ?").run(roundId);
    };
    const refused = await attachDossiers(workspace, { roundId, folder: source() }, issue);
    expect(refused).toMatchObject({ error: { code: 'round.not-draft' } });
    expect(namesOf('B01')).toEqual([]);
  });

  it('is refused for what is no folder, an unknown round and an issued one', async () => {
    put({ 'B01/a.txt': 'a' });
    const attachTo =
      (place: string, id = roundId) =>
      () =>
        attachDossiers(workspace, { roundId: id, folder: place });
    await refusedUnchanged(workspace.db, 'files.missing', attachTo(join(folder, '没有')));
    await refusedUnchanged(workspace.db, 'files.not-a-folder', attachTo(join(source(), 'B01/a.txt')));
    await refusedUnchanged(workspace.db, 'round.unknown', attachTo(source(), 'x'));
    workspace.db.prepare("UPDATE rounds SET status = 'issued' WHERE id = ?").run(roundId);
    await refusedUnchanged(workspace.db, 'round.not-draft', attachTo(source()));
    expect(contents()).toEqual([]);
  });
});

it('removing a dossier takes one file from one candidate of a draft', async () => {
  put({ 'B01/a.txt': 'a', 'B02/a.txt': 'a' });
  await attach();
  const [candidate] = loadCandidates(workspace.db, roundId);
  const remove = (id: string) => () =>
    removeDossier(workspace, { roundId: id, candidateId: candidate?.id ?? '', sha256: sha256Hex('a') });
  await refusedUnchanged(workspace.db, 'round.unknown', remove('x'));
  value(remove(roundId)());
  expect([namesOf('B01'), namesOf('B02')]).toEqual([[], ['a.txt']]);
  workspace.db.prepare("UPDATE rounds SET status = 'issued' WHERE id = ?").run(roundId);
  await refusedUnchanged(workspace.db, 'round.not-draft', remove(roundId));
});
