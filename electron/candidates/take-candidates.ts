import type { Database } from 'better-sqlite3';
import { makeId } from '#shared/base/ids.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { InterpretedCandidate } from '#shared/candidates/interpreted-candidate.ts';
import type { ImportOutcome } from '#shared/ipc/office-views.ts';
import type { Round } from '#shared/round/round.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import { padJson } from '../identity/sealed-cell.ts';
import type { SealColumn } from '../identity/sealed-column.ts';
import { loadDraft } from '../round/load-round.ts';
import { authorise, type AuthoriseCode } from '../workspace/authorise.ts';
import { sealColumns, sealedBlock, sealedPlace } from '../workspace/columns.ts';
import { trace, type Workspace } from '../workspace/workspace.ts';
import type { StoredField } from './list-candidates.ts';

/**
 * Stores every row that is not held, in one transaction: all of them or, on failure, none. A row whose code came in or
 * whose track went since the spreadsheet was read is held too.
 */
export function takeCandidates(
  workspace: Workspace,
  { roundId, rows }: { roundId: string; rows: readonly InterpretedCandidate[] },
): Result<ImportOutcome, RoundCode | AuthoriseCode> {
  const allowed = authorise(workspace, 'set-up');
  if (!allowed.ok) return allowed;
  const { db } = workspace;
  return db
    .transaction((): Result<ImportOutcome, RoundCode> => {
      const draft = loadDraft(db, roundId);
      if (!draft.ok) return draft;
      const takeable = listTakeable(db, draft.value, rows);
      insertCandidates(workspace, roundId, takeable);
      trace(workspace, { event: 'candidates-taken', body: { roundId, count: takeable.length } });
      return ok({ taken: takeable.length, held: rows.length - takeable.length });
    })
    .immediate();
}

type Takeable = InterpretedCandidate & { readonly trackId: string };

function listTakeable(db: Database, { id, design }: Round, rows: readonly InterpretedCandidate[]): Takeable[] {
  const codes = new Set(
    db
      .prepare<[string], { code: string }>('SELECT code FROM candidates WHERE round_id = ?')
      .all(id)
      .map(({ code }) => code),
  );
  const tracks = new Set<string | null>(design.tracks.map((track) => track.id));
  return rows.flatMap((row) => {
    if (!row.taken || row.trackId === null || !tracks.has(row.trackId) || codes.has(row.code)) return [];
    codes.add(row.code);
    return [{ ...row, trackId: row.trackId }];
  });
}

function insertCandidates({ db, entropy }: Workspace, roundId: string, rows: readonly Takeable[]): void {
  const insert = db.prepare(
    `INSERT INTO candidates (id, round_id, position, code, name, unit, track_id, dossier, fields, sealed)
     VALUES (:id, :roundId, :position, :code, :name, :unit, :trackId, :dossier, :fields, :sealed)`,
  );
  const first = nextPosition(db, roundId);
  const seal = sealColumns(db);
  for (const [index, row] of rows.entries()) {
    const { code, name, unit, trackId, dossier } = row;
    const fields = JSON.stringify(storedFields(row));
    const id = makeId(entropy);
    const sealed = storeSealed(seal, id, row.sealed);
    insert.run({ id, roundId, position: first + index, code, name, unit, trackId, dossier, fields, sealed });
  }
}

/** Personal fields in the column's JSON: sealed as one text; plain only before the workspace has a key to seal with. */
function storeSealed(seal: SealColumn, id: string, fields: InterpretedCandidate['sealed']): string {
  if (Object.keys(fields).length === 0) return '{}';
  const text = padJson(fields, sealedBlock);
  const stored = seal(sealedPlace(id), text);
  return stored === text ? JSON.stringify(fields) : JSON.stringify(stored);
}

function storedFields(row: InterpretedCandidate): StoredField[] {
  return row.fields.map(({ key, label, value, forExperts, sealed }) => ({
    key,
    label,
    value,
    forExperts: forExperts && !sealed,
  }));
}

function nextPosition(db: Database, roundId: string): number {
  const row = db
    .prepare<[string], { next: number }>(
      'SELECT coalesce(max(position), 0) + 1 AS next FROM candidates WHERE round_id = ?',
    )
    .get(roundId);
  return row?.next ?? 1;
}

/** Removes candidates from a draft, with their dossiers' entries, conflicts and assignments. */
export function removeCandidates(
  workspace: Workspace,
  { roundId, candidateIds }: { roundId: string; candidateIds: readonly string[] },
): Result<null, RoundCode | AuthoriseCode> {
  const allowed = authorise(workspace, 'set-up');
  if (!allowed.ok) return allowed;
  const draft = loadDraft(workspace.db, roundId);
  if (!draft.ok) return draft;
  workspace.db.transaction(() => {
    const remove = workspace.db.prepare('DELETE FROM candidates WHERE round_id = ? AND id = ?');
    const count = candidateIds.reduce((sum, id) => sum + remove.run(roundId, id).changes, 0);
    trace(workspace, { event: 'candidates-removed', body: { roundId, count } });
  })();
  return ok(null);
}
