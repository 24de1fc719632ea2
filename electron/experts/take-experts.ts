import type { Database } from 'better-sqlite3';
import { makeId } from '#shared/base/ids.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { InterpretedExpert } from '#shared/experts/interpreted-expert.ts';
import type { ImportOutcome } from '#shared/ipc/office-views.ts';
import type { Track } from '#shared/round/round.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import { loadDraft } from '../round/load-round.ts';
import { authorise, type AuthoriseCode } from '../workspace/authorise.ts';
import { markPhone, phonePlace, sealColumns } from '../workspace/columns.ts';
import { trace, type Workspace } from '../workspace/workspace.ts';

import { isHisPhone, type StoredPhone } from './know-expert.ts';

/**
 * Stores every row that is not held, in one transaction. A person met before (name, unit and, where both sides have
 * one, phone) keeps his id, so that his keys stay his from round to round.
 */
export function takeExperts(
  workspace: Workspace,
  { roundId, rows }: { roundId: string; rows: readonly InterpretedExpert[] },
): Result<ImportOutcome, RoundCode | AuthoriseCode> {
  const allowed = authorise(workspace, 'set-up');
  if (!allowed.ok) return allowed;
  const { db } = workspace;
  return db
    .transaction((): Result<ImportOutcome, RoundCode> => {
      const draft = loadDraft(db, roundId);
      if (!draft.ok) return draft;
      const takeable = rows.filter(({ taken }) => taken);
      for (const row of takeable) joinRound(db, roundId, keepPerson(workspace, row), row, draft.value.design.tracks);
      trace(workspace, { event: 'experts-taken', body: { roundId, count: takeable.length } });
      return ok({ taken: takeable.length, held: rows.length - takeable.length });
    })
    .immediate();
}

/** The id of the person, new or known; what the sheet says of him replaces what was known. */
function keepPerson(workspace: Workspace, row: InterpretedExpert): string {
  const { db } = workspace;
  const known = findPerson(workspace, row);
  if (known !== undefined) {
    db.prepare('UPDATE experts SET title = ?, field = ? WHERE id = ?').run(row.title, row.field, known);
    writePhone(db, known, row.phone);
    return known;
  }
  const id = makeId(workspace.entropy);
  db.prepare("INSERT INTO experts (id, name, unit, title, phone, field) VALUES (?, ?, ?, ?, '', ?)").run(
    id,
    row.name,
    row.unit,
    row.title,
    row.field,
  );
  writePhone(db, id, row.phone);
  return id;
}

/** Of those of the same name and unit the one with this number, else one where a side names none. */
function findPerson(workspace: Workspace, { name, unit, phone }: InterpretedExpert): string | undefined {
  const alike = workspace.db
    .prepare<[string, string], StoredPhone>('SELECT id, phone, phone_mark FROM experts WHERE name = ? AND unit = ?')
    .all(name, unit);
  const same = alike.find((stored) => isHisPhone(workspace, stored, phone));
  return (same ?? alike.find((stored) => stored.phone === '' || phone === ''))?.id;
}

/** A number that is not named does not take away the one that is known. */
function writePhone(db: Database, expertId: string, phone: string): void {
  if (phone === '') return;
  db.prepare('UPDATE experts SET phone = ?, phone_mark = ? WHERE id = ?').run(
    sealColumns(db)(phonePlace(expertId), phone),
    markPhone(db, phone),
    expertId,
  );
}

function joinRound(
  db: Database,
  roundId: string,
  expertId: string,
  row: InterpretedExpert,
  tracks: readonly Track[],
): void {
  db.prepare(
    `INSERT INTO round_experts (round_id, expert_id, position, leader, avoid_units, tracks)
     VALUES (:roundId, :expertId,
       (SELECT coalesce(max(position), 0) + 1 FROM round_experts WHERE round_id = :roundId),
       :leader, :avoidUnits, :tracks)
     ON CONFLICT (round_id, expert_id) DO UPDATE SET leader = excluded.leader, avoid_units = excluded.avoid_units,
       tracks = excluded.tracks`,
  ).run({
    roundId,
    expertId,
    leader: row.leader ? 1 : 0,
    avoidUnits: JSON.stringify(row.avoidUnits),
    tracks: JSON.stringify(listNamedTracks(row.field, tracks)),
  });
}

/** Tracks that the column 领域/赛道 names; none named, or a round of one track, means every track. */
export function listNamedTracks(field: string, tracks: readonly Track[]): string[] {
  if (tracks.length < 2) return [];
  const words = field.normalize('NFKC').split(/[、,;/|\s]+/);
  return tracks.filter(({ name }) => words.includes(name.normalize('NFKC'))).map(({ id }) => id);
}

/** Removes experts from a draft, with their conflicts and assignments; the people stay in the roster. */
export function removeExperts(
  workspace: Workspace,
  { roundId, expertIds }: { roundId: string; expertIds: readonly string[] },
): Result<null, RoundCode | AuthoriseCode> {
  const allowed = authorise(workspace, 'set-up');
  if (!allowed.ok) return allowed;
  const { db } = workspace;
  const draft = loadDraft(db, roundId);
  if (!draft.ok) return draft;
  db.transaction(() => {
    const statements = ['declared_conflicts', 'assignments', 'round_experts'].map((table) =>
      db.prepare(`DELETE FROM ${table} WHERE round_id = ? AND expert_id = ?`),
    );
    for (const id of expertIds) for (const statement of statements) statement.run(roundId, id);
    trace(workspace, { event: 'experts-removed', body: { roundId, count: expertIds.length } });
  })();
  return ok(null);
}
