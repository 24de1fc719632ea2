import type { Database } from 'better-sqlite3';
import { assertNever } from '#shared/base/assert-never.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { Decision } from '#shared/decisions/decision.ts';
import type { DecisionCode } from '#shared/decisions/sentences.ts';
import { checkPolicy } from '#shared/ranking/check-policy.ts';
import { rankRound as rankSheets } from '#shared/ranking/rank-round.ts';
import type { RankingRow } from '#shared/ranking/ranking.ts';
import type { Round } from '#shared/round/round.ts';
import { makeRanking } from '../ranking/rank-round.ts';
import { checkDesign } from '../round/check-design.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { changeRules } from './change-rules.ts';
import { loadDecisionRows, type DecisionRow } from './list-decisions.ts';

/** Whether a decision fits the round as it stands: whom it names is there, equals are equal, nothing is decided twice. */
export function checkDecision(workspace: Workspace, round: Round, decision: Decision): Result<null> {
  const { db } = workspace;
  switch (decision.kind) {
    case 'veto':
      return checkVeto(db, round, decision);
    case 'void-expert':
      return checkVoiding(db, round, decision);
    case 'tie':
      return checkTie(workspace, round, decision);
    case 'reinstate':
      return findRevocable(db, round, decision.decisionId) === undefined
        ? fail('decision.unknown', { id: decision.decisionId })
        : ok(null);
    case 'fraud':
      return checkSettlement(workspace, round, decision);
    case 'policy': {
      const design = checkDesign(changeRules(round.design, decision));
      const policy = design.ok ? checkPolicy(design.value.policy, design.value) : design;
      return policy.ok ? ok(null) : policy;
    }
    default:
      return assertNever(decision);
  }
}

type Of<Kind extends Decision['kind']> = Extract<Decision, { kind: Kind }>;

function checkVeto(db: Database, round: Round, { candidateId, gateId }: Of<'veto'>): Result<null, DecisionCode> {
  const candidate = findCandidate(db, round.id, candidateId);
  if (candidate === undefined) return fail('decision.candidate-unknown', { candidate: candidateId });
  const track = round.design.tracks.find(({ id }) => id === candidate.track_id);
  const rubric = round.design.rubrics.find(({ id }) => id === track?.rubricId);
  if (gateId !== null && rubric?.gates.every(({ id }) => id !== gateId) !== false)
    return fail('decision.gate-unknown', { gate: gateId });
  return isInForce(db, round.id, (row) => row.kind === 'veto' && row.candidate_id === candidateId)
    ? fail('decision.already-in-force')
    : ok(null);
}

function checkVoiding(db: Database, round: Round, { expertId }: Of<'void-expert'>): Result<null, DecisionCode> {
  const member = db.prepare('SELECT 1 FROM round_experts WHERE round_id = ? AND expert_id = ?').get(round.id, expertId);
  if (member === undefined) return fail('decision.expert-unknown', { expert: expertId });
  return isInForce(db, round.id, (row) => row.kind === 'void-expert' && row.expert_id === expertId)
    ? fail('decision.already-in-force')
    : ok(null);
}

/** Ruling 7: a decision can order equals only, and names every one of them once. Equal: without any decision. */
function checkTie(workspace: Workspace, round: Round, { trackId, order }: Of<'tie'>): Result<null> {
  const made = makeRanking(workspace, round.id);
  if (!made.ok) return made;
  const undecided = rankSheets({ ...made.value.input, decisions: [] });
  if (!undecided.ok) return undecided;
  const rows = undecided.value.tracks.find((track) => track.trackId === trackId)?.rows ?? [];
  const first = rows.find(({ candidateId }) => candidateId === order[0]);
  const rank = first?.rank ?? null;
  const equals = rank === null ? [] : rows.filter((row) => row.rank === rank);
  const named = new Set(order);
  const complete = named.size === order.length && named.size === equals.length;
  if (complete && equals.every(({ candidateId }) => named.has(candidateId))) return ok(null);
  return fail('decision.not-tied', { with: equals.length < 2 ? '—' : equals.map(({ code }) => code).join('、') });
}

function rankedRows(workspace: Workspace, round: Round, trackId: string): Result<readonly RankingRow[]> {
  const made = makeRanking(workspace, round.id);
  if (!made.ok) return made;
  return ok(made.value.ranking.tracks.find((track) => track.trackId === trackId)?.rows ?? []);
}

function checkSettlement(workspace: Workspace, round: Round, { candidateId }: Of<'fraud'>): Result<null> {
  const candidate = findCandidate(workspace.db, round.id, candidateId);
  if (candidate === undefined) return fail('decision.candidate-unknown', { candidate: candidateId });
  const rows = rankedRows(workspace, round, candidate.track_id);
  if (!rows.ok) return rows;
  const flags = rows.value.find((row) => row.candidateId === candidateId)?.fraudFlags ?? 0;
  return flags === 0 ? fail('decision.no-flags', { candidate: candidate.code }) : ok(null);
}

function findCandidate(
  db: Database,
  roundId: string,
  candidateId: string,
): { code: string; track_id: string } | undefined {
  return db
    .prepare<[string, string], { code: string; track_id: string }>(
      'SELECT code, track_id FROM candidates WHERE round_id = ? AND id = ?',
    )
    .get(roundId, candidateId);
}

function isInForce(db: Database, roundId: string, test: (row: DecisionRow) => boolean): boolean {
  return loadDecisionRows(db, roundId).some((row) => row.taken_back_by === null && test(row));
}

/** A decision that can be taken back: a veto, a voiding, a settlement or an order of equals still in force. */
export function findRevocable(db: Database, round: Round, decisionId: string): DecisionRow | undefined {
  const kinds = ['veto', 'void-expert', 'fraud', 'tie'];
  return loadDecisionRows(db, round.id).find(
    ({ id, kind, taken_back_by: taken }) => id === decisionId && taken === null && kinds.includes(kind),
  );
}
