import type { Result } from '../base/result.ts';
import type { RankingStatus } from '../ranking/ranking.ts';
import type { DrawUnit } from './draw-sample.ts';
import type { AgreementCode } from './sentences.ts';

/**
 * What "inside" means in a track: a seat (`quota`); without a quota the first `size` ranks (`top`); in an evaluation round
 * the same band as in the ranking (`bands`).
 */
export type Line =
  | { readonly kind: 'quota'; readonly size: number }
  | { readonly kind: 'top'; readonly size: number }
  | { readonly kind: 'bands' };

/** How sure a candidate's place is. Shares are of all samples, 0 … 1. */
export type CandidateRobustness = {
  readonly candidateId: string;
  readonly code: string;
  readonly name: string;
  /** In the ranking itself. */
  readonly rank: number | null;
  readonly status: RankingStatus;
  /** In the ranking itself; undecided equals across the line are not. */
  readonly inside: boolean;
  /** Share of samples inside the line. */
  readonly share: number;
  /** Share of samples undecided across a line. */
  readonly undecided: number;
  /** Share of samples without a rank (no score or vetoed). */
  readonly unranked: number;
  /** 95 % of ranks lie here (percentile method), with their median; samples without a rank count as last. */
  readonly ranks: readonly [low: number, median: number, high: number];
  /** Evaluation rounds: share of samples in each band. */
  readonly bands: Readonly<Record<string, number>>;
  readonly certainty: Certainty;
};

/** `in`/`out`: so in the ranking and in at least 95 % of samples; else `open`. In evaluation rounds `in` means: keeps its band. */
export type Certainty = 'in' | 'out' | 'open';

/** Who would change if something had been left out. Ids of candidates, best first. */
export type Change = {
  /** Would come inside (evaluation rounds: would get a better band). */
  readonly enter: readonly string[];
  /** Would fall outside (evaluation rounds: would get a worse band). */
  readonly leave: readonly string[];
  /** Of all, those that would have no score for want of sheets. */
  readonly unscored: number;
  /** Most ranks that anybody would move. */
  readonly farthest: number;
};

/** What leaving one expert or one criterion out would do; `id` names it. */
export type LeftOut = { readonly id: string; readonly change: Result<Change, AgreementCode> };

/** 稳健性 of one track. */
export type TrackRobustness = {
  readonly trackId: string;
  readonly name: string;
  readonly line: Line;
  readonly unit: DrawUnit;
  /** Sheets were drawn and kept the round's own normalisation, since a few of an expert's sheets do not tell his scale. */
  readonly keepsNormalisation: boolean;
  readonly experts: number;
  /** Ranked candidates first, as in the ranking. */
  readonly candidates: readonly CandidateRobustness[];
  readonly withoutExpert: readonly LeftOut[];
  readonly withoutCriterion: readonly LeftOut[];
};

/** 稳健性 of a round: the same input, seed and count give the same figures on every machine. */
export type Robustness = {
  readonly seed: number;
  /** Samples that were drawn; fewer than asked for when the round is very large. */
  readonly samples: number;
  readonly tracks: readonly TrackRobustness[];
};
