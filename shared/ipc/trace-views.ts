import type { EventDetail, NamedActor } from '../trace/describe-event.ts';

/** One entry of the log, with the names that its ids stand for now. */
export type LogEntry = {
  /** From 1. */
  readonly index: number;
  /** RFC 3339 UTC. */
  readonly at: string;
  readonly event: string;
  readonly actor: NamedActor | null;
  readonly roundId: string | null;
  /** Null when it is about no round, or about one that was removed. */
  readonly roundTitle: string | null;
  readonly detail: EventDetail;
  readonly hash: string;
};

/** What verifying the log found. `firstBad.index` counts from 1; 0: a head was refused. */
export type LogVerdict = {
  readonly ok: boolean;
  readonly entries: number;
  readonly head: string;
  readonly firstBad: { readonly index: number; readonly code: string; readonly file?: string } | null;
  /** How many signed heads it was held against, and the number of the last entry that one of them covers. */
  readonly heads: number;
  readonly covered: number;
};
