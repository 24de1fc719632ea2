import { at } from '../base/at.ts';
import type { Policy } from '../round/policy.ts';
import type { RoundDesign } from '../round/round.ts';
import { listExpertGates, type Criterion, type Rubric } from '../round/rubric.ts';
import type { ListedInput, RankingSheet } from './ranking.ts';

/** Share of the points in per cent that seven experts give to nine candidates; null: recused. */
const marks: readonly (readonly (number | null)[])[] = [
  [94, 90, 92, 83, 91, 93, 90],
  // One expert far below the others.
  [92, 89, 90, 40, 89, 91, 88],
  // The next two end level when the highest and lowest are dropped.
  [90, 86, 88, 78, 87, 88, 86],
  [91, 86, 88, 76, 87, 88, 86],
  // One expert far above the others.
  [86, 82, 84, 75, 83, 100, 82],
  [84, null, 81, 72, 80, 82, 79],
  [83, 79, 80, 71, 79, 81, 78],
  [76, 71, 74, 64, 73, 75, 71],
  // Too few sheets.
  [88, 84, null, null, null, null, null],
];

/** The candidate that most experts let fail a gate. */
const failing = 6;

/** Seats of the sample's only track. */
const sampleQuota = 4;

/**
 * A made-up round to show what a policy does, before there are sheets: nine candidates scored by the first track's
 * rubric, with an outlier at either end, a tie, a recusal, a failed gate and a candidate with too few sheets. Always the same.
 */
export function makeSample({ tracks, rubrics }: Pick<RoundDesign, 'tracks' | 'rubrics'>, policy: Policy): ListedInput {
  const first = at(tracks, 0);
  const used = rubrics.filter(({ id }) => id === first.rubricId);
  return {
    tracks: [{ ...first, quota: policy.selection === null ? null : sampleQuota }],
    rubrics: used,
    policy: {
      ...policy,
      trial: [],
      selection: policy.selection === null ? null : { ...policy.selection, quota: null },
      weights: policy.weights.filter(({ category }) => used.some((rubric) => hasCategory(rubric, category))),
    },
    candidates: marks.map((_, index) => ({
      id: `sample-${index}`,
      code: String.fromCodePoint(65 + index),
      name: '',
      unit: '',
      trackId: first.id,
      staffVeto: null,
    })),
    sheets: used.flatMap((rubric) => marks.flatMap((row, index) => makeSheets(rubric, row, index))),
    decisions: [],
  };
}

function hasCategory({ categories }: Rubric, id: string): boolean {
  return categories.some((category) => category.id === id);
}

function makeSheets(rubric: Rubric, row: readonly (number | null)[], index: number): RankingSheet[] {
  return row.map((percent, expert) => ({
    id: `sample-${index}-${expert}`,
    expertId: `sample-expert-${expert}`,
    candidateId: `sample-${index}`,
    state: percent === null ? 'recused' : 'scored',
    points: percent === null ? {} : pointsOf(rubric, percent, index),
    gates: Object.fromEntries(
      listExpertGates(rubric).map(({ id }, gate) => [
        id,
        gate === 0 && index === failing && expert < 4 ? 'fail' : 'pass',
      ]),
    ),
    fraud: false,
    void: false,
  }));
}

/** Points in the rubric's steps; candidates differ by pairs in where they are strong, so that weights show. */
function pointsOf({ categories }: Rubric, percent: number, index: number): Record<string, number> {
  return Object.fromEntries(
    categories.flatMap(({ criteria }, category) => {
      const lean = ((Math.floor(index / 2) + category) % 2) * 4 - 2;
      return criteria.map((criterion) => [criterion.id, stepped(criterion, percent + lean)]);
    }),
  );
}

function stepped({ max, step }: Criterion, percent: number): number {
  return Math.min(max, Math.max(0, Math.round((max * percent) / 100 / step) * step));
}
