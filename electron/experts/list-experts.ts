import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { ok, type Result } from '#shared/base/result.ts';
import type { Expert } from '#shared/experts/expert.ts';
import type { ExpertView } from '#shared/ipc/office-views.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import { makeSearchText } from '../base/search-text.ts';
import { loadRound } from '../round/load-round.ts';
import { phonePlace, readColumn } from '../workspace/columns.ts';
import type { OpenColumn } from '../identity/sealed-column.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** An expert in a round; `tracks` holds track ids, empty for every track. */
export type RoundExpert = Expert & { readonly tracks: readonly string[] };

type ExpertRow = {
  id: string;
  name: string;
  unit: string;
  title: string;
  phone: string;
  field: string;
  leader: number;
  avoid_units: string;
  tracks: string;
};

const textsSchema = z.array(z.string());

/** The experts of a round in the order of the import; telephone numbers only where `columns` opens them. */
export function loadExperts(db: Database, roundId: string, columns?: OpenColumn): RoundExpert[] {
  return db
    .prepare<[string], ExpertRow>(
      `SELECT e.id, e.name, e.unit, e.title, e.phone, e.field, r.leader, r.avoid_units, r.tracks
       FROM round_experts r JOIN experts e ON e.id = r.expert_id
       WHERE r.round_id = ? ORDER BY r.position`,
    )
    .all(roundId)
    .map(({ leader, avoid_units: avoidUnits, tracks, phone, ...person }) => ({
      ...person,
      phone: readColumn(columns, phonePlace(person.id), phone) ?? '',
      leader: leader === 1,
      avoidUnits: textsSchema.parse(JSON.parse(avoidUnits)),
      tracks: textsSchema.parse(JSON.parse(tracks)),
    }));
}

/** The experts of a round for the window, with their loads and what they can be searched by. */
export async function listExperts(
  workspace: Workspace,
  { roundId }: { roundId: string },
): Promise<Result<readonly ExpertView[], RoundCode>> {
  const round = loadRound(workspace.db, roundId);
  if (!round.ok) return round;
  const loads = new Map(
    workspace.db
      .prepare<[string], { id: string; load: number }>(
        'SELECT expert_id AS id, count(*) AS load FROM assignments WHERE round_id = ? GROUP BY expert_id',
      )
      .all(roundId)
      .map(({ id, load }) => [id, load]),
  );
  const search = await makeSearchText();
  return ok(
    loadExperts(workspace.db, roundId, workspace.columns).map((expert) => ({
      ...expert,
      load: loads.get(expert.id) ?? 0,
      search: search(expert.name, expert.unit, expert.field),
    })),
  );
}
