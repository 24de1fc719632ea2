import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { ok } from '#shared/base/result.ts';
import type { Desk } from './desk.ts';
import type { DossierContent, DossierPlace, FindDossier } from './dossier-files.ts';

type Stored = { readonly path: string; readonly size: number; readonly mediaType: string };

/** Finds dossier files of what lies on the desk: the open workspace's rounds and the home's tasks. */
export function findDossierOn(desk: Desk): FindDossier {
  return async (place) => {
    if (place.of === 'task') return findInHome(desk, place);
    const stored = await findInWorkspace(desk, place);
    return stored === null ? null : readStored(stored);
  };
}

async function findInHome(
  desk: Desk,
  { id: taskId, candidateId, sha256 }: DossierPlace,
): Promise<DossierContent | null> {
  const { findTaskDossier } = await import('../tasks/find-dossier.ts');
  const found = await desk.atHome((home) => ok(findTaskDossier(home, { taskId, candidateId, sha256 })));
  return found.ok ? found.value : null;
}

async function findInWorkspace(desk: Desk, { id: roundId, candidateId, sha256 }: DossierPlace): Promise<Stored | null> {
  const { findRoundDossier } = await import('../candidates/find-dossier.ts');
  const found = await desk.atWorkspace((workspace) =>
    ok(findRoundDossier(workspace, { roundId, candidateId, sha256 })),
  );
  return found.ok ? found.value : null;
}

/** A content that is missing or has another length than its record counts as not there. */
async function readStored({ path, size, mediaType }: Stored): Promise<DossierContent | null> {
  const stats = await stat(path).catch(() => null);
  if (stats?.size !== size) return null;
  return { size, mediaType, read: (range) => createReadStream(path, range) };
}
