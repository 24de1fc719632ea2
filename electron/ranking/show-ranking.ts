import type { Database } from 'better-sqlite3';
import { ok, type Result } from '#shared/base/result.ts';
import type { PackedRankingView } from '#shared/ipc/office-views.ts';
import { boardOf } from '#shared/ranking/board.ts';
import { packTrack } from '#shared/ranking/pack-board.ts';
import type { RankingCode } from '#shared/ranking/sentences.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import { loadExperts } from '../experts/list-experts.ts';
import { currentTime, type Workspace } from '../workspace/workspace.ts';
import { currentRanking } from './current-ranking.ts';
import type { RoundRanking } from './rank-round.ts';

type Shown = Pick<PackedRankingView, 'ranking' | 'outstanding' | 'experts'>;

/** What a window was shown of a ranking. As long as the ranking is kept nothing was written, so that all of this holds too. */
const shown = new WeakMap<RoundRanking, Shown>();

/** The ranking for the window. */
export function rankRound(
  workspace: Workspace,
  { roundId }: { roundId: string },
): Result<PackedRankingView, RoundCode | RankingCode> {
  const made = currentRanking(workspace, roundId);
  if (!made.ok) return made;
  return ok({ ...show(workspace, made.value), ...made.value.hashes, rankedAt: currentTime(workspace) });
}

/** Assigned sheets of a ranking's round that no current result answers. */
export function countOutstanding(workspace: Workspace, made: RoundRanking): number {
  return show(workspace, made).outstanding;
}

function show({ db }: Workspace, made: RoundRanking): Shown {
  const known = shown.get(made);
  if (known !== undefined) return known;
  const { round, ranking } = made;
  const view = {
    ranking: { tracks: boardOf(ranking).tracks.map(packTrack) },
    experts: loadExperts(db, round.id).map(({ id, name, unit }) => ({ id, name, unit })),
    outstanding: queryOutstanding(db, round.id),
  };
  shown.set(made, view);
  return view;
}

function queryOutstanding(db: Database, roundId: string): number {
  const count = db
    .prepare<{ roundId: string }, number>(
      `SELECT count(*) FROM assignments a WHERE a.round_id = :roundId AND NOT EXISTS (
         SELECT 1 FROM results r JOIN sheets s ON s.result = r.statement
         WHERE r.round_id = a.round_id AND r.expert_id = a.expert_id AND r.current = 1
           AND s.candidate_id = a.candidate_id)`,
    )
    .pluck();
  return Number(count.get({ roundId }));
}
