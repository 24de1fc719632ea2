import type { Database } from 'better-sqlite3';
import type { RosterExpert } from '#shared/packages/roster.ts';

type PinnedRow = { id: string; fingerprint: string; publicKey: string; recipient: string; pinnedAt: string };

/**
 * Experts' keys for the next roster: those that the last one names, and those that accepted results have pinned since. A
 * key in the table without an accepted result is nobody's word and stays out.
 */
export function adoptPinned(db: Database, named: readonly RosterExpert[]): RosterExpert[] {
  const experts = new Map(named.map((expert) => [expert.id, expert]));
  for (const { id, ...key } of listPending(db, named)) {
    const keys = experts.get(id)?.keys ?? [];
    experts.set(id, { id, keys: [...keys, { ...key, revoked: null }] });
  }
  return [...experts.values()];
}

/** Keys that accepted results have pinned and no roster names yet. */
export function listPending(db: Database, named: readonly RosterExpert[]): readonly PinnedRow[] {
  const known = new Set(named.flatMap(({ id, keys }) => keys.map(({ fingerprint }) => `${id} ${fingerprint}`)));
  return db
    .prepare<[], PinnedRow>(
      `SELECT k.expert_id AS id, k.fingerprint, k.public_key AS publicKey, k.recipient, k.pinned_at AS pinnedAt
       FROM expert_keys k
       WHERE EXISTS (SELECT 1 FROM results r WHERE r.expert_id = k.expert_id AND r.fingerprint = k.fingerprint)
       ORDER BY k.pinned_at, k.expert_id, k.fingerprint`,
    )
    .all()
    .filter(({ id, fingerprint }) => !known.has(`${id} ${fingerprint}`));
}
