import { describe, expect, test } from 'vitest';
import { fillSentence } from '#shared/base/sentence.ts';
import { checkQuota } from '#shared/ranking/check-policy.ts';
import { rankRound } from '#shared/ranking/rank-round.ts';
import type { ListedInput } from '#shared/ranking/ranking.ts';
import { rankingSentences } from '#shared/ranking/sentences.ts';
import { defaultEvaluationPolicy, defaultSelectionPolicy, type Policy } from '#shared/round/policy.ts';
import { buildInput, candidate, rubric, track } from './build-input.ts';

const base = buildInput({ rubric, candidates: [{ code: 'A', sheets: [[30, 10, 40, 20]] }] });

function refusal(change: Partial<ListedInput>): unknown {
  const ranked = rankRound({ ...base, ...change });
  return ranked.ok ? null : ranked.error;
}

function refusalOfPolicy(change: Partial<Policy>): unknown {
  return refusal({ policy: { ...defaultSelectionPolicy, ...change } });
}

describe('a policy is refused', () => {
  const { evaluation } = defaultEvaluationPolicy;
  if (evaluation === null) throw new Error('no evaluation');

  test('when trimming would leave nothing', () => {
    expect(refusalOfPolicy({ trim: { high: 3, low: 2, from: 5 } })).toEqual({
      code: 'ranking.policy-trim',
      detail: { high: 3, low: 2, from: 5 },
    });
    expect(refusalOfPolicy({ trim: { high: 2, low: 2, from: 5 } })).toBeNull();
    expect(refusalOfPolicy({ trim: { high: 0, low: 0, from: 1 } })).toBeNull();
  });

  test('when it both selects and grades', () => {
    expect(refusalOfPolicy({ evaluation })).toMatchObject({ code: 'ranking.policy-two-outcomes' });
  });

  test('when it normalises in an evaluation round (ruling 15)', () => {
    const policy: Policy = { ...defaultEvaluationPolicy, normalisation: 'z-score' };
    expect(refusal({ policy })).toMatchObject({ code: 'ranking.policy-normalised-evaluation' });
  });

  test.each([
    [
      'rising lines',
      [
        { name: '甲', from: 10 },
        { name: '乙', from: 20 },
        { name: '丙', from: 0 },
      ],
    ],
    [
      'equal lines',
      [
        { name: '甲', from: 0 },
        { name: '乙', from: 0 },
      ],
    ],
    [
      'a lowest band above 0',
      [
        { name: '甲', from: 9000 },
        { name: '乙', from: 6000 },
      ],
    ],
    [
      'a repeated name',
      [
        { name: '甲', from: 9000 },
        { name: '甲', from: 0 },
      ],
    ],
  ])('when its bands have %s', (_, bands) => {
    const policy: Policy = {
      ...defaultEvaluationPolicy,
      evaluation: { ...evaluation, bands, vetoBand: '甲', coreItemCap: '甲' },
    };
    expect(refusal({ policy })).toEqual({ code: 'ranking.policy-bands' });
  });

  test('when the veto’s band or the cap is no band', () => {
    const withVeto: Policy = { ...defaultEvaluationPolicy, evaluation: { ...evaluation, vetoBand: '撤销' } };
    expect(refusal({ policy: withVeto })).toEqual({ code: 'ranking.policy-band-unknown', detail: { band: '撤销' } });
    const withCap: Policy = { ...defaultEvaluationPolicy, evaluation: { ...evaluation, coreItemCap: '整改' } };
    expect(refusal({ policy: withCap })).toEqual({ code: 'ranking.policy-band-unknown', detail: { band: '整改' } });
  });

  test('when its tie chain names what a track’s rubric lacks', () => {
    expect(refusalOfPolicy({ tieChain: [{ by: 'category', category: 'a1' }] })).toEqual({
      code: 'ranking.policy-tie-unknown',
      detail: { id: 'category:a1', track: '赛道 t' },
    });
    expect(refusalOfPolicy({ tieChain: [{ by: 'criteria', criteria: ['a1', 'zz'] }] })).toMatchObject({
      detail: { id: 'criterion:zz' },
    });
  });

  test('when the total quota is not the sum of the tracks’ quotas (ruling 17)', () => {
    const selection = { quota: 5, reserve: 0, passOn: false, minimumScore: null };
    const policy = { ...defaultSelectionPolicy, selection };
    const tracks = [track('x', 2), track('y', 2), track('z')];
    expect(checkQuota({ tracks, policy })).toEqual({
      ok: false,
      error: { code: 'round.quota-mismatch', detail: { total: 5, sum: 4 } },
    });
    expect(checkQuota({ tracks: [...tracks, track('v', 1)], policy })).toEqual({ ok: true, value: 5 });
    expect(checkQuota({ tracks, policy: { ...policy, selection: { ...selection, quota: null } } })).toEqual({
      ok: true,
      value: null,
    });
    expect(checkQuota({ tracks, policy: defaultEvaluationPolicy })).toEqual({ ok: true, value: null });
    expect(refusalOfPolicy({ selection })).toMatchObject({ code: 'round.quota-mismatch' });
  });
});

describe('an input is refused', () => {
  test('when a track’s rubric is missing', () => {
    const detail = { track: '赛道 t', rubric: 'main' };
    expect(refusal({ rubrics: [] })).toEqual({ code: 'ranking.rubric-unknown', detail });
  });

  test('when a candidate’s track is missing', () => {
    expect(refusal({ candidates: base.candidates.map((one) => ({ ...one, trackId: 'gone' })) })).toEqual({
      code: 'ranking.track-unknown',
      detail: { candidate: 'A', track: 'gone' },
    });
  });

  test('when a candidate comes twice', () => {
    expect(refusal({ candidates: [...base.candidates, ...base.candidates] })).toMatchObject({
      code: 'ranking.candidate-repeated',
    });
  });

  test('when a sheet belongs to nobody', () => {
    expect(refusal({ candidates: [] })).toEqual({ code: 'ranking.sheet-orphan', detail: { sheet: 'A-e1' } });
  });

  test('when an expert has two current sheets for a candidate, be one of them void', () => {
    expect(refusal({ sheets: [...base.sheets, ...base.sheets] })).toMatchObject({ code: 'ranking.sheet-repeated' });
    const voided = base.sheets.map((sheet) => ({ ...sheet, void: true }));
    expect(refusal({ sheets: [...base.sheets, ...voided] })).toMatchObject({ code: 'ranking.sheet-repeated' });
  });

  test.each([
    ['lacks a criterion', undefined],
    ['exceeds its maximum', 3001],
    ['is negative', -1],
    ['is no whole number of hundredths', 10.5],
  ])('when a sheet %s', (_, a1) => {
    const sheets = base.sheets.map(({ points: { a1: _given, ...rest }, ...sheet }) => ({
      ...sheet,
      points: a1 === undefined ? rest : { ...rest, a1 },
    }));
    expect(refusal({ sheets })).toEqual({
      code: 'ranking.sheet-incomplete',
      detail: { candidate: 'A', criterion: '指标 a1' },
    });
  });

  test('but not for what a void or recused sheet lacks', () => {
    const sheets = [{ answer: [], void: true }, 'recused'] as const;
    const ranked = rankRound(buildInput({ rubric, candidates: [{ code: 'A', sheets }, candidate('B', [])] }));
    expect(ranked.ok).toBe(true);
  });
});

test('every code has a sentence in both languages that says what now', () => {
  for (const sentence of Object.values(rankingSentences)) {
    expect(fillSentence(sentence, 'zh-CN')).toMatch(/排名未作改动。.+。$/);
    expect(fillSentence(sentence, 'en')).toMatch(/The ranking is unchanged\. .+\.$/);
  }
});
