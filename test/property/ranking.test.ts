import { fc, test } from '#test/pipeline/seeded.ts';
import { describe, expect } from 'vitest';
import { canonicalRankingInputs } from '#shared/ranking/canonical.ts';
import { rankRound } from '#shared/ranking/rank-round.ts';
import type { Ranking, ListedInput, RankingRow, RankingSheet } from '#shared/ranking/ranking.ts';
import { defaultSelectionPolicy, type Policy } from '#shared/round/policy.ts';
import type { Rubric } from '#shared/round/rubric.ts';

const rubric: Rubric = {
  id: 'main',
  name: '评分标准',
  categories: ['a', 'b'].map((id) => ({
    id,
    name: id,
    criteria: [1, 2].map((count) => ({
      id: `${id}${count}`,
      name: `${id}${count}`,
      max: 1000,
      step: 50,
      guidance: '',
      anchors: [],
      core: false,
    })),
  })),
  gates: [{ id: 'gate', name: '否决项', guidance: '', by: 'expert' }],
  coreCategory: 'a',
};
const maximum = 4000;
const criterionIds = ['a1', 'a2', 'b1', 'b2'];

// Coarse points, so that equals are common.
const points = fc.integer({ min: 0, max: 4 }).map((step) => step * 250);
const answer = fc.record({
  state: fc.constantFrom('scored', 'scored', 'scored', 'scored', 'recused', 'abstained'),
  points: fc.array(points, { minLength: 4, maxLength: 4 }),
  gate: fc.constantFrom('pass', 'pass', 'pass', 'fail'),
  fraud: fc.boolean(),
  void: fc.constantFrom(false, false, false, true),
});

const policy: fc.Arbitrary<Policy> = fc
  .record({
    centre: fc.constantFrom('mean', 'median'),
    high: fc.integer({ min: 0, max: 2 }),
    low: fc.integer({ min: 0, max: 2 }),
    above: fc.integer({ min: 1, max: 3 }),
    minimumSheets: fc.integer({ min: 1, max: 3 }),
    gates: fc.constantFrom('majority', 'any', 'staff'),
    reserve: fc.integer({ min: 0, max: 3 }),
    passOn: fc.boolean(),
    minimumScore: fc.option(fc.integer({ min: 0, max: maximum })),
  })
  .map(({ high, low, above, reserve, passOn, minimumScore, ...rest }) => ({
    ...defaultSelectionPolicy,
    ...rest,
    trim: { high, low, from: high + low + above },
    selection: { quota: null, reserve, passOn, minimumScore },
  }));

const round: fc.Arbitrary<ListedInput> = fc
  .record({
    policy,
    quotas: fc.array(fc.option(fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 3 }),
    candidates: fc.array(
      fc.record({
        track: fc.nat(),
        veto: fc.constantFrom(false, false, false, false, true),
        sheets: fc.array(fc.option(answer, { freq: 8 }), { maxLength: 7 }),
      }),
      { maxLength: 9 },
    ),
    decision: fc.shuffledSubarray(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8'], { minLength: 5 }),
  })
  .map(({ policy: own, quotas, candidates, decision }) => ({
    tracks: quotas.map((quota, index) => ({ id: `t${index}`, name: `赛道${index}`, rubricId: 'main', quota })),
    rubrics: [rubric],
    policy: own,
    candidates: candidates.map(({ track, veto }, index) => ({
      id: `c${index}`,
      // Codes run against ids, so that neither order passes for the other.
      code: `N${9 - index}`,
      name: `对象${index}`,
      unit: '',
      trackId: `t${track % quotas.length}`,
      staffVeto: veto ? { gateId: null, reason: '失信' } : null,
    })),
    sheets: candidates.flatMap(({ sheets }, index) =>
      sheets.flatMap((sheet, expert): RankingSheet[] => (sheet === null ? [] : [makeSheet(sheet, index, expert)])),
    ),
    decisions: quotas.map((_, index) => ({ id: `d${index}`, trackId: `t${index}`, order: decision })),
  }));

type Answer = typeof answer extends fc.Arbitrary<infer Value> ? Value : never;

function makeSheet(given: Answer, candidate: number, expert: number): RankingSheet {
  const scored = given.state === 'scored';
  return {
    id: `s${candidate}-${expert}`,
    expertId: `e${expert}`,
    candidateId: `c${candidate}`,
    state: given.state,
    points: scored ? Object.fromEntries(criterionIds.map((id, index) => [id, given.points[index] ?? 0])) : {},
    gates: { gate: given.gate },
    fraud: given.fraud,
    void: given.void,
  };
}

function rank(input: ListedInput): Ranking {
  const ranked = rankRound(input);
  if (!ranked.ok) throw new Error(ranked.error.code);
  return ranked.value;
}

function allRows(ranking: Ranking): RankingRow[] {
  return ranking.tracks.flatMap(({ rows }) => rows);
}

/** "n/d" as two BigInts. */
function parseExact(exact: string): [bigint, bigint] {
  const [numerator = '0', denominator = '1'] = exact.split('/');
  return [BigInt(numerator), BigInt(denominator)];
}

function isCounted(sheet: RankingSheet): boolean {
  return sheet.state === 'scored' && !sheet.void;
}

/** The score anew, by another road: BigInt sums of sorted totals; null below the minimum. In hundredths [n, d]. */
function recompute(input: ListedInput, candidateId: string): [bigint, bigint] | null {
  const totals = input.sheets
    .filter((sheet) => sheet.candidateId === candidateId && isCounted(sheet))
    .map((sheet) => Object.values(sheet.points).reduce((sum, value) => sum + BigInt(value), 0n))
    .toSorted((a, b) => (a < b ? -1 : 1));
  const { trim, minimumSheets, centre } = input.policy;
  if (totals.length < minimumSheets) return null;
  const kept = totals.length >= trim.from ? totals.slice(trim.low, totals.length - trim.high) : totals;
  const middle = centre === 'median' ? peel(kept) : kept;
  return [middle.reduce((sum, value) => sum + value, 0n), BigInt(middle.length)];
}

/** Takes away both ends until one or two are left. */
function peel(ordered: readonly bigint[]): readonly bigint[] {
  return ordered.length <= 2 ? ordered : peel(ordered.slice(1, -1));
}

const textOf = (input: ListedInput): string => canonicalRankingInputs(input, (text) => text);

describe('a ranking', () => {
  test.prop([round, fc.array(fc.nat(), { minLength: 1 })])(
    'does not depend on the order of candidates, sheets and decisions',
    (input, keys) => {
      const shuffle = <Item>(items: readonly Item[]): Item[] =>
        items
          .map((item, index) => ({ item, key: keys[index % keys.length] ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ item }) => item);
      const shuffled: ListedInput = {
        ...input,
        candidates: shuffle(input.candidates),
        sheets: shuffle(input.sheets),
        decisions: shuffle(input.decisions),
      };
      expect(rank(shuffled)).toEqual(rank(input));
      expect(textOf(shuffled)).toBe(textOf(input));
    },
  );

  test.prop([round])('has exactly the scores that BigInt arithmetic gives', (input) => {
    for (const { candidateId, exact } of allRows(rank(input))) {
      const expected = recompute(input, candidateId);
      expect(exact === null).toBe(expected === null);
      if (exact === null || expected === null) continue;
      const [numerator, denominator] = parseExact(exact);
      expect(numerator * expected[1] * 100n).toBe(expected[0] * denominator);
    }
  });

  test.prop([round])('never puts a lower score above a higher one, and counts shared ranks 1, 1, 3', (input) => {
    for (const { rows } of rank(input).tracks) {
      const ranked = rows.filter(({ rank: place }) => place !== null);
      expect(rows.slice(0, ranked.length)).toEqual(ranked);
      for (const [index, row] of ranked.entries()) {
        const above = ranked[index - 1];
        if (above === undefined) {
          expect(row.rank).toBe(1);
          continue;
        }
        const [a, b] = [parseExact(above.exact ?? ''), parseExact(row.exact ?? '')];
        expect(a[0] * b[1] >= b[0] * a[1]).toBe(true);
        expect([above.rank, index + 1]).toContain(row.rank);
        if (row.rank === above.rank) expect([row.exact, row.tie?.rule]).toEqual([above.exact, 'shared']);
      }
    }
  });

  test.prop([round, fc.nat(), fc.constantFrom(...criterionIds), fc.integer({ min: 1, max: 1000 })])(
    'never ranks a candidate lower because an expert gave it more',
    (input, pick, criterion, more) => {
      const scored = input.sheets.filter(isCounted);
      const chosen = scored[pick % Math.max(1, scored.length)];
      if (chosen === undefined) return;
      const raised = Math.min(1000, (chosen.points[criterion] ?? 0) + more);
      const sheets = input.sheets.map((sheet) =>
        sheet === chosen ? { ...sheet, points: { ...sheet.points, [criterion]: raised } } : sheet,
      );
      const rankOf = (ranking: Ranking): number =>
        allRows(ranking).find(({ candidateId }) => candidateId === chosen.candidateId)?.rank ?? Infinity;
      expect(rankOf(rank({ ...input, sheets }))).toBeLessThanOrEqual(rankOf(rank(input)));
    },
  );

  test.prop([round])('trims symmetrically: points counted from the top give the mirrored score', (input) => {
    const { trim } = input.policy;
    const even = { ...input, policy: { ...input.policy, trim: { ...trim, low: trim.high, from: 2 * trim.high + 1 } } };
    const sheets = even.sheets.map((sheet) => ({
      ...sheet,
      points: Object.fromEntries(Object.entries(sheet.points).map(([id, value]) => [id, 1000 - value])),
    }));
    const mirrored = new Map(allRows(rank({ ...even, sheets })).map((row) => [row.candidateId, row]));
    for (const { candidateId, exact, trimmed } of allRows(rank(even))) {
      const other = mirrored.get(candidateId);
      expect(other?.trimmed).toBe(trimmed);
      if (exact === null) continue;
      const [[a, b], [c, d]] = [parseExact(exact), parseExact(other?.exact ?? '0')];
      expect(a * d + c * b).toBe(BigInt(maximum / 100) * b * d);
    }
  });

  test.prop([round])('gives out no more seats than there are, and keeps open only those across the line', (input) => {
    const { tracks } = rank(input);
    for (const { rows, seats, openSeats, unfilled, cutAfter } of tracks) {
      const count = (status: string): number => rows.filter((row) => row.status === status).length;
      const across = rows.filter((row) => row.across === 'cut-line').length;
      expect(openSeats < across || openSeats === 0).toBe(true);
      if (seats === null) expect(count('selected') + count('reserve') + count('below') + count('undecided')).toBe(0);
      else expect(count('selected') + openSeats + unfilled).toBe(seats);
      if (cutAfter !== null) expect(cutAfter).toBe(count('selected') + across);
    }
    const received = tracks.reduce((sum, track) => sum + track.received, 0);
    const spare = tracks.reduce((sum, track) => sum + track.unfilled, 0);
    expect(received <= spare).toBe(true);
    if (input.policy.selection?.passOn !== true) expect(received).toBe(0);
  });

  test.prop([round, fc.constantFrom('z-score', 'expert-effect')])(
    'depends under normalisation on no order either, and keeps the raw score beside',
    (input, normalisation) => {
      const normalised: ListedInput = { ...input, policy: { ...input.policy, normalisation } };
      const ranking = rank(normalised);
      const reversed = { ...normalised, candidates: input.candidates.toReversed(), sheets: input.sheets.toReversed() };
      expect(rank(reversed)).toEqual(ranking);
      const raw = new Map(allRows(rank(input)).map((row) => [row.candidateId, row.exact]));
      for (const row of allRows(ranking)) expect(row.raw?.exact ?? null).toBe(raw.get(row.candidateId));
    },
  );
});
