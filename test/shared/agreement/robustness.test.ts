import { describe, expect, it } from 'vitest';
import { describeReading } from '#shared/agreement/reading.ts';
import { readRobustness } from '#shared/agreement/read-robustness.ts';
import { testRobustness } from '#shared/agreement/test-robustness.ts';
import { at } from '#shared/base/at.ts';
import { defaultEvaluationPolicy, type Policy } from '#shared/round/policy.ts';
import { value } from '../../pipeline/make-round.ts';
import { buildInput, rubric, track, type CandidateSpec } from '../ranking/build-input.ts';

const seats = (quota: number): Policy['selection'] => ({ quota, reserve: 0, passOn: false, minimumScore: null });
const names = new Map(['e1', 'e2', 'e3', 'e4', 'e5'].map((id) => [id, `专家${id.slice(1)}`]));

function test(candidates: readonly CandidateSpec[], policy: Partial<Policy>, quota: number | null = 1) {
  const input = buildInput({ tracks: [track('t', quota)], policy, candidates });
  const tested = value(testRobustness(input, { samples: 200, seed: 1 }));
  const own = at(tested.tracks, 0);
  const readings = readRobustness(own, tested, names, new Map());
  return { track: own, readings, words: readings.map((reading) => describeReading(reading, 'zh-CN')) };
}

describe('robustness of the cut line', () => {
  it('is certain when every expert says the same by far', () => {
    const { track: own, words } = test(
      [
        { code: 'A', sheets: [[90], [91], [92], [93]] },
        { code: 'B', sheets: [[50], [51], [52], [53]] },
      ],
      { selection: seats(1) },
    );
    expect(own.candidates.map(({ code, share, certainty }) => [code, share, certainty])).toEqual([
      ['A', 1, 'in'],
      ['B', 0, 'out'],
    ]);
    expect(words[0]).toBe(
      '入选线较稳：重抽样中，线内的 1 个评审对象和线外的其他评审对象，各自都在 95% 以上的情形下不越线。',
    );
    expect(words[1]).toBe('去掉任一位专家，入选名单（现 1 名）不变。');
  });

  it('names the one expert who decides it, and who would change', () => {
    const { track: own, words } = test(
      [
        { code: 'A', sheets: [[80], [80], [80], [99]] },
        { code: 'B', sheets: [[82], [82], [82], [81]] },
      ],
      { selection: seats(1), trim: { high: 0, low: 0, from: 5 } },
    );
    expect(own.withoutExpert.map(({ change }) => (change.ok ? change.value.enter.length : null))).toEqual([0, 0, 0, 1]);
    expect(words).toContain('去掉任一位专家，入选名单（现 1 名）中至多变动 1 名。');
    expect(words.join('')).toContain('只有去掉专家4时入选名单（现 1 名）才会变动。进入：B 对象B；退出：A 对象A。');
    expect(at(own.candidates, 0).certainty).toBe('open');
  });

  it('says that experts cannot be left out when sheets would fall below the minimum', () => {
    const { track: own, words } = test(
      [
        { code: 'A', sheets: [[80], [81], [82]] },
        { code: 'B', sheets: [[70], [71], [72]] },
      ],
      { selection: seats(1), minimumSheets: 3 },
    );
    for (const { change } of own.withoutExpert)
      expect(change).toEqual({ ok: false, error: { code: 'agreement.below-minimum', detail: { minimum: 3 } } });
    expect(words).toContain('去掉一位专家后评分表就少于规定的最少份数，无法检验单个专家的影响。');
    // All three experts stay drawn, whoever they are: nobody loses a score by the draw alone.
    for (const { unranked } of own.candidates) expect(unranked).toBe(0);
  });

  it('keeps who has no score out of every sample, and who recused in all of them', () => {
    const { track: own } = test(
      [
        { code: 'A', sheets: [[80], [81], [82], [83], [84]] },
        { code: 'B', sheets: [[70], [71], [72], 'recused', 'recused'] },
        { code: 'C', sheets: [[90], 'recused', 'recused', 'recused', 'recused'] },
      ],
      { selection: seats(2) },
      2,
    );
    expect(own.candidates.map(({ code, unranked }) => [code, unranked])).toEqual([
      ['A', 0],
      ['B', 0],
      ['C', 1],
    ]);
  });

  it('speaks of the first ranks without a quota, and of bands in an evaluation round', () => {
    const candidates = ['A', 'B', 'C', 'D', 'E'].map((code, index) => ({
      code,
      sheets: [[90 - index], [91 - index], [89 - index]],
    }));
    const open = test(candidates, { selection: null }, null);
    expect(open.track.line).toEqual({ kind: 'top', size: 3 });
    expect(open.words.join('')).toContain('前 3 名');
    const graded = test(candidates, { selection: null, evaluation: defaultEvaluationPolicy.evaluation }, null);
    expect(graded.track.line).toEqual({ kind: 'bands' });
    for (const { bands } of graded.track.candidates)
      expect(Object.values(bands).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
  });

  it('is not sure of who stands elsewhere in the samples than in the ranking itself', () => {
    // Equal across the line: nobody is selected before the panel decides, whoever the samples favour.
    const { track: own, words } = test(
      [
        { code: 'A', sheets: [[80], [80], [80]] },
        { code: 'B', sheets: [[80], [80], [80]] },
      ],
      { selection: seats(1), tieChain: [] },
    );
    expect(own.candidates.map(({ inside, undecided }) => [inside, undecided])).toEqual([
      [false, 1],
      [false, 1],
    ]);
    expect(words.slice(0, 2)).toEqual([
      '入选线：线内现无评审对象。',
      '有 2 个评审对象同分并列跨在线上，须集体复议；不计为入选。',
    ]);
  });

  it('says who would change most, when several experts decide', () => {
    const { words } = test(
      [
        { code: 'A', sheets: [[80], [80], [95]] },
        { code: 'B', sheets: [[84], [70], [95]] },
        { code: 'C', sheets: [[99], [83], [66]] },
      ],
      { selection: seats(1), minimumSheets: 1 },
    );
    expect(words.join('')).toMatch(
      /去掉下列 2 位专家中的任何一位，入选名单（现 1 名）都会变动：专家\d、专家\d。例如去掉专家\d，进入：.+；退出：A 对象A。/,
    );
  });

  it('tells changes for want of sheets from changes of points, and experts that could not be left out', () => {
    const { words } = test(
      [
        { code: 'A', sheets: [[90], [90], null] },
        { code: 'B', sheets: [null, [80], [80]] },
      ],
      { selection: seats(1), minimumSheets: 2 },
    );
    expect(words.join('')).toContain('是因为去掉专家1后评分表不足最少份数而不出分');
    expect(words.join('')).toContain('去掉专家2后，评审对象的评分表都不足规定的最少份数');
  });

  it('does not reassure on the word of a few experts', () => {
    const sheets = (base: number, experts: number) => Array.from({ length: experts }, (_, index) => [base + index]);
    const toneWith = (experts: number) =>
      test(
        [
          { code: 'A', sheets: sheets(90, experts) },
          { code: 'B', sheets: sheets(50, experts) },
        ],
        { selection: seats(1), minimumSheets: 1 },
      ).readings.map(({ code, tone }) => [code, tone]);
    expect(toneWith(3)).toEqual(
      expect.arrayContaining([
        ['line-sure', 'note'],
        ['experts-none', 'note'],
        ['few-experts', 'note'],
      ]),
    );
    expect(toneWith(5)).toEqual(
      expect.arrayContaining([
        ['line-sure', 'good'],
        ['experts-none', 'good'],
      ]),
    );
  });

  it('says nothing, rather than nonsense, about a track without sheets, and little about a single expert', () => {
    expect(test([{ code: 'A', sheets: [] }], { selection: seats(1) }).words).toEqual([
      '没有评审对象达到规定的最少评分表份数，尚无名次，稳健性无从检验。请在更多专家交回后再看。',
    ]);
    const open = [80, 70].map((points) => ({ code: `N${points}`, sheets: [[points], [points + 1], [points + 2]] }));
    expect(test(open, { selection: seats(2) }, 2).words).toContain('入选线没有竞争：有名次的 2 个评审对象都在线内。');
    const { words } = test([{ code: 'A', sheets: [[50]] }], { selection: seats(1), minimumSheets: 1 });
    expect(words.join('')).not.toMatch(/NaN|Infinity|undefined|…/);
  });
});

describe('leaving a criterion out', () => {
  const candidates: CandidateSpec[] = [
    {
      code: 'A',
      sheets: [
        [30, 10, 0, 0],
        [30, 10, 0, 0],
      ],
    },
    {
      code: 'B',
      sheets: [
        [0, 0, 39, 0],
        [0, 0, 39, 0],
      ],
    },
  ];

  it('changes the order as if the criterion had never been there', () => {
    const input = buildInput({
      rubric,
      tracks: [track('t', 1)],
      policy: { selection: seats(1), minimumSheets: 1 },
      candidates,
    });
    const own = at(value(testRobustness(input, { samples: 50, seed: 1 })).tracks, 0);
    const enters = own.withoutCriterion.map(({ id, change }) => [id, change.ok ? change.value.enter : null]);
    expect(enters).toEqual([
      ['a1', ['B']],
      ['a2', ['B']],
      ['b1', []],
      ['b2', []],
    ]);
  });

  it('shrinks lines in points with the maximum, and forgets tie links that name it', () => {
    const input = buildInput({
      rubric,
      tracks: [track('t', 1)],
      policy: {
        selection: { ...seats(1), quota: 1, reserve: 0, passOn: false, minimumScore: 4000 },
        minimumSheets: 1,
        tieChain: [
          { by: 'criteria', criteria: ['b2'] },
          { by: 'category', category: 'b' },
        ],
      },
      candidates,
    });
    // Without b2 (20 of 100 points) the line of 40 points becomes 32: A (40) and B (39) both reach it.
    const own = at(value(testRobustness(input, { samples: 50, seed: 1 })).tracks, 0);
    const withoutB2 = own.withoutCriterion.find(({ id }) => id === 'b2');
    expect(withoutB2?.change).toMatchObject({ ok: true, value: { enter: [], leave: [] } });
  });

  it('is refused when nothing would be left', () => {
    const { track: own } = test([{ code: 'A', sheets: [[50], [60], [70]] }], { selection: seats(1) });
    expect(own.withoutCriterion).toEqual([
      { id: 'total', change: { ok: false, error: { code: 'agreement.one-criterion' } } },
    ]);
  });
});
