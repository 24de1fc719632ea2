import { fail, ok, type Result } from '#shared/base/result.ts';
import { mayFollow, type SignedRoster } from '#shared/packages/check-roster.ts';
import type { RosterBody } from '#shared/packages/roster.ts';
import type { SigningKey } from '../identity/signing-key.ts';
import { sealStatement } from '../packages/bare-statement.ts';
import { officeHead } from '../packages/succession.ts';
import { loadRoster, recordRoster } from './load-roster.ts';
import { adoptPinned } from './pinned-keys.ts';
import { listRecipients, loadOfficeKeys, openSecrets, sealSecrets, type OfficeSecrets } from './office-keys.ts';
import { writeRoster } from './roster-files.ts';
import { currentTime, type UnlockedWorkspace, type Workspace } from './workspace.ts';

/** The next state of a roster. `secrets`: what the commission's keys are from then on, when they change. */
export type RosterChange = {
  readonly body: RosterBody;
  readonly secrets?: OfficeSecrets;
};

/**
 * Signs the next roster, changed by an admin from the verified one, never from the tables. Crash-safe in three steps:
 * the commission's secrets are sealed for those of before and after together; the signed statement is written and
 * projected, which makes it count; the secrets are sealed for those of after alone. A stop in between is mended when an
 * admin signs in next.
 */
export async function signRoster(
  workspace: UnlockedWorkspace,
  change: (
    roster: RosterBody,
    now: string,
    held: OfficeSecrets,
  ) => Result<RosterChange> | Promise<Result<RosterChange>>,
): Promise<Result<SignedRoster>> {
  const before = loadRoster(workspace);
  if (!before.ok) return before;
  if (before.value === null) throw new Error('an unlocked workspace has a roster');
  const { identity, role } = workspace.member;
  const opened = await openSecrets(workspace.folder, identity, role);
  if (!opened.ok) return opened;
  // Only what the roster names: a change that was stopped before may have left more.
  const loaded = await loadOfficeKeys(opened.value.secrets, role, before.value.roster);
  if (!loaded.ok) return loaded;
  const held = loaded.value.secrets;
  const now = currentTime(workspace);
  const changed = await change(pickBody(workspace, before.value.roster), now, held);
  if (!changed.ok) return changed;
  return advance(workspace, { before: before.value, change: changed.value, held, now });
}

/** What a roster says, with the keys that results have pinned since it was signed. */
function pickBody({ db }: Workspace, roster: RosterBody): RosterBody {
  const { workspace, office, commission, rotations, recovery, members } = roster;
  return { workspace, office, commission, rotations, recovery, members, experts: adoptPinned(db, roster.experts) };
}

type Advance = {
  readonly before: SignedRoster;
  readonly change: RosterChange;
  readonly held: OfficeSecrets;
  readonly now: string;
};

async function advance(
  workspace: UnlockedWorkspace,
  { before, change, held, now }: Advance,
): Promise<Result<SignedRoster>> {
  const { folder } = workspace;
  const after = change.secrets ?? held;
  const old = listRecipients(before.roster);
  const next = listRecipients(change.body);
  const both = await sealSecrets(folder, joinSecrets(held, after), {
    roster: before.roster.seq,
    sealing: join(old.sealing, next.sealing),
    signing: join(old.signing, next.signing),
  });
  if (!both.ok) return both;
  const signed = await publishRoster(workspace, workspace.keys.signer, { before, body: change.body, now });
  if (!signed.ok) return signed;
  // The roster counts already: what the disk refuses here is done when an admin signs in next.
  await sealSecrets(folder, after, { roster: signed.value.roster.seq, ...next });
  return signed;
}

function join(left: readonly string[], right: readonly string[]): readonly string[] {
  return [...new Set([...left, ...right])];
}

function joinSecrets(held: OfficeSecrets, after: OfficeSecrets): OfficeSecrets {
  const known = held.signing.map(({ secret }) => secret);
  const added = after.signing.filter(({ secret }) => !known.includes(secret));
  return { identities: join(held.identities, after.identities), signing: [...held.signing, ...added] };
}

export type NewRoster = { readonly before: SignedRoster | null; readonly body: RosterBody; readonly now: string };

/** Signs a roster, writes its file, and projects it in one transaction with its entry in the 留痕. */
export async function publishRoster(
  workspace: Workspace,
  signer: SigningKey,
  { before, body, now }: NewRoster,
): Promise<Result<SignedRoster>> {
  const seq = (before?.roster.seq ?? 0) + 1;
  const mode = workspace.about.demo ? 'demo' : 'official';
  const roster = {
    ...officeHead(signer, { mode, seq, previous: before?.statement ?? null, issuedAt: now }),
    ...body,
  };
  const sealed = sealStatement('roster', roster, signer);
  if (!sealed.ok) return sealed;
  if (!mayFollow(before, roster)) return fail('identity.roster-broken', { seq, folder: 'packages/rosters' });
  const written = await writeRoster(workspace.folder, seq, sealed.value.envelope);
  if (!written.ok) return written;
  const signed = { statement: sealed.value.hash, roster };
  workspace.db.transaction(() => recordRoster(workspace, signed)).immediate();
  return ok(signed);
}
