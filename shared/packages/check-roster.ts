import type { CommissionKey, RosterBody, RosterKey, RosterPredicate } from './roster.ts';

/** A roster whose signature holds, with its statement hash. */
export type SignedRoster = { readonly statement: string; readonly roster: RosterPredicate };

/** The commission's key that signs now. */
export function currentKey({ commission }: Pick<RosterBody, 'commission'>): CommissionKey {
  const last = commission.at(-1);
  if (last === undefined) throw new RangeError('a roster names at least one key');
  return last;
}

/**
 * Whether a roster may follow another (null: be the first): numbered and chained, of the same workspace, signed by the
 * key that the one before names as current, and taking nothing back: keys, members and revocations stay on record.
 * @param statement hash of the roster before
 */
export function mayFollow(before: SignedRoster | null, next: RosterPredicate): boolean {
  if (before === null) {
    return next.seq === 1 && next.commission.length === 1 && next.signer.fingerprint === currentKey(next).fingerprint;
  }
  const { roster, statement } = before;
  return (
    next.seq === roster.seq + 1 &&
    next.previous === statement &&
    next.workspace === roster.workspace &&
    next.mode === roster.mode &&
    next.signer.role === 'commission' &&
    next.signer.fingerprint === currentKey(roster).fingerprint &&
    next.commission.length <= roster.commission.length + 1 &&
    startsWith(next.commission, roster.commission) &&
    startsWith(next.rotations, roster.rotations) &&
    keepsMembers(roster, next) &&
    keepsExperts(roster, next)
  );
}

function startsWith(list: readonly unknown[], start: readonly unknown[]): boolean {
  return start.every((value, index) => JSON.stringify(list[index]) === JSON.stringify(value));
}

/** Every member stays listed with his keys; who has left does not come back under the same entry. */
function keepsMembers(before: RosterBody, next: RosterBody): boolean {
  const known = new Map(next.members.map((member) => [member.id, member]));
  return before.members.every(({ id, fingerprint, recipient, since, until }) => {
    const now = known.get(id);
    if (now?.fingerprint !== fingerprint || now.recipient !== recipient || now.since !== since) return false;
    return until === null || now.until === until;
  });
}

/** Every key of an expert stays listed; what was revoked stays revoked, with its reason. */
function keepsExperts(before: RosterBody, next: RosterBody): boolean {
  const known = new Map(
    next.experts.flatMap(({ id, keys }) => keys.map((key): [string, RosterKey] => [`${id} ${key.fingerprint}`, key])),
  );
  return before.experts.every(({ id, keys }) =>
    keys.every((key) => {
      const now = known.get(`${id} ${key.fingerprint}`);
      if (now?.recipient !== key.recipient || now.pinnedAt !== key.pinnedAt) return false;
      return key.revoked === null || JSON.stringify(now.revoked) === JSON.stringify(key.revoked);
    }),
  );
}
