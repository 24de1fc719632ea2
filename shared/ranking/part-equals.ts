import { doubleAt, intAt, lookUp } from '../base/at.ts';
import { assertNever } from '../base/assert-never.ts';
import { makeFraction, type Fraction } from '../base/fraction.ts';
import { compareBytes } from '../base/order.ts';
import type { Policy, TieLink } from '../round/policy.ts';
import { listCriteria, type Category, type Rubric } from '../round/rubric.ts';
import { candidateAt } from './entrant.ts';
import { countOf, sumCategory, sumPoints, type Field } from './gather.ts';
import { forEachRun, orderQuotients, partRuns, type Runs } from './order-quotients.ts';
import type { TieDecision, TieRule } from './ranking.ts';
import type { ScoredField } from './tally.ts';

/** Who stands where in a track, by position: the best first, members of a shared rank by bytes of the code. */
export type Order = {
  readonly entrants: Int32Array;
  /** Where the shared rank that a position belongs to begins and ends (mostly itself and the next). */
  readonly firsts: Int32Array;
  readonly ends: Int32Array;
  /** Where those of exactly equal score begin and end. */
  readonly equalsFrom: Int32Array;
  readonly equalsTo: Int32Array;
  /** The link that parted a position from its equals, or `shared`; null without equals. */
  readonly rules: (TieRule | null)[];
};

/**
 * One link of the chain, made ready for a track. `measure` is a sum over an entrant's valid sheets, of which `perPoint` units
 * make a point, compared as a mean, the greatest first; null: the decisions are asked.
 */
export type TieKey = {
  readonly rule: TieRule;
  readonly perPoint: number;
  readonly measure: ((entrant: number) => number) | null;
};

/** Orders entrants with a score (by bytes of the code) by it as it is ranked, then by the tie chain (rulings 1–3, 6, 7, 15). */
export function orderScored(
  scored: Int32Array,
  track: ScoredField,
  policy: Policy,
  decisions: readonly TieDecision[],
): Order {
  const byScore = orderQuotients(scored, track.standings);
  const { length } = scored;
  const rules = Array.from<TieRule | null>({ length }).fill(null);
  let runs = byScore;
  for (const key of listTieKeys(track, policy)) {
    const parted = partByKey(runs, key, track.field, decisions);
    noteRules(rules, runs, parted, key.rule);
    runs = parted;
  }
  forEachRun(runs, (from, to) => {
    if (to === from + 1) return;
    runs.members.subarray(from, to).sort();
    rules.fill('shared', from, to);
  });
  const [places, equals] = [boundsOf(runs), boundsOf(byScore)];
  return {
    entrants: runs.members,
    firsts: places.from,
    ends: places.to,
    equalsFrom: equals.from,
    equalsTo: equals.to,
    rules,
  };
}

/** Who stands alone now and did not before was parted by this link. */
function noteRules(rules: (TieRule | null)[], before: Runs, after: Runs, rule: TieRule): void {
  if (after === before) return;
  let run = 0;
  forEachRun(after, (from, to) => {
    while (intAt(before.starts, run + 1) <= from) run += 1;
    const wasAlone = before.starts[run + 1] === intAt(before.starts, run) + 1;
    if (to === from + 1 && !wasAlone) rules[from] = rule;
  });
}

/** By position, where its run begins and ends. */
function boundsOf(runs: Runs): { readonly from: Int32Array; readonly to: Int32Array } {
  const [begins, ends] = [new Int32Array(runs.members.length), new Int32Array(runs.members.length)];
  forEachRun(runs, (from, to) => {
    for (let position = from; position < to; position += 1) {
      begins[position] = from;
      ends[position] = to;
    }
  });
  return { from: begins, to: ends };
}

/** Parts runs of equals as one link of the chain does, best first; the same runs when it parts none. */
export function partByKey(runs: Runs, { measure }: TieKey, field: Field, decisions: readonly TieDecision[]): Runs {
  if (runs.starts.length > runs.members.length) return runs;
  if (measure === null) return decisions.length === 0 ? runs : partByDecision(runs, field, decisions);
  const numerators = new Float64Array(field.entrants.length);
  const denominators = new Int32Array(field.entrants.length);
  forEachRun(runs, (from, to) => {
    if (to === from + 1) return;
    for (let position = from; position < to; position += 1) {
      const member = intAt(runs.members, position);
      numerators[member] = measure(member);
      denominators[member] = countOf(field, member);
    }
  });
  return partRuns(runs, { numerators, denominators });
}

/**
 * Ruling 7: a decision orders equals only. It counts when it names every one of them, so that nobody who came
 * to be equal after it was taken is placed by it; the latest that does so wins.
 */
function partByDecision(runs: Runs, field: Field, decisions: readonly TieDecision[]): Runs {
  const members = runs.members.slice();
  const starts: number[] = [];
  forEachRun(runs, (from, to) => {
    const equals = members.subarray(from, to);
    const ids = new Map(Array.from(equals, (member) => [member, candidateAt(field, member).id]));
    const [latest] = decisions
      .filter(({ order }) => [...ids.values()].every((id) => order.includes(id)))
      .toSorted((a, b) => compareBytes(b.id, a.id));
    starts.push(from);
    if (to === from + 1 || latest === undefined) return;
    const placeOf = (member: number): number => latest.order.indexOf(lookUp(ids, member));
    equals.sort((a, b) => placeOf(a) - placeOf(b));
    for (let position = from + 1; position < to; position += 1) starts.push(position);
  });
  return { members, starts: Int32Array.from([...starts, members.length]) };
}

/** The links of the chain as they compare in a track. */
export function listTieKeys(track: ScoredField, policy: Policy): TieKey[] {
  return policy.tieChain.flatMap((link) => keysOf(link, track));
}

function keysOf(link: TieLink, track: ScoredField): TieKey[] {
  const { field } = track;
  switch (link.by) {
    case 'total':
      return [totalKey(track)];
    case 'category':
      return [categoryKey(field, coreCategory(field.rubric, link.category))];
    case 'criteria':
      return pickCriteria(field, link.criteria).map((id) => criterionKey(field, id));
    case 'decision':
      return [{ rule: 'decision', perPoint: 1, measure: null }];
    /* v8 ignore next 2 -- the types rule it out */
    default:
      return assertNever(link);
  }
}

/** Rulings 1 and 15: the mean over all valid sheets, normalised where the policy says so. */
function totalKey({ scores, normalised }: ScoredField): TieKey {
  const { sums } = scores;
  return { rule: 'total', perPoint: normalised.perPoint, measure: (entrant) => doubleAt(sums, entrant) };
}

/** Ruling 2: means of raw points over all valid sheets. */
function categoryKey(field: Field, { id }: Category): TieKey {
  const place = field.rubric.categories.findIndex((category) => category.id === id);
  return { rule: `category:${id}`, perPoint: 100, measure: (entrant) => sumCategory(field, entrant, place) };
}

function criterionKey(field: Field, id: string): TieKey {
  const place = field.criteria.findIndex((criterion) => criterion.id === id);
  return { rule: `criterion:${id}`, perPoint: 100, measure: (entrant) => sumPoints(field, entrant, place) };
}

/** Ruling 3: the named category, else the rubric's core category, else the one with most points, first of equals. */
function coreCategory({ categories, coreCategory: core }: Rubric, named: string | null): Category {
  const found = categories.find(({ id }) => id === (named ?? core));
  const weight = ({ criteria }: Category): number => criteria.reduce((sum, { max }) => sum + max, 0);
  return found ?? categories.reduce((best, category) => (weight(category) > weight(best) ? category : best));
}

function pickCriteria({ rubric }: Field, named: readonly string[] | null): readonly string[] {
  const known = listCriteria(rubric).map(({ id }) => id);
  return named === null ? known : named.filter((id) => known.includes(id));
}

/** Ruling 2: mean of raw points for a criterion (by its place) over all valid sheets, in points. The entrant has one. */
export function meanPoints(field: Field, entrant: number, criterion: number): Fraction {
  return makeFraction(sumPoints(field, entrant, criterion), countOf(field, entrant) * 100);
}

/** As `meanPoints`, for a category. */
export function meanOfCategory(field: Field, entrant: number, category: number): Fraction {
  return makeFraction(sumCategory(field, entrant, category), countOf(field, entrant) * 100);
}
