import { beforeEach, describe, expect, it } from 'vitest';
import { assignExperts } from '#electron/assignment/assign-experts.ts';
import { takeCandidates } from '#electron/candidates/take-candidates.ts';
import { takeExperts } from '#electron/experts/take-experts.ts';
import { createRound } from '#electron/round/create-round.ts';
import { countRound, getRound, listRounds } from '#electron/round/list-rounds.ts';
import { loadRound } from '#electron/round/load-round.ts';
import { removeRound, saveRound } from '#electron/round/save-round.ts';
import { loadTemplate } from '#electron/round/templates.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import type { RoundDesign } from '#shared/round/round.ts';
import { candidateRow, expertRow, makeRound, tickingEntropy, value } from '../../pipeline/make-round.ts';
import { temporaryWorkspace } from '../../pipeline/temporary-round.ts';
import { refusedUnchanged } from '../../pipeline/state.ts';

const temporary = temporaryWorkspace('each');
let workspace: UnlockedWorkspace;
beforeEach(() => void ({ workspace } = temporary));

const product = (): RoundDesign => value(loadTemplate('product')).design;
const create = (title: string, design = product(), deadline: string | null = null) =>
  createRound(workspace, { title, mode: 'official', deadline, design });
const markIssued = (roundId: string) =>
  workspace.db.prepare("UPDATE rounds SET status = 'issued' WHERE id = ?").run(roundId);

describe('creating a round', () => {
  it('keeps what it was given and reads it back', () => {
    const round = value(create('  软件产品评审 ', product(), '2026-12-01T09:00:00Z'));
    expect(round).toMatchObject({ title: '软件产品评审', mode: 'official', status: 'draft' });
    expect(value(loadRound(workspace.db, round.id))).toEqual(round);
    expect(value(getRound(workspace, { roundId: round.id })).round.deadline).toBe('2026-12-01T09:00:00Z');
  });

  it('makes any typed title one that a stored round may have', () => {
    const titles = ['年度\t评审', '年度\n评审\u0085', 'Cafe\u0301 年度评审', ' 年度 \u0000 评审 '];
    for (const title of titles) {
      const { id } = value(create(title));
      expect(value(loadRound(workspace.db, id)).title).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    }
    expect(value(listRounds(workspace))).toHaveLength(titles.length);
  });

  it('refuses a title that is empty or too long and a deadline that is no time', async () => {
    for (const title of ['', ' \n ', '\u0000', '评'.repeat(121)]) {
      await refusedUnchanged(workspace.db, 'round.title-missing', () => create(title));
    }
    for (const deadline of ['2026-12-01', '2026-13-45T99:99:99Z', '明天']) {
      await refusedUnchanged(workspace.db, 'round.design-invalid', () => create('批次', product(), deadline));
    }
  });

  it('refuses a design that breaks its schema or whose quotas do not add up', async () => {
    const design = product();
    const failure = await refusedUnchanged(workspace.db, 'round.design-invalid', () =>
      create('批次', { ...design, tracks: [] }),
    );
    expect(failure.detail?.['problem']).toMatch(/^tracks: /);
    const { selection } = design.policy;
    if (selection === null) throw new Error('the template selects');
    const total = design.tracks.reduce((sum, { quota }) => sum + (quota ?? 0), 0);
    const policy = { ...design.policy, selection: { ...selection, quota: total + 1 } };
    const mismatch = await refusedUnchanged(workspace.db, 'round.quota-mismatch', () =>
      create('批次', { ...design, policy }),
    );
    expect(mismatch.detail).toEqual({ total: total + 1, sum: total });
    const trim = { high: 2, low: 2, from: 4 };
    await refusedUnchanged(workspace.db, 'ranking.policy-trim', () =>
      create('批次', { ...design, policy: { ...design.policy, trim } }),
    );
    const fitting = { ...design.policy, selection: { ...selection, quota: total } };
    expect(create('批次', { ...design, policy: fitting }).ok).toBe(true);
  });

  it('makes demo rounds only in a demo workspace, whatever is asked', () => {
    const demo = { ...workspace, about: { ...workspace.about, demo: true } };
    const round = createRound(demo, { title: '演示', mode: 'official', deadline: null, design: product() });
    expect(value(round).mode).toBe('demo');
  });
});

describe('saving a round', () => {
  it('changes title, deadline and design together', () => {
    const { id: roundId } = value(create('批次'));
    const design = { ...product(), instructions: '请独立评分。' };
    const saved = value(saveRound(workspace, { roundId, title: ' 新名称 ', deadline: '2026-12-31T00:00:00Z', design }));
    expect(value(loadRound(workspace.db, roundId))).toEqual(saved);
    expect(saved).toMatchObject({
      title: '新名称',
      deadline: '2026-12-31T00:00:00Z',
      design: { instructions: '请独立评分。' },
    });
  });

  it('refuses what creating refuses, an unknown round and an issued one', async () => {
    const { id: roundId } = value(create('批次'));
    const save = (change: Partial<Parameters<typeof saveRound>[1]>) => () =>
      saveRound(workspace, { roundId, title: '批次', deadline: null, design: product(), ...change });
    await refusedUnchanged(workspace.db, 'round.title-missing', save({ title: ' ' }));
    await refusedUnchanged(workspace.db, 'round.design-invalid', save({ deadline: 'soon' }));
    await refusedUnchanged(workspace.db, 'round.design-invalid', save({ design: { ...product(), rubrics: [] } }));
    await refusedUnchanged(workspace.db, 'round.unknown', save({ roundId: 'no-such' }));
    markIssued(roundId);
    await refusedUnchanged(workspace.db, 'round.not-draft', save({ title: '改名' }));
  });

  it('does not take a track away from its candidates', async () => {
    const { id: roundId, design } = value(create('批次'));
    const [first, ...others] = design.tracks;
    if (first === undefined) throw new Error('no track');
    const policy = { ...design.policy, selection: null };
    value(takeCandidates(workspace, { roundId, rows: [candidateRow('P1', '单位', first.id)] }));
    const save = (tracks: RoundDesign['tracks']) => () =>
      saveRound(workspace, { roundId, title: '批次', deadline: null, design: { ...design, policy, tracks } });
    const failure = await refusedUnchanged(workspace.db, 'round.track-in-use', save(others));
    expect(failure.detail).toEqual({ track: first.name });
    expect(save([first])().ok).toBe(true);
  });
});

describe('removing a round', () => {
  it('takes its candidates, experts and assignment along and keeps the people', () => {
    const roundId = makeRound(workspace, 3, 3);
    const other = makeRound(workspace, 1, 1);
    expect(removeRound(workspace, { roundId })).toEqual({ ok: true, value: null });
    expect(countRound(workspace.db, roundId)).toMatchObject({ candidates: 0, experts: 0, assignments: 0 });
    expect(countRound(workspace.db, other)).toMatchObject({ candidates: 1, experts: 1, assignments: 1 });
    expect(workspace.db.prepare('SELECT count(*) AS n FROM experts').get()).toEqual({ n: 3 });
  });

  it('is refused for an unknown round and an issued one', async () => {
    await refusedUnchanged(workspace.db, 'round.unknown', () => removeRound(workspace, { roundId: 'no-such' }));
    const roundId = makeRound(workspace, 1, 1);
    markIssued(roundId);
    await refusedUnchanged(workspace.db, 'round.not-draft', () => removeRound(workspace, { roundId }));
  });
});

describe('listing rounds', () => {
  it('shows the newest first, each with its counts', () => {
    const first = makeRound(workspace, 2, 3);
    const second = value(create('后建的批次')).id;
    const rounds = value(listRounds(workspace));
    expect(rounds.map(({ id, kind }) => [id, kind])).toEqual([
      [second, 'product'],
      [first, 'building'],
    ]);
    expect(rounds[1]?.counts).toEqual({
      candidates: 2,
      candidatesWithoutDossier: 2,
      experts: 3,
      assignments: 6,
      tasksIssued: 0,
      expertsReturned: 0,
      sheetsIn: 0,
      packagesRefused: 0,
    });
  });

  it('shows a round that was created while the clock was wrong', () => {
    value(create('今年'));
    const past = { ...workspace, entropy: tickingEntropy(Date.UTC(1999, 11, 31)) };
    value(createRound(past, { title: '时钟倒退', mode: 'official', deadline: null, design: product() }));
    expect(value(listRounds(workspace)).map(({ title }) => title)).toEqual(['今年', '时钟倒退']);
  });

  it('knows no round of another id', () => {
    expect(getRound(workspace, { roundId: 'x' })).toEqual({
      ok: false,
      error: { code: 'round.unknown', detail: { id: 'x' } },
    });
  });
});

it('an issued round takes no more candidates, experts or assignments', async () => {
  const roundId = makeRound(workspace, 1, 1);
  markIssued(roundId);
  await refusedUnchanged(workspace.db, 'round.not-draft', () =>
    takeCandidates(workspace, { roundId, rows: [candidateRow('X')] }),
  );
  await refusedUnchanged(workspace.db, 'round.not-draft', () =>
    takeExperts(workspace, { roundId, rows: [expertRow('甲')] }),
  );
  await refusedUnchanged(workspace.db, 'round.not-draft', () =>
    assignExperts(workspace, { roundId, perCandidate: 1, seed: 1 }),
  );
});
