import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { candidateFieldSchema, type Candidate, type DossierFile } from '#shared/candidates/candidate.ts';
import type { CandidateView } from '#shared/ipc/office-views.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import { makeSearchText } from '../base/search-text.ts';
import { loadRound } from '../round/load-round.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A field as the workspace keeps it; only those `forExperts` go into task packages. */
export const storedFieldSchema = candidateFieldSchema.extend({ forExperts: z.boolean() });
const storedFieldsSchema = z.array(storedFieldSchema);
export type StoredField = z.infer<typeof storedFieldSchema>;

/** A candidate as the workspace keeps it, without its sealed fields. */
export type StoredCandidate = Omit<Candidate, 'fields'> & { readonly fields: readonly StoredField[] };

type CandidateRow = { id: string; code: string; name: string; unit: string; track_id: string; fields: string };
type FileRow = { candidate_id: string; sha256: string; size: number; media_type: string; name: string };

/** The candidates of a round in the order of their codes as imported. @param only the one with this id, if it is there */
export function loadCandidates(db: Database, roundId: string, only: string | null = null): StoredCandidate[] {
  const files = loadDossierFiles(db, roundId, only);
  return db
    .prepare<{ roundId: string; only: string | null }, CandidateRow>(
      `SELECT id, code, name, unit, track_id, fields FROM candidates
       WHERE round_id = :roundId ${only === null ? '' : 'AND id = :only'} ORDER BY position`,
    )
    .all({ roundId, only })
    .map(({ track_id: trackId, fields, ...row }) => ({
      ...row,
      trackId,
      fields: storedFieldsSchema.parse(JSON.parse(fields)),
      dossiers: files.get(row.id) ?? [],
    }));
}

function loadDossierFiles(db: Database, roundId: string, only: string | null): Map<string, DossierFile[]> {
  const byCandidate = new Map<string, DossierFile[]>();
  const rows = db
    .prepare<{ roundId: string; only: string | null }, FileRow>(
      `SELECT f.candidate_id, f.sha256, f.size, f.media_type, f.name
       FROM dossier_files f JOIN candidates c ON c.id = f.candidate_id
       WHERE c.round_id = :roundId ${only === null ? '' : 'AND c.id = :only'} ORDER BY f.candidate_id, f.position`,
    )
    .all({ roundId, only });
  for (const { candidate_id: id, media_type: mediaType, ...file } of rows) {
    const list = byCandidate.get(id) ?? [];
    list.push({ ...file, mediaType });
    byCandidate.set(id, list);
  }
  return byCandidate;
}

/** The candidates of a round for the window, with what they can be searched by. */
export async function listCandidates(
  workspace: Workspace,
  { roundId }: { roundId: string },
): Promise<Result<readonly CandidateView[], RoundCode>> {
  const round = loadRound(workspace.db, roundId);
  if (!round.ok) return round;
  const search = await makeSearchText();
  return ok(loadCandidates(workspace.db, roundId).map((candidate) => viewCandidate(candidate, search)));
}

/** One candidate of a round for the window. */
export async function showCandidate(
  workspace: Workspace,
  roundId: string,
  candidateId: string,
): Promise<Result<CandidateView>> {
  const round = loadRound(workspace.db, roundId);
  if (!round.ok) return round;
  const [candidate] = loadCandidates(workspace.db, roundId, candidateId);
  if (candidate === undefined) return fail('scoring.unknown-candidate', { candidate: candidateId });
  return ok(viewCandidate(candidate, await makeSearchText()));
}

function viewCandidate(candidate: StoredCandidate, search: (...words: readonly string[]) => string): CandidateView {
  return {
    ...candidate,
    fields: candidate.fields.map(({ key, label, value }) => ({ key, label, value })),
    search: search(candidate.code, candidate.name, candidate.unit),
  };
}
