import type { Database } from 'better-sqlite3';
import { assign } from '#shared/assignment/assign.ts';
import { detectConflicts } from '#shared/assignment/detect-conflicts.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { AssignmentCode } from '#shared/assignment/sentences.ts';
import type { AssignmentView, ConflictView } from '#shared/ipc/office-views.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import { loadCandidates } from '../candidates/list-candidates.ts';
import { loadExperts } from '../experts/list-experts.ts';
import { loadDraft, loadRound } from '../round/load-round.ts';
import { authorise, type AuthoriseCode } from '../workspace/authorise.ts';
import { trace, type Workspace } from '../workspace/workspace.ts';

/** Conflicts of a round: those that follow from the data, then those that people declared. */
export function loadConflicts(db: Database, roundId: string): ConflictView[] {
  const detected = detectConflicts(loadCandidates(db, roundId), loadExperts(db, roundId)).map(
    ({ expertId, candidateId, reason }) => ({ expertId, candidateId, source: reason, note: '' }),
  );
  const declared = db
    .prepare<[string], { expertId: string; candidateId: string; note: string }>(
      `SELECT expert_id AS expertId, candidate_id AS candidateId, note FROM declared_conflicts
       WHERE round_id = ? ORDER BY expert_id, candidate_id`,
    )
    .all(roundId)
    .map((row) => ({ ...row, source: 'declared' as const }));
  return [...detected, ...declared];
}

/** [expertId, candidateId] pairs of a round. */
export function loadPairs(db: Database, roundId: string): (readonly [string, string])[] {
  return db
    .prepare<[string], { expert_id: string; candidate_id: string }>(
      'SELECT expert_id, candidate_id FROM assignments WHERE round_id = ? ORDER BY expert_id, candidate_id',
    )
    .all(roundId)
    .map((row) => [row.expert_id, row.candidate_id] as const);
}

/** The assignment as it stands, with its conflicts and what it falls short of. */
export function getAssignment(
  workspace: Workspace,
  { roundId }: { roundId: string },
): Result<AssignmentView, RoundCode> {
  const round = loadRound(workspace.db, roundId);
  return round.ok ? ok(viewAssignment(workspace.db, roundId)) : round;
}

function viewAssignment(db: Database, roundId: string): AssignmentView {
  const pairs = loadPairs(db, roundId);
  const rule = loadRule(db, roundId);
  return {
    pairs,
    conflicts: loadConflicts(db, roundId),
    perCandidate: rule,
    shortfalls: typeof rule === 'number' ? listShortfalls(db, roundId, pairs, rule) : [],
  };
}

function listShortfalls(
  db: Database,
  roundId: string,
  pairs: readonly (readonly [string, string])[],
  wanted: number,
): AssignmentView['shortfalls'] {
  const counts = new Map<string, number>();
  for (const [, candidateId] of pairs) counts.set(candidateId, (counts.get(candidateId) ?? 0) + 1);
  return loadCandidates(db, roundId)
    .map(({ id }) => ({ candidateId: id, missing: wanted - (counts.get(id) ?? 0) }))
    .filter(({ missing }) => missing > 0);
}

function loadRule(db: Database, roundId: string): number | 'all' | null {
  const row = db
    .prepare<[string], { rule: string | null }>('SELECT assignment_rule AS rule FROM rounds WHERE id = ?')
    .get(roundId);
  const rule = row?.rule ?? null;
  return rule === null || rule === 'all' ? rule : Number(rule);
}

/**
 * Assigns experts anew: `perCandidate` of them to each candidate with balanced loads, or everybody; never a conflict.
 * A candidate with fewer free experts gets all of them and is listed in `shortfalls`.
 */
export function assignExperts(
  workspace: Workspace,
  { roundId, perCandidate, seed }: { roundId: string; perCandidate: number | 'all'; seed: number },
): Result<AssignmentView, RoundCode | AssignmentCode | AuthoriseCode> {
  const allowed = authorise(workspace, 'assign');
  if (!allowed.ok) return allowed;
  const { db } = workspace;
  const draft = loadDraft(db, roundId);
  if (!draft.ok) return draft;
  const assigned = assign({
    candidates: loadCandidates(db, roundId),
    experts: loadExperts(db, roundId),
    conflicts: loadConflicts(db, roundId),
    perCandidate,
    seed,
  });
  if (!assigned.ok) return assigned;
  db.transaction(() => {
    db.prepare('DELETE FROM assignments WHERE round_id = ?').run(roundId);
    const insert = db.prepare('INSERT INTO assignments (round_id, expert_id, candidate_id) VALUES (?, ?, ?)');
    for (const { expertId, candidateId } of assigned.value.pairs) insert.run(roundId, expertId, candidateId);
    db.prepare('UPDATE rounds SET assignment_rule = ? WHERE id = ?').run(String(perCandidate), roundId);
    trace(workspace, { event: 'experts-assigned', body: { roundId, perCandidate, seed } });
  })();
  return ok(viewAssignment(db, roundId));
}

/** Declares a conflict, or withdraws a declared one; an assignment that it forbids is taken back at once. */
export function setConflict(
  workspace: Workspace,
  input: { roundId: string; expertId: string; candidateId: string; conflict: boolean; note: string },
): Result<AssignmentView, RoundCode | AssignmentCode | AuthoriseCode> {
  const allowed = authorise(workspace, 'assign');
  if (!allowed.ok) return allowed;
  const { db } = workspace;
  const { roundId, expertId, candidateId, conflict, note } = input;
  const draft = loadDraft(db, roundId);
  if (!draft.ok) return draft;
  if (!belongsTogether(db, input)) return fail('assignment.unknown-pair');
  db.transaction(() => {
    db.prepare('DELETE FROM declared_conflicts WHERE round_id = ? AND expert_id = ? AND candidate_id = ?').run(
      roundId,
      expertId,
      candidateId,
    );
    if (conflict) {
      db.prepare('INSERT INTO declared_conflicts (round_id, expert_id, candidate_id, note) VALUES (?, ?, ?, ?)').run(
        roundId,
        expertId,
        candidateId,
        note,
      );
      db.prepare('DELETE FROM assignments WHERE round_id = ? AND expert_id = ? AND candidate_id = ?').run(
        roundId,
        expertId,
        candidateId,
      );
    }
    const event = conflict ? 'conflict-declared' : 'conflict-withdrawn';
    trace(workspace, { event, body: { roundId, expertId, candidateId } });
  })();
  return ok(viewAssignment(db, roundId));
}

function belongsTogether(db: Database, pair: { roundId: string; expertId: string; candidateId: string }): boolean {
  return (
    db
      .prepare(
        `SELECT 1 FROM round_experts e JOIN candidates c ON c.round_id = e.round_id
         WHERE e.round_id = :roundId AND e.expert_id = :expertId AND c.id = :candidateId`,
      )
      .get({ roundId: pair.roundId, expertId: pair.expertId, candidateId: pair.candidateId }) !== undefined
  );
}
