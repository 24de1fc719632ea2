import { describe, expect, test } from 'vitest';
import { canonicalJson, canonicalPolicy, canonicalRankingInputs, canonicalResult } from '#shared/ranking/canonical.ts';
import { defaultSelectionPolicy } from '#shared/round/policy.ts';
import type { ListedInput } from '#shared/ranking/ranking.ts';
import { buildInput, candidate, rank, rubric, track } from './build-input.ts';

const spec = {
  tracks: [track('y'), track('x')],
  candidates: [candidate('B', [80, 70], { track: 'x' }), candidate('A', [60], { track: 'y' })],
  decisions: [
    { id: 'd2', trackId: 'x', order: ['B'] },
    { id: 'd1', trackId: 'x', order: ['B'] },
  ],
};
const input = buildInput(spec);

/** The text, the sheets of each expert spelt out in place of their digest. */
const textOf = (of: ListedInput): string => canonicalRankingInputs(of, (text) => text);

describe('the canonical text', () => {
  test('has one form for one value: keys by bytes, nothing undefined, no white space', () => {
    expect(canonicalJson({ b: [1, null, true], a: { d: '"', c: undefined }, '': '重庆' })).toBe(
      '{"":"重庆","a":{"d":"\\""},"b":[1,null,true]}',
    );
  });

  test('of the inputs does not show in which order they arrived', () => {
    const reversed = {
      ...input,
      candidates: input.candidates.toReversed(),
      sheets: input.sheets.toReversed(),
      decisions: input.decisions.toReversed(),
    };
    expect(textOf(reversed)).toBe(textOf(input));
    const rubrics = [...input.rubrics, { ...rubric, id: 'other' }];
    const text = textOf({ ...input, rubrics });
    expect(textOf({ ...input, rubrics: rubrics.toReversed() })).toBe(text);
  });

  test('of the inputs shows the order of tracks, which decides who receives seats', () => {
    const other = { ...input, tracks: input.tracks.toReversed() };
    expect(textOf(other)).not.toBe(textOf(input));
  });

  test('of the inputs shows every point, gate, flag, veto and decision, and no row number', () => {
    const text = textOf(input);
    const [first, ...others] = input.sheets;
    if (first === undefined) throw new Error('no sheet');
    const withSheet = (change: Partial<typeof first>): string =>
      textOf({ ...input, sheets: [{ ...first, ...change }, ...others] });
    expect(withSheet({ points: { total: 1 } })).not.toBe(text);
    expect(withSheet({ gates: { honest: 'fail' } })).not.toBe(text);
    expect(withSheet({ fraud: true })).not.toBe(text);
    expect(withSheet({ void: true })).not.toBe(text);
    expect(withSheet({ state: 'abstained' })).not.toBe(text);
    expect(withSheet({ id: 'another row number' })).toBe(text);
    const veto = { gateId: null, reason: '失信' };
    const vetoed = input.candidates.map((one) => ({ ...one, staffVeto: veto }));
    expect(textOf({ ...input, candidates: vetoed })).not.toBe(text);
    expect(textOf({ ...input, decisions: [] })).not.toBe(text);
  });

  test('of the policy shows each of its settings', () => {
    expect(canonicalPolicy({ ...defaultSelectionPolicy, minimumSheets: 4 })).not.toBe(
      canonicalPolicy(defaultSelectionPolicy),
    );
  });

  test('of the result is the published list', () => {
    const text = canonicalResult(rank({ candidates: [candidate('A', [80, 81, 82])] }));
    expect(text).toBe(
      '[{"quota":null,"rows":[{"candidateId":"A","code":"A","exact":"81","name":"对象A","rank":1,"score":"81.00",' +
        '"sheets":3,"status":"ranked","tie":null,"trimmed":0}],"track":"t"}]',
    );
  });
});
