import { at } from '../base/at.ts';
import {
  compareFractions,
  compareQuotients,
  makeFraction,
  subtractFractions,
  type Fraction,
} from '../base/fraction.ts';
import type { Policy } from '../round/policy.ts';
import { figureOf } from './describe-row.ts';
import type { Crossing, Obstacle, ScoreLine, SheetCrossing } from './explanation.ts';
import { candidateAt } from './entrant.ts';
import type { OrderedField } from './order-round.ts';
import type { Figure, RankedTrack, RankingRow } from './ranking.ts';
import { centreBounds, fractionAt, scoreOf, standingOf } from './score.ts';
import type { Tally } from './tally.ts';
import { vetoOf } from './votes.ts';

/** A tally with a score. */
type Scored = Tally & { readonly score: Fraction; readonly standing: Fraction };

/** A row with all that it is ranked among. */
type Standing<Own extends Tally = Tally> = {
  readonly track: RankedTrack;
  readonly row: RankingRow;
  readonly ordered: OrderedField;
  /** Its place among the entrants of the track. */
  readonly entrant: number;
  readonly tally: Own;
};

type Line = Omit<ScoreLine, 'at'> & { readonly points: Fraction };
type Found = { readonly side: 'above' | 'below'; readonly line: Line; readonly obstacle: Obstacle | null };

const nothing = { side: null, line: null, margin: null, points: null, sheets: [], untrimmed: null } as const;

/**
 * How far a candidate is from the next line, and what would carry it across: the cut line of a selection round, the next
 * band of an evaluation round. All others stay as they are, and so do the seats that the track has.
 */
export function explainCrossing(standing: Standing, policy: Policy): Crossing {
  const veto = vetoOf(standing.ordered.field, standing.entrant, policy);
  if (veto !== null) return { ...nothing, obstacle: veto.by === 'staff' ? 'staff-veto' : 'expert-veto' };
  const { score, standing: ranked } = standing.tally;
  if (score === null || ranked === null) return { ...nothing, obstacle: 'too-few-sheets' };
  const scored: Standing<Scored> = { ...standing, tally: { ...standing.tally, score, standing: ranked } };
  const found = policy.evaluation === null ? findCutLine(scored, policy) : findBand(scored, policy.evaluation);
  return typeof found === 'string' ? { ...nothing, obstacle: found } : describe(scored, found, policy);
}

/** Against the last who has a seat, the first who has none, or the least score for selection. */
function findCutLine({ track: { seats }, row, ordered }: Standing<Scored>, { selection }: Policy): Found | Obstacle {
  if (seats === null || seats === 0) return 'no-line';
  if (row.across === 'cut-line') return 'decision';
  const minimum = selection?.minimumScore ?? null;
  const least: Line | null =
    minimum === null ? null : { kind: 'minimum', name: null, strict: false, points: makeFraction(minimum, 100) };
  const reaches = ({ points }: Line): boolean => least === null || compareFractions(points, least.points) >= 0;
  const side = row.status === 'selected' ? 'above' : 'below';
  const rival = cutAt(ordered, side === 'above' ? seats : seats - 1);
  if (rival !== null && reaches(rival)) return { side, line: rival, obstacle: null };
  return least === null ? 'nobody' : { side, line: least, obstacle: null };
}

/** The score of who stands at a position; null when nobody does. */
function cutAt({ field, order, standings }: OrderedField, position: number): Line | null {
  const entrant = order.entrants[position];
  const points = entrant === undefined ? null : fractionAt(standings, entrant);
  if (entrant === undefined || points === null) return null;
  return { kind: 'cut', name: candidateAt(field, entrant).code, strict: true, points };
}

/** Below: the next higher band. A cap by core items is an obstacle on the way. At the top: the line of the own band. */
function findBand({ row, tally }: Standing<Scored>, { bands }: NonNullable<Policy['evaluation']>): Found | Obstacle {
  const lines = bands.map(({ name, from }): Line => {
    return { kind: 'band', name, strict: false, points: makeFraction(from, 100) };
  });
  const own = lines.findIndex(({ points }) => compareFractions(tally.standing, points) >= 0);
  if (row.cappedFrom !== null) return { side: 'above', line: at(lines, own), obstacle: 'core-item' };
  if (own === 0) return { side: 'above', line: at(lines, 0), obstacle: 'highest' };
  return { side: 'below', line: at(lines, own - 1), obstacle: null };
}

function describe({ tally, ordered }: Standing<Scored>, { side, line, obstacle }: Found, policy: Policy): Crossing {
  const { points, ...named } = line;
  const margin = subtractFractions(tally.standing, points);
  const shared = {
    side,
    line: { ...named, at: figureOf(points, policy.decimals) },
    margin: figureOf(margin, policy.decimals),
    obstacle,
  };
  if (side === 'above') return { ...shared, points: null, sheets: [], untrimmed: null };
  return {
    ...shared,
    points: policy.centre === 'mean' ? lackingPoints(tally, points, policy) : null,
    sheets: policy.normalisation === 'none' ? listSheetCrossings(tally, ordered, line, policy) : [],
    untrimmed: untrimmedScore(tally, ordered, line, policy),
  };
}

/** The kept totals would have to be so much more together to bring the mean level with the line. */
function lackingPoints({ score, entrant, trimmedHigh, trimmedLow }: Scored, line: Fraction, policy: Policy): Figure {
  const kept = entrant.valid.length - trimmedHigh.length - trimmedLow.length;
  const { numerator, denominator } = subtractFractions(line, score);
  return figureOf(makeFraction(numerator * kept, denominator), policy.decimals);
}

/** Whether a sum of `count` values crosses the line as it is ranked. */
function crosses(sum: number, count: number, { points, strict }: Line, policy: Policy, perPoint: number): boolean {
  const { numerator, denominator } = points;
  const order =
    policy.rankBy === 'exact'
      ? compareQuotients(sum, count * perPoint, numerator, denominator)
      : compareFractions(standingOf(makeFraction(sum, count * perPoint), policy), points);
  return strict ? order > 0 : order >= 0;
}

/** The score never falls when a total rises, so the least total that crosses is found by halving. */
function listSheetCrossings(
  { entrant: { valid } }: Tally,
  { field, normalised: { perPoint } }: OrderedField,
  line: Line,
  policy: Policy,
): SheetCrossing[] {
  const [from, to] = centreBounds(valid.length, policy);
  return valid.map(({ sheet, value }, index) => {
    const sumWith = sumByOne(
      valid.flatMap((other, place) => (place === index ? [] : [other.value])),
      from,
      to,
    );
    const reached = (total: number): boolean => crosses(sumWith(total), to - from, line, policy, perPoint);
    const least = leastWhere(value, field.scale.maximum, reached);
    const figure = (units: number): Figure => figureOf(makeFraction(units, perPoint), policy.decimals);
    return {
      expertId: sheet.expertId,
      least: least === null ? null : figure(least),
      more: least === null ? null : figure(least - value),
    };
  });
}

/**
 * The sum of the stretch [from, to) of ordered values by one of them: the others keep their places, and between its neighbours
 * at the ends of the stretch it counts itself.
 */
function sumByOne(others: readonly number[], from: number, to: number): (value: number) => number {
  const ordered = others.toSorted((a, b) => a - b);
  const inner = ordered.slice(from, to - 1).reduce((sum, value) => sum + value, 0);
  const [least, most] = [ordered[from - 1] ?? -Infinity, ordered[to - 1] ?? Infinity];
  return (value) => inner + Math.min(Math.max(value, least), most);
}

/** The least whole number in (from, to] that passes a test which, once passed, stays passed; null when none does. */
function leastWhere(from: number, to: number, passes: (value: number) => boolean): number | null {
  if (to <= from || !passes(to)) return null;
  let [fails, holds] = [from, to];
  while (holds - fails > 1) {
    const middle = Math.floor((fails + holds) / 2);
    if (passes(middle)) holds = middle;
    else fails = middle;
  }
  return holds;
}

function untrimmedScore(
  { entrant: { valid }, trimmedHigh, trimmedLow }: Tally,
  { normalised: { perPoint } }: OrderedField,
  line: Line,
  policy: Policy,
): Crossing['untrimmed'] {
  if (trimmedHigh.length + trimmedLow.length === 0) return null;
  const untrimmed: Policy = { ...policy, trim: { ...policy.trim, high: 0, low: 0 } };
  const values = Float64Array.from(valid, ({ value }) => value);
  const score = scoreOf(values, untrimmed, perPoint);
  const order = compareFractions(standingOf(score, policy), line.points);
  return { ...figureOf(score, policy.decimals), crosses: line.strict ? order > 0 : order >= 0 };
}
