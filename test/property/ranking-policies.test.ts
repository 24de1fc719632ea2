import { fc, test } from '#test/pipeline/seeded.ts';
import { describe, expect } from 'vitest';
import { canonicalRankingInputs, canonicalResult } from '#shared/ranking/canonical.ts';
import { makeExplainer } from '#shared/ranking/explain-candidate.ts';
import { rankRound } from '#shared/ranking/rank-round.ts';
import type { Ranking, ListedInput, RankingRow, RankingSheet } from '#shared/ranking/ranking.ts';
import { listCriteria, type Criterion } from '#shared/round/rubric.ts';
import { fillPoints } from '../shared/ranking/build-input.ts';
import { Dice, randomRound } from '../recompute/random-round.ts';

// The invariants again under everything that a policy can say, on the rounds that are recomputed in Python too.
const rounds = fc.integer({ min: 0, max: 1_000_000 }).map((seed) => ({ seed, input: randomRound(seed) }));

function rank(input: ListedInput): Ranking {
  const ranked = rankRound(input);
  if (!ranked.ok) throw new Error(ranked.error.code);
  return ranked.value;
}

const rowsOf = (ranking: Ranking): RankingRow[] => ranking.tracks.flatMap(({ rows }) => rows);
const findRow = (ranking: Ranking, id: string): RankingRow | undefined =>
  rowsOf(ranking).find(({ candidateId }) => candidateId === id);

function shuffled(input: ListedInput, seed: number): ListedInput {
  const dice = new Dice(seed);
  return {
    ...input,
    candidates: dice.shuffle(input.candidates),
    sheets: dice.shuffle(input.sheets),
    decisions: dice.shuffle(input.decisions),
    rubrics: dice.shuffle(input.rubrics),
  };
}

const isCounted = (sheet: RankingSheet): boolean => sheet.state === 'scored' && !sheet.void;
const textOf = (input: ListedInput): string => canonicalRankingInputs(input, (text) => text);

/** Left is above right, exactly. */
function isAbove(left: string, right: string): boolean {
  const [[a, b], [c, d]] = [parseExact(left), parseExact(right)];
  return a * d > c * b;
}

function parseExact(exact: string): [bigint, bigint] {
  const [numerator = '0', denominator = '1'] = exact.split('/');
  return [BigInt(numerator), BigInt(denominator)];
}

describe('under any policy', () => {
  test.prop([rounds], { numRuns: 1000 })(
    'the order in which things arrive leaves no mark on a ranking or its hashes',
    ({ seed, input }) => {
      const other = shuffled(input, seed + 1);
      const [one, two] = [rank(input), rank(other)];
      expect(canonicalResult(two)).toBe(canonicalResult(one));
      expect(textOf(other)).toBe(textOf(input));
    },
  );

  // Not under normalisation: one expert's higher total moves the values of all his other sheets, the candidate's
  // rivals among them, and may lower his own severity, so that a candidate can fall because it was given more.
  test.prop([rounds, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 3000 })])(
    'without normalisation no candidate is ranked lower because an expert gave it more',
    ({ input }, pick, item, more) => {
      const policy = { ...input.policy, normalisation: 'none' as const };
      const counted = input.sheets.filter(isCounted);
      const chosen = counted[pick % Math.max(1, counted.length)];
      if (chosen === undefined) return;
      const ids = Object.keys(chosen.points);
      const id = ids[item % ids.length] ?? '';
      const max = input.rubrics.flatMap(listCriteria).find((one) => one.id === id)?.max ?? 0;
      const raised = Math.min(limitOf(input, chosen, id) ?? max, (chosen.points[id] ?? 0) + more);
      const sheets = input.sheets.map((sheet) =>
        sheet === chosen ? { ...sheet, points: { ...sheet.points, [id]: raised } } : sheet,
      );
      const before = findRow(rank({ ...input, policy }), chosen.candidateId)?.rank ?? null;
      const after = findRow(rank({ ...input, policy, sheets }), chosen.candidateId)?.rank ?? null;
      if (before !== null) expect(after).toBeLessThanOrEqual(before);
    },
  );

  test.prop([rounds])(
    'sheets that do not count change no score: void, recused, abstained, of trial candidates',
    ({ input }) => {
      const trial = new Set(input.policy.trial);
      const left = new Set(input.candidates.filter(({ code }) => trial.has(code)).map(({ id }) => id));
      const sheets = input.sheets.filter((sheet) => isCounted(sheet) && !left.has(sheet.candidateId));
      expect(canonicalResult(rank({ ...input, sheets }))).toBe(canonicalResult(rank(input)));
    },
  );

  test.prop([rounds])(
    'trim counts are symmetric in name and bound: never more dropped than the policy says',
    ({ input }) => {
      const { trim, trimUnit } = input.policy;
      for (const { sheets, trimmed, contributions } of rowsOf(rank(input))) {
        const high = contributions.filter(({ mark }) => mark === 'trimmed-high');
        const low = contributions.filter(({ mark }) => mark === 'trimmed-low');
        expect(high.length + low.length).toBe(trimmed);
        expect(trimmed).toBeLessThan(Math.max(1, sheets));
        const bound = (amount: number): number =>
          trimUnit === 'percent' ? Math.floor((sheets * amount) / 100) : amount;
        if (trimmed > 0) expect([high.length, low.length]).toEqual([bound(trim.high), bound(trim.low)]);
      }
    },
  );
});

describe('what an explanation says would carry a candidate across the line', () => {
  test.prop([rounds])('does, and a hundredth less does not', ({ input: drawn }) => {
    const policy = { ...drawn.policy, normalisation: 'none' as const, weights: [] };
    const input = { ...drawn, policy };
    const ranking = rank(input);
    const explain = makeExplainer(input, ranking);
    if (!explain.ok) throw new Error(explain.error.code);
    for (const { candidateId } of rowsOf(ranking)) {
      const { crossing } = explain.value(candidateId);
      for (const { expertId, least } of crossing.sheets) {
        if (least === null || crossing.line === null) continue;
        const { line } = crossing;
        const [numerator, denominator] = parseExact(least.exact);
        const total = Number((numerator * 100n) / denominator);
        const standsAt = (points: number): string => {
          const sheets = input.sheets.map((sheet) =>
            sheet.candidateId === candidateId && sheet.expertId === expertId
              ? { ...sheet, points: fillPoints(criteriaOf(input, sheet), points) }
              : sheet,
          );
          const row = findRow(rank({ ...input, sheets }), candidateId);
          // The score as it is ranked.
          return (policy.rankBy === 'rounded' ? fractionOf(row?.score) : row?.exact) ?? '0';
        };
        const passes = (exact: string): boolean =>
          line.strict ? isAbove(exact, line.at.exact) : !isAbove(line.at.exact, exact);
        expect(passes(standsAt(total))).toBe(true);
        expect(passes(standsAt(total - 1))).toBe(false);
      }
    }
  });
});

/** "87.25" as "8725/100". */
function fractionOf(score: string | null | undefined): string | null {
  if (score === null || score === undefined) return null;
  const [whole = '0', decimals = ''] = score.split('.');
  return `${whole}${decimals}/1${'0'.repeat(decimals.length)}`;
}

/** The criteria of the rubric of the sheet's track. */
function criteriaOf({ candidates, tracks, rubrics }: ListedInput, sheet: RankingSheet): Criterion[] {
  const trackId = candidates.find((candidate) => candidate.id === sheet.candidateId)?.trackId;
  const rubricId = tracks.find((track) => track.id === trackId)?.rubricId;
  const rubric = rubrics.find((one) => one.id === rubricId);
  return rubric === undefined ? [] : listCriteria(rubric);
}

/** The most points of a criterion in the rubric of the sheet's track. */
function limitOf(input: ListedInput, sheet: RankingSheet, id: string): number | undefined {
  return criteriaOf(input, sheet).find((one) => one.id === id)?.max;
}
