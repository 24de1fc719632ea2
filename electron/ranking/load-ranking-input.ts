import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { RankingInput, RankingSheet, StaffVeto, TieDecision } from '#shared/ranking/ranking.ts';
import type { Policy } from '#shared/round/policy.ts';
import type { Round } from '#shared/round/round.ts';
import type { GateAnswer, SheetState } from '#shared/scoring/sheet.ts';

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
      state: readState(row.state),
      points: readPoints(row.points),
      gates: row.gates === '{}' ? noGates : readGates(row.gates),
      fraud: row.fraud === 1,
      void: voidExperts.has(row.expert_id),
      total: row.total,
    }));
}

// A million sheets pass here: the few checks that a stored sheet needs are written out instead of a schema.
const noGates: RankingSheet['gates'] = {};

function readState(state: string): SheetState {
  if (state === 'scored' || state === 'recused' || state === 'abstained') return state;
  throw new TypeError(`no state of a sheet: ${state}`);
}

function readPoints(text: string): Record<string, number> {
  const value: unknown = JSON.parse(text);
  if (isRecordOf(value, (points) => typeof points === 'number')) return value;
  throw new TypeError('no points of a sheet');
}

function readGates(text: string): Record<string, GateAnswer> {
  const value: unknown = JSON.parse(text);
  if (isRecordOf(value, (answer) => answer === 'pass' || answer === 'fail')) return value;
  throw new TypeError('no gates of a sheet');
}

function isRecordOf<Value>(value: unknown, isValue: (item: unknown) => item is Value): value is Record<string, Value> {
  return typeof value === 'object' && value !== null && Object.values(value).every(isValue);
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
