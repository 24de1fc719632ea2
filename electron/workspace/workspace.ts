import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { SuiteName } from '#shared/packages/suite.ts';
import { formatTime, type Entropy } from '#shared/base/ids.ts';
import type { Member } from '#shared/identity/member.ts';
import type { OwnKeys } from '../identity/keys.ts';
import type { SigningKey } from '../identity/signing-key.ts';
import type { TraceActor, TraceEvent } from '#shared/trace/event.ts';
import { appendTrace } from '../trace/append-trace.ts';

/** An open workspace of the commission, its keys still locked. */
export type Workspace = {
  readonly folder: string;
  readonly about: WorkspaceAbout;
  readonly db: Database;
  readonly entropy: Entropy;
  /** Who has signed in; null while the keys are locked. */
  readonly member: ActingMember | null;
  /** Set when `mtx` acts on it: the 留痕 says so. */
  readonly via?: 'command-line';
};

/** The member of the office who acts, with the key that signs what is his own: receipts, heads of the trace. */
export type ActingMember = Member & { readonly signer: SigningKey };

/** A workspace that a member's passphrase has unlocked: it can open results and, when he is an admin, sign tasks. */
export type UnlockedWorkspace = Workspace & { readonly keys: OwnKeys; readonly member: ActingMember };

/** What `workspace.json` says. A demo workspace holds demo rounds only. */
export type WorkspaceAbout = {
  readonly id: string;
  readonly name: string;
  readonly demo: boolean;
  /** How its keys sign, chosen once and for all when it is created. */
  readonly suite: SuiteName;
};

/** Where a workspace keeps things. */
export const workspacePaths = {
  about: (folder: string) => join(folder, 'workspace.json'),
  database: (folder: string) => join(folder, 'workspace.db'),
  keys: (folder: string) => join(folder, 'keys', 'commission.age'),
  /** Dossiers by SHA-256. */
  dossiers: (folder: string) => join(folder, 'dossiers'),
  /** Packages as received, by statement hash. */
  results: (folder: string) => join(folder, 'packages', 'results'),
  /** Signed lists of locked rounds, by statement hash. */
  rankings: (folder: string) => join(folder, 'packages', 'rankings'),
  staging: (folder: string) => join(folder, 'staging'),
  /** Signed heads of the 留痕: outside the database, so that its truncation is found. */
  heads: (folder: string) => join(folder, 'heads'),
};

/** The one member of a workspace without a roster: whoever holds its passphrase. */
export function founder({ id }: WorkspaceAbout, { signer }: OwnKeys): ActingMember {
  return { id, name: '管理员', role: 'admin', signer };
}

/** The workspace's clock as RFC 3339 UTC. */
export function currentTime(workspace: { readonly entropy: Entropy }): string {
  return formatTime(workspace.entropy.now());
}

/** Adds to the 留痕 of the workspace; inside the transaction of the act. */
export function trace(workspace: Workspace, event: TraceEvent): void {
  appendTrace(workspace.db, currentTime(workspace), event, findActor(workspace));
}

function findActor({ member, via }: Workspace): TraceActor | null {
  if (member === null) return via === undefined ? null : { kind: via };
  const { id, name, role } = member;
  return { kind: 'member', id, name, role, via: via ?? 'window' };
}
