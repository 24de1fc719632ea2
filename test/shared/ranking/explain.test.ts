import { describe, expect, test } from 'vitest';
import { makeExplainer } from '#shared/ranking/explain-candidate.ts';
import { nameItems } from '#shared/ranking/explanation-words.ts';
import { defaultSelectionPolicy, type Policy } from '#shared/round/policy.ts';
import { buildInput, candidate, rankInput, rubric, track, type RoundSpec } from './build-input.ts';
import { explain, sayAll } from './explain-input.ts';

const selection = { quota: null, reserve: 0, passOn: false, minimumScore: null };
const two = [track('t', 2)];

describe('an explanation of sheets', () => {
  const spec: RoundSpec = {
    rubric,
    candidates: [
      {
        code: 'A',
        sheets: [
          [30, 10, 40, 20],
          [20, 10, 30, 10],
          [20, 10, 30, 10],
          [10, 5, 20, 10],
          { answer: [1, 1, 1, 1], fails: ['honest'], fraud: true },
          'recused',
          'abstained',
          { answer: [30, 10, 40, 20], void: true },
        ],
      },
    ],
  };

  test('names each with its place, what became of it, its items and its gates', () => {
    const { sheets, kept, droppedHigh, droppedLow } = explain(spec, 'A');
    expect([kept, droppedHigh, droppedLow]).toEqual([3, 1, 1]);
    expect(sheets.map(({ mark, place }) => [mark, place])).toEqual([
      ['trimmed-high', 1],
      ['used', 2],
      ['used', 2],
      ['used', 4],
      ['trimmed-low', 5],
      ['recused', null],
      ['abstained', null],
      ['void', null],
    ]);
    expect(sheets[0]?.items).toEqual([
      { criterionId: 'a1', points: 3000 },
      { criterionId: 'a2', points: 1000 },
      { criterionId: 'b1', points: 4000 },
      { criterionId: 'b2', points: 2000 },
    ]);
    expect(sheets[4]).toMatchObject({ failedGates: ['honest'], fraud: true });
    expect(sheets[5]).toMatchObject({ items: [], effect: null });
  });

  test('gives the mean of every item and every gate’s votes', () => {
    const { items, gates } = explain(spec, 'A');
    expect(items.map(({ criterionId, exact, max }) => [criterionId, exact, max])).toEqual([
      ['a1', '81/5', 3000],
      ['a2', '36/5', 1000],
      ['b1', '121/5', 4000],
      ['b2', '51/5', 2000],
    ]);
    expect(gates).toEqual([
      { gateId: 'honest', fails: 1, sheets: 5, needed: 3, veto: false },
      { gateId: 'local', fails: 0, sheets: 5, needed: 3, veto: false },
    ]);
  });

  test('says so when a dropped sheet equals one that is kept', () => {
    const { sheets } = explain({ candidates: [candidate('A', [80, 80, 80, 70, 60])] }, 'A');
    expect(sheets.map(({ mark, equalsKept }) => [mark, equalsKept])).toEqual([
      ['used', false],
      ['used', false],
      ['trimmed-high', true],
      ['used', false],
      ['trimmed-low', false],
    ]);
  });

  test('gives what normalisation added to each, summing to nothing over an expert under z-scores', () => {
    const policy: Partial<Policy> = { normalisation: 'expert-effect', minimumSheets: 1 };
    const { sheets } = explain({ policy, candidates: [candidate('A', [80, 90]), candidate('B', [60, 70])] }, 'A');
    expect(sheets.map(({ adjusted, effect }) => [adjusted?.exact, effect?.exact])).toEqual([
      ['85', '5'],
      ['85', '-5'],
    ]);
  });
});

test('a void sheet may lack points, and names that a rubric lacks stand as their ids', () => {
  const partial = { answer: [30, 10], void: true };
  const { sheets } = explain({ rubric, candidates: [{ code: 'A', sheets: [partial] }] }, 'A');
  expect(sheets[0]?.items.map(({ criterionId }) => criterionId)).toEqual(['a1', 'a2']);
  const context = { language: 'en' as const, policy: defaultSelectionPolicy, rubric, nameExpert: (id: string) => id };
  expect(nameItems(['a1', 'gone'], context)).toBe('指标 a1, gone');
});

describe('an explanation of a tie', () => {
  const candidates = [
    {
      code: 'A',
      sheets: [
        [30, 10, 20, 20],
        [30, 10, 20, 20],
        [30, 10, 20, 20],
      ],
    },
    {
      code: 'B',
      sheets: [
        [20, 10, 30, 20],
        [20, 10, 30, 20],
        [20, 10, 30, 20],
      ],
    },
    {
      code: 'C',
      sheets: [
        [20, 10, 30, 20],
        [20, 10, 30, 20],
        [20, 10, 30, 20],
      ],
    },
  ];

  test('lists the comparisons until the candidate stands alone', () => {
    const { tie } = explain({ rubric, candidates }, 'A');
    expect(tie).toEqual([
      { rule: 'total', values: ['A', 'B', 'C'].map((code) => ({ code, exact: '80' })), parts: false },
      {
        rule: 'category:b',
        values: [
          { code: 'A', exact: '40' },
          { code: 'B', exact: '50' },
          { code: 'C', exact: '50' },
        ],
        parts: true,
      },
    ]);
  });

  test('goes to the decision, and says that none is on record', () => {
    const { tie } = explain({ rubric, candidates }, 'B');
    expect(tie.map(({ rule, parts }) => [rule, parts])).toEqual([
      ['total', false],
      ['category:b', false],
      ...['a1', 'a2', 'b1', 'b2'].map((id) => [`criterion:${id}`, false]),
      ['decision', false],
    ]);
    expect(sayAll({ rubric, candidates }, 'B')).toMatch(
      /尚无专家组组长记录在案的决定。\n各项比较后仍同分，并列，待集体复议。/,
    );
    const decisions = [{ id: 'd', trackId: 't', order: ['C', 'B'] }];
    const decided = explain({ rubric, candidates, decisions }, 'B').tie.at(-1);
    expect(decided).toMatchObject({ rule: 'decision', parts: true });
    expect(sayAll({ rubric, candidates, decisions }, 'B', 'en')).toContain('recorded decision: B, C; this parts them.');
  });

  test('is empty without equals, and cuts long lists short in words', () => {
    expect(explain({ candidates: [candidate('A', [1, 2, 3])] }, 'A').tie).toEqual([]);
    const many = Array.from({ length: 12 }, (_, index) => candidate(`C${index}`, [50, 50, 50]));
    expect(sayAll({ candidates: many }, 'C3')).toContain('与 C0、C1、C10、C11、C2、C4、C5、C6 … 同分');
  });
});

describe('an explanation in words', () => {
  test('says in both languages how the score was made', () => {
    const spec: RoundSpec = {
      tracks: two,
      policy: { selection, weights: [{ category: 'all', percent: 50 }], normalisation: 'z-score' },
      candidates: [
        {
          code: 'A',
          sheets: [[60], [70], { answer: [99], fraud: true }, 'recused', 'abstained', { answer: [1], void: true }],
        },
        candidate('B', [60, 71, 80]),
        candidate('C', [59, 69, 70]),
      ],
    };
    expect(sayAll(spec, 'A')).toMatchInlineSnapshot(`
      "第 1 名（本赛道 3 个对象参加排名），得分 39.46 分（精确值 29592913/750000）。
      有 1 份评分表反映弄虚作假，须核实处理后才能锁定。
      有效评分表 3 份，不满 5 份，未去最高分和最低分。
      总分按一级指标权重折算，满分 50.00 分。
      总分先经标准化；未标准化的得分为 38.17 分。
      得分是保留的 3 份有效评分表总分的平均值：39.62、35.44、43.30。
      分差 39 分，超过规则的界限，建议复评。
      E1：30.00 分，计入。（标准化后 39.62 分，变动 +9.62 分。）
      E2：35.00 分，计入。（标准化后 35.44 分，变动 +0.44 分。）
      E3：49.50 分，计入。（标准化后 43.30 分，变动 -6.20 分。）
      E4：回避，不计入。
      E5：弃权，不计入。
      E6：意见无效，不计入。
      高出入选线外第一名（C，28.12 分）11.34 分。"
    `);
    expect(sayAll(spec, 'A', 'en')).toMatchInlineSnapshot(`
      "Rank 1 of 3 in the track, score 39.46 (exactly 29592913/750000).
      1 sheets flag fraud; this must be settled before locking.
      3 valid sheets, fewer than 5: no highest or lowest is dropped.
      Totals are weighted by category; the most points are 50.00.
      Totals are normalised first; without that the score would be 38.17.
      The score is the mean of the 3 valid totals kept: 39.62, 35.44, 43.30.
      A spread of 39 points exceeds the rule’s limit; re-review is advised.
      E1: 30.00, counted. (After normalisation 39.62, a change of +9.62.)
      E2: 35.00, counted. (After normalisation 35.44, a change of +0.44.)
      E3: 49.50, counted. (After normalisation 43.30, a change of -6.20.)
      E4: recused, not counted.
      E5: abstained, not counted.
      E6: opinion void, not counted.
      11.34 points above the first who is outside the cut line (C, 28.12)."
    `);
  });

  test('is none for ids without a row, and none when the round cannot be ranked', () => {
    const input = buildInput({ candidates: [candidate('A', [1, 2, 3])] });
    const ranking = rankInput(input);
    const explain = makeExplainer(input, ranking);
    expect(() => explain.ok && explain.value('X')).toThrow(RangeError);
    expect(makeExplainer({ ...input, candidates: [] }, ranking)).toMatchObject({ ok: false });
  });
});
