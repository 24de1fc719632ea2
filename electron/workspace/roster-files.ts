import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileCode } from '#shared/base/file-sentences.ts';
import { compareBytes } from '#shared/base/order.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { IdentityCode } from '#shared/identity/sentences.ts';
import { currentKey, mayFollow, type SignedRoster } from '#shared/packages/check-roster.ts';
import { listActive, type RosterPredicate } from '#shared/packages/roster.ts';
import { fileFailure } from '../base/file-failure.ts';
import { writeFileAtomic, type Disk } from '../base/write-file-atomic.ts';
import { openStatement } from '../packages/bare-statement.ts';
import { verifyMembership } from '../packages/membership.ts';
import { followRotations } from '../packages/succession.ts';
import { workspacePaths } from './workspace.ts';

export type RosterCode = IdentityCode | FileCode;

const rosterFile = /^\d{6}\.dsse\.json$/;

/** The file of a roster: its number, six digits. */
function nameFile(seq: number): string {
  return `${String(seq).padStart(6, '0')}.dsse.json`;
}

/**
 * Reads the signed rosters of a workspace and verifies their chain from the first one on.
 * @returns none for a workspace of before there were rosters; a code that names the first number that does not hold
 */
export function readRosters(folder: string, workspaceId: string): Result<readonly SignedRoster[], RosterCode> {
  const listed = listFiles(workspacePaths.rosters(folder));
  if (!listed.ok) return listed;
  const chain: SignedRoster[] = [];
  for (const [index, { name, bytes }] of listed.value.entries()) {
    const seq = index + 1;
    if (name !== nameFile(seq)) return fail('identity.roster-missing', { seq, folder: 'packages/rosters' });
    const opened = openStatement(bytes, 'roster');
    if (!opened.ok) return fail('identity.roster-broken', { seq, folder: 'packages/rosters' });
    const { predicate: roster, hash: statement } = opened.value;
    if (roster.workspace !== workspaceId || !mayFollow(chain.at(-1) ?? null, roster)) {
      return fail('identity.roster-broken', { seq, folder: 'packages/rosters' });
    }
    chain.push({ statement, roster });
  }
  const newest = chain.at(-1);
  return newest === undefined || vouchesForItsPeople(newest.roster)
    ? ok(chain)
    : fail('identity.roster-broken', { seq: chain.length, folder: 'packages/rosters' });
}

type RosterFile = { readonly name: string; readonly bytes: Buffer };

function listFiles(folder: string): Result<readonly RosterFile[], FileCode> {
  try {
    mkdirSync(folder, { recursive: true });
    const names = readdirSync(folder).filter((name) => rosterFile.test(name));
    return ok(names.toSorted(compareBytes).map((name) => ({ name, bytes: readFileSync(join(folder, name)) })));
  } catch (error) {
    const failure = fileFailure(error, folder);
    if (failure === null) throw error;
    return { ok: false, error: failure };
  }
}

/** The statements inside a roster say what the roster says: each rotation, and each member's key and role. */
function vouchesForItsPeople(roster: RosterPredicate): boolean {
  const { commission, rotations, members } = roster;
  const [first, ...later] = commission;
  const followed = first === undefined ? [] : followRotations(first.fingerprint, rotations).slice(1);
  const rotated = JSON.stringify(followed) === JSON.stringify(later.map(({ fingerprint }) => fingerprint));
  const current = currentKey(roster).fingerprint;
  return (
    rotated &&
    listActive(members).every(({ membership, fingerprint, role }) => {
      const proven = verifyMembership({ membership, rotations: [] }, current);
      return proven.ok && proven.value.fingerprint === fingerprint && proven.value.role === role;
    })
  );
}

/** Writes a signed roster under its number; one that stands there already is never replaced by another. */
export async function writeRoster(
  folder: string,
  seq: number,
  envelope: Uint8Array,
  disk?: Disk,
): Promise<Result<null, FileCode>> {
  const written = await writeFileAtomic(
    join(workspacePaths.rosters(folder), nameFile(seq)),
    async (write) => {
      await write(envelope);
      return ok(null);
    },
    { disk },
  );
  return written.ok ? ok(null) : written;
}
