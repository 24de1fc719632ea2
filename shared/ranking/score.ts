import { doubleAt, intAt } from '../base/at.ts';
import { makeFraction, roundFraction, roundQuotient, type Fraction } from '../base/fraction.ts';
import type { Policy } from '../round/policy.ts';
import { countOf, type Field } from './gather.ts';
import type { Normalised } from './normalise.ts';
import type { Quotients } from './order-quotients.ts';

/** Scores of a track by entrant, as quotients: `numerators / denominators / perPoint` points. A denominator of 0: no score. */
export type Scores = Quotients & { readonly perPoint: number };

/** Scores with, by entrant, the sum of the values of all its valid sheets; 0 without a score. */
export type SummedScores = Scores & { readonly sums: Float64Array };

/** The stretch [from, to) of `count` ordered sheets that trimming keeps. */
export function trimBounds(count: number, { trim, trimUnit }: Pick<Policy, 'trim' | 'trimUnit'>): [number, number] {
  if (count < trim.from) return [0, count];
  const dropped = (amount: number): number => (trimUnit === 'percent' ? Math.floor((count * amount) / 100) : amount);
  return [dropped(trim.low), count - dropped(trim.high)];
}

/** The stretch of `count` ordered sheets whose mean is the score: what trimming keeps, or the middle of it. */
export function centreBounds(count: number, policy: Policy): readonly [number, number] {
  const [from, to] = trimBounds(count, policy);
  if (policy.centre === 'mean') return [from, to];
  const half = Math.floor((to - from - 1) / 2);
  return [from + half, to - half];
}

/** Scores every entrant with enough valid sheets. The values are whole numbers, so nothing is rounded. */
export function scoreEntrants(field: Field, { values, perPoint }: Normalised, policy: Policy): SummedScores {
  const { from, entrants } = field;
  const sums = new Float64Array(entrants.length);
  const numerators = new Float64Array(entrants.length);
  const denominators = new Int32Array(entrants.length);
  const scratch = new Float64Array(mostSheets(field));
  let [last, low, high] = [-1, 0, 0];
  for (let entrant = 0; entrant < entrants.length; entrant += 1) {
    const count = countOf(field, entrant);
    if (count < policy.minimumSheets) continue;
    if (count !== last) [low, high] = centreBounds(count, policy);
    last = count;
    copySorted(values, intAt(from, entrant), count, scratch);
    numerators[entrant] = sumOf(scratch, low, high);
    denominators[entrant] = high - low;
    sums[entrant] = sumOf(scratch, 0, count);
  }
  return { numerators, denominators, sums, perPoint };
}

function mostSheets({ from, entrants }: Field): number {
  let most = 0;
  for (let entrant = 0; entrant < entrants.length; entrant += 1) {
    most = Math.max(most, intAt(from, entrant + 1) - intAt(from, entrant));
  }
  return most;
}

/** Lists up to this long are sorted by insertion, which is quicker than a call. */
const short = 24;

function copySorted(values: Float64Array, first: number, count: number, onto: Float64Array): void {
  if (count > short) {
    onto.set(values.subarray(first, first + count));
    onto.subarray(0, count).sort();
    return;
  }
  for (let index = 0; index < count; index += 1) {
    const value = doubleAt(values, first + index);
    let place = index;
    while (place > 0 && doubleAt(onto, place - 1) > value) {
      onto[place] = doubleAt(onto, place - 1);
      place -= 1;
    }
    onto[place] = value;
  }
}

function sumOf(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index += 1) sum += doubleAt(values, index);
  return sum;
}

/** The score that values (in any order) give under the policy, in points. */
export function scoreOf(values: Float64Array, policy: Policy, perPoint: number): Fraction {
  const [from, to] = centreBounds(values.length, policy);
  return makeFraction(sumOf(values.toSorted(), from, to), (to - from) * perPoint);
}

/** What is ranked: the score, exact or as it is shown. */
export function standingOf(score: Fraction, { rankBy, decimals }: Policy): Fraction {
  return rankBy === 'rounded' ? roundFraction(score, decimals) : score;
}

/** What is ranked of all entrants. */
export function standingsOf({ numerators, denominators, perPoint }: Scores, { rankBy, decimals }: Policy): Scores {
  if (rankBy === 'exact') return { numerators, denominators, perPoint };
  const rounded = numerators.map((sum, entrant) => {
    const count = intAt(denominators, entrant);
    return count === 0 ? 0 : roundQuotient(sum, count * perPoint, decimals);
  });
  return {
    numerators: rounded,
    denominators: denominators.map((count) => Math.min(1, count)),
    perPoint: 10 ** decimals,
  };
}

/** The quotient of one entrant in points; null without a score. */
export function fractionAt(scores: Scores, entrant: number): Fraction | null {
  return scores.denominators[entrant] === 0 ? null : scoredAt(scores, entrant);
}

/** As `fractionAt`, of an entrant with a score. */
export function scoredAt({ numerators, denominators, perPoint }: Scores, entrant: number): Fraction {
  return makeFraction(doubleAt(numerators, entrant), intAt(denominators, entrant) * perPoint);
}
