import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { SuiteName } from '#shared/packages/suite.ts';
import { formatTime, type Entropy } from '#shared/base/ids.ts';
import type { Member } from '#shared/identity/member.ts';
import type { OwnKeys } from '../identity/keys.ts';
import type { OpenColumn } from '../identity/sealed-column.ts';
import type { SigningKey } from '../identity/signing-key.ts';
import type { TraceActor, TraceEvent } from '#shared/trace/event.ts';
import type { MembershipProof } from '../packages/membership.ts';
import { stagingFolder } from '../base/staging-folder.ts';
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
  /** Opens sealed columns; there once the keys are unlocked. */
  readonly columns?: OpenColumn;
};

/** The member of the office who acts, with his own keys: `signer` signs receipts and heads of the trace. */
export type ActingMember = Member & {
  readonly signer: SigningKey;
  /** `AGE-SECRET-KEY-1…`: opens what is sealed to him. */
  readonly identity: string;
  /** Shows to experts that his key belongs to the commission. */
  readonly proof: MembershipProof;
};

/** The commission's keys; those of before a rotation still open results that were sealed to them. */
export type CommissionKeys = OwnKeys & {
  readonly former: readonly { readonly fingerprint: string; readonly identity: string }[];
};

/** A workspace that a member's passphrase has unlocked: it can open results and, when he is an admin, sign tasks. */
export type UnlockedWorkspace = Workspace & { readonly keys: CommissionKeys; readonly member: ActingMember };

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
  /** The commission's keys under one passphrase, in workspaces of before there were members. */
  formerKeys: (folder: string) => join(folder, 'keys', 'commission.age'),
  /** A member's own keys, under his passphrase. */
  memberKeys: (folder: string, memberId: string) => join(folder, 'keys', 'members', `${memberId}.age`),
  /** The commission's age identities, sealed to every member. */
  sealing: (folder: string) => join(folder, 'keys', 'sealing.age'),
  /** The commission's signing key, sealed to admins. */
  signing: (folder: string) => join(folder, 'keys', 'signing.age'),
  /** Signed rosters, by their number. */
  rosters: (folder: string) => join(folder, 'packages', 'rosters'),
  /** Days off that the office entered. */
  holidays: (folder: string) => join(folder, 'holidays.json'),
  /** Dossiers by SHA-256. */
  dossiers: (folder: string) => join(folder, 'dossiers'),
  /** Packages as received, by statement hash. */
  results: (folder: string) => join(folder, 'packages', 'results'),
  /** Signed lists of locked rounds, by statement hash. */
  rankings: (folder: string) => join(folder, 'packages', 'rankings'),
  /** Receipts given, by statement hash. */
  receipts: (folder: string) => join(folder, 'packages', 'receipts'),
  /** Receipts being sealed, before they have their name. */
  drafts: (folder: string) => join(folder, 'packages', 'drafts'),
  /** Outside the workspace. */
  staging: stagingFolder,
  /** Signed heads of the 留痕: outside the database, so that its truncation is found. */
  heads: (folder: string) => join(folder, 'heads'),
};

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
