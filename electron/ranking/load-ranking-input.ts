import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { RankingInput, StaffVeto, TieDecision } from '#shared/ranking/ranking.ts';
import type { Policy } from '#shared/round/policy.ts';
import type { Round } from '#shared/round/round.ts';
import { loadRankingColumns } from './load-ranking-columns.ts';

type DecisionRow = {
  id: string;
  kind: string;
  candidate_id: string | null;
  expert_id: string | null;
  track_id: string | null;
  body: string;
  reason: string;
  note: string;
};

const orderSchema = z.looseObject({ order: z.array(z.string()) });
const vetoSchema = z.looseObject({ gateId: z.string().nullable() });

/** Everything that the ranking of a round depends on: current sheets, recorded decisions in force, and the round's rules. */
export function loadRankingInput(db: Database, round: Round, policy: Policy = round.design.policy): RankingInput {
  const decisions = loadDecisions(db, round.id);
  return {
    tracks: round.design.tracks,
    rubrics: round.design.rubrics,
    policy,
    ...loadRankingColumns(db, round, { vetoes: listVetoes(decisions), voidExperts: listVoidExperts(decisions) }),
    decisions: listTieDecisions(decisions),
  };
}

function loadDecisions(db: Database, roundId: string): DecisionRow[] {
  return db
    .prepare<[string], DecisionRow>(
      `SELECT id, kind, candidate_id, expert_id, track_id, body, reason, note FROM decisions
       WHERE round_id = ? AND taken_back_by IS NULL ORDER BY id`,
    )
    .all(roundId);
}

function listVetoes(decisions: readonly DecisionRow[]): Map<string, StaffVeto> {
  return new Map(
    decisions.flatMap(({ kind, candidate_id: id, body, reason, note }) =>
      kind === 'veto' && id !== null
        ? [[id, { gateId: vetoSchema.parse(JSON.parse(body)).gateId, reason: note === '' ? reason : note }] as const]
        : [],
    ),
  );
}

function listVoidExperts(decisions: readonly DecisionRow[]): Set<string> {
  return new Set(decisions.flatMap(({ kind, expert_id: id }) => (kind === 'void-expert' && id !== null ? [id] : [])));
}

function listTieDecisions(decisions: readonly DecisionRow[]): TieDecision[] {
  return decisions.flatMap(({ id, kind, track_id: trackId, body }) =>
    kind === 'tie' && trackId !== null ? [{ id, trackId, order: orderSchema.parse(JSON.parse(body)).order }] : [],
  );
}
