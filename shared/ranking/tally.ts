import { makeFraction, roundFraction, type Fraction } from '../base/fraction.ts';
import type { Hundredths } from '../base/points.ts';
import type { Policy } from '../round/policy.ts';
import type { Entrant, Field, ValidSheet } from './gather.ts';
import type { GateVote, Veto } from './ranking.ts';

/** An entrant with everything that is worked out from its own sheets. Fractions are points. */
export type Tally = {
  readonly entrant: Entrant;
  readonly trimmedHigh: readonly ValidSheet[];
  readonly trimmedLow: readonly ValidSheet[];
  /** Null with fewer valid sheets than the minimum. */
  readonly score: Fraction | null;
  /** What is ranked, graded and held against lines: the score, or as rounded, as the policy says. */
  readonly standing: Fraction | null;
  /** The same rule over totals without normalisation. */
  readonly rawScore: Fraction | null;
  /** Max − min of raw totals before trimming; null without a valid sheet. */
  readonly spread: Hundredths | null;
  readonly gateVotes: readonly GateVote[];
  readonly veto: Veto | null;
};

/** Applies the policy to one entrant. `perPoint`: how many units of `value` make a point. */
export function tallyEntrant(field: Field, entrant: Entrant, policy: Policy, perPoint: number): Tally {
  const { valid } = entrant;
  const enough = valid.length >= policy.minimumSheets;
  const normalised = policy.normalisation !== 'none';
  const ordered = enough ? orderBy(valid, ({ value }) => value) : [];
  const [low, high] = trimBounds(valid.length, policy);
  const score = enough ? centreOf(ordered.map(({ value }) => value).slice(low, high), policy, perPoint) : null;
  const gateVotes = countGateVotes(field, valid);
  return {
    entrant,
    trimmedLow: ordered.slice(0, low),
    trimmedHigh: ordered.slice(high),
    score,
    standing: score === null ? null : standingOf(score, policy),
    rawScore: normalised && enough ? rawScoreOf(valid, policy, field.scale.perPoint) : score,
    spread: spreadOf(valid),
    gateVotes,
    veto: vetoOf(entrant, gateVotes, policy),
  };
}

/** By value; equals by bytes of the expert's id, the order in which they come. */
function orderBy(valid: readonly ValidSheet[], measure: (sheet: ValidSheet) => number): ValidSheet[] {
  return valid.toSorted((a, b) => measure(a) - measure(b));
}

/** What is ranked: the score, exact or as it is shown. */
export function standingOf(score: Fraction, { rankBy, decimals }: Policy): Fraction {
  return rankBy === 'rounded' ? roundFraction(score, decimals) : score;
}

/** The score that values (in any order) give under the policy, in points. */
export function scoreOf(values: readonly number[], policy: Policy, perPoint: number): Fraction {
  const ordered = values.toSorted((a, b) => a - b);
  return centreOf(ordered.slice(...trimBounds(ordered.length, policy)), policy, perPoint);
}

/** The stretch [from, to) of `count` ordered sheets that is kept. */
export function trimBounds(count: number, { trim, trimUnit }: Pick<Policy, 'trim' | 'trimUnit'>): [number, number] {
  if (count < trim.from) return [0, count];
  const dropped = (amount: number): number => (trimUnit === 'percent' ? Math.floor((count * amount) / 100) : amount);
  return [dropped(trim.low), count - dropped(trim.high)];
}

function rawScoreOf(valid: readonly ValidSheet[], policy: Policy, perPoint: number): Fraction {
  return scoreOf(
    valid.map(({ weighted }) => weighted),
    policy,
    perPoint,
  );
}

/** Mean or median of ordered values, in points. The values are integers, so nothing is rounded. */
function centreOf(ordered: readonly number[], { centre }: Policy, perPoint: number): Fraction {
  const half = Math.floor((ordered.length - 1) / 2);
  const middle = centre === 'median' ? ordered.slice(half, ordered.length - half) : ordered;
  return makeFraction(
    middle.reduce((sum, value) => sum + value, 0),
    middle.length * perPoint,
  );
}

function spreadOf(valid: readonly ValidSheet[]): Hundredths | null {
  if (valid.length === 0) return null;
  let [least, most] = [Infinity, -Infinity];
  for (const { total } of valid) {
    if (total < least) least = total;
    if (total > most) most = total;
  }
  return most - least;
}

/** Ruling 4: counted per gate over the valid sheets; trimmed sheets still vote, void ones do not. */
function countGateVotes({ gates }: Field, valid: readonly ValidSheet[]): GateVote[] {
  return gates
    .map(({ id }) => ({
      gateId: id,
      fails: valid.filter(({ sheet }) => sheet.gates[id] === 'fail').length,
      sheets: valid.length,
    }))
    .filter(({ fails }) => fails > 0);
}

/** Ruling 5: staff's veto always wins; experts' vetoes count with enough valid sheets only. */
function vetoOf({ candidate, valid }: Entrant, votes: readonly GateVote[], policy: Policy): Veto | null {
  const { staffVeto } = candidate;
  if (staffVeto !== null) return { by: 'staff', gateId: staffVeto.gateId, reason: staffVeto.reason };
  if (policy.gates === 'staff' || valid.length < policy.minimumSheets) return null;
  const majority = policy.gates === 'majority';
  const failed = votes.filter(({ fails, sheets }) => !majority || fails * 2 > sheets).map(({ gateId }) => gateId);
  return failed.length === 0 ? null : { by: 'experts', gateIds: failed };
}
