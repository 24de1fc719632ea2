import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeId, type Entropy } from '#shared/base/ids.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { cleanText } from '#shared/base/text.ts';
import { writeFileAtomic } from '../base/write-file-atomic.ts';
import { workspaceMigrations } from '../db/migrations.ts';
import { openDatabase } from '../db/open-database.ts';
import { createCommissionKeys } from '../identity/key-file.ts';
import { trace, workspacePaths, type UnlockedWorkspace, type WorkspaceAbout } from './workspace.ts';

/** What a new workspace needs. `folder` must be empty or not exist yet. */
export type NewWorkspace = {
  readonly folder: string;
  readonly name: string;
  readonly demo: boolean;
  readonly passphrase: string;
  readonly entropy: Entropy;
  /** log2 of scrypt's N for the key file; lower only where time matters more than the passphrase (demo, tests). */
  readonly workFactor?: number;
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
  const made = await fillFolder(input, { id: makeId(input.entropy), name, demo: input.demo });
  if (!made.ok) emptyFolder(input.folder, folder.value.existed);
  return made;
}

function prepareFolder(folder: string): Result<{ existed: boolean }> {
  try {
    const first = mkdirSync(folder, { recursive: true });
    const entries = readdirSync(folder);
    if (entries.includes('workspace.json')) return fail('workspace.exists');
    if (entries.length > 0) return fail('workspace.not-empty');
    for (const path of [workspacePaths.dossiers, workspacePaths.results, workspacePaths.staging]) {
      mkdirSync(path(folder), { recursive: true });
    }
    mkdirSync(dirname(workspacePaths.keys(folder)), { recursive: true });
    return ok({ existed: first === undefined });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return fail('workspace.folder-not-writable', { reason });
  }
}

async function fillFolder(input: NewWorkspace, about: WorkspaceAbout): Promise<Result<UnlockedWorkspace>> {
  const { folder, passphrase, entropy, workFactor } = input;
  const keys = await createCommissionKeys(workspacePaths.keys(folder), passphrase, {
    entropy,
    ...(workFactor === undefined ? {} : { workFactor }),
  });
  if (!keys.ok) return keys;
  const db = openDatabase(workspacePaths.database(folder), workspaceMigrations);
  if (!db.ok) return db;
  const workspace: UnlockedWorkspace = { folder, about, db: db.value, keys: keys.value, entropy };
  workspace.db.transaction(() => trace(workspace, { event: 'workspace-created', body: { name: about.name } }))();
  const text = JSON.stringify({ formatVersion: 1, ...about }, null, 2);
  const written = await writeFileAtomic(workspacePaths.about(folder), async (write) => {
    await write(Buffer.from(`${text}\n`));
    return ok(null);
  });
  if (written.ok) return ok(workspace);
  workspace.db.close();
  return written;
}

/** Takes away what was made; a folder that was there before stays, empty as it was. */
function emptyFolder(folder: string, existed: boolean): void {
  if (!existed) {
    rmSync(folder, { recursive: true, force: true });
    return;
  }
  for (const entry of readdirSync(folder)) rmSync(`${folder}/${entry}`, { recursive: true, force: true });
}
