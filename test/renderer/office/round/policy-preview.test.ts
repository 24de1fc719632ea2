import { describe, expect, it } from 'vitest';
import { previewPolicy } from '#renderer/office/round/policy-preview.ts';
import { listWeights, putWeight } from '#renderer/office/round/weights.ts';
import { rankRound } from '#shared/ranking/rank-round.ts';
import { makeSample } from '#shared/ranking/worked-sample.ts';
import { defaultEvaluationPolicy, type Policy } from '#shared/round/policy.ts';
import { makePolicy, policyPresets } from '#shared/round/policy-presets.ts';
import { design, rubric } from './design.ts';

function preview(change: Partial<Policy>) {
  const result = previewPolicy({ ...design, policy: { ...design.policy, ...change } }, design.policy);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('the worked sample', () => {
  it('can be ranked by every preset and rubric, and shows what rules are for', () => {
    for (const preset of policyPresets) {
      expect(rankRound(makeSample(design, makePolicy(preset, 'selection'))).ok, preset.id).toBe(true);
    }
    const rows = preview({});
    const statuses = new Set(rows.map(({ status }) => status));
    expect([...statuses]).toEqual(expect.arrayContaining(['selected', 'reserve', 'below', 'no-score']));
    expect(rows.some(({ trimmed }) => trimmed === 2)).toBe(true);
    expect(rows.every(({ changed }) => !changed)).toBe(true);
  });

  it('vetoes by gates that experts answer, and grades in an evaluation round', () => {
    const gates = [{ id: 'legal', name: '独立法人', guidance: '', by: 'expert' as const }];
    const gated = { ...design, rubrics: [{ ...rubric, gates }] };
    const result = previewPolicy(gated, design.policy);
    expect(result.ok && result.value.filter(({ status }) => status === 'vetoed').map(({ code }) => code)).toEqual([
      'G',
    ]);
    const graded = previewPolicy({ ...gated, policy: defaultEvaluationPolicy }, defaultEvaluationPolicy);
    expect(graded.ok && graded.value[0]?.status).toBe('band:优秀');
  });
});

describe('the preview of a rule', () => {
  it('says who moves against the rule as saved', () => {
    const rows = preview({ trim: { high: 0, low: 0, from: 1 } });
    const [up] = rows.filter(({ places }) => (places ?? 0) > 0);
    const [down] = rows.filter(({ places }) => (places ?? 0) < 0);
    expect([up?.changed, down?.changed]).toEqual([true, true]);
    // The outlier below costs B its place once it counts.
    expect(rows.find(({ code }) => code === 'B')?.places).toBeLessThan(0);
    const weights = [{ category: 'effect', percent: 0 }];
    expect(preview({ weights }).some(({ changed }) => changed)).toBe(true);
    expect(preview({ minimumSheets: 7 }).find(({ code }) => code === 'F')).toMatchObject({
      changed: true,
      places: null,
    });
  });

  it('moves nobody when the saved rule could not be carried out, and says why the edited one cannot', () => {
    const broken: Policy = { ...design.policy, trim: { high: 3, low: 3, from: 5 } };
    const result = previewPolicy(design, broken);
    expect(result.ok && result.value.some(({ changed }) => changed)).toBe(false);
    expect(previewPolicy({ ...design, policy: broken }, design.policy)).toMatchObject({
      error: { code: 'ranking.policy-trim' },
    });
  });
});

describe('weights in the form', () => {
  it('stand for every category once, also for one that is gone', () => {
    const weights = [
      { category: 'effect', percent: 60 },
      { category: 'gone', percent: 10 },
    ];
    expect(listWeights([rubric, { ...rubric, id: 'other' }], weights)).toEqual([
      { category: 'quality', name: '质量', percent: 100 },
      { category: 'effect', name: '成效', percent: 60 },
      { category: 'gone', name: 'gone', percent: 10 },
    ]);
    expect(putWeight(weights, 'gone', 100)).toEqual(weights.slice(0, 1));
    expect(putWeight([], 'effect', 50)).toEqual([{ category: 'effect', percent: 50 }]);
  });
});
