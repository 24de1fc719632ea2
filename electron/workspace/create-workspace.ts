import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeId, type Entropy } from '#shared/base/ids.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { defaultSuite, type SuiteName } from '#shared/packages/suite.ts';
import { cleanText } from '#shared/base/text.ts';
import { fileFailure } from '../base/file-failure.ts';
import { writeFileAtomic } from '../base/write-file-atomic.ts';
import { workspaceMigrations } from '../db/migrations.ts';
import { openDatabase } from '../db/open-database.ts';
import { createKeys } from '../identity/keys.ts';
import { foundOffice, founderName } from './found-office.ts';
import { trace, workspacePaths, type UnlockedWorkspace, type Workspace, type WorkspaceAbout } from './workspace.ts';
import { prepareStaging } from '../base/staging-folder.ts';

/** What a new workspace needs. `folder` must be empty or not exist yet. */
export type NewWorkspace = {
  readonly folder: string;
  readonly name: string;
  readonly demo: boolean;
  readonly passphrase: string;
  readonly entropy: Entropy;
  /** log2 of scrypt's N for the key file; lower only where time matters more than the passphrase (demo, tests). */
  readonly workFactor?: number;
  /** Name of its first member, an admin; `founderName` unless said otherwise. */
  readonly memberName?: string;
  /** How its keys sign, for good; Ed25519 unless said otherwise. */
  readonly suite?: SuiteName;
};

/**
 * Creates a workspace: keys wrapped by the passphrase, an empty database, and at last `workspace.json`, which makes the
 * folder one. On failure everything made is taken away again.
 */
export async function createWorkspace(input: NewWorkspace): Promise<Result<UnlockedWorkspace>> {
  const name = cleanText(input.name).trim();
  if (name === '' || name.length > 60 || name.includes('\n')) return fail('workspace.name-missing');
  const folder = prepareFolder(input.folder);
  if (!folder.ok) return folder;
  const about = { id: makeId(input.entropy), name, demo: input.demo, suite: input.suite ?? defaultSuite };
  const made = await tryFolder(input.folder, () => fillFolder(input, about));
  if (!made.ok) takeAway(input.folder, folder.value.first);
  return made;
}

/** @returns the topmost folder that had to be made, undefined when the folder was there */
function prepareFolder(folder: string): Result<{ first: string | undefined }> {
  try {
    const first = mkdirSync(folder, { recursive: true });
    const entries = readdirSync(folder);
    if (entries.includes('workspace.json')) return fail('workspace.exists');
    if (entries.length > 0) return fail('workspace.not-empty');
    return ok({ first });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return fail('workspace.folder-not-writable', { reason });
  }
}

/** What a disk refuses becomes a refusal with its code. */
async function tryFolder<Value>(folder: string, act: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await act();
  } catch (error) {
    const failure = fileFailure(error, folder);
    if (failure === null) throw error;
    return { ok: false, error: failure };
  }
}

async function fillFolder(input: NewWorkspace, about: WorkspaceAbout): Promise<Result<UnlockedWorkspace>> {
  const { folder, entropy } = input;
  for (const path of [workspacePaths.dossiers, workspacePaths.results]) mkdirSync(path(folder), { recursive: true });
  prepareStaging(workspacePaths.staging(folder), entropy);
  const db = openDatabase(workspacePaths.database(folder), workspaceMigrations);
  if (!db.ok) return db;
  const workspace: Workspace = { folder, about, db: db.value, entropy, member: null };
  const founded = await tryFolder(folder, () => found(workspace, input));
  if (!founded.ok) workspace.db.close();
  return founded;
}

async function found(workspace: Workspace, input: NewWorkspace): Promise<Result<UnlockedWorkspace>> {
  const { folder, about, db, entropy } = workspace;
  const { passphrase, workFactor, memberName: name = founderName } = input;
  const keys = await createKeys('commission', entropy, about.suite);
  const office = await foundOffice(workspace, keys, {
    name,
    passphrase,
    ...(workFactor === undefined ? {} : { workFactor }),
  });
  if (!office.ok) return office;
  const { fingerprint } = office.value.keys.signer;
  db.transaction(() => trace(office.value, { event: 'workspace-created', body: { name: about.name, fingerprint } }))();
  const text = JSON.stringify({ formatVersion: 1, ...about }, null, 2);
  const written = await writeFileAtomic(workspacePaths.about(folder), async (write) => {
    await write(Buffer.from(`${text}\n`));
    return ok(null);
  });
  return written.ok ? office : written;
}

/** Takes away what was made; a folder that was there before stays, empty as it was. */
function takeAway(folder: string, first: string | undefined): void {
  const entries = first === undefined ? readdirSync(folder).map((entry) => join(folder, entry)) : [first];
  for (const entry of entries) rmSync(entry, { recursive: true, force: true });
}
