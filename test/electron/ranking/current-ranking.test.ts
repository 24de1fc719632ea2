import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { listSearchTexts } from '#electron/candidates/list-search-texts.ts';
import { workspaceMigrations } from '#electron/db/migrations.ts';
import { openDatabase } from '#electron/db/open-database.ts';
import { importResults } from '#electron/intake/import-results.ts';
import { currentExplainer, currentRanking } from '#electron/ranking/current-ranking.ts';
import { getCandidateSheets } from '#electron/ranking/get-candidate-sheets.ts';
import { makeRanking, type RoundRanking } from '#electron/ranking/rank-round.ts';
import { workspacePaths, type UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { scoreAll, submit, value } from '../../pipeline/make-round.ts';
import { temporaryIssuedRound } from '../../pipeline/temporary-round.ts';

const temporary = temporaryIssuedRound('all', { candidates: 3, experts: 3 });
let folder: string;
let workspace: UnlockedWorkspace;
let roundId: string;
let candidates: readonly string[];

beforeAll(async () => {
  ({ folder, workspace, roundId } = temporary);
  candidates = workspace.db
    .prepare<[], { id: string }>('SELECT id FROM candidates ORDER BY position')
    .all()
    .map(({ id }) => id);
  for (const home of temporary.round.homes) {
    scoreAll(home, (candidate) => 90 - candidate * 10);
    await submit(home, join(folder, 'results'));
  }
  value(await importResults(workspace, { paths: [join(folder, 'results')] }));
});

let vetoes = 0;
const veto = (db: UnlockedWorkspace['db'], candidate: string): void => {
  db.prepare(
    `INSERT INTO decisions (id, round_id, kind, candidate_id, body, reason, note, decided_at)
     VALUES (?, ?, 'veto', ?, '{"gateId":null}', '资格性审查错误', '', '2026-11-23T10:00:00Z')`,
  ).run(`veto-${(vetoes += 1)}`, roundId, candidate);
};
const takeBackAll = (db: UnlockedWorkspace['db']): void => void db.exec('DELETE FROM decisions');
const current = (): RoundRanking => value(currentRanking(workspace, roundId));
const expectTrue = (): void => expect(current().hashes).toEqual(value(makeRanking(workspace, roundId)).hashes);

describe('the ranking that is kept', () => {
  it('is made once while nothing is written', () => {
    const first = current();
    expect(current()).toBe(first);
    expectTrue();
    expect(current()).toBe(first);
  });

  it('is made anew after any write, of its own connection or of another', () => {
    const first = current();
    veto(workspace.db, candidates[0] ?? '');
    expect(current().hashes.resultHash).not.toBe(first.hashes.resultHash);
    expectTrue();
    const other = value(openDatabase(workspacePaths.database(workspace.folder), workspaceMigrations));
    takeBackAll(other);
    expect(current().hashes.resultHash).toBe(first.hashes.resultHash);
    veto(other, candidates[1] ?? '');
    expectTrue();
    takeBackAll(other);
    other.close();
    expect(current().hashes.resultHash).toBe(first.hashes.resultHash);
  });

  it('is never that of a transaction that was rolled back', () => {
    const first = current();
    const roll = workspace.db.transaction(() => {
      veto(workspace.db, candidates[0] ?? '');
      expect(current().hashes.resultHash).not.toBe(first.hashes.resultHash);
      throw new Error('rolled back');
    });
    expect(roll).toThrow('rolled back');
    expect(current().hashes.resultHash).toBe(first.hashes.resultHash);
  });

  it('is that of the round asked for, and none of a round that is not there', () => {
    const first = current();
    expect(currentRanking(workspace, 'x')).toMatchObject({ error: { code: 'round.unknown' } });
    expect(currentExplainer(workspace, 'x')).toMatchObject({ error: { code: 'round.unknown' } });
    expect(current().hashes).toEqual(first.hashes);
  });
});

describe('a candidate with its sheets', () => {
  it('is explained by the ranking as it stands', async () => {
    const open = async (at: number) =>
      value(await getCandidateSheets(workspace, { roundId, candidateId: candidates[at] ?? '' }));
    const before = await open(0);
    expect(before.candidate).toMatchObject({ code: 'B01', search: expect.stringContaining('danweib01') });
    expect(before.sheets).toHaveLength(3);
    expect(before.explanation?.row).toMatchObject({ rank: 1, code: 'B01' });
    veto(workspace.db, candidates[0] ?? '');
    expect((await open(0)).explanation?.row).toMatchObject({ rank: null, status: 'vetoed' });
    expect((await open(1)).explanation?.row).toMatchObject({ rank: 1, code: 'B02' });
    takeBackAll(workspace.db);
  });

  it('is refused when it is not there', async () => {
    expect(await getCandidateSheets(workspace, { roundId, candidateId: 'nobody' })).toMatchObject({
      error: { code: 'scoring.unknown-candidate' },
    });
    expect(await getCandidateSheets(workspace, { roundId: 'x', candidateId: 'nobody' })).toMatchObject({
      error: { code: 'round.unknown' },
    });
    expect(value(currentExplainer(workspace, roundId))('nobody')).toBeNull();
  });
});

it('candidates are found by their words, pinyin and initials', async () => {
  const { ids, texts } = value(await listSearchTexts(workspace, { roundId }));
  expect(ids.split('\n')).toEqual(candidates);
  expect(texts.split('\n')[1]).toBe('b02 对象b02 duixiangb02 dxb02 单位b02 danweib02 dwb02');
  expect(await listSearchTexts(workspace, { roundId: 'x' })).toMatchObject({ error: { code: 'round.unknown' } });
});
