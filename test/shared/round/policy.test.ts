import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canonicalPolicy } from '#shared/ranking/canonical.ts';
import { checkPolicy } from '#shared/ranking/check-policy.ts';
import { defaultEvaluationPolicy, defaultSelectionPolicy, lowestVersion, policySchema } from '#shared/round/policy.ts';
import { findPreset, listPresets, makePolicy, policyPresets } from '#shared/round/policy-presets.ts';
import { policyJsonSchema } from '#shared/round/policy-schema.ts';
import { rubric, track } from '../ranking/build-input.ts';

const published = new URL('../../../resources/schemas/policy.schema.json', import.meta.url);

/** As version 1 wrote it. */
const first = {
  version: 1,
  centre: 'mean',
  trim: { high: 1, low: 1, from: 5 },
  minimumSheets: 3,
  decimals: 2,
  tieChain: [
    { by: 'total' },
    { by: 'category', category: null },
    { by: 'criteria', criteria: null },
    { by: 'decision' },
  ],
  gates: 'majority',
  normalisation: 'none',
  spreadPercent: 20,
  selection: { quota: null, reserve: 0, passOn: false, minimumScore: null },
  evaluation: null,
};

describe('a policy', () => {
  test('of version 1 reads as the same rule of version 2, with the same hash', () => {
    expect(policySchema.parse(first)).toEqual(defaultSelectionPolicy);
    expect(lowestVersion(defaultSelectionPolicy)).toEqual(first);
    expect(canonicalPolicy(defaultSelectionPolicy)).toContain('"version":1}');
  });

  test.each([
    { rankBy: 'rounded' as const },
    { trimUnit: 'percent' as const },
    { weights: [{ category: 'a', percent: 60 }] },
    { trial: ['S01'] },
    { normalisation: 'rank' as const },
  ])('that says %o is hashed as version 2', (part) => {
    const policy = { ...defaultSelectionPolicy, ...part };
    expect(lowestVersion(policy)).toEqual(policy);
    expect(policySchema.parse(policy)).toEqual(policy);
  });

  test('of an unknown version, with a setting too many or of another kind is refused', () => {
    for (const wrong of [
      { ...first, version: 3 },
      { ...first, bonus: 5 },
      { ...defaultSelectionPolicy, trim: { high: 50, low: 0, from: 1 } },
      null,
      'mean',
      [],
    ]) {
      expect(policySchema.safeParse(wrong).success).toBe(false);
    }
  });

  test('has the published JSON Schema; run with UPDATE_SCHEMA=1 to publish a new one', () => {
    const schema = policyJsonSchema();
    if (process.env['UPDATE_SCHEMA'] === '1') writeFileSync(published, `${JSON.stringify(schema, null, 2)}\n`);
    expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(schema);
    for (const property of Object.values(Object(Object(schema).properties)))
      expect(property).toMatchObject({ description: expect.stringMatching(/\.$/) });
  });
});

describe('the presets', () => {
  const scope = { tracks: [track('t')], rubrics: [rubric] };

  test('can each be carried out and are found again in a policy, whatever else it says', () => {
    for (const preset of policyPresets) {
      const policy = { ...makePolicy(preset, 'selection'), minimumSheets: 1, decimals: 3 };
      expect(checkPolicy(policy, scope).ok, preset.id).toBe(true);
      expect(findPreset(policy)).toBe(preset);
    }
    expect(findPreset({ ...defaultSelectionPolicy, trim: { high: 3, low: 1, from: 6 } })).toBeNull();
    expect(findPreset(defaultEvaluationPolicy)?.id).toBe('trimmed-mean');
  });

  test('of an evaluation round do not normalise (ruling 15)', () => {
    const offered = listPresets(defaultEvaluationPolicy);
    for (const preset of offered) expect(checkPolicy(makePolicy(preset, 'evaluation'), scope).ok).toBe(true);
    expect(offered.length).toBeLessThan(listPresets(defaultSelectionPolicy).length);
  });
});
