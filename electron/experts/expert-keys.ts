import type { Database } from 'better-sqlite3';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { cleanText } from '#shared/base/text.ts';
import type { RosterExpert } from '#shared/packages/roster.ts';
import { oncePer } from '../base/once-per.ts';
import { authorise } from '../workspace/authorise.ts';
import { signRoster } from '../workspace/sign-roster.ts';
import type { UnlockedWorkspace } from '../workspace/workspace.ts';

/** A key that speaks for an expert now. `card`: enrolled from a card, so that tasks can be sealed to it. */
export type ActiveKey = {
  readonly fingerprint: string;
  readonly recipient: string;
  readonly origin: 'result' | 'card';
};

// Asked for every package that comes in.
const statements = oncePer((db: Database) => ({
  active: db.prepare<[string], ActiveKey>(
    `SELECT fingerprint, recipient, origin FROM expert_keys WHERE expert_id = ? AND revoked_at IS NULL
     ORDER BY pinned_at DESC, fingerprint LIMIT 1`,
  ),
  revoked: db.prepare<[string]>('SELECT 1 FROM expert_keys WHERE fingerprint = ? AND revoked_at IS NOT NULL'),
}));

/** The key that an expert signs with; undefined before the first one and after a revocation. */
export function findActiveKey(db: Database, expertId: string): ActiveKey | undefined {
  return statements(db).active.get(expertId);
}

/** Fingerprints of an expert's keys that were revoked, the newest revocation first. */
export function listRevokedKeys(db: Database, expertId: string): readonly string[] {
  return db
    .prepare<[string], string>(
      `SELECT fingerprint FROM expert_keys WHERE expert_id = ? AND revoked_at IS NOT NULL
       ORDER BY revoked_at DESC, pinned_at DESC, fingerprint`,
    )
    .pluck()
    .all(expertId);
}

/** Whether a key was revoked, whoever's it was. */
export function isRevokedKey(db: Database, fingerprint: string): boolean {
  return statements(db).revoked.get(fingerprint) !== undefined;
}

/**
 * Revokes the keys of an expert, for example of a lost laptop: the next roster says so, and from then on results signed
 * with them are refused. What was accepted stays.
 */
export async function revokeExpertKeys(
  workspace: UnlockedWorkspace,
  { expertId, reason }: { readonly expertId: string; readonly reason: string },
): Promise<Result<{ readonly revoked: number }>> {
  const allowed = authorise(workspace, 'revoke');
  if (!allowed.ok) return allowed;
  const why = cleanText(reason).trim();
  if (why === '') return fail('identity.revoke-reason-missing');
  let revoked = 0;
  const signed = await signRoster(workspace, (roster, now) => {
    const experts = roster.experts.map((expert) => (expert.id === expertId ? revokeAll(expert, now, why) : expert));
    const before = roster.experts.find(({ id }) => id === expertId)?.keys.filter((key) => key.revoked === null) ?? [];
    revoked = before.length;
    return revoked === 0 ? fail('identity.no-key') : ok({ body: { ...roster, experts } });
  });
  return signed.ok ? ok({ revoked }) : signed;
}

function revokeAll(expert: RosterExpert, at: string, reason: string): RosterExpert {
  return {
    ...expert,
    keys: expert.keys.map((key) => (key.revoked === null ? { ...key, revoked: { at, reason } } : key)),
  };
}
