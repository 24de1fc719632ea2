import type { Database } from 'better-sqlite3';
import { ok, type Result } from '#shared/base/result.ts';
import { makeExplainer, type Explainer } from '#shared/ranking/explain-candidate.ts';
import type { Explanation } from '#shared/ranking/explanation.ts';
import type { RankingRefusal } from '#shared/ranking/order-round.ts';
import type { RankingCode } from '#shared/ranking/sentences.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { makeRanking, type RoundRanking } from './rank-round.ts';

// A window asks for the same ranking again and again: the board, what stands in the way of locking, every row that is opened.
// It is made once, and kept for as long as the database has not been written at all.

/** How often a database has been written: by others (`data_version`), and rows by this connection. */
type Stamp = { readonly others: number; readonly own: number };

type Kept = {
  readonly roundId: string;
  readonly stamp: Stamp;
  readonly made: RoundRanking;
  /** Made when the first row is explained. */
  explainer: Result<Explainer, RankingRefusal> | null;
  ranked: ReadonlySet<string> | null;
};

/** One ranking for each open database: the last. It goes with its database. */
const kept = new WeakMap<Database, Kept>();

/** As `makeRanking` by the round's own rule, at once while nothing was written since it was last asked for. */
export function currentRanking(workspace: Workspace, roundId: string): Result<RoundRanking, RoundCode | RankingCode> {
  const current = keepRanking(workspace, roundId);
  return current.ok ? ok(current.value.made) : current;
}

/** Explains candidates by the ranking that `currentRanking` gives; null for one without a row (试评). */
export function currentExplainer(
  workspace: Workspace,
  roundId: string,
): Result<(candidateId: string) => Explanation | null, RoundCode | RankingCode | RankingRefusal> {
  const current = keepRanking(workspace, roundId);
  if (!current.ok) return current;
  const { made } = current.value;
  const explainer = (current.value.explainer ??= makeExplainer(made.input, made.ranking));
  if (!explainer.ok) return explainer;
  const ranked = (current.value.ranked ??= new Set(
    made.ranking.tracks.flatMap(({ rows }) => rows.map(({ candidateId }) => candidateId)),
  ));
  return ok((candidateId) => (ranked.has(candidateId) ? explainer.value(candidateId) : null));
}

function keepRanking(workspace: Workspace, roundId: string): Result<Kept, RoundCode | RankingCode> {
  const { db } = workspace;
  // What a transaction has written may be rolled back, and the counts of its writes stay.
  if (db.inTransaction) return makeAnew(workspace, roundId);
  const before = readStamp(db);
  const last = kept.get(db);
  if (last !== undefined && last.roundId === roundId && isSame(last.stamp, before)) return ok(last);
  kept.delete(db);
  const made = makeAnew(workspace, roundId);
  // Making a ranking may pack figures, which are writes of this connection; others must not have written meanwhile.
  if (made.ok && made.value.stamp.others === before.others) kept.set(db, made.value);
  return made;
}

function makeAnew(workspace: Workspace, roundId: string): Result<Kept, RoundCode | RankingCode> {
  const made = makeRanking(workspace, roundId);
  return made.ok
    ? ok({ roundId, stamp: readStamp(workspace.db), made: made.value, explainer: null, ranked: null })
    : made;
}

/** https://sqlite.org/pragma.html#pragma_data_version, https://sqlite.org/lang_corefunc.html#total_changes */
function readStamp(db: Database): Stamp {
  const others = Number(db.pragma('data_version', { simple: true }));
  const own = Number(db.prepare('SELECT total_changes()').pluck().get());
  return { others, own };
}

function isSame(left: Stamp, right: Stamp): boolean {
  return left.others === right.others && left.own === right.own;
}
