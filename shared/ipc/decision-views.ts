import type { Failure } from '../base/result.ts';
import type { Move } from '../ranking/compare-rankings.ts';
import type { Policy } from '../round/policy.ts';

/** 试算: what changes in a second ranking beside the first. */
export type TrialView = {
  readonly policyHash: string;
  readonly inputsHash: string;
  readonly resultHash: string;
  /** Every candidate that stands otherwise, in the order of the trial. */
  readonly moves: readonly Move[];
  /** The policy of the trial, its total quota brought up to date. */
  readonly policy: Policy;
};

/** What stands in the way of locking a round, and the list that stands once it is locked. */
export type LockStateView = {
  readonly locked: boolean;
  /** Each with a sentence; empty when nothing stands in the way. */
  readonly blockers: readonly Failure[];
  /** Assigned sheets that have not come in; locking without them must be said explicitly. */
  readonly outstanding: number;
  readonly standing: {
    readonly statement: string;
    readonly resultHash: string;
    readonly signedBy: string;
    readonly signedAt: string;
    readonly note: string;
  } | null;
};
