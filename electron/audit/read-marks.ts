import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { FileCode } from '#shared/base/file-sentences.ts';
import { sha256Schema } from '#shared/base/ids.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { parseJson } from '#shared/packages/canonical.ts';
import type { SignerRole } from '#shared/packages/head.ts';
import type { SignerProof } from '#shared/packages/signer-proof.ts';
import { smallCaps } from '#shared/packages/limits.ts';
import type { TraceCode } from '#shared/trace/sentences.ts';
import { attemptFile } from '../base/attempt-file.ts';
import { listRoots, speaksForOffice } from '../packages/office-signer.ts';
import { openPackage } from '../packages/open-package.ts';
import { noSink } from '../packages/sink.ts';
import { dropStaged } from '../packages/stage-file.ts';
import { openTraceHead, type TraceMark } from '../trace/trace-head.ts';
import { workspacePaths, type Workspace } from '../workspace/workspace.ts';
import { headExtension } from './sign-head.ts';

/** One file that speaks of the log. `mark` is null when the file was refused. */
export type HeadFile = {
  readonly file: string;
  readonly mark: TraceMark | null;
  /** Fingerprint of the key that signed it, when that could be told. */
  readonly signer: string | null;
  readonly issuedAt: string | null;
  readonly code: TraceCode | FileCode | null;
};

type Spoken = {
  readonly mark: TraceMark;
  readonly signer: { readonly role: SignerRole; readonly fingerprint: string };
  readonly proof: SignerProof | null;
  readonly issuedAt: string;
  readonly workspaceId: string | null;
};

/** Whether a key may speak for the office. */
export type IsOffice = (fingerprint: string) => boolean;

/**
 * Reads the signed heads that the workspace keeps beside its database, and those given from elsewhere; a receipt is as
 * good as a head, for it echoes one.
 * @param given paths of files that somebody has kept
 * @param isOffice null: take the key that the log's first entry names
 */
export async function readHeads(
  workspace: Workspace,
  given: readonly string[],
  isOffice: IsOffice | null,
): Promise<readonly HeadFile[]> {
  const trusts = isOffice ?? officeOf(workspace.db);
  const heads: HeadFile[] = [];
  for (const path of [...listKept(workspace.folder), ...given]) heads.push(await readHead(workspace, path, trusts));
  return heads;
}

function listKept(folder: string): string[] {
  const place = workspacePaths.heads(folder);
  try {
    return readdirSync(place)
      .filter((name) => name.endsWith(headExtension))
      .toSorted()
      .map((name) => join(place, name));
  } catch {
    // None was signed yet.
    return [];
  }
}

const foundingSchema = z.object({ fingerprint: sha256Schema });

/** The key that the workspace was founded with; workspaces of the first version do not name it, and any key is shown. */
function officeOf(db: Database): IsOffice {
  const row = db.prepare<[], { body: string }>('SELECT body FROM trace WHERE seq = 1').get();
  const founding = foundingSchema.safeParse(parseJson(row?.body ?? ''));
  return (fingerprint) => !founding.success || founding.data.fingerprint === fingerprint;
}

async function readHead(workspace: Workspace, path: string, isOffice: IsOffice): Promise<HeadFile> {
  const file = basename(path);
  const spoken = await readSpoken(workspace, path);
  if (!spoken.ok) return { file, mark: null, signer: null, issuedAt: null, code: spoken.error.code };
  const { mark, signer, proof, issuedAt, workspaceId } = spoken.value;
  const judged = { file, signer: signer.fingerprint, issuedAt };
  if (workspaceId !== null && workspaceId !== workspace.about.id) {
    return { ...judged, mark: null, code: 'trace.head-elsewhere' };
  }
  const roots = listRoots(signer, proof).filter(isOffice);
  return roots.some((root) => speaksForOffice(signer, proof, root).ok)
    ? { ...judged, mark, code: null }
    : { ...judged, mark: null, code: 'trace.head-signer' };
}

async function readSpoken(workspace: Workspace, path: string): Promise<Result<Spoken, TraceCode | FileCode>> {
  const bytes = await attemptFile(path, () => readFile(path));
  if (!bytes.ok) return bytes;
  if (bytes.value.subarray(0, 2).toString('latin1') === 'PK') return readReceipt(workspace, path);
  const head = openTraceHead(bytes.value, basename(path));
  if (!head.ok) return head;
  const { entries, head: hash, ...said } = head.value;
  return ok({ mark: { entries, head: hash }, ...said });
}

async function readReceipt({ folder }: Workspace, path: string): Promise<Result<Spoken, TraceCode>> {
  const { outcome } = await openPackage({
    file: path,
    staging: workspacePaths.staging(folder),
    caps: smallCaps,
    unlock: null,
    examine: (statement) => ok(statement),
    examineFiles: () => ok(null),
    sink: () => noSink,
  });
  const file = basename(path);
  if (!outcome.ok) {
    return fail(outcome.error.code === 'package.signature' ? 'trace.head-signature' : 'trace.head-form', { file });
  }
  await dropStaged(outcome.value.staged);
  const { kind, predicate } = outcome.value.examined;
  if (kind !== 'receipt') return fail('trace.head-form', { file });
  const { trace, signer, proof = null, issuedAt } = predicate;
  return ok({ mark: trace, signer, proof, issuedAt, workspaceId: null });
}
