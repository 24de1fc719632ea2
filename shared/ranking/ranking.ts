import type { Hundredths } from '../base/points.ts';
import type { Policy } from '../round/policy.ts';
import type { Track } from '../round/round.ts';
import type { Rubric } from '../round/rubric.ts';
import type { GateAnswer, SheetState } from '../scoring/sheet.ts';

/** A veto by staff at 形式审查; `gateId` null when the reason is none of the rubric's gates. */
export type StaffVeto = { readonly gateId: string | null; readonly reason: string };

/** What the ranking knows of a candidate. */
export type RankingCandidate = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly trackId: string;
  readonly staffVeto: StaffVeto | null;
};

/** A current sheet: one per expert and candidate (ruling 19). `void`: 意见无效, its expert was removed for a breach. */
export type RankingSheet = {
  /** Names the sheet on this machine; no part of any hash. */
  readonly id: string;
  readonly expertId: string;
  readonly candidateId: string;
  readonly state: SheetState;
  /** Criterion id → hundredths. */
  readonly points: Readonly<Record<string, Hundredths>>;
  readonly gates: Readonly<Record<string, GateAnswer>>;
  readonly fraud: boolean;
  readonly void: boolean;
};

/** The panel leader's recorded order of equals; of several that fit, the one with the greatest id (UUIDv7: the latest) counts. */
export type TieDecision = { readonly id: string; readonly trackId: string; readonly order: readonly string[] };

/** Candidates as columns, by bytes of the code (equals by bytes of the id). Plain data, for those who have very many. */
export type CandidateColumns = {
  readonly count: number;
  /** Place of each candidate's track among the input's; −1: none of them. */
  readonly tracks: Int32Array;
  /** Vetoes by staff, by place. */
  readonly vetoes: ReadonlyMap<number, StaffVeto>;
  /** The candidates themselves; may be read from where they are kept when first asked for. */
  readonly list: readonly RankingCandidate[];
};

/** Sheets as columns along `count` sheets, expert by expert, experts by bytes of the id. Plain data. */
export type SheetColumns = {
  readonly count: number;
  readonly expertIds: readonly string[];
  /**
   * By expert, the SHA-256 digest (hexadecimal) of the canonical text of all his sheets, kept with them; empty when the columns
   * were made of a list, which is hashed itself.
   */
  readonly digests: readonly string[];
  /** Places in `expertIds`. */
  readonly experts: Int32Array;
  /** Places among the candidates by bytes of the code; −1: none of them. */
  readonly candidates: Int32Array;
  /** State, 弄虚作假, void and failed gates; `sheet-columns.ts` knows the bits. */
  readonly flags: Int32Array;
  /** categories[sheet × categoryStride + category]: sums of the points, hundredths, in rubric order. */
  readonly categoryStride: number;
  readonly categories: Int32Array;
  /** May be read from where it is kept when first asked for: a ranking mostly does without. */
  readonly details: SheetDetails;
};

/** What single sheets and the last links of a tie chain need besides. */
export type SheetDetails = {
  /** What `RankingSheet.id` shows. */
  readonly ids: ArrayLike<string | number>;
  /** Gates answered: bits in the order of the gates that experts answer. */
  readonly answered: Int32Array;
  /** points[sheet × stride + criterion], hundredths, in rubric order; −1: none, or none that the rubric allows. */
  readonly stride: number;
  readonly points: Int32Array;
};

/** What a ranking depends on beside candidates and sheets. The order of `tracks` counts (ruling 8); that of decisions does not. */
export type RankingRules = {
  readonly tracks: readonly Track[];
  readonly rubrics: readonly Rubric[];
  readonly policy: Policy;
  readonly decisions: readonly TieDecision[];
};

/** An input whose candidates and sheets are lists, in any order. */
export type ListedInput = RankingRules & {
  readonly candidates: readonly RankingCandidate[];
  readonly sheets: readonly RankingSheet[];
};

/** An input whose candidates and sheets are columns. */
export type ColumnInput = RankingRules & { readonly candidates: CandidateColumns; readonly sheets: SheetColumns };

/** Everything a ranking depends on. */
export type RankingInput = ListedInput | ColumnInput;

/** Where a candidate stands. `band:…` carries the grade of an evaluation round. */
export type RankingStatus =
  | 'selected'
  | 'reserve'
  | 'below'
  | 'undecided'
  | 'no-score'
  | 'vetoed'
  | 'ranked'
  | `band:${string}`;

/** The link of the tie chain that set a row apart from all its equals, or `shared`. */
export type TieRule = 'total' | `category:${string}` | `criterion:${string}` | 'decision' | 'shared';

/** `with`: codes of all others with exactly the same score (as it is ranked), by bytes. */
export type Tie = { readonly rule: TieRule; readonly with: readonly string[] };

/** A figure in points: `text` rounded half-up to the policy's decimals, `exact` in lowest terms ("349/4", "87"). */
export type Figure = { readonly text: string; readonly exact: string };

/** What became of one sheet. */
export type ContributionMark = 'used' | 'trimmed-high' | 'trimmed-low' | 'void' | 'recused' | 'abstained';

/** One sheet of a candidate. */
export type Contribution = {
  readonly sheetId: string;
  readonly expertId: string;
  /** Raw hundredths; null without points. */
  readonly total: Hundredths | null;
  /** The total under category weights; null without weights, and for sheets that do not count. */
  readonly weighted: Figure | null;
  /** The total after normalisation; null without it, and for sheets that do not count. */
  readonly adjusted: Figure | null;
  readonly mark: ContributionMark;
};

/** Mean of a category (一级指标) over all valid sheets (ruling 2). */
export type CategoryMean = Figure & { readonly categoryId: string };

/** How valid sheets answered a gate that at least one of them failed. */
export type GateVote = { readonly gateId: string; readonly fails: number; readonly sheets: number };

/** Why a candidate is vetoed. */
export type Veto =
  | { readonly by: 'staff'; readonly gateId: string | null; readonly reason: string }
  | { readonly by: 'experts'; readonly gateIds: readonly string[] };

/** Difference of the highest and lowest raw total before trimming (ruling 16). */
export type Spread = { readonly hundredths: Hundredths; readonly reReviewAdvised: boolean };

/** One line of a ranking, with all that explains it. */
export type RankingRow = {
  /** 1, 1, 3 … (ruling 6); null for vetoed candidates and those without a score. */
  readonly rank: number | null;
  readonly candidateId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  /** Points as shown ("87.25"), null without a score. */
  readonly score: string | null;
  /** Points in lowest terms ("349/4"), null without a score. */
  readonly exact: string | null;
  /** The score without normalisation (weights apply); null when there is none or the policy does not normalise. */
  readonly raw: Figure | null;
  /** Valid sheets before trimming. */
  readonly sheets: number;
  /** Sheets dropped by trimming. */
  readonly trimmed: number;
  readonly status: RankingStatus;
  /** Which line an undecided group of equals lies across (ruling 7). */
  readonly across: 'cut-line' | 'reserve-end' | null;
  readonly tie: Tie | null;
  /** Null without a valid sheet. */
  readonly spread: Spread | null;
  /** All sheets, by bytes of the expert's id. */
  readonly contributions: readonly Contribution[];
  /** In rubric order; empty without a valid sheet. */
  readonly categories: readonly CategoryMean[];
  readonly gateVotes: readonly GateVote[];
  readonly veto: Veto | null;
  /** Sheets, void ones apart, that flag 弄虚作假; no automatic effect (ruling 18). */
  readonly fraudFlags: number;
  /** Core items (核心项) that failed in an evaluation round (ruling 11). */
  readonly failedCoreItems: readonly string[];
  /** The band the score alone would have given, when a failed core item lowered it. */
  readonly cappedFrom: string | null;
  /** 1-based connected part of the design under `expert-effect` (ruling 14); null otherwise. */
  readonly part: number | null;
};

/** One track with its rows: first ranked, then vetoed, then without score; equals by bytes of the code. */
export type RankedTrack = {
  readonly trackId: string;
  readonly name: string;
  readonly rubricId: string;
  /** Most points a sheet can reach. */
  readonly maximum: Hundredths;
  /** Most points a sheet can reach under the policy's category weights; null without weights. */
  readonly weightedMaximum: Figure | null;
  /** Codes of trial candidates (试评) that the policy leaves out, by bytes. */
  readonly trial: readonly string[];
  readonly quota: number | null;
  /** Seats passed on to this track by others (ruling 8). */
  readonly received: number;
  /** Quota plus received; null without a quota or in an evaluation round. */
  readonly seats: number | null;
  /** Seats for which the track has no eligible candidate. */
  readonly unfilled: number;
  /** Seats that wait for the leader's decision (ruling 7). */
  readonly openSeats: number;
  /** Length of the reserve list; 0 without a quota. */
  readonly reserve: number;
  /** The cut line is drawn below this many rows (an undecided group stays above it); null without a quota. */
  readonly cutAfter: number | null;
  /** The reserve list ends below this many rows; null without a quota or a reserve list. */
  readonly reserveAfter: number | null;
  /** Connected parts of the design under `expert-effect`; ranks across parts do not compare (ruling 14). Else 1. */
  readonly parts: number;
  readonly rows: readonly RankingRow[];
};

/** 排名: one list per track, in the order of the round's tracks. */
export type Ranking = { readonly tracks: readonly RankedTrack[] };
