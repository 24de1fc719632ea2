import { existsSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { idSchema, type Entropy } from '#shared/base/ids.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { defaultSuite, suiteSchema } from '#shared/packages/suite.ts';
import type { WorkspaceCode } from '#shared/workspace/sentences.ts';
import { fileFailure } from '../base/file-failure.ts';
import { workspaceMigrations } from '../db/migrations.ts';
import { openDatabase, type DatabaseCode } from '../db/open-database.ts';
import { prepareStaging } from '../base/staging-folder.ts';
import { workspacePaths, type UnlockedWorkspace, type Workspace, type WorkspaceAbout } from './workspace.ts';

/** `workspace.json`. */
export const aboutSchema = z.object({
  formatVersion: z.literal(1),
  id: idSchema,
  name: z.string().min(1).max(60),
  demo: z.boolean(),
  suite: suiteSchema.default(defaultSuite),
});

/** Opens the workspace in a folder, keys locked; the caller closes its database. */
export function openWorkspace(folder: string, entropy: Entropy): Result<Workspace, DatabaseCode> {
  const about = readAbout(folder);
  if (!about.ok) return about;
  const database = workspacePaths.database(folder);
  if (isEmptyFile(database)) return fail('workspace.damaged', { file: 'workspace.db' });
  const staging = makeStaging(folder, entropy);
  if (!staging.ok) return staging;
  const db = openDatabase(database, workspaceMigrations);
  return db.ok ? ok({ folder, about: about.value, db: db.value, entropy, member: null }) : db;
}

// SQLite would take a missing or empty file for a new database, and the office would look into an empty workspace.
function isEmptyFile(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0;
}

function makeStaging(folder: string, entropy: Entropy): Result<null, DatabaseCode> {
  try {
    prepareStaging(workspacePaths.staging(folder), entropy);
    return ok(null);
  } catch (error) {
    const failure = fileFailure(error, folder);
    if (failure === null) throw error;
    return { ok: false, error: failure };
  }
}

function readAbout(folder: string): Result<WorkspaceAbout, WorkspaceCode> {
  const file = workspacePaths.about(folder);
  if (!existsSync(file)) return fail('workspace.not-found');
  try {
    const { id, name, demo, suite } = aboutSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return ok({ id, name, demo, suite });
  } catch {
    return fail('workspace.damaged', { file: 'workspace.json' });
  }
}

/** Signs a member in with his passphrase. @param member name or id; needed only when there are several */
export async function unlockWorkspace(
  workspace: Workspace,
  passphrase: string,
  member?: string,
): Promise<Result<UnlockedWorkspace>> {
  // Ciphers are loaded for those who sign in only: a ranking needs none, and starts faster without.
  const { signIn } = await import('./sign-in.ts');
  return signIn(workspace, { passphrase, member });
}
