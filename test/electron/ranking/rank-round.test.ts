import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importResults } from '#electron/intake/import-results.ts';
import { getCandidateSheets } from '#electron/ranking/get-candidate-sheets.ts';
import { unpackTrack } from '#shared/ranking/pack-board.ts';
import { makeRanking } from '#electron/ranking/rank-round.ts';
import { rankRound } from '#electron/ranking/show-ranking.ts';
import { loadRound } from '#electron/round/load-round.ts';
import { editSheet } from '#electron/scoring/edit-sheet.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { scoreAll, submit, value, type IssuedRound } from '../../pipeline/make-round.ts';
import { temporaryIssuedRound } from '../../pipeline/temporary-round.ts';

const temporary = temporaryIssuedRound('all', { candidates: 4, experts: 5 });
let folder: string;
let workspace: UnlockedWorkspace;
let round: IssuedRound;
let candidates: readonly string[];

// Five experts, four candidates; expert 5 hands in later and marks the second candidate.
beforeAll(async () => {
  ({ folder, workspace, round } = temporary);
  candidates = workspace.db
    .prepare<[], { id: string }>('SELECT id FROM candidates ORDER BY position')
    .all()
    .map(({ id }) => id);
  for (const [index, home] of round.homes.entries()) {
    scoreAll(home, (candidate) => (candidate < 2 ? 80 : 60 - candidate * 5));
    if (index === 4) {
      const change = { what: 'gate', gateId: 'newly-built', answer: 'fail' } as const;
      value(editSheet(home.home, { taskId: home.taskId, candidateId: candidates[1] ?? '', change }));
    } else await submit(home, join(folder, 'results'));
  }
  value(await importResults(workspace, { paths: [join(folder, 'results')] }));
});
beforeEach(() => void workspace.db.exec('SAVEPOINT test'));
afterEach(() => void workspace.db.exec('ROLLBACK TO test; RELEASE test'));

const rows = () => value(makeRanking(workspace, round.roundId)).ranking.tracks[0]?.rows ?? [];
let decided = 0;
const decide = (kind: string, more: { candidate?: string; expert?: string; track?: string; body?: object }) =>
  workspace.db
    .prepare(
      `INSERT INTO decisions (id, round_id, kind, candidate_id, expert_id, track_id, body, reason, note, decided_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, '资格性审查错误', '', '2026-11-23T10:00:00Z')`,
    )
    .run(
      `decision-${(decided += 1)}`,
      round.roundId,
      kind,
      more.candidate ?? null,
      more.expert ?? null,
      more.track ?? null,
      JSON.stringify(more.body ?? {}),
    );

describe('a ranking', () => {
  it('counts current sheets, shares a rank among equals, and says what is outstanding', () => {
    expect(rows().map(({ rank, code, sheets }) => [rank, code, sheets])).toEqual([
      [1, 'B01', 4],
      [1, 'B02', 4],
      [3, 'B03', 4],
      [4, 'B04', 4],
    ]);
    const view = value(rankRound(workspace, { roundId: round.roundId }));
    expect(view).toMatchObject({ outstanding: 4, rankedAt: expect.stringMatching(/^2026-11-23T/) });
    expect(view.experts.map(({ name }) => name)).toEqual(['专家1', '专家2', '专家3', '专家4', '专家5']);
    expect(view.resultHash).toBe(value(makeRanking(workspace, round.roundId)).hashes.resultHash);
  });

  it('follows a recorded veto, a void expert and a decision on a tie', () => {
    decide('tie', { track: 'building', body: { order: [candidates[1], candidates[0]] } });
    expect(rows().map(({ rank, code, tie }) => [rank, code, tie?.rule ?? null])).toMatchObject([
      [1, 'B02', 'decision'],
      [2, 'B01', 'decision'],
      [3, 'B03', null],
      [4, 'B04', null],
    ]);
    decide('veto', { candidate: candidates[0] ?? '', body: { gateId: 'area' } });
    expect(
      rows()
        .map(({ rank, code, status }) => [rank, code, status])
        .at(-1),
    ).toEqual([null, 'B01', 'vetoed']);
    decide('void-expert', { expert: round.homes[0]?.expertId ?? '' });
    expect(rows().map(({ sheets }) => sheets)).toEqual([3, 3, 3, 3]);
  });

  it('passes over decisions about nobody', () => {
    const before = value(makeRanking(workspace, round.roundId)).hashes.resultHash;
    decide('veto', { body: { gateId: null } });
    decide('tie', { body: { order: [] } });
    expect(value(makeRanking(workspace, round.roundId)).hashes.resultHash).toBe(before);
  });

  it('is never made of a stored sheet that is none', () => {
    const spoil = (change: string) => () => {
      workspace.db.exec('SAVEPOINT spoilt');
      workspace.db.pragma('ignore_check_constraints = ON');
      workspace.db.exec('DELETE FROM ranking_figures');
      workspace.db.exec(`UPDATE sheets SET ${change} WHERE id = (SELECT min(id) FROM sheets)`);
      workspace.db.pragma('ignore_check_constraints = OFF');
      try {
        return makeRanking(workspace, round.roundId);
      } finally {
        workspace.db.exec('ROLLBACK TO spoilt; RELEASE spoilt');
      }
    };
    expect(spoil('points = \'["x"]\'')).toThrow('no points of a sheet');
    expect(spoil("points = 'null'")).toThrow('no points of a sheet');
    expect(spoil(`gates = '{"area":"maybe"}'`)).toThrow('no gates of a sheet');
    expect(spoil("state = 'lost'")).toThrow('no state of a sheet: lost');
    expect(spoil("points = '{}', total = 0")()).toMatchObject({ error: { code: 'ranking.sheet-incomplete' } });
  });

  it('under another policy is a trial: same inputs, other hashes, nothing recorded', () => {
    const own = value(makeRanking(workspace, round.roundId));
    const policy = { ...own.round.design.policy, minimumSheets: 5 };
    const trial = value(makeRanking(workspace, round.roundId, policy));
    expect(trial.ranking.tracks[0]?.rows.every(({ status }) => status === 'no-score')).toBe(true);
    expect(trial.hashes.inputsHash).toBe(own.hashes.inputsHash);
    expect(trial.hashes.policyHash).not.toBe(own.hashes.policyHash);
    expect(value(makeRanking(workspace, round.roundId)).hashes).toEqual(own.hashes);
  });

  it('is refused for an unknown round and for a rule that leaves no sheet', () => {
    expect(rankRound(workspace, { roundId: 'x' })).toMatchObject({ error: { code: 'round.unknown' } });
    const { design } = value(loadRound(workspace.db, round.roundId));
    const policy = { ...design.policy, trim: { high: 2, low: 2, from: 4 } };
    expect(makeRanking(workspace, round.roundId, policy)).toMatchObject({ error: { code: 'ranking.policy-trim' } });
    expect(makeRanking(workspace, round.roundId).ok).toBe(true);
  });
});

describe('the sheets of a candidate', () => {
  it('are the current ones of every expert, in the order of the experts', async () => {
    const { roundId } = round;
    const view = value(await getCandidateSheets(workspace, { roundId, candidateId: candidates[0] ?? '' }));
    expect(view.candidate.code).toBe('B01');
    expect(view.sheets.map(({ expertName, seq }) => [expertName, seq])).toEqual([
      ['专家1', 1],
      ['专家2', 1],
      ['专家3', 1],
      ['专家4', 1],
    ]);
    expect(view.sheets[0]?.sheet).toMatchObject({ state: 'scored', comment: '材料齐全，情况属实。' });
    const unknown = await getCandidateSheets(workspace, { roundId, candidateId: 'x' });
    expect(unknown).toMatchObject({ error: { code: 'scoring.unknown-candidate' } });
    const elsewhere = await getCandidateSheets(workspace, { roundId: 'x', candidateId: 'x' });
    expect(elsewhere).toMatchObject({ error: { code: 'round.unknown' } });
  });
});

it('a gate that an expert failed counts as his vote, and a recusal leaves the mean', async () => {
  const [, , , , last] = round.homes;
  if (last === undefined) throw new Error('no home');
  const change = { what: 'state', state: 'recused', reason: '同单位' } as const;
  value(editSheet(last.home, { taskId: last.taskId, candidateId: candidates[3] ?? '', change }));
  const { path } = await submit(last, join(folder, 'late'));
  workspace.db.exec('RELEASE test');
  value(await importResults(workspace, { paths: [path] }));
  workspace.db.exec('SAVEPOINT test');
  const view = value(rankRound(workspace, { roundId: round.roundId }));
  expect(view.outstanding).toBe(0);
  const board = view.ranking.tracks.map(unpackTrack)[0]?.rows;
  expect(board?.find(({ code }) => code === 'B04')).toMatchObject({ sheets: 4, trimmed: 0 });
  const second = board?.find(({ code }) => code === 'B02');
  expect(second).toMatchObject({ sheets: 5, trimmed: 2, status: expect.not.stringMatching('vetoed') });
  const policy = { ...value(loadRound(workspace.db, round.roundId)).design.policy, gates: 'any' } as const;
  const strict = value(makeRanking(workspace, round.roundId, policy)).ranking.tracks[0]?.rows ?? [];
  expect(strict.find(({ code }) => code === 'B02')?.status).toBe('vetoed');
});
