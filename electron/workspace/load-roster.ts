import { fail, ok, type Result } from '#shared/base/result.ts';
import type { SignedRoster } from '#shared/packages/check-roster.ts';
import { findLast } from '../trace/find-last.ts';
import { readRosters, type RosterCode } from './roster-files.ts';
import { agreesWithTables, listProjected, projectRoster } from './roster-table.ts';
import { trace, type Workspace } from './workspace.ts';

/**
 * The newest roster of a workspace, after the whole chain was verified and the tables were compared with it. A roster
 * that was signed but not yet projected, because the machine stopped in between, is projected now.
 * @returns null in workspaces of before there were rosters; a code when a statement is missing or broken, or when the
 *   tables were changed by other means
 */
export function loadRoster(workspace: Workspace): Result<SignedRoster | null, RosterCode> {
  const { db, folder, about } = workspace;
  const chain = readRosters(folder, about.id);
  if (!chain.ok) return chain;
  const projected = listProjected(db);
  const lost = projected.findIndex((statement, index) => chain.value[index]?.statement !== statement);
  if (lost >= 0) return fail('identity.roster-missing', { seq: lost + 1, folder: 'packages/rosters' });
  for (const signed of chain.value.slice(projected.length)) {
    db.transaction(() => recordRoster(workspace, signed)).immediate();
  }
  const newest = chain.value.at(-1) ?? null;
  return newest === null || agreesWithTables(db, newest.roster) ? ok(newest) : fail('identity.roster-table');
}

/**
 * Projects a roster and notes it in the 留痕; inside a transaction. The first roster of a new workspace is part of its
 * creation, which is the first entry.
 */
export function recordRoster(workspace: Workspace, signed: SignedRoster): void {
  projectRoster(workspace.db, signed);
  const { seq } = signed.roster;
  if (seq === 1 && findLast(workspace.db).entries === 0) return;
  trace(workspace, { event: 'roster-signed', body: { seq, statement: signed.statement } });
}
