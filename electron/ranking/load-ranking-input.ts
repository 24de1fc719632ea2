import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { RankingInput, StaffVeto, TieDecision } from '#shared/ranking/ranking.ts';
import type { Policy } from '#shared/round/policy.ts';
import type { Round } from '#shared/round/round.ts';
import { loadRankingSheets } from './load-ranking-sheets.ts';

type CandidateRow = { id: string; code: string; name: string; unit: string; trackId: string };
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
  const vetoes = listVetoes(decisions);
  const voidExperts = new Set(decisions.filter(({ kind }) => kind === 'void-expert').map((row) => row.expert_id));
  const candidates = db
    .prepare<[string], CandidateRow>(
      'SELECT id, code, name, unit, track_id AS trackId FROM candidates WHERE round_id = ? ORDER BY position',
    )
    .all(round.id)
    .map((candidate) => ({ ...candidate, staffVeto: vetoes.get(candidate.id) ?? null }));
  return {
    tracks: round.design.tracks,
    rubrics: round.design.rubrics,
    policy,
    candidates,
    ...loadRankingSheets(db, round, candidates, voidExperts),
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

function listTieDecisions(decisions: readonly DecisionRow[]): TieDecision[] {
  return decisions.flatMap(({ id, kind, track_id: trackId, body }) =>
    kind === 'tie' && trackId !== null ? [{ id, trackId, order: orderSchema.parse(JSON.parse(body)).order }] : [],
  );
}
