import { makeId } from '#shared/base/ids.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { Decision, RecordedDecision } from '#shared/decisions/decision.ts';
import { loadRound } from '../round/load-round.ts';
import { authorise } from '../workspace/authorise.ts';
import { currentTime, trace, type UnlockedWorkspace } from '../workspace/workspace.ts';
import { changeRules } from './change-rules.ts';
import { checkDecision } from './check-decision.ts';
import type { DecisionRow } from './list-decisions.ts';
import { parseDecisionRow } from './list-decisions.ts';

/**
 * Puts a decision of people on record: from then on the ranking follows it. It can be taken back by a later decision,
 * never changed. Only an admin may, and only between issuing and locking.
 */
export function recordDecision(
  workspace: UnlockedWorkspace,
  { roundId, decision }: { readonly roundId: string; readonly decision: Decision },
): Result<RecordedDecision> {
  const { db } = workspace;
  const allowed = authorise(workspace, decision.kind === 'policy' ? 'save-rules' : 'decide');
  if (!allowed.ok) return allowed;
  return db.transaction((): Result<RecordedDecision> => {
    const found = loadRound(db, roundId);
    if (!found.ok) return found;
    const round = found.value;
    if (round.status === 'draft')
      return fail(decision.kind === 'policy' ? 'decision.draft-policy' : 'decision.round-draft', {
        title: round.title,
      });
    if (round.status === 'locked') return fail('decision.round-locked', { title: round.title });
    if (decision.note.trim() === '') return fail('decision.note-missing');
    const checked = checkDecision(workspace, round, decision);
    if (!checked.ok) return checked;
    const row = describeRow(workspace, decision);
    insert(workspace, roundId, row);
    if (decision.kind === 'reinstate')
      db.prepare('UPDATE decisions SET taken_back_by = ? WHERE id = ?').run(row.id, decision.decisionId);
    if (decision.kind === 'policy') {
      const design = changeRules(round.design, decision);
      db.prepare('UPDATE rounds SET design = ? WHERE id = ?').run(JSON.stringify(design), roundId);
    }
    trace(workspace, { event: 'decision-recorded', body: { roundId, decisionId: row.id, kind: row.kind } });
    return ok(parseDecisionRow(row));
  })();
}

function describeRow(workspace: UnlockedWorkspace, decision: Decision): DecisionRow {
  const { kind, reason, note, minutes, people, ...what } = decision;
  const { candidateId, expertId, trackId, ...body } = { candidateId: null, expertId: null, trackId: null, ...what };
  return {
    id: makeId(workspace.entropy),
    kind,
    candidate_id: candidateId,
    expert_id: expertId,
    track_id: trackId,
    body: JSON.stringify(body),
    reason,
    note,
    minutes,
    people: JSON.stringify(people),
    recorded_by: workspace.member.name,
    decided_at: currentTime(workspace),
    taken_back_by: null,
  };
}

function insert({ db }: UnlockedWorkspace, roundId: string, row: DecisionRow): void {
  db.prepare(
    `INSERT INTO decisions (id, round_id, kind, candidate_id, expert_id, track_id, body, reason, note, minutes, people,
       recorded_by, decided_at)
     VALUES (:id, :roundId, :kind, :candidate_id, :expert_id, :track_id, :body, :reason, :note, :minutes, :people,
       :recorded_by, :decided_at)`,
  ).run({ ...row, roundId });
}
