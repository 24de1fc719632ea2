import { intAt } from '../base/at.ts';
import type { Fraction } from '../base/fraction.ts';
import type { Hundredths } from '../base/points.ts';
import type { Policy } from '../round/policy.ts';
import { entrantAt, totalAt, type Entrant, type ValidSheet } from './entrant.ts';
import { countOf, type Field } from './gather.ts';
import type { Normalised } from './normalise.ts';
import type { GateVote, Veto } from './ranking.ts';
import { fractionAt, scoreOf, trimBounds, type Scores, type SummedScores } from './score.ts';
import { countGateVotes, vetoOf } from './votes.ts';

/** A track with its scores. */
export type ScoredField = {
  readonly field: Field;
  readonly normalised: Normalised;
  readonly scores: SummedScores;
  /** What is ranked, graded and held against lines: the scores, or as rounded, as the policy says. */
  readonly standings: Scores;
};

/** An entrant with everything that is worked out from its own sheets, written out. Fractions are points. */
export type Tally = {
  readonly entrant: Entrant;
  readonly trimmedHigh: readonly ValidSheet[];
  readonly trimmedLow: readonly ValidSheet[];
  /** Null with fewer valid sheets than the minimum. */
  readonly score: Fraction | null;
  readonly standing: Fraction | null;
};

/** Writes out one entrant with what trimming does to its sheets: by value, equals by bytes of the expert's id. */
export function tallyAt({ field, normalised, scores, standings }: ScoredField, index: number, policy: Policy): Tally {
  const entrant = entrantAt(field, normalised.values, index);
  const score = fractionAt(scores, index);
  const ordered = score === null ? [] : entrant.valid.toSorted((a, b) => a.value - b.value);
  const [low, high] = trimBounds(ordered.length, policy);
  return {
    entrant,
    trimmedLow: ordered.slice(0, low),
    trimmedHigh: ordered.slice(high),
    score,
    standing: fractionAt(standings, index),
  };
}

/** The figures of a row that need no sheet written out. */
export type RowFigures = {
  readonly score: Fraction | null;
  /** The same rule over totals without normalisation. */
  readonly rawScore: Fraction | null;
  readonly sheets: number;
  readonly trimmed: number;
  /** Max − min of raw totals before trimming; null without a valid sheet. */
  readonly spread: Hundredths | null;
  readonly gateVotes: readonly GateVote[];
  readonly veto: Veto | null;
};

/** Works out the figures of one row. */
export function figuresAt({ field, scores }: ScoredField, index: number, policy: Policy): RowFigures {
  const sheets = countOf(field, index);
  const score = fractionAt(scores, index);
  const [low, high] = trimBounds(sheets, policy);
  return {
    score,
    rawScore: policy.normalisation === 'none' || score === null ? score : rawScoreAt(field, index, policy),
    sheets,
    trimmed: score === null ? 0 : sheets - (high - low),
    spread: spreadAt(field, index),
    gateVotes: countGateVotes(field, index),
    veto: vetoOf(field, index, policy),
  };
}

function rawScoreAt({ weighted, from, scale }: Field, index: number, policy: Policy): Fraction {
  return scoreOf(weighted.subarray(from[index], from[index + 1]), policy, scale.perPoint);
}

function spreadAt(field: Field, index: number): Hundredths | null {
  const range = rangeAt(field, index);
  return range === null ? null : range.highest - range.lowest;
}

/** Lowest and highest raw total of an entrant's valid sheets; null without one. */
export function rangeAt(field: Field, index: number): { lowest: Hundredths; highest: Hundredths } | null {
  if (countOf(field, index) === 0) return null;
  let [lowest, highest] = [Infinity, -Infinity];
  for (let slot = intAt(field.from, index); slot < intAt(field.from, index + 1); slot += 1) {
    const total = totalAt(field, intAt(field.sheets, slot));
    if (total < lowest) lowest = total;
    if (total > highest) highest = total;
  }
  return { lowest, highest };
}
