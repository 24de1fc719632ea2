import type { Database } from 'better-sqlite3';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { Candidate } from '#shared/candidates/candidate.ts';
import { addRevokedKeys } from '#shared/packages/revoked-keys.ts';
import type { TaskBody } from '#shared/packages/task.ts';
import type { Round } from '#shared/round/round.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import { loadPairs } from '../assignment/assign-experts.ts';
import { loadCandidates, type StoredCandidate } from '../candidates/list-candidates.ts';
import { loadExperts, type RoundExpert } from '../experts/list-experts.ts';

/** One expert with what he is to score. */
export type PlannedTask = { readonly expert: RoundExpert; readonly candidates: readonly Candidate[] };

/**
 * Who gets which candidates, in the order of the import; experts without any are left out.
 * @returns a code naming the step that is still to be done
 */
export function planTasks(db: Database, round: Round): Result<readonly PlannedTask[], RoundCode> {
  const candidates = loadCandidates(db, round.id);
  const experts = loadExperts(db, round.id);
  const pairs = loadPairs(db, round.id);
  if (candidates.length === 0) return fail('round.no-candidates', { title: round.title });
  if (experts.length === 0) return fail('round.no-experts', { title: round.title });
  if (pairs.length === 0) return fail('round.not-assigned', { title: round.title });
  const served = new Set(pairs.map(([, candidateId]) => candidateId));
  const alone = candidates.find(({ id }) => !served.has(id));
  if (alone !== undefined) return fail('round.candidate-without-expert', { candidate: `${alone.code} ${alone.name}` });
  const byExpert = new Map<string, Set<string>>();
  for (const [expertId, candidateId] of pairs) {
    byExpert.set(expertId, (byExpert.get(expertId) ?? new Set()).add(candidateId));
  }
  const planned = experts.map((expert) => ({
    expert,
    candidates: candidates.filter(({ id }) => byExpert.get(expert.id)?.has(id) === true).map(forExpert),
  }));
  return ok(planned.filter((task) => task.candidates.length > 0));
}

/** A candidate without the fields that experts are not to see. */
export function forExpert(candidate: StoredCandidate): Candidate {
  const fields = candidate.fields.filter((field) => field.forExperts);
  return {
    ...candidate,
    fields: fields.map(({ key, label, value }) => ({ key, label, value })),
    dossiers: [...candidate.dossiers],
  };
}

/** The office as its tasks name it: age recipients of its own and of its recovery key, and 轮换声明 since its first key. */
export type TaskOffice = {
  readonly name: string;
  readonly recipient: string;
  readonly escrow: string | null;
  readonly rotations: readonly string[];
};

/**
 * What the commission tells an expert: the round, its rules, and his candidates.
 * @param revoked fingerprints (hexadecimal) of keys of his that it no longer takes, the newest first
 */
export function makeTaskBody(
  round: Round,
  task: PlannedTask,
  office: TaskOffice,
  revoked: readonly string[],
): TaskBody {
  const { design } = round;
  const { id, name, unit, title, leader } = task.expert;
  const tracks = design.tracks.filter((track) => task.candidates.some(({ trackId }) => trackId === track.id));
  return {
    round: {
      id: round.id,
      title: round.title,
      kind: design.kind,
      deadline: round.deadline,
      instructions: addRevokedKeys(design.instructions, revoked),
      eligibility: design.eligibility,
      createdAt: round.createdAt,
    },
    rubrics: design.rubrics.filter((rubric) => tracks.some(({ rubricId }) => rubricId === rubric.id)),
    tracks,
    policy: design.policy,
    expert: { id, name, unit, title, leader },
    candidates: [...task.candidates],
    reviewRequests: [],
    escrow: office.escrow,
    deliver: { office: office.name, recipient: office.recipient, address: null },
    ...(office.rotations.length === 0 ? {} : { rotations: [...office.rotations] }),
  };
}
