import { beforeEach, describe, expect, it } from 'vitest';
import { assignExperts, getAssignment, loadPairs, setConflict } from '#electron/assignment/assign-experts.ts';
import { loadCandidates } from '#electron/candidates/list-candidates.ts';
import { removeCandidates, takeCandidates } from '#electron/candidates/take-candidates.ts';
import { listExperts, loadExperts } from '#electron/experts/list-experts.ts';
import { removeExperts, takeExperts } from '#electron/experts/take-experts.ts';
import { createRound } from '#electron/round/create-round.ts';
import { loadTemplate } from '#electron/round/templates.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { candidateRow, expertRow, makeRound, value } from '../../pipeline/make-round.ts';
import { temporaryWorkspace } from '../../pipeline/temporary-round.ts';
import { refusedUnchanged } from '../../pipeline/state.ts';

const temporary = temporaryWorkspace('each');
let workspace: UnlockedWorkspace;
beforeEach(() => void ({ workspace } = temporary));

/** A building round without candidates or experts. */
function emptyRound(): string {
  const { design } = value(loadTemplate('building'));
  return value(createRound(workspace, { title: '批次', mode: 'official', deadline: null, design })).id;
}

const trackId = value(loadTemplate('building')).design.tracks[0]?.id ?? '';

describe('assigning experts', () => {
  it('balances loads and never puts an expert before his own unit or one to avoid', () => {
    const roundId = emptyRound();
    const rows = ['甲软件有限公司', '乙公司', '丙公司', '丁公司'].map((unit, index) =>
      candidateRow(`C${index + 1}`, unit, trackId),
    );
    value(takeCandidates(workspace, { roundId, rows }));
    value(
      takeExperts(workspace, {
        roundId,
        rows: [
          expertRow('张三', '甲软件有限责任公司'),
          { ...expertRow('李四'), avoidUnits: ['乙公司'] },
          expertRow('王五'),
        ],
      }),
    );
    const view = value(assignExperts(workspace, { roundId, perCandidate: 2, seed: 7 }));
    const codes = new Map(loadCandidates(workspace.db, roundId).map(({ id, code }) => [id, code]));
    const names = new Map(loadExperts(workspace.db, roundId).map(({ id, name }) => [id, name]));
    const show = ([expert, candidate]: readonly [string, string]) => `${names.get(expert)} ${codes.get(candidate)}`;
    expect(view.conflicts.map(({ expertId, candidateId, source }) => [show([expertId, candidateId]), source])).toEqual([
      ['张三 C1', 'same-unit'],
      ['李四 C2', 'avoid-unit'],
    ]);
    const pairs = view.pairs.map(show);
    expect(pairs).toHaveLength(8);
    expect(pairs).not.toContain('张三 C1');
    expect(pairs).not.toContain('李四 C2');
    expect(view).toMatchObject({ perCandidate: 2, shortfalls: [] });
    expect(value(getAssignment(workspace, { roundId }))).toEqual(view);
    const again = value(assignExperts(workspace, { roundId, perCandidate: 2, seed: 7 }));
    expect(again.pairs).toEqual(view.pairs);
  });

  it('lists candidates that get fewer experts than asked', () => {
    const roundId = emptyRound();
    const rows = [candidateRow('C1', '甲', trackId), candidateRow('C2', '乙', trackId)];
    value(takeCandidates(workspace, { roundId, rows }));
    value(takeExperts(workspace, { roundId, rows: [expertRow('张三', '甲'), expertRow('李四'), expertRow('王五')] }));
    const { shortfalls } = value(assignExperts(workspace, { roundId, perCandidate: 3, seed: 1 }));
    const [first] = loadCandidates(workspace.db, roundId);
    expect(shortfalls).toEqual([{ candidateId: first?.id, missing: 1 }]);
  });

  it('keeps the assignment as it was when a new one cannot be made', async () => {
    const roundId = makeRound(workspace, 2, 3);
    const assign = (perCandidate: number) => () => assignExperts(workspace, { roundId, perCandidate, seed: 1 });
    await refusedUnchanged(workspace.db, 'assignment.per-candidate', assign(4));
    await refusedUnchanged(workspace.db, 'assignment.per-candidate', assign(0));
    for (const { id: expertId } of loadExperts(workspace.db, roundId)) {
      const [candidate] = loadCandidates(workspace.db, roundId);
      value(setConflict(workspace, { roundId, expertId, candidateId: candidate?.id ?? '', conflict: true, note: '' }));
    }
    const failure = await refusedUnchanged(workspace.db, 'assignment.nobody-free', assign(1));
    expect(failure.detail).toEqual({ candidate: 'B01' });
    expect(loadPairs(workspace.db, roundId)).toHaveLength(3);
  });

  it('is refused without candidates, without experts and for an unknown round', async () => {
    const roundId = emptyRound();
    const assign = (id: string) => () => assignExperts(workspace, { roundId: id, perCandidate: 'all', seed: 1 });
    await refusedUnchanged(workspace.db, 'assignment.no-candidates', assign(roundId));
    value(takeCandidates(workspace, { roundId, rows: [candidateRow('C1', '甲', trackId)] }));
    await refusedUnchanged(workspace.db, 'assignment.no-experts', assign(roundId));
    await refusedUnchanged(workspace.db, 'round.unknown', assign('x'));
    await refusedUnchanged(workspace.db, 'round.unknown', () => getAssignment(workspace, { roundId: 'x' }));
  });

  it('serves 200 experts and 1,000 candidates with loads that differ by one at most', async () => {
    const roundId = emptyRound();
    const rows = Array.from({ length: 1000 }, (_, index) => candidateRow(`C${index}`, `单位${index}`, trackId));
    value(takeCandidates(workspace, { roundId, rows }));
    const people = Array.from({ length: 200 }, (_, index) => expertRow(`专家${index}`, `单位${index}`));
    value(takeExperts(workspace, { roundId, rows: people }));
    const { pairs, conflicts } = value(assignExperts(workspace, { roundId, perCandidate: 3, seed: 1 }));
    expect([pairs.length, conflicts.length]).toEqual([3000, 200]);
    const loads = value(await listExperts(workspace, { roundId })).map(({ load }) => load);
    expect(loads.every((load) => load === 15)).toBe(true);
  });
});

describe('a declared conflict', () => {
  const pairOf = (roundId: string) => {
    const [expertId, candidateId] = loadPairs(workspace.db, roundId)[0] ?? ['', ''];
    return { roundId, expertId, candidateId };
  };

  it('takes the assignment back at once, stays over a new one, and can be withdrawn', () => {
    const roundId = makeRound(workspace, 2, 3);
    const pair = pairOf(roundId);
    const after = value(setConflict(workspace, { ...pair, conflict: true, note: '师生' }));
    const declared = { expertId: pair.expertId, candidateId: pair.candidateId, source: 'declared', note: '师生' };
    expect(after.conflicts).toEqual([declared]);
    expect(after.pairs).toHaveLength(5);
    value(setConflict(workspace, { ...pair, conflict: true, note: '合作者' }));
    const again = value(assignExperts(workspace, { roundId, perCandidate: 'all', seed: 1 }));
    expect(again.pairs).toHaveLength(5);
    expect(again.conflicts).toEqual([{ ...declared, note: '合作者' }]);
    const withdrawn = value(setConflict(workspace, { ...pair, conflict: false, note: '' }));
    expect(withdrawn.conflicts).toEqual([]);
    expect(withdrawn.pairs).toHaveLength(5);
    expect(value(assignExperts(workspace, { roundId, perCandidate: 'all', seed: 1 })).pairs).toHaveLength(6);
  });

  it('is refused between strangers of the round and after issuing', async () => {
    const roundId = makeRound(workspace, 1, 1);
    const other = makeRound(workspace, 1, 2);
    const pair = pairOf(roundId);
    const declare = (change: object) => () => setConflict(workspace, { ...pair, conflict: true, note: '', ...change });
    await refusedUnchanged(workspace.db, 'assignment.unknown-pair', declare({ expertId: 'x' }));
    await refusedUnchanged(
      workspace.db,
      'assignment.unknown-pair',
      declare({ candidateId: pairOf(other).candidateId }),
    );
    await refusedUnchanged(workspace.db, 'round.unknown', declare({ roundId: 'x' }));
    workspace.db.prepare("UPDATE rounds SET status = 'issued' WHERE id = ?").run(roundId);
    await refusedUnchanged(workspace.db, 'round.not-draft', declare({}));
  });

  it('goes with its expert or candidate, and so does the assignment', () => {
    const roundId = makeRound(workspace, 2, 2);
    const pair = pairOf(roundId);
    value(setConflict(workspace, { ...pair, conflict: true, note: '' }));
    value(removeExperts(workspace, { roundId, expertIds: [pair.expertId, 'nobody'] }));
    expect(value(getAssignment(workspace, { roundId }))).toMatchObject({ conflicts: [], perCandidate: 'all' });
    expect(loadPairs(workspace.db, roundId)).toHaveLength(2);
    value(removeCandidates(workspace, { roundId, candidateIds: [pair.candidateId] }));
    expect(loadPairs(workspace.db, roundId)).toHaveLength(1);
    expect(loadCandidates(workspace.db, roundId)).toHaveLength(1);
    expect(loadExperts(workspace.db, roundId)).toHaveLength(1);
  });
});
