import type { Database } from 'better-sqlite3';
import type { SignedRoster } from '#shared/packages/check-roster.ts';
import type { RosterPredicate } from '#shared/packages/roster.ts';

type KeyRow = {
  expert_id: string;
  fingerprint: string;
  public_key: string;
  recipient: string;
  pinned_at: string;
  revoked_at: string | null;
  revoked_reason: string | null;
};

/** Statement hashes of the rosters that the tables know, by number. */
export function listProjected(db: Database): string[] {
  return db
    .prepare<[], { statement: string }>('SELECT statement FROM rosters ORDER BY seq')
    .all()
    .map(({ statement }) => statement);
}

/** Brings the tables to what a roster says; inside a transaction. Keys of experts that it does not name yet stay. */
export function projectRoster(db: Database, { statement, roster }: SignedRoster): void {
  const { seq, issuedAt, members } = roster;
  db.prepare('INSERT INTO rosters (seq, statement, signed_at) VALUES (?, ?, ?)').run(seq, statement, issuedAt);
  db.prepare('DELETE FROM members').run();
  const addMember = db.prepare(
    `INSERT INTO members (id, name, role, fingerprint, public_key, recipient, since, until)
     VALUES (:id, :name, :role, :fingerprint, :publicKey, :recipient, :since, :until)`,
  );
  for (const { membership: _membership, ...member } of members) addMember.run(member);
  const keepKey = db.prepare(
    `INSERT INTO expert_keys (expert_id, fingerprint, public_key, recipient, pinned_at, revoked_at, revoked_reason)
     VALUES (:expert_id, :fingerprint, :public_key, :recipient, :pinned_at, :revoked_at, :revoked_reason)
     ON CONFLICT (expert_id, fingerprint) DO UPDATE SET revoked_at = excluded.revoked_at,
       revoked_reason = excluded.revoked_reason`,
  );
  for (const row of listKeyRows(roster)) keepKey.run(row);
}

/** Whether the tables say what a roster says: every member, and every key of an expert that it names. */
export function agreesWithTables(db: Database, roster: RosterPredicate): boolean {
  const members = db
    .prepare<[], Record<string, string | null>>(
      `SELECT id, name, role, fingerprint, public_key AS publicKey, recipient, since, until FROM members ORDER BY id`,
    )
    .all();
  const wanted = roster.members
    .map(({ id, name, role, fingerprint, publicKey, recipient, since, until }) => ({
      id,
      name,
      role,
      fingerprint,
      publicKey,
      recipient,
      since,
      until,
    }))
    .toSorted((left, right) => (left.id < right.id ? -1 : 1));
  const key = db.prepare<[string, string], KeyRow>(
    `SELECT expert_id, fingerprint, public_key, recipient, pinned_at, revoked_at, revoked_reason
     FROM expert_keys WHERE expert_id = ? AND fingerprint = ?`,
  );
  return (
    JSON.stringify(members) === JSON.stringify(wanted) &&
    listKeyRows(roster).every((row) => JSON.stringify(key.get(row.expert_id, row.fingerprint)) === JSON.stringify(row))
  );
}

function listKeyRows({ experts }: RosterPredicate): KeyRow[] {
  return experts.flatMap(({ id, keys }) =>
    keys.map(({ fingerprint, publicKey, recipient, pinnedAt, revoked }) => ({
      expert_id: id,
      fingerprint,
      public_key: publicKey,
      recipient,
      pinned_at: pinnedAt,
      revoked_at: revoked?.at ?? null,
      revoked_reason: revoked?.reason ?? null,
    })),
  );
}

/** How many members may sign in, as the tables say; 0 in workspaces of before there were members. */
export function countMembers(db: Database): number {
  const row = db.prepare<[], { count: number }>('SELECT count(*) AS count FROM members WHERE until IS NULL').get();
  return row?.count ?? 0;
}
