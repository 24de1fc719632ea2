import type { Hundredths } from '../base/points.ts';
import type { Contribution, Figure, RankingRow, TieRule } from './ranking.ts';

/** One sheet of a candidate, down to its items. */
export type SheetExplanation = Contribution & {
  /** 1 for the highest value among the candidate's valid sheets (equals share a place); null for sheets that do not count. */
  readonly place: number | null;
  /** Trimmed, though a sheet that was kept has the same value: which of them is dropped does not change the score. */
  readonly equalsKept: boolean;
  /** What normalisation added or took away; null without it. */
  readonly effect: Figure | null;
  /** In rubric order; empty without points. */
  readonly items: readonly { readonly criterionId: string; readonly points: Hundredths }[];
  readonly failedGates: readonly string[];
  readonly fraud: boolean;
};

/** Mean of a criterion over all valid sheets; `failed`: a core item below the policy's share of its points. */
export type ItemExplanation = Figure & {
  readonly criterionId: string;
  readonly categoryId: string;
  readonly max: Hundredths;
  readonly failed: boolean;
};

/** How experts answered a gate. `needed`: fails that make a veto; null when experts cannot veto under the policy. */
export type GateExplanation = {
  readonly gateId: string;
  readonly fails: number;
  readonly sheets: number;
  readonly needed: number | null;
  readonly veto: boolean;
};

/** One comparison of the tie chain among those still equal; figures are null for a decision. */
export type TieStep = {
  readonly rule: TieRule;
  readonly values: readonly { readonly code: string; readonly exact: string | null }[];
  /** The candidate is parted from all by this comparison. */
  readonly parts: boolean;
};

/** A line that a score stands above or below. `strict`: it must be passed; reaching it leads to the tie chain. */
export type ScoreLine = {
  readonly kind: 'cut' | 'minimum' | 'band';
  /** The band, or the code of the candidate that holds the line. */
  readonly name: string | null;
  readonly at: Figure;
  readonly strict: boolean;
};

/** What keeps a better score from helping, or makes the question empty. */
export type Obstacle =
  /** Vetoed by staff: only a recorded act of staff ends it. */
  | 'staff-veto'
  /** Vetoed by experts' answers. */
  | 'expert-veto'
  /** Fewer valid sheets than the policy asks for. */
  | 'too-few-sheets'
  /** Failed core items cap the grade, whatever the score. */
  | 'core-item'
  /** Equals lie across the line: the panel's decision settles it. */
  | 'decision'
  /** There is no quota, or no seat. */
  | 'no-line'
  /** Nobody stands on the other side of the line. */
  | 'nobody'
  /** Already in the highest band. */
  | 'highest';

/** The least total of one sheet, all others unchanged, with which the score would cross the line; null: not even full marks do. */
export type SheetCrossing = {
  readonly expertId: string;
  readonly least: Figure | null;
  /** `least` less what the sheet has. */
  readonly more: Figure | null;
};

/** What would have to change for the candidate to cross the line. */
export type Crossing = {
  readonly side: 'above' | 'below' | null;
  readonly line: ScoreLine | null;
  /** Score less line: negative below it. */
  readonly margin: Figure | null;
  /** Below the line, under a mean: by how much the totals that are kept fall short of it together. */
  readonly points: Figure | null;
  readonly obstacle: Obstacle | null;
  /** Below the line: per valid sheet. Empty under normalisation, where one total moves every value of its expert. */
  readonly sheets: readonly SheetCrossing[];
  /** Below the line with trimmed sheets: the score with all of them counted, and whether it would cross. */
  readonly untrimmed: (Figure & { readonly crosses: boolean }) | null;
};

/** Everything from a candidate's rank down to each item. */
export type Explanation = {
  readonly trackId: string;
  /** The row as ranked. */
  readonly row: RankingRow;
  /** Candidates with a rank in the track. */
  readonly ranked: number;
  /** Valid sheets kept, and dropped at either end. */
  readonly kept: number;
  readonly droppedHigh: number;
  readonly droppedLow: number;
  /** Most points of a sheet under category weights; null without weights. */
  readonly weightedMaximum: Figure | null;
  /** By bytes of the expert's id. */
  readonly sheets: readonly SheetExplanation[];
  /** In rubric order; empty without a valid sheet. */
  readonly items: readonly ItemExplanation[];
  readonly gates: readonly GateExplanation[];
  readonly tie: readonly TieStep[];
  readonly crossing: Crossing;
};
