import type { Database } from 'better-sqlite3';
import { ok, type Result } from '#shared/base/result.ts';
import type { ProgressView } from '#shared/ipc/office-views.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import { sheetStateSchema } from '#shared/scoring/sheet.ts';
import { loadPairs } from '../assignment/assign-experts.ts';
import { loadCandidates } from '../candidates/list-candidates.ts';
import { loadExperts } from '../experts/list-experts.ts';
import { loadRound } from '../round/load-round.ts';
import type { Workspace } from '../workspace/workspace.ts';

type Cell = ProgressView['cells'][number][number];
type CellRow = { candidate_id: string; expert_id: string; state: string; total: number };
type ReturnRow = { expert_id: string; seq: number; received_at: string };

/** The progress matrix: experts × candidates, what is assigned and what has come back. */
export function getProgress(workspace: Workspace, { roundId }: { roundId: string }): Result<ProgressView, RoundCode> {
  const { db } = workspace;
  const round = loadRound(db, roundId);
  if (!round.ok) return round;
  const experts = loadExperts(db, roundId);
  const candidates = loadCandidates(db, roundId);
  const cellOf = loadCells(db, roundId);
  const returns = loadReturns(db, roundId);
  return ok({
    cells: candidates.map((candidate) => experts.map((expert) => cellOf(expert.id, candidate.id))),
    candidates: candidates.map(({ id, code, name, trackId }) => ({
      id,
      code,
      name,
      trackId,
      ...countCells(experts.map((expert) => cellOf(expert.id, id))),
    })),
    experts: experts.map(({ id, name, unit }) => ({
      id,
      name,
      unit,
      seq: returns.get(id)?.seq ?? null,
      receivedAt: returns.get(id)?.received_at ?? null,
      ...countCells(candidates.map((candidate) => cellOf(id, candidate.id))),
    })),
  });
}

function countCells(cells: readonly Cell[]): { done: number; assigned: number } {
  const assigned = cells.filter(({ state }) => state !== 'unassigned');
  return { assigned: assigned.length, done: assigned.filter(({ state }) => state !== 'waiting').length };
}

function loadCells(db: Database, roundId: string): (expertId: string, candidateId: string) => Cell {
  const known = new Map<string, Cell>();
  for (const [expertId, candidateId] of loadPairs(db, roundId)) {
    known.set(`${expertId} ${candidateId}`, { state: 'waiting', total: null });
  }
  const rows = db
    .prepare<[string], CellRow>(
      `SELECT s.candidate_id, s.expert_id, s.state, s.total FROM sheets s
       JOIN results r ON r.statement = s.result WHERE r.round_id = ? AND r.current = 1`,
    )
    .all(roundId);
  for (const row of rows) {
    const state = sheetStateSchema.parse(row.state);
    known.set(`${row.expert_id} ${row.candidate_id}`, { state, total: state === 'scored' ? row.total : null });
  }
  return (expertId, candidateId) => known.get(`${expertId} ${candidateId}`) ?? { state: 'unassigned', total: null };
}

function loadReturns(db: Database, roundId: string): Map<string, ReturnRow> {
  const rows = db
    .prepare<[string], ReturnRow>('SELECT expert_id, seq, received_at FROM results WHERE round_id = ? AND current = 1')
    .all(roundId);
  return new Map(rows.map((row) => [row.expert_id, row]));
}
