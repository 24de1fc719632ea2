import { assertNever } from '../base/assert-never.ts';
import { compareFractions, makeFraction, type Fraction } from '../base/fraction.ts';
import { compareBytes } from '../base/order.ts';
import type { Policy, TieLink } from '../round/policy.ts';
import type { Category, Criterion, Rubric } from '../round/rubric.ts';
import type { Field } from './gather.ts';
import type { Tie, TieDecision, TieRule } from './ranking.ts';
import type { Tally } from './tally.ts';

/** Candidates that share a rank (mostly one) by bytes of the code, each with the link that parted it from its equals. */
export type Place = readonly { readonly tally: Scored; readonly tie: Tie | null }[];

/** A tally with a score. */
export type Scored = Tally & { readonly score: Fraction; readonly standing: Fraction };

/** One link of the chain, made ready for a track: compares a measure, the greatest first, or asks the decisions. */
export type TieKey = { readonly rule: TieRule; readonly measure: ((tally: Scored) => Fraction) | null };

/**
 * Orders scored tallies by score as it is ranked, then by the tie chain (rulings 1–3, 6, 7, 15).
 * @param perPoint how many units of a sheet's `value` make a point
 */
export function orderScored(
  scored: readonly Scored[],
  field: Field,
  policy: Policy,
  decisions: readonly TieDecision[],
  perPoint: number,
): Place[] {
  const keys = listTieKeys(field, policy, perPoint);
  return classesBy(scored, ({ standing }) => standing).flatMap((equals) =>
    equals.length === 1 ? [equals.map((tally) => ({ tally, tie: null }))] : placeEquals(equals, keys, decisions),
  );
}

/** The links of the chain as they compare in a track. */
export function listTieKeys(field: Field, policy: Policy, perPoint: number): TieKey[] {
  return policy.tieChain.flatMap((link) => keysOf(link, field, perPoint));
}

function placeEquals(equals: readonly Scored[], keys: readonly TieKey[], decisions: readonly TieDecision[]): Place[] {
  const codes = equals.map(({ entrant }) => entrant.candidate.code).toSorted(compareBytes);
  return partBy(equals, keys, decisions).map(({ members, rule }) =>
    members.map((tally) => {
      return { tally, tie: tieOf(rule, codes, tally.entrant.candidate.code) };
    }),
  );
}

/** The others are listed when asked for: written out for each of n equals they would take n² entries. */
function tieOf(rule: TieRule, codes: readonly string[], own: string): Tie {
  return {
    rule,
    get with() {
      return codes.filter((code) => code !== own);
    },
  };
}

type Parted = { readonly members: readonly Scored[]; readonly rule: TieRule };

/** Tries the links in order until each candidate stands alone or none is left. */
function partBy(equals: readonly Scored[], keys: readonly TieKey[], decisions: readonly TieDecision[]): Parted[] {
  const [key, ...rest] = keys;
  if (key === undefined) return [{ members: equals, rule: 'shared' }];
  return partByKey(equals, key, decisions).flatMap((members) =>
    members.length === 1 ? [{ members, rule: key.rule }] : partBy(members, rest, decisions),
  );
}

/** Equals as one link of the chain parts them, best first; one class when it cannot. */
export function partByKey(equals: readonly Scored[], key: TieKey, decisions: readonly TieDecision[]): Scored[][] {
  return key.measure === null ? partByDecision(equals, decisions) : classesBy(equals, key.measure);
}

function keysOf(link: TieLink, field: Field, perPoint: number): TieKey[] {
  switch (link.by) {
    case 'total':
      return [{ rule: 'total', measure: (tally) => meanValue(tally, perPoint) }];
    case 'category':
      return [categoryKey(coreCategory(field.rubric, link.category))];
    case 'criteria':
      return pickCriteria(field.criteria, link.criteria).map(criterionKey);
    case 'decision':
      return [{ rule: 'decision', measure: null }];
    /* v8 ignore next 2 -- the types rule it out */
    default:
      return assertNever(link);
  }
}

function categoryKey({ id, criteria }: Category): TieKey {
  return { rule: `category:${id}`, measure: (tally) => meanPoints(tally, criteria) };
}

function criterionKey(criterion: Criterion): TieKey {
  return { rule: `criterion:${criterion.id}`, measure: (tally) => meanPoints(tally, [criterion]) };
}

/** Ruling 3: the named category, else the rubric's core category, else the one with most points, first of equals. */
function coreCategory({ categories, coreCategory: core }: Rubric, named: string | null): Category {
  const found = categories.find(({ id }) => id === (named ?? core));
  const weight = ({ criteria }: Category): number => criteria.reduce((sum, { max }) => sum + max, 0);
  return found ?? categories.reduce((best, category) => (weight(category) > weight(best) ? category : best));
}

function pickCriteria(criteria: readonly Criterion[], named: readonly string[] | null): readonly Criterion[] {
  return named === null ? criteria : named.flatMap((id) => criteria.filter((criterion) => criterion.id === id));
}

/** Rulings 1 and 15: the mean over all valid sheets, normalised where the policy says so. */
function meanValue({ entrant: { valid } }: Scored, perPoint: number): Fraction {
  return makeFraction(
    valid.reduce((sum, { value }) => sum + value, 0),
    valid.length * perPoint,
  );
}

/** Ruling 2: mean of raw points over all valid sheets, in points. The entrant has a valid sheet, and each holds all points. */
export function meanPoints({ entrant: { valid } }: Pick<Tally, 'entrant'>, criteria: readonly Criterion[]): Fraction {
  let sum = 0;
  for (const { sheet } of valid) {
    for (const { id } of criteria) sum += sheet.points[id] ?? NaN;
  }
  return makeFraction(sum, valid.length * 100);
}

/** Classes of equal measure, greatest first; inside a class the order is kept. */
function classesBy(tallies: readonly Scored[], measure: (tally: Scored) => Fraction): Scored[][] {
  const measured = tallies.map((tally) => ({ tally, value: measure(tally) }));
  measured.sort((a, b) => compareFractions(b.value, a.value));
  const classes: Scored[][] = [];
  let last: Fraction | null = null;
  for (const { tally, value } of measured) {
    if (last !== null && compareFractions(last, value) === 0) classes.at(-1)?.push(tally);
    else classes.push([tally]);
    last = value;
  }
  return classes;
}

/**
 * Ruling 7: a decision orders equals only. It counts when it names every one of them, so that nobody who came
 * to be equal after it was taken is placed by it; the latest that does so wins.
 */
function partByDecision(equals: readonly Scored[], decisions: readonly TieDecision[]): Scored[][] {
  const ids = equals.map(({ entrant }) => entrant.candidate.id);
  const [latest] = decisions
    .filter(({ order }) => ids.every((id) => order.includes(id)))
    .toSorted((a, b) => compareBytes(b.id, a.id));
  if (latest === undefined) return [[...equals]];
  const placeOf = ({ entrant }: Scored): number => latest.order.indexOf(entrant.candidate.id);
  return equals.toSorted((a, b) => placeOf(a) - placeOf(b)).map((tally) => [tally]);
}
