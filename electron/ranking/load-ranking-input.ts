import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { RankingInput, RankingSheet, StaffVeto, TieDecision } from '#shared/ranking/ranking.ts';
import type { Policy } from '#shared/round/policy.ts';
import type { Round } from '#shared/round/round.ts';
import { gateAnswerSchema, sheetStateSchema } from '#shared/scoring/sheet.ts';

type CandidateRow = { id: string; code: string; name: string; unit: string; trackId: string };
type SheetRow = {
  id: number;
  expert_id: string;
  candidate_id: string;
  state: string;
  total: number;
  points: string;
  gates: string;
  fraud: number;
};
type DecisionRow = {
  id: string;
  kind: string;
  candidate_id: string | null;
  expert_id: string | null;
  track_id: string | null;
  body: string;
  reason: string;
};

const pointsSchema = z.record(z.string(), z.number());
const gatesSchema = z.record(z.string(), gateAnswerSchema);
const orderSchema = z.looseObject({ order: z.array(z.string()) });
const vetoSchema = z.looseObject({ gateId: z.string().nullable() });

/** Everything that the ranking of a round depends on: current sheets, recorded decisions, and the round's rules. */
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
    sheets: loadRankingSheets(db, round.id, voidExperts),
    decisions: listTieDecisions(decisions),
  };
}

function loadRankingSheets(db: Database, roundId: string, voidExperts: ReadonlySet<string | null>): RankingSheet[] {
  return db
    .prepare<[string], SheetRow>(
      `SELECT s.id, s.expert_id, s.candidate_id, s.state, s.total, s.points, s.gates, s.fraud FROM results r
       JOIN sheets s ON s.result = r.statement WHERE r.round_id = ? AND r.current = 1`,
    )
    .all(roundId)
    .map((row) => ({
      id: String(row.id),
      expertId: row.expert_id,
      candidateId: row.candidate_id,
      state: sheetStateSchema.parse(row.state),
      points: pointsSchema.parse(JSON.parse(row.points)),
      gates: row.gates === '{}' ? {} : gatesSchema.parse(JSON.parse(row.gates)),
      fraud: row.fraud === 1,
      void: voidExperts.has(row.expert_id),
      total: row.total,
    }));
}

function loadDecisions(db: Database, roundId: string): DecisionRow[] {
  return db
    .prepare<[string], DecisionRow>(
      `SELECT id, kind, candidate_id, expert_id, track_id, body, reason FROM decisions
       WHERE round_id = ? ORDER BY id`,
    )
    .all(roundId);
}

function listVetoes(decisions: readonly DecisionRow[]): Map<string, StaffVeto> {
  return new Map(
    decisions.flatMap(({ kind, candidate_id: id, body, reason }) =>
      kind === 'veto' && id !== null
        ? [[id, { gateId: vetoSchema.parse(JSON.parse(body)).gateId, reason }] as const]
        : [],
    ),
  );
}

function listTieDecisions(decisions: readonly DecisionRow[]): TieDecision[] {
  return decisions.flatMap(({ id, kind, track_id: trackId, body }) =>
    kind === 'tie' && trackId !== null ? [{ id, trackId, order: orderSchema.parse(JSON.parse(body)).order }] : [],
  );
}
