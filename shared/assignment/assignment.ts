/** What the assignment knows of a candidate. */
export type AssignmentCandidate = {
  readonly id: string;
  readonly code: string;
  readonly unit: string;
  readonly trackId: string;
};

/** What the assignment knows of an expert; `tracks` holds track ids; without it, or when empty, every track. */
export type AssignmentExpert = {
  readonly id: string;
  readonly unit: string;
  readonly avoidUnits: readonly string[];
  readonly tracks?: readonly string[];
};

/** An expert who must not score a candidate, whatever the reason. */
export type ConflictPair = { readonly expertId: string; readonly candidateId: string };

/** Why a conflict was found in the data (回避情形). */
export type ConflictReason = 'same-unit' | 'avoid-unit';

/** A conflict found in the data. */
export type DetectedConflict = ConflictPair & { readonly reason: ConflictReason };

export type AssignmentProblem = {
  readonly candidates: readonly AssignmentCandidate[];
  readonly experts: readonly AssignmentExpert[];
  /** Every conflict that counts, detected or declared; `assign` adds none by itself. */
  readonly conflicts: readonly ConflictPair[];
  /** Experts per candidate, or everybody who may. */
  readonly perCandidate: number | 'all';
  /** Decides between equally good assignments; the same seed gives the same assignment on every machine. */
  readonly seed: number;
};

/** One expert × candidate. */
export type AssignmentPair = { readonly expertId: string; readonly candidateId: string };

/** A candidate for whom fewer experts are free than wanted; it gets all of them. */
export type Shortfall = { readonly candidateId: string; readonly wanted: number; readonly assigned: number };

/** 评审分配. `pairs` by the candidate's code, then the expert's id; `loads` by the expert's id. */
export type Assignment = {
  readonly pairs: readonly AssignmentPair[];
  readonly loads: readonly { readonly expertId: string; readonly count: number }[];
  readonly shortfalls: readonly Shortfall[];
};
