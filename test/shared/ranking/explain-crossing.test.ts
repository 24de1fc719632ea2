import { describe, expect, test } from 'vitest';
import { defaultEvaluationPolicy, type Policy } from '#shared/round/policy.ts';
import { buildInput, candidate, rankInput, rubric, track, type RoundSpec } from './build-input.ts';
import { explain, sayAll } from './explain-input.ts';

const selection = { quota: null, reserve: 0, passOn: false, minimumScore: null };
const two = [track('t', 2)];

describe('what would carry a candidate across the cut line', () => {
  const spec: RoundSpec = {
    tracks: two,
    policy: { selection },
    candidates: [
      candidate('A', [90, 90, 90, 90, 90]),
      candidate('B', [80, 80, 80, 80, 80]),
      candidate('C', [60, 77, 78, 79, 100]),
      candidate('D', [10, 10, 10, 10, 10]),
    ],
  };

  test('is its distance from the last who has a seat, exactly, and the least change of one sheet', () => {
    const { crossing } = explain(spec, 'C');
    expect(crossing).toMatchObject({
      side: 'below',
      obstacle: null,
      line: { kind: 'cut', name: 'B', strict: true, at: { exact: '80' } },
      margin: { exact: '-2' },
      points: { exact: '6' },
      untrimmed: { exact: '394/5', crosses: false },
    });
    // 60 is trimmed: raised, it counts and 77 is trimmed in its place. 100 has full marks already.
    expect(crossing.sheets.map(({ least, more }) => [least?.exact ?? null, more?.exact ?? null])).toEqual([
      ['8301/100', '2301/100'],
      ['8301/100', '601/100'],
      ['8401/100', '601/100'],
      ['8501/100', '601/100'],
      [null, null],
    ]);
  });

  test('raised to the least total it crosses, one hundredth less it does not', () => {
    const input = buildInput(spec);
    for (const { expertId, least } of explain(spec, 'C').crossing.sheets) {
      if (least === null) continue;
      const [numerator = 0, denominator = 1] = least.exact.split('/').map(Number);
      const total = (numerator / denominator) * 100;
      const rankAt = (points: number) => {
        const sheets = input.sheets.map((sheet) =>
          sheet.candidateId === 'C' && sheet.expertId === expertId ? { ...sheet, points: { total: points } } : sheet,
        );
        return rankInput({ ...input, sheets }).tracks[0]?.rows.find(({ code }) => code === 'C')?.rank;
      };
      expect(rankAt(Math.round(total))).toBe(2);
      // One hundredth less is level with B, which the mean of all sheets parts, to C's advantage or not; two are below.
      expect(rankAt(Math.round(total) - 2)).toBe(3);
    }
  });

  test('is honest when no single sheet can, and when trimming decides', () => {
    const { crossing } = explain(spec, 'D');
    expect(crossing.sheets.every(({ least }) => least === null)).toBe(true);
    expect(sayAll(spec, 'D')).toContain('任何一份评分表单独改为满分，都不能越线。');
    const close = [candidate('A', [80, 80, 80, 80, 80]), candidate('B', [79, 79, 79, 79, 100])];
    const tight = { ...spec, tracks: [track('t', 1)], candidates: close };
    expect(explain(tight, 'B').crossing.untrimmed).toMatchObject({ exact: '416/5', crosses: true });
    expect(sayAll(tight, 'B')).toContain('可以越线');
  });

  test('for the selected is how far they stand above the first outside', () => {
    const { crossing } = explain(spec, 'A');
    expect(crossing).toMatchObject({ side: 'above', line: { name: 'C' }, margin: { exact: '12' }, sheets: [] });
    expect(sayAll(spec, 'A')).toContain('高出入选线外第一名（C，78.00 分）12.00 分。');
    expect(explain({ ...spec, tracks: [track('t', 9)] }, 'D').crossing).toMatchObject({ obstacle: 'nobody' });
  });

  test('is the least score for selection when that is the bar', () => {
    const policy = { selection: { ...selection, minimumScore: 7900 } };
    const below = explain({ ...spec, tracks: [track('t', 3)], policy }, 'C').crossing;
    expect(below).toMatchObject({ side: 'below', line: { kind: 'minimum', strict: false, at: { exact: '79' } } });
    expect(below.sheets[1]?.least?.exact).toBe('80');
    expect(sayAll({ ...spec, tracks: [track('t', 3)], policy }, 'C')).toContain('距最低入选分（79.00 分）差 1.00 分。');
    const above = explain({ ...spec, tracks: [track('t', 2)], policy }, 'B').crossing;
    expect(above).toMatchObject({ side: 'above', line: { kind: 'minimum' }, margin: { exact: '1' } });
  });

  test('is the panel’s decision for equals across the line, and nothing without a line', () => {
    const equals = [candidate('A', [80, 80, 80]), candidate('B', [80, 80, 80])];
    const tight = { ...spec, tracks: [track('t', 1)], candidates: equals };
    expect(explain(tight, 'A').crossing).toMatchObject({ obstacle: 'decision', side: null });
    expect(explain({ candidates: equals }, 'A').crossing.obstacle).toBe('no-line');
    expect(explain({ ...tight, tracks: [track('t', 0)] }, 'A').crossing.obstacle).toBe('no-line');
  });

  test('is not worked out sheet by sheet under normalisation, and has no sum under a median', () => {
    const policy: Partial<Policy> = { selection, normalisation: 'z-score' };
    expect(explain({ ...spec, policy }, 'D').crossing).toMatchObject({ side: 'below', sheets: [] });
    expect(sayAll({ ...spec, policy }, 'D')).toContain('不逐份推算');
    const median: RoundSpec = { ...spec, policy: { selection, centre: 'median' } };
    expect(explain(median, 'C').crossing.points).toBeNull();
    expect(sayAll(median, 'C')).not.toContain('合计还差');
  });

  test('is a veto to be lifted or sheets to come, where no score helps', () => {
    const fails = { answer: [90], fails: ['honest'] };
    const candidates = [
      { code: 'V', sheets: [[90], [90], [90]], veto: { gateId: null, reason: '失信' } },
      { code: 'E', sheets: [fails, fails, [90]] },
      candidate('N', [90]),
    ];
    expect(explain({ ...spec, candidates }, 'V').crossing.obstacle).toBe('staff-veto');
    expect(explain({ ...spec, candidates }, 'E').crossing.obstacle).toBe('expert-veto');
    expect(explain({ ...spec, candidates }, 'E').gates[0]).toMatchObject({ fails: 2, needed: 2, veto: true });
    expect(explain({ ...spec, candidates }, 'N').crossing.obstacle).toBe('too-few-sheets');
    expect(sayAll({ ...spec, candidates }, 'V')).toContain('理由：失信');
    expect(sayAll({ ...spec, candidates }, 'E')).toContain(
      '否决项“材料真实”：3 份有效评分表中 2 份认为不符合（满 2 份即否决）',
    );
    expect(sayAll({ ...spec, candidates }, 'N')).toContain('须再有 2 份有效评分表才能出分。');
    const staff: RoundSpec = { ...spec, policy: { selection, gates: 'staff' }, candidates };
    expect(explain(staff, 'E').gates[0]).toMatchObject({ needed: null, veto: false });
    expect(sayAll(staff, 'E')).toContain('按规则不由专家否决');
    expect(explain({ ...staff, policy: { selection, gates: 'any' } }, 'E').gates[0]?.needed).toBe(1);
  });
});

describe('what would raise a grade', () => {
  const spec = (sheets: readonly number[]): RoundSpec => ({
    rubric,
    policy: defaultEvaluationPolicy,
    candidates: [{ code: 'A', sheets: [sheets, sheets, sheets] }],
  });

  test('is the distance from the next band, or the own line at the top', () => {
    expect(explain(spec([30, 10, 20, 20]), 'A').crossing).toMatchObject({
      side: 'below',
      line: { kind: 'band', name: '优秀', at: { exact: '90' } },
      margin: { exact: '-10' },
    });
    expect(sayAll(spec([30, 10, 20, 20]), 'A', 'en')).toContain('10.00 points short of the line of “优秀” (90.00).');
    expect(explain(spec([30, 10, 40, 20]), 'A').crossing).toMatchObject({
      obstacle: 'highest',
      margin: { exact: '10' },
    });
    expect(sayAll(spec([30, 10, 40, 20]), 'A')).toContain('已是最高等次。');
  });

  test('is a core item where that caps it', () => {
    const capped = spec([30, 10, 40, 5]);
    expect(explain(capped, 'A').crossing).toMatchObject({ obstacle: 'core-item', line: { name: '合格' } });
    expect(explain(capped, 'A').items.map(({ failed }) => failed)).toEqual([false, false, false, true]);
    expect(sayAll(capped, 'A')).toContain('按得分可评“合格”，因核心项未达标（指标 b2）降等。');
  });
});
